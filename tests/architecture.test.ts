import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** The project's parts and what each may import; a part may always import itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'src/core': [],
  'src/calendar': ['src/core'],
  'src/language': ['src/core', 'src/calendar', 'src/rules'],
  'src/rules': ['src/core', 'src/calendar', 'src/language'],
  commands: ['src/core', 'src/calendar', 'src/language', 'src/rules'],
  db: ['src/core', 'src/calendar'],
  'src/bot': ['src/core', 'src/calendar', 'src/language', 'src/rules', 'commands', 'db'],
  'src/channels': ['src/core'],
  'src/console': ['src/core', 'src/calendar', 'src/language', 'src/rules', 'src/channels'],
  'src/papers': ['src/core'],
  'src/sender': ['src/core', 'src/channels', 'db'],
  'src/config': ['src/core'],
  'src/cli': ['*'],
  'src/hosts': ['*'],
};
const DOMAIN = ['src/core', 'src/calendar', 'src/language', 'src/rules', 'commands', 'src/bot', 'db'];

/** Time, chance, settings and the network come in as arguments; only files that open a database touch Node. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\(/, 'Date.now()'],
  [/\bnew Date\(\s*\)/, 'new Date()'],
  [/\bMath\.random\(/, 'Math.random()'],
  [/\bcrypto\.(?:randomUUID|getRandomValues)\b/, 'crypto.random…'],
  [/\bprocess\./, 'process'],
  [/\b(?:fetch|setTimeout|setInterval)\(/, 'fetch, setTimeout'],
  [/from 'node:/, 'node:…'],
];
const NODE_ALLOWED = /^db\/(?:open|drizzle)[^/]*\.ts$/;

interface Source {
  path: string;
  part: string;
  text: string;
}

const sources = ['src', 'commands', 'db'].flatMap((folder) => tree(join(ROOT, folder))).map(sourceOf);

function tree(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function sourceOf(file: string): Source {
  const path = relative(ROOT, file).replaceAll('\\', '/');
  // comments may speak of what code may not do
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return { path, part: partOf(path), text };
}

function partOf(path: string): string {
  return path
    .split('/')
    .slice(0, path.startsWith('src/') ? 2 : 1)
    .join('/')
    .replace(/\.ts$/, '');
}

function importsOf({ path, text }: Source): string[] {
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g)].map((m) => m[1] ?? '');
  return specifiers.map((to) => relative(ROOT, resolve(ROOT, dirname(path), to)).replaceAll('\\', '/'));
}

describe('imports point inward only', () => {
  test('every source file lies in a part that is known here', () => {
    expect(sources.flatMap(importsOf).length).toBeGreaterThan(sources.length);
    expect([...new Set(sources.map((s) => s.part))].filter((part) => !(part in ALLOWED))).toEqual([]);
  });

  test('hosts → channels, console, sender, cli → bot → commands → rules, language → calendar → core', () => {
    const outward = sources.flatMap((source) => {
      const allowed = ALLOWED[source.part] ?? [];
      return importsOf(source)
        .filter((to) => partOf(to) !== source.part && !allowed.includes('*') && !allowed.includes(partOf(to)))
        .map((to) => `${source.path} imports ${to}`);
    });
    expect(outward).toEqual([]);
  });
});

test('the domain has no clock, no chance, no environment, no network and no Node', () => {
  const used = sources
    .filter((source) => DOMAIN.includes(source.part))
    .flatMap(({ path, text }) =>
      FORBIDDEN.filter(
        ([pattern, name]) => pattern.test(text) && !(NODE_ALLOWED.test(path) && name !== 'Math.random()'),
      ).map(([, name]) => `${path} uses ${name}`),
    );
  expect(used).toEqual([]);
});
