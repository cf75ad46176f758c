/** Who one acts as and where, read from the address. */

import { type ChatView, firstPerson } from './pages/chat.ts';
import type { ConsolePort } from './port.ts';

/**
 * The first district and its first head of a department where the address names none;
 * `undefined` where it names somebody or some district that doesn't exist.
 */
export function chatView(
  port: ConsolePort,
  districtId: string | undefined,
  personId: string | undefined,
  group: string | undefined,
): ChatView | undefined {
  const { chat, records } = port;
  const districts = port.districts();
  const district = districtId === undefined ? districts[0] : districts.find((d) => d.id === districtId);
  if (!district || !chat || !records) return undefined;
  const roster = records.roster(district.id);
  const person = personId === undefined ? firstPerson(roster) : roster.person(personId);
  if (!person) return undefined;
  return { port, chat, records, district, person, group: group?.startsWith('group:') ? group : null };
}
