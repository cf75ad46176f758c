/** What a channel's event is to the bot: whose it is, and what was said. */
import type { Stranger } from '../bot/binding.ts';
import { type Incoming, type IncomingForm, OUTSIDE } from '../channels/channel.ts';
import type { Instant } from '../core/day.ts';
import { type FormAnswers, sayForm } from '../core/form.ts';
import type { Message } from '../core/message.ts';
import type { ChannelName, Roster } from '../core/roster.ts';

/** Who sent an event; `undefined` for a stranger. */
export const personOf = (event: Incoming, roster: Roster): string | undefined =>
  ownerOf(roster, event.channel, event.user.ids);

/** Whose account one of these ids is: one that the roster lists itself, and no word that every object knows. */
function ownerOf(roster: Roster, channel: ChannelName, ids: readonly string[]): string | undefined {
  const identities = roster.file.channels?.[channel] ?? {};
  const known = ids.find((id) => Object.hasOwn(identities, id));
  return known === undefined ? undefined : identities[known];
}

export function messageOf(event: Incoming, person: string, roster: Roster, now: Instant): Message {
  return {
    id: event.ids[0],
    person,
    group: event.chat.kind === 'group' ? event.chat.id : null,
    at: Math.min(event.at, now),
    ...(event.text !== undefined && { text: event.text }),
    ...(event.edits !== undefined && { edits: event.edits }),
    ...(event.form && { text: sayForm(answersOf(event, event.form, roster)), answers: event.form.delivery }),
    ...(event.file && { file: event.file.name }),
    ...(event.unreadable !== undefined && { unreadable: event.unreadable }),
    ...(event.press && {
      press: {
        label: event.press.label,
        note: event.press.note,
        delivery: event.press.delivery,
        ...(event.press.typed && { typed: true }),
      },
    }),
  };
}

/** Answers with their people by name; somebody whom the roster doesn't know is asked for again. */
function answersOf(event: Incoming, { answers }: IncomingForm, roster: Roster): FormAnswers {
  const said = Object.entries(answers).flatMap(([name, value]) => {
    if (typeof value === 'string') return [[name, value]];
    const person = ownerOf(roster, event.channel, value.ids);
    return person === undefined ? [] : [[name, roster.nameOf(person)]];
  });
  return Object.fromEntries(said) as FormAnswers;
}

/** `undefined` where the platform doesn't say who it was. */
export function strangerOf(event: Incoming): Stranger | undefined {
  const [first, ...more] = event.user.ids;
  if (first === undefined) return undefined;
  return {
    channel: event.channel,
    ids: [first, ...more],
    bindable: event.user.ids.filter((id) => !id.startsWith(OUTSIDE)),
    ...(event.chat.kind === 'private' && event.text !== undefined && { text: event.text }),
  };
}
