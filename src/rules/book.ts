import type { Day } from '../core/day.ts';
import type { Quote } from '../core/message.ts';
import { compareRefs } from './clause.ts';
import type { Clauses } from './clauses.ts';
import { sentencesWith } from './quote.ts';
import type { Provision, ProvisionOf, RuleModule, Silence } from './schema.ts';
import { ClauseSearch, type Hit } from './search.ts';
import type { Family } from './terms.ts';
import { expandTopics, TOPICS } from './topics.ts';
import type { ValueKind, ValueOf } from './value.ts';

/** What a rule says on a topic: the provisions that answer it, or its silence, or neither (no module yet). */
export interface OnTopic {
  provisions: readonly Provision[];
  silence?: Silence;
}

const NONE: OnTopic = { provisions: [] };

/**
 * One edition of one district's rules: its provisions and the official words of its clauses.
 * Immutable; every look-up is by index.
 */
export class RuleBook {
  readonly district: string;
  /** 临淄区 */
  readonly name: string;
  /** 临淄区人民政府工作规则 */
  readonly title: string;
  readonly edition: RuleModule['edition'];
  readonly provisions: readonly Provision[];
  readonly silences: readonly Silence[];
  readonly policyOnly: readonly string[];
  readonly clauses: Clauses;
  private readonly kinds: { [K in ValueKind]?: readonly ProvisionOf<K>[] } = {};
  private readonly topics = new Map<string, { provisions: Provision[]; silence?: Silence }>();
  private readonly complete = new Map<Family | undefined, boolean>();
  private readonly quotes = new Map<string, Quote>();
  private readonly stated = new Map<Provision, Quote>();
  /** The edition with the provisions of all its days. */
  private whole: RuleBook = this;
  private readonly snapshots = new Map<string, RuleBook>();
  private index: ClauseSearch | null = null;

  constructor(module: RuleModule, clauses: Clauses) {
    this.district = module.district;
    this.name = module.name;
    this.title = module.title;
    this.edition = module.edition;
    this.provisions = module.provisions;
    this.silences = module.silent;
    this.policyOnly = module.policyOnly;
    this.clauses = clauses;
    for (const provision of this.provisions) {
      for (const topic of provision.topics.flatMap(expandTopics)) this.topic(topic).provisions.push(provision);
    }
    for (const silence of this.silences) {
      for (const topic of silence.topics.flatMap(expandTopics)) this.topic(topic).silence = silence;
    }
  }

  /** All provisions of a kind, in the module's order. */
  byKind<K extends ValueKind>(kind: K): readonly ProvisionOf<K>[] {
    const known: readonly ProvisionOf<K>[] | undefined = this.kinds[kind];
    if (known) return known;
    const found = this.provisions.filter((p): p is ProvisionOf<K> => p.value.kind === kind);
    Object.assign(this.kinds, { [kind]: found });
    return found;
  }

  /** The first provision of a kind whose value fits. @example book.find('leave', (v) => v.of.includes('mayor')) */
  find<K extends ValueKind>(
    kind: K,
    fits: (value: ValueOf<K>, provision: ProvisionOf<K>) => boolean = () => true,
  ): ProvisionOf<K> | undefined {
    return this.byKind(kind).find((provision) => fits(provision.value, provision));
  }

  /** Whether the module says of every topic of a family (of all, without one) what the rule states of it or that it is silent. */
  isComplete(family?: Family): boolean {
    const known = this.complete.get(family);
    if (known !== undefined) return known;
    const complete = TOPICS.every((t) => (family !== undefined && t.family !== family) || this.topics.has(t.id));
    this.complete.set(family, complete);
    return complete;
  }

  /** What the rule says on a topic of topics.ts. */
  byTopic(topicId: string): OnTopic {
    return this.topics.get(topicId) ?? NONE;
  }

  /** The official words of a clause. Throws on a reference that the text doesn't have: no such clause may be cited. */
  quote(ref: string): Quote {
    const known = this.quotes.get(ref);
    if (known) return known;
    const text = this.clauses.resolve(ref);
    if (text === null) throw new RangeError(`《${this.title}》 has no clause ${ref}`);
    const quote = { ref, text };
    this.quotes.set(ref, quote);
    return quote;
  }

  /** A provision's clause with the sentence that states it. */
  stating(provision: Provision): Quote {
    const known = this.stated.get(provision);
    if (known) return known;
    const ref = provision.clauses[0] ?? '';
    const quote = { ref, text: sentencesWith(this.quote(ref).text, provision.phrase) };
    this.stated.set(provision, quote);
    return quote;
  }

  /** 《临淄区人民政府工作规则》第四十三条第二款、第四十四条 */
  cite(refs: string | readonly string[]): string {
    const list = typeof refs === 'string' ? [refs] : [...new Set(refs)].sort(compareRefs);
    return `《${this.title}》${list.map((ref) => this.clauses.say(ref)).join('、')}`;
  }

  /** The clauses nearest to a text, best first; the same text always finds the same. */
  search(text: string, limit = 3): Hit[] {
    this.index ??= new ClauseSearch(this.clauses);
    return this.index.search(text, limit);
  }

  /** The book as it stands on a day: without the provisions that start later or have ended. */
  on(day: Day): RuleBook {
    if (this.whole !== this) return this.whole.on(day);
    if (!this.provisions.some((p) => p.from || p.until)) return this;
    const inForce = this.provisions.filter((p) => (!p.from || p.from <= day) && (!p.until || day <= p.until));
    const key = inForce.map((p) => p.id).join(' ');
    const known = this.snapshots.get(key);
    if (known) return known;
    const snapshot = new RuleBook(this.module(inForce), this.clauses);
    snapshot.whole = this;
    this.snapshots.set(key, snapshot);
    return snapshot;
  }

  private module(provisions: readonly Provision[]): RuleModule {
    const { district, name, title, edition } = this;
    const parts = { provisions: [...provisions], silent: [...this.silences], policyOnly: [...this.policyOnly] };
    return { district, name, title, edition, ...parts };
  }

  private topic(id: string): { provisions: Provision[]; silence?: Silence } {
    const known = this.topics.get(id);
    if (known) return known;
    const fresh = { provisions: [] };
    this.topics.set(id, fresh);
    return fresh;
  }
}
