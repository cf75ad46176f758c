/** A tag or a run of text of an XML document. */
export type XmlToken =
  | { kind: 'open'; name: string; attributes: Readonly<Record<string, string>>; empty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * The tokens of a well-formed XML document, in order; comments and processing instructions are left out.
 * Throws on a document type declaration: office documents have none, and entities of its own stay unread.
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    const text = xml.slice(at, tag < 0 ? xml.length : tag);
    if (text) yield { kind: 'text', text: decoded(text) };
    if (tag < 0) return;
    const skip = skipped(xml, tag);
    const end = skip ?? endOfTag(xml, tag);
    if (skip === null) yield tagOf(xml.slice(tag + 1, end - 1));
    at = end;
  }
}

/** The offset behind a comment or instruction; `null` for an ordinary tag. */
function skipped(xml: string, at: number): number | null {
  const behind = (mark: string): number => {
    const i = xml.indexOf(mark, at);
    if (i < 0) throw new Error(`XML ends inside ${xml.slice(at, at + 4)}`);
    return i + mark.length;
  };
  if (xml.startsWith('<!--', at)) return behind('-->');
  if (xml.startsWith('<?', at)) return behind('?>');
  if (xml.startsWith('<!', at)) throw new Error('XML with a document type or CDATA is not read');
  return null;
}

function endOfTag(xml: string, at: number): number {
  let quote = '';
  for (let i = at + 1; i < xml.length; i += 1) {
    const c = xml[i] ?? '';
    if (quote) quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === '>') return i + 1;
  }
  throw new Error('XML ends inside a tag');
}

function tagOf(inside: string): XmlToken {
  if (inside.startsWith('/')) return { kind: 'close', name: inside.slice(1).trim() };
  const empty = inside.endsWith('/');
  const body = empty ? inside.slice(0, -1) : inside;
  const name = /^[^\s]+/.exec(body)?.[0] ?? '';
  const attributes: Record<string, string> = {};
  for (const m of body.slice(name.length).matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes[m[1] ?? ''] = decoded(m[2] ?? m[3] ?? '');
  }
  return { kind: 'open', name, attributes, empty };
}

function decoded(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
