/**
 * The XML that WeCom speaks, and no more of it: elements without attributes, CDATA, the five named entities. Whatever
 * else XML has (DOCTYPE, entities, comments, instructions, name spaces) makes a text unreadable.
 */

export interface XmlElement {
  name: string;
  /** Empty where there are children. */
  text: string;
  children: readonly XmlElement[];
}

/** WeCom nests five deep. */
const MAX_DEPTH = 8;
const MAX_ELEMENTS = 500;
const NAME = '[A-Za-z][A-Za-z0-9_]{0,63}';
const DECLARATION = /^<\?xml version="1\.0"(?: encoding="(?:UTF-8|utf-8)")?\?>/;
const TOKEN = new RegExp(`<(${NAME})>|</(${NAME})>|<(${NAME})/>|<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|([^<]+)`, 'y');
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

interface Open {
  name: string;
  text: string;
  hasCdata: boolean;
  children: XmlElement[];
}

/** The root element; `undefined` for anything that WeCom would not send. */
export function readXml(source: string): XmlElement | undefined {
  const token = new RegExp(TOKEN);
  token.lastIndex = DECLARATION.exec(source)?.[0].length ?? 0;
  const root: Open = { name: '', text: '', hasCdata: false, children: [] };
  const path: [Open, ...Open[]] = [root];
  let elements = 0;
  while (token.lastIndex < source.length) {
    const [, opened, closed, empty, cdata, words] = token.exec(source) ?? [];
    const parent = path.at(-1) ?? root;
    if (opened !== undefined) {
      if (++elements > MAX_ELEMENTS || path.length > MAX_DEPTH) return undefined;
      path.push({ name: opened, text: '', hasCdata: false, children: [] });
    } else if (closed !== undefined) {
      const element = closed === parent.name && parent !== root ? finished(parent) : undefined;
      if (!element) return undefined;
      path.pop();
      path.at(-1)?.children.push(element);
    } else if (empty !== undefined) {
      if (++elements > MAX_ELEMENTS) return undefined;
      parent.children.push({ name: empty, text: '', children: [] });
    } else if (cdata !== undefined) {
      parent.hasCdata = true;
      parent.text += cdata;
    } else {
      const plain = words === undefined ? undefined : unescaped(words);
      if (plain === undefined) return undefined;
      parent.text += plain;
    }
  }
  return path.length === 1 && finished(root) && root.children.length === 1 ? root.children[0] : undefined;
}

/** Between children nothing but white space may stand. */
function finished({ name, text, hasCdata, children }: Open): XmlElement | undefined {
  if (children.length === 0) return { name, text, children };
  return !hasCdata && /^[ \t\r\n]*$/.test(text) ? { name, text: '', children } : undefined;
}

function unescaped(words: string): string | undefined {
  if (words.includes(']]>')) return undefined;
  let strange = false;
  const plain = words.replace(/&(?:([a-z]{2,4});)?/g, (_, name?: string) => {
    const sign = name === undefined ? undefined : ENTITIES[name];
    strange ||= sign === undefined;
    return sign ?? '';
  });
  return strange ? undefined : plain;
}

/** The text of the one child of this name; `undefined` for none, several, or one that is empty. */
export function textIn(element: XmlElement | undefined, name: string): string | undefined {
  const found = element?.children.filter((child) => child.name === name) ?? [];
  return found.length === 1 ? found[0]?.text || undefined : undefined;
}

/** What an element of an answer holds: text, a number, further elements, or one element for each of several. */
export type XmlValue = string | number | XmlFields | readonly XmlFields[];
export interface XmlFields {
  readonly [name: string]: XmlValue;
}

/** @example writeXml({ xml: { Nonce: 'n', TimeStamp: 7 } }) // '<xml><Nonce><![CDATA[n]]></Nonce><TimeStamp>7</TimeStamp></xml>' */
export function writeXml(fields: XmlFields): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (isList(value) ? value : [value]).map((one) => `<${name}>${written(one)}</${name}>`))
    .join('');
}

const isList = (value: XmlValue): value is readonly XmlFields[] => Array.isArray(value);

function written(value: string | number | XmlFields): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  return writeXml(value);
}
