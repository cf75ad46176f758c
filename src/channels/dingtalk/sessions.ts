/** 会话 Webhook: addresses at which conversations can be answered for a while, kept in memory only; they are secrets. */
import type { Instant } from '../../core/day.ts';
import type { Address, Incoming } from '../channel.ts';
import type { SessionOffer } from './events.ts';

/** Not used in its last minute: the clocks differ. */
const MARGIN_MS = 60_000;
const MANY = 5_000;

export class Sessions {
  private readonly origins: ReadonlySet<string>;
  private readonly byChat = new Map<string, SessionOffer>();

  /** `origins`: the only ones that an address may have; messages are not trusted to name others. */
  constructor(origins: ReadonlySet<string>) {
    this.origins = origins;
  }

  /** Remembers where a message's conversation can be answered. */
  keep({ chat, user }: Incoming, offer: SessionOffer): void {
    if (!this.isAllowed(offer.url)) return;
    const key = chat.kind === 'group' ? groupKey(chat.id) : personKey(user.ids[0] ?? '');
    this.byChat.delete(key);
    this.byChat.set(key, offer);
    // The oldest goes first: a map keeps the order in which it was filled.
    const [oldest] = this.byChat.keys();
    if (this.byChat.size > MANY && oldest !== undefined) this.byChat.delete(oldest);
  }

  /** The living address of a receiver's conversation. */
  find(to: Address, now: Instant): string | undefined {
    const keys = to.kind === 'group' ? [groupKey(to.id)] : to.ids.map(personKey);
    const offer = keys.flatMap((key) => this.byChat.get(key) ?? [])[0];
    return offer && now < offer.until - MARGIN_MS ? offer.url : undefined;
  }

  /** Forgets an address that has died before its time. */
  drop(url: string): void {
    for (const [key, offer] of this.byChat) if (offer.url === url) this.byChat.delete(key);
  }

  private isAllowed(address: string): boolean {
    if (!URL.canParse(address)) return false;
    const { origin, username, password } = new URL(address);
    return this.origins.has(origin) && username === '' && password === '';
  }
}

const personKey = (id: string): string => `person:${id}`;
const groupKey = (id: string): string => `group:${id}`;
