/**
 * The one schema of rule modules: what a clause states, as typed data. The judge decides from a
 * provision's `value`, the answerer answers from the same provision, and both cite its clauses.
 */
import { z } from 'zod';
import { FAMILIES } from './terms.ts';
import { type ValueKind, type ValueOf, value } from './value.ts';

/** `43`, `43.2`, `64.1(2)` */
export const clauseRef = z.string().regex(/^\d+(\.\d+(\(\d+\))?)?$/, 'a clause reads 43, 43.2 or 64.1(2)');

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'a day reads YYYY-MM-DD');

export const provision = z.strictObject({
  /** Unique in its module, e.g. `leave.heads`. */
  id: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/),
  family: z.enum(FAMILIES),
  /** The paragraph or item that holds `phrase`; further references may follow it. */
  clauses: z.array(clauseRef).min(1),
  /** Key words, verbatim in the first clause (white space aside). */
  phrase: z.string().min(4),
  /** One Chinese sentence, answer first, complete in itself, without article numbers. */
  says: z.string().min(4),
  /** Topics (see topics.ts) that this provision answers. */
  topics: z.array(z.string()),
  value,
  /** What the rule leaves to people's judgement, in Chinese. */
  leftOut: z.string().optional(),
  /** Set where an edition's provision starts late or ends early; default: as long as the edition. */
  from: day.optional(),
  until: day.optional(),
});
export type Provision = z.infer<typeof provision>;
export type ProvisionOf<K extends ValueKind> = Provision & { value: ValueOf<K> };

/** A point on which the rule is silent: stated, not omitted. `nearest` is quoted without a claim. */
export const silence = z.strictObject({
  topics: z.array(z.string()).min(1),
  nearest: clauseRef,
  /** What is not stated, e.g. 规则未规定区政府全体会议的法定到会人数。 */
  says: z.string().min(4),
});
export type Silence = z.infer<typeof silence>;

/** One edition of one district's rules; the official text stands beside it as `text.txt`. */
export const ruleModule = z.strictObject({
  district: z.string(),
  /** 临淄区 */
  name: z.string(),
  /** 《临淄区人民政府工作规则》 without the brackets */
  title: z.string(),
  edition: z.strictObject({
    /** Day of issue, also the edition's id. */
    issued: day,
    inForceFrom: day,
    number: z.string().optional(),
    source: z.string(),
    lastChecked: day,
  }),
  provisions: z.array(provision),
  silent: z.array(silence),
  /** Articles that set policy and state nothing that a bot acts on. */
  policyOnly: z.array(clauseRef),
});
export type RuleModule = z.infer<typeof ruleModule>;
