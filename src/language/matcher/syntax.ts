/** A regular expression as a tree, as far as it tells which characters a match must have. */
export type Node =
  | { kind: 'one-of'; chars: readonly string[] }
  /** Something of which nothing is known: `.`, a wide class, a back reference. */
  | { kind: 'any' }
  /** Takes up no characters: `^`, `\b`, what must not follow. */
  | { kind: 'nothing' }
  | { kind: 'row'; parts: readonly Node[] }
  | { kind: 'choice'; branches: readonly Node[] }
  | { kind: 'repeated'; part: Node; least: number; most: number };

/** A class of more characters tells nothing. */
const MOST_CHARS = 40;
const ANY: Node = { kind: 'any' };
const NOTHING: Node = { kind: 'nothing' };
const DIGITS = [...'0123456789'];
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' };

/** The tree of a pattern without the flags `i`, `u` and `v`. */
export function parse(source: string): Node {
  let at = 0;
  const eat = (words: string): boolean => {
    if (!source.startsWith(words, at)) return false;
    at += words.length;
    return true;
  };

  function choice(): Node {
    const branches = [row()];
    while (eat('|')) branches.push(row());
    return branches.length === 1 ? (branches[0] ?? NOTHING) : { kind: 'choice', branches };
  }

  function row(): Node {
    const parts: Node[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(atom()));
    return { kind: 'row', parts };
  }

  function repeated(part: Node): Node {
    const [, sign, least = '', comma, most = ''] = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(source.slice(at)) ?? [''];
    if (sign === undefined && least === '') return part;
    at += /^(?:[*+?]|\{\d+,?\d*\})\??/.exec(source.slice(at))?.[0].length ?? 0;
    if (sign) return { kind: 'repeated', part, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity };
    return {
      kind: 'repeated',
      part,
      least: Number(least),
      most: most ? Number(most) : comma ? Infinity : Number(least),
    };
  }

  function atom(): Node {
    if (eat('(')) return group();
    if (eat('[')) return charClass();
    if (eat('.')) return ANY;
    if (eat('^') || eat('$')) return NOTHING;
    if (eat('\\')) return escaped();
    return { kind: 'one-of', chars: [source.charAt(at++)] };
  }

  function group(): Node {
    const looks = ['?=', '?!', '?<=', '?<!'].some(eat);
    if (!looks && !eat('?:') && eat('?<')) at = source.indexOf('>', at) + 1;
    const inside = choice();
    at++;
    return looks ? NOTHING : inside;
  }

  function escaped(): Node {
    const char = source.charAt(at++);
    if (char === 'd') return { kind: 'one-of', chars: DIGITS };
    if (char === 'b' || char === 'B') return NOTHING;
    if (char === 'u') return { kind: 'one-of', chars: [unicode()] };
    if (char in CONTROLS) return { kind: 'one-of', chars: [CONTROLS[char] ?? ''] };
    return /\w/.test(char) ? named(char) : { kind: 'one-of', chars: [char] };
  }

  /** `\s`, `\w`, `\1`, `\k<name>`: which characters, is not asked. */
  function named(char: string): Node {
    if (char === 'k') at = source.indexOf('>', at) + 1;
    else if (/\d/.test(char)) while (/\d/.test(source.charAt(at))) at++;
    else if (char === 'x') at += 2;
    return ANY;
  }

  function unicode(): string {
    const code = source.slice(at, at + 4);
    at += 4;
    return String.fromCharCode(Number.parseInt(code, 16));
  }

  function charClass(): Node {
    const others = eat('^');
    const chars: string[] = [];
    let wide = others;
    while (at < source.length && !eat(']')) {
      const one = member();
      if (one.length !== 1) {
        chars.push(...one);
        wide ||= one.length === 0;
      } else if (source[at] === '-' && source[at + 1] !== ']') {
        at++;
        const [first, last] = [one[0]?.charCodeAt(0) ?? 0, member()[0]?.charCodeAt(0) ?? 0];
        if (last - first > MOST_CHARS) wide = true;
        else for (let code = first; code <= last; code++) chars.push(String.fromCharCode(code));
      } else chars.push(...one);
    }
    return wide || chars.length > MOST_CHARS ? ANY : { kind: 'one-of', chars };
  }

  /** The characters of one member of a class; none where they are not known. */
  function member(): readonly string[] {
    if (!eat('\\')) return [source.charAt(at++)];
    if (source[at] === 'b') {
      at++;
      return ['\b'];
    }
    const node = escaped();
    return node.kind === 'one-of' ? node.chars : [];
  }

  return choice();
}
