/**
 * Chats as tests: `周海涛 > 请假…` says, `周海涛 < submitted 43.2 | 已受理` hears, `-- 2026-03-03 09:00` moves the clock.
 * Between `<` and `|` stand status, clauses, (missing codes), [buttons]; after it, words that the text must contain.
 * Every delivery of a step must be listed: a message too many fails.
 */
import { expect, test } from 'vitest';
import { exampleRoster, openLibrary } from '../../src/cli/files.ts';
import { Rehearsal, type Step } from '../../src/cli/rehearsal.ts';
import { parseInstant } from '../../src/core/day.ts';
import type { Delivery } from '../../src/core/message.ts';
import { Roster } from '../../src/core/roster.ts';

const library = openLibrary({});

export interface ChatSettings {
  district: string;
  /** `2026-03-02 09:00`, Beijing time. */
  at: string;
}

interface Heard {
  who: string;
  status: string;
  clauses: string[];
  missing: string[];
  buttons: string[];
  words: string;
}

/** Registers one chat as a test. */
export function chat(title: string, settings: ChatSettings, transcript: string): void {
  test(title, () => {
    const roster = new Roster(exampleRoster(settings.district));
    const ids = new Map(roster.people.map((p) => [p.name, p.id]));
    const idOf = (name: string): string => {
      const id = ids.get(name);
      if (!id) throw new Error(`nobody called ${name} in ${settings.district}`);
      return id;
    };
    const rehearsal = new Rehearsal({
      district: settings.district,
      library,
      roster: roster.file,
      at: instant(settings.at),
    });
    try {
      for (const { step, heard, line } of steps(transcript, idOf)) {
        const got = rehearsal.run(step);
        expect(
          got.map((d) => show(d, roster)),
          line,
        ).toEqual(heard.map((h) => expectation(h, got, roster)));
      }
    } finally {
      rehearsal.close();
    }
  });
}

function instant(text: string): number {
  const at = parseInstant(text.replace(' ', 'T'));
  if (at === null) throw new Error(`no such time: ${text}`);
  return at;
}

interface Exchange {
  step: Step;
  heard: Heard[];
  line: string;
}

function steps(transcript: string, idOf: (name: string) => string): Exchange[] {
  const result: Exchange[] = [];
  for (const line of transcript
    .split('\n')
    .map((l) => l.trim())
    .filter(Boolean)) {
    const clock = /^-- (.+)$/.exec(line);
    const said = /^(\S+?)(?:@(\S+))? > (.*)$/.exec(line);
    const heard = /^(\S+) < (\S+)\s*([^|]*?)\s*(?:\|\s*(.*))?$/.exec(line);
    if (clock?.[1]) result.push({ step: { at: new Date(instant(clock[1])).toISOString() }, heard: [], line });
    else if (said) result.push({ step: sayStep(idOf(said[1] ?? ''), said[2], said[3] ?? ''), heard: [], line });
    else if (heard) result.at(-1)?.heard.push(...readHeard(heard));
    else throw new Error(`no chat line: ${line}`);
  }
  return result;
}

/** `[同意] 注意安全` presses, `{file.pdf} words` attaches, anything else is said. */
function sayStep(as: string, group: string | undefined, text: string): Step {
  const press = /^\[(.+?)\]\s*(.*)$/.exec(text);
  const file = /^\{(.+?)\}\s*(.*)$/.exec(text);
  const where = group ? { in: `group:${group}` } : {};
  if (press) return { as, press: press[1], ...(press[2] && { note: press[2] }), ...where };
  if (file) return { as, attach: file[1], ...(file[2] && { say: file[2] }), ...where };
  return { as, say: text, ...where };
}

/** One line for several who hear the same: `周海涛、吴敏 < to-attend`. */
function readHeard([, who = '', status = '', middle = '', words = '']: RegExpExecArray): Heard[] {
  const missing = /\((.*?)\)(?=\s|$)/.exec(middle.replace(/\d\(\d+\)/g, ''))?.[1];
  const buttons = /\[(.*?)\]/.exec(middle)?.[1];
  return who.split('、').map((one) => ({
    who: one,
    status,
    clauses: middle.match(/(?<![\w(])\d+(?:\.\d+(?:\(\d+\))?)?/g) ?? [],
    missing: missing?.split(/\s+/) ?? [],
    buttons: buttons?.split(/\s+/) ?? [],
    words,
  }));
}

const name = (id: string, roster: Roster): string => roster.person(id)?.name ?? id;

/** A delivery in the notation, with all of its text. */
function show(d: Delivery, roster: Roster): string {
  return [
    `${name(d.to, roster)} < ${d.status}`,
    d.clauses.join(' '),
    d.missing?.length ? `(${d.missing.join(' ')})` : '',
    d.buttons.length ? `[${d.buttons.join(' ')}]` : '',
    `| ${d.text}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** What a line expects, completed with the actual text when that contains the words: then both sides are equal. */
function expectation(h: Heard, got: readonly Delivery[], roster: Roster): string {
  const fits = got.find(
    (d) =>
      name(d.to, roster) === h.who &&
      d.status === h.status &&
      d.text.includes(h.words) &&
      (h.buttons.length === 0 || h.buttons.join() === d.buttons.join()) &&
      h.clauses.every((c) => d.clauses.includes(c)) &&
      (h.missing.length === 0 || h.missing.join() === (d.missing ?? []).join()),
  );
  return fits
    ? show(fits, roster)
    : `${h.who} < ${h.status} ${h.clauses.join(' ')} ${h.missing.length ? `(${h.missing.join(' ')})` : ''} | ${h.words}`;
}
