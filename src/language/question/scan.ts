import { type Branch, CONCEPTS, phraseTree } from '../lexicon/index.ts';

/** A word of the lexicon found in a text. */
export interface Hit {
  concepts: readonly number[];
  from: number;
  to: number;
}

/**
 * The lexicon's words in a text, in order; a word inside a longer one is not counted (区长 in 副区长办公会),
 * unless the longer one is open. One pass: the longest phrase bounds the work per character.
 */
export function scan(text: string): Hit[] {
  const hits: Hit[] = [];
  const root = phraseTree();
  let covered = 0;
  for (let from = 0; from < text.length; from++) {
    let at: Branch | undefined = root;
    let closed: Hit | undefined;
    let open: Hit | undefined;
    for (let i = from; i < text.length && at; i++) {
      at = at.next.get(text.charCodeAt(i));
      if (at?.concepts) closed = { concepts: at.concepts, from, to: i + 1 };
      if (at?.open) open = { concepts: at.open, from, to: i + 1 };
    }
    if (open && open.to > covered) hits.push(open);
    if (!closed || closed.to <= covered) continue;
    covered = closed.to;
    if (closed.concepts.length > 0) hits.push(closed);
  }
  return hits;
}

export const weightOf = (concept: number): number => CONCEPTS[concept]?.weight ?? 0;
