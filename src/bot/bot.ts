/**
 * A bot is one district's: one database, one roster, one library of rules, one clock handed in from outside.
 * All it does is `receive` and `tick`; each runs in one transaction.
 */

import type { Command, Context, Said } from '../../commands/command.ts';
import { COMMANDS } from '../../commands/index.ts';
import type { Instant } from '../core/day.ts';
import type { Decision, Effect } from '../core/decision.ts';
import { reply } from '../core/decision.ts';
import type { Matter } from '../core/matter.ts';
import type { Delivery, Message } from '../core/message.ts';
import { mark } from '../language/mark.ts';
import type { Library } from '../rules/library.ts';
import { quotesOf } from '../rules/quote.ts';
import { heedQuestion } from './asked.ts';
import { meetStranger, type Stranger } from './binding.ts';
import { apply, applyPlain, isPlain } from './effects.ts';
import { factsOf } from './facts.ts';
import { draftBehind } from './form.ts';
import { isClassified } from './gate.ts';
import { leading, readings } from './interpret.ts';
import { openMatter } from './open-matter.ts';
import { findPressed, pressStep } from './press.ts';
import { keepRefused, takeUp } from './remedy.ts';
import { correct, filedBy, recall } from './revise.ts';
import { severalMatters } from './several.ts';
import { runTimer } from './tick.ts';
import { audit, deliver, type Equipment, type Outgoing, startTurn, type Turn } from './turn.ts';
import { filesIn, fills, givesUp, keepFile, notUnderstood, ownerOf } from './unfinished.ts';

export interface BotParts extends Omit<Equipment, 'bookOn' | 'bookOf' | 'followUps'> {
  district: string;
  library: Library;
}

export interface Received {
  /** The event was seen before: nothing happened. */
  duplicate: boolean;
  deliveries: Delivery[];
}

/** What a voice message or a sticker is answered with. */
const UNREADABLE: Omit<Outgoing, 'to'> = {
  status: 'not-understood',
  about: 'help',
  text: '暂时不能识别语音、表情等消息，请用文字说明要办理的事项或要查询的规则，例如：“局长外出要提前几天报告？”。',
  quotes: [],
};

const FORM_OVER: Omit<Outgoing, 'to'> = {
  status: 'not-allowed',
  about: 'help',
  text: '该表单已提交或已失效。如需继续办理，请直接发消息说明。',
  quotes: [],
};

/** An unfinished request is forgotten after a day. */
const DRAFT_MS = 86_400_000;
export class Bot {
  readonly parts: BotParts;
  private readonly equipment: Equipment;

  constructor(parts: BotParts) {
    this.parts = parts;
    const { library, district } = parts;
    this.equipment = {
      ...parts,
      bookOn: (day) => library.inForce(district, day).book,
      bookOf: (edition) => library.book(district, edition),
      followUps: (turn, matter) => this.followUps(turn, matter),
    };
  }

  /** Takes one message in one transaction. Throws only on a fault of the program or the disk; nothing is stored then. */
  receive(message: Message, keys: readonly string[] = [message.id]): Received {
    return this.parts.store.transaction(() => this.take(message, keys));
  }

  /** Runs every reminder due by `now`, each at its own instant. */
  tick(now: Instant): Delivery[] {
    return this.parts.store.transaction(() => this.runTimers(now));
  }

  /** Somebody whom the roster doesn't know; nothing of what they say is kept but its keys. */
  meetStranger(stranger: Stranger, keys: readonly string[], at: Instant): Received {
    return this.act(at, keys[0] ?? null, (turn) => {
      if (!turn.store.inbox.firstTime(keys, at)) return { duplicate: true, deliveries: [] };
      meetStranger(turn, stranger);
      return { duplicate: false, deliveries: turn.delivered };
    });
  }

  /** An earlier message, by its id, was recalled; platforms don't tell by whom, what it filed does. */
  recall(message: string, keys: readonly string[], at: Instant): Received {
    return this.act(at, keys[0] ?? null, (turn) => {
      const { inbox } = turn.store;
      if (!inbox.firstTime(keys, at)) return { duplicate: true, deliveries: [] };
      // One that was recalled before it arrived is never acted on.
      const matter = inbox.firstTime([message], at) ? undefined : filedBy(turn, message);
      if (matter) {
        const { filedBy: person } = matter;
        audit(turn, person, '撤回消息', matter, { message });
        const decision = recall(turn, this.context(turn, person, null), matter);
        apply(turn, { person, chat: person, text: '' }, decision, this.settled);
      }
      return { duplicate: false, deliveries: turn.delivered };
    });
  }

  /** What happens without a message or a reminder, in one transaction: a send that failed, a word at the console. */
  act<R>(at: Instant, cause: string | null, work: (turn: Turn) => R): R {
    return this.parts.store.transaction(() => work(startTurn(this.equipment, at, cause)));
  }

  /** When the next reminder falls due. */
  nextAt(): Instant | null {
    return this.parts.store.timers.nextAt();
  }

  private take(message: Message, keys: readonly string[]): Received {
    const { store } = this.parts;
    if (!store.inbox.firstTime(keys, message.at)) return { duplicate: true, deliveries: [] };
    // What was edited before it arrived is the message; its own late coming is then a repeat.
    const late = message.edits !== undefined && store.inbox.firstTime([message.edits], message.at);
    const before = this.runTimers(message.at);
    const turn = startTurn(this.equipment, message.at, message.edits ?? message.id);
    const edited = late || message.edits === undefined ? undefined : filedBy(turn, message.edits, message.person);
    if (isClassified(message)) this.refuseClassified(turn, message);
    else this.handle(turn, message, edited);
    return { duplicate: false, deliveries: [...before, ...turn.delivered] };
  }

  private runTimers(now: Instant): Delivery[] {
    const delivered: Delivery[] = [];
    for (let timer = this.parts.store.timers.nextDue(now); timer; timer = this.parts.store.timers.nextDue(now)) {
      delivered.push(...runTimer(this.equipment, timer, this.settled).delivered);
    }
    return delivered;
  }

  /** Nothing of a classified message is kept but its id, sender, time and this verdict. */
  private refuseClassified(turn: Turn, message: Message): void {
    const { id, at, person } = message;
    turn.store.inbox.add({ id, at, person, chat: message.group, body: null, verdict: 'classified' });
    const book = turn.bookOn(turn.today);
    deliver(turn, {
      to: message.group ? `group:${message.group}` : person,
      status: 'refused',
      about: 'rule',
      text: '您发送的内容带有密级标志或注明涉密，本助手不予受理，内容未保存。请按保密规定通过涉密渠道办理，并及时删除本条消息。',
      quotes: quotesOf(book, book.byKind('confidentiality').slice(0, 1)),
    });
    audit(turn, person, '拒收涉密消息', null);
  }

  private handle(turn: Turn, message: Message, edited?: Matter): void {
    const { id, at, person, group, text, file, press } = message;
    turn.store.inbox.add({ id, at, person, chat: group, body: { text, file, press }, verdict: 'accepted' });
    audit(turn, person, press ? '按下按钮' : '发来消息', null, { message: id });
    const sender = turn.roster.person(person);
    if (!sender) {
      deliver(turn, {
        to: person,
        status: 'not-allowed',
        about: 'help',
        text: '您不在本区名册中，请联系区政府办公室添加。',
        quotes: [],
      });
      return;
    }
    const context = this.context(turn, person, group);
    if (message.unreadable) deliver(turn, { ...UNREADABLE, to: group ? `group:${group}` : person });
    else if (press) this.press(turn, context, message);
    else if (message.answers !== undefined) this.fillIn(turn, context, message, message.answers);
    else if (edited) this.correct(turn, context, message, edited);
    else this.say(turn, context, message);
  }

  private press(turn: Turn, context: Context, message: Message): void {
    const { press, person } = message;
    if (!press) return;
    turn.pressed = press.typed ? undefined : press.delivery;
    const found = findPressed(turn, person, press.label, press.delivery);
    if (!found) return;
    const command = COMMANDS.find((c) => c.about === found.matter.about && c.pressed);
    const own = command?.pressed?.({ ...found, label: press.label, note: press.note }, context);
    const speaker = { person, chat: person, text: '' };
    if (own) apply(turn, speaker, own, this.settled);
    else pressStep(turn, found, person, press.label, press.note, this.settled);
  }

  /** A filled-in form goes on with the request that asked for it, and with no other. */
  private fillIn(turn: Turn, context: Context, message: Message, delivery: number): void {
    const row = turn.store.outbox.get(delivery);
    const draft = row?.to === message.person ? draftBehind(turn.store, row) : undefined;
    const owner = draft && ownerOf(draft);
    if (!draft || !owner || turn.now - draft.at > DRAFT_MS) {
      deliver(turn, { ...FORM_OVER, to: message.person });
      return;
    }
    turn.store.drafts.remove(draft.person, draft.chat);
    const decision = owner.decide(this.mark(context, message), context, draft.request);
    const speaker = { person: message.person, chat: message.person, text: message.text ?? '' };
    apply(turn, speaker, decision, this.settled);
  }

  private correct(turn: Turn, context: Context, message: Message, matter: Matter): void {
    const said = this.mark(context, message);
    const decision = correct(turn, matter, (isIts, facts) => {
      const now = { ...context, facts: facts(context.facts) };
      const own = readings(COMMANDS, said, now).find(({ command }) => isIts(command));
      return own ? own.command.decide(said, now) : notUnderstood(said, now);
    });
    const speaker = { person: message.person, chat: message.person, text: said.marked.text };
    apply(turn, speaker, decision, this.settled);
  }

  private say(turn: Turn, context: Context, message: Message): void {
    const chat = message.group ? `group:${message.group}` : message.person;
    const said = this.mark(context, message);
    const decision = this.decide(turn, context, said, chat);
    const speaker = { person: message.person, chat: this.replyTo(decision, message, chat), text: said.marked.text };
    apply(turn, speaker, decision, this.settled);
  }

  private mark(context: Context, message: Message): Said {
    const marked = mark(message.text ?? '', context.roster, context.calendar, context.now, context.sender);
    return { marked, files: message.file ? [message.file] : [] };
  }

  /** In a group answers and refusals go to the group; what is said of a matter is for the person alone. */
  private replyTo(decision: Decision, message: Message, chat: string): string {
    const open = decision.effects.some((e) => OWN.includes(e.do));
    const own = ['submitted', 'recorded', 'incomplete'].includes(decision.status);
    return open || own ? message.person : chat;
  }

  private decide(turn: Turn, context: Context, spoken: Said, chat: string): Decision {
    const { drafts } = turn.store;
    const own = context.sender.id;
    const kept = drafts.get(own, chat) ?? (chat === own ? undefined : drafts.get(own, own));
    const draft = kept && turn.now - kept.at <= DRAFT_MS ? kept : undefined;
    const said = draft?.request.sent ? { ...spoken, files: [...filesIn(draft.request), ...spoken.files] } : spoken;
    if (!said.marked.text && said.files.length > 0 && (!draft || draft.request.sent)) return keepFile(said);
    const found = readings(COMMANDS, said, context);
    if (draft?.request.sent) drafts.remove(draft.person, draft.chat);
    else if (draft?.request.refused) {
      const again = takeUp(draft, said, context, found);
      if (again) drafts.remove(draft.person, draft.chat);
      if (again) return again;
    } else if (draft) {
      if (givesUp(said, draft, context)) {
        drafts.remove(draft.person, draft.chat);
        return reply(draft.about, 'recorded', '好的，未完成的申请已取消。');
      }
      const owner = ownerOf(draft);
      if (owner && fills(owner, draft, found, said)) {
        drafts.remove(draft.person, draft.chat);
        return owner.decide(said, context, draft.request);
      }
    }
    const several = severalMatters(said, context);
    if (several) return several;
    const lead = leading(found);
    if (!lead) return notUnderstood(said, context);
    const { command } = 'two' in lead ? lead.two[0] : lead.one;
    return keepRefused(command, said, heedQuestion(said, context, command, command.decide(said, context)));
  }

  private context(turn: Turn, person: string, group: string | null): Context {
    const sender = turn.roster.person(person) ?? { id: person, name: person, position: 'staff', unit: '' };
    return {
      district: this.parts.district,
      book: turn.bookOn(turn.today),
      library: this.parts.library,
      roster: turn.roster,
      calendar: turn.calendar,
      now: turn.now,
      today: turn.today,
      sender,
      group,
      facts: factsOf(turn.store),
    };
  }

  private followUps(turn: Turn, matter: Matter): Effect[] {
    const command: Command | undefined = COMMANDS.find((c) => c.about === matter.about && c.settled);
    return command?.settled?.(matter, this.context(turn, matter.owner, null)) ?? [];
  }

  /** Asks the matter's command what follows, and does it. */
  private readonly settled = (turn: Turn, matter: Matter): void => {
    for (const effect of this.followUps(turn, matter)) {
      if (effect.do === 'open') openMatter(turn, effect.matter.owner, effect.matter, this.settled);
      else if (isPlain(effect))
        applyPlain(turn, { person: matter.owner, chat: matter.owner, text: '' }, effect, this.settled);
    }
  };
}

/** What is the speaker's own matter, not the group's. */
const OWN: readonly Effect['do'][] = ['open', 'press', 'restart', 'take-back'];
