/** 离职: a platform says that somebody's account is gone; the roster is the office's to change. */
import { CHANNELS, type ChannelName, type Person, sayPerson } from '../core/roster.ts';
import { deliver, type Turn } from './turn.ts';

export function tellDeparted(turn: Turn, person: Person, channel: ChannelName): void {
  for (const { id } of turn.roster.receiversOf('government-office')) {
    if (id === person.id) continue;
    deliver(turn, {
      to: id,
      body: 'government-office',
      status: 'notice',
      about: 'help',
      text: `${CHANNELS[channel]}通知：${sayPerson(person)}的账号已离职或注销。请核对名册；名册和绑定未自动改动，需要时可回复“解除${person.name}的绑定”。`,
      quotes: [],
    });
  }
}
