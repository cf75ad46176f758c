/** What an official text becomes: articles 条, paragraphs 款, items 项, and the faults met on the way. */

export interface Item {
  item: number;
  text: string;
}

export interface Paragraph {
  text: string;
  items: Item[];
}

/** 条 under its chapter's title. */
export interface Article {
  article: number;
  chapter: string;
  paragraphs: Paragraph[];
}

/**
 * `missing` a number is left out · `repeated` a number comes again later · `two-under-one` two articles in a row
 * bear one number · `order` a number comes late · `joined` two articles stand on one line (read all the same) ·
 * `unplaced` words that belong to no clause.
 */
export type FaultKind =
  | 'no-articles'
  | 'missing'
  | 'repeated'
  | 'two-under-one'
  | 'order'
  | 'joined'
  | 'chapter'
  | 'item'
  | 'unplaced'
  | 'date';

const GRAVE: readonly FaultKind[] = ['no-articles', 'repeated', 'two-under-one'];

/** Whether a text with such a fault would be cited wrongly, so that it must not be served. */
export const isGrave = (fault: TextFault): boolean => GRAVE.includes(fault.kind);

/** Something that could not be read for certain; `says` is for people. */
export interface TextFault {
  line: number;
  kind: FaultKind;
  says: string;
}

/** Where a clause stands in the text, and its number as printed (`第五条`, `(二)`). */
export interface Mark {
  line: number;
  label: string;
}

/** What a text says about itself; a field is absent where the text does not say it. */
export interface Metadata {
  /** 临淄区人民政府工作规则 */
  title?: string;
  /** 张政发〔2022〕7号 */
  number?: string;
  /** Day of issue, `YYYY-MM-DD`. */
  issued?: string;
  /** Day of 施行, where it is not the day of issue. */
  inForceFrom?: string;
}

export interface OfficialText {
  articles: Article[];
  /** By reference: `43`, `43.2`, `64.1(2)`. */
  marks: ReadonlyMap<string, Mark>;
  metadata: Metadata;
  faults: TextFault[];
}
