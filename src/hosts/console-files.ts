import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', 'console', 'client');
const SERVED = /\.(?:js|css|svg)$/;

/** The console's scripts and styles by name, each read once when first asked for; no other file can be named. */
export function consoleFiles(): (name: string) => string | undefined {
  const names = new Set(readdirSync(FOLDER).filter((name) => SERVED.test(name)));
  const texts = new Map<string, string>();
  return (name) => {
    if (!names.has(name)) return undefined;
    const text = texts.get(name) ?? readFileSync(join(FOLDER, name), 'utf8');
    texts.set(name, text);
    return text;
  };
}
