/** Who may look after the assistant itself: its sends and the accounts of others. */
import type { Context } from './command.ts';

/** 区政府办公室主任, and whoever receives for the office. */
export const isOffice = ({ roster, sender }: Pick<Context, 'roster' | 'sender'>): boolean =>
  sender.position === 'office-director' || roster.bodiesOf(sender.id).includes('government-office');
