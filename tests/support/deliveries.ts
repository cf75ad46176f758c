/** A leave to be approved, as tests of cards need it. */
import type { Dispatch } from '../../src/channels/channel.ts';
import type { Delivery } from '../../src/core/message.ts';

export const QUOTE = '依据：《临淄区人民政府工作规则》第四十三条第二款：“应提前3天报告”';

export function delivery(more: Partial<Delivery> = {}): Delivery {
  return {
    at: '2026-03-02T09:00:00+08:00',
    to: 'mayor',
    status: 'to-approve',
    about: 'leave',
    text: `周海涛副区长3月5日至3月7日去济南参加培训。\n${QUOTE}`,
    clauses: ['43.2'],
    quotes: [{ ref: '43.2', text: '应提前3天报告' }],
    buttons: ['同意', '不同意'],
    ...more,
  };
}

export const dispatch = (more: Partial<Dispatch> = {}, ...deliveries: Delivery[]): Dispatch => ({
  id: 7,
  to: { kind: 'person', ids: ['li'] },
  deliveries: [deliveries[0] ?? delivery(), ...deliveries.slice(1)],
  ...more,
});

/** The same, briefly, to a person by their id on the platform. */
export const dispatchTo = (receiver: string, more: Partial<Dispatch> = {}): Dispatch =>
  dispatch(
    { to: { kind: 'person', ids: [receiver] }, ...more },
    delivery({ text: '周海涛3月5日至3月7日去济南。', quotes: [] }),
  );
