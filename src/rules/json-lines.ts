/** A place in a JSON value, as zod names it: `['provisions', 3, 'phrase']`. */
export type JsonPath = readonly PropertyKey[];

/** @example sayPath(['provisions', 3, 'phrase']) // 'provisions[3].phrase' */
export function sayPath(path: JsonPath): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`)).join('');
}

/** The line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line += 1;
  return line;
}

/** The line on which a value of a valid JSON text begins; of a missing key, where its parent begins. */
export function lineOfPath(json: string, path: JsonPath): number {
  let at = skipSpace(json, 0);
  for (const key of path) {
    const inside = childOf(json, at, key);
    if (inside === null) break;
    at = inside;
  }
  return lineAt(json, at);
}

const skipSpace = (json: string, at: number): number => {
  let i = at;
  while (/[\s,:]/.test(json[i] ?? '')) i += 1;
  return i;
};

/** The offset behind the value that begins at `at`. */
function skipValue(json: string, at: number): number {
  let depth = 0;
  for (let i = at; i < json.length; i += 1) {
    const c = json[i] ?? '';
    if (c === '"') i = endOfString(json, i) - 1;
    if ('{['.includes(c)) depth += 1;
    if (depth === 0 && /[,\]}\s]/.test(c)) return i;
    if ('}]'.includes(c)) depth -= 1;
    if (depth === 0 && '"}]'.includes(c)) return i + 1;
  }
  return json.length;
}

function endOfString(json: string, at: number): number {
  let i = at + 1;
  while (i < json.length && json[i] !== '"') i += json[i] === '\\' ? 2 : 1;
  return i + 1;
}

function childOf(json: string, at: number, key: PropertyKey): number | null {
  const isArray = json[at] === '[';
  if (!isArray && json[at] !== '{') return null;
  let i = skipSpace(json, at + 1);
  for (let n = 0; i < json.length && !']}'.includes(json[i] ?? ''); n += 1) {
    const nameEnd = isArray ? i : endOfString(json, i);
    const isIt = isArray ? n === key : JSON.parse(json.slice(i, nameEnd)) === key;
    const value = isArray ? i : skipSpace(json, nameEnd);
    if (isIt) return value;
    i = skipSpace(json, skipValue(json, value));
  }
  return null;
}
