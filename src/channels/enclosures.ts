/** 随附文件: papers that follow their message as files. Whatever becomes of them, the message itself has been sent. */
import type { Instant } from '../core/day.ts';
import type { Address, Call, Dispatch, Enclosure } from './channel.ts';
import { Recent, RecentSet } from './recent.ts';

/** How one platform takes a file. */
export interface FilePlatform {
  maxBytes: number;
  /** Whether a file sent again with the same key is recognised as a repeat. */
  knowsKeys: boolean;
  /** Answers the platform's name for an uploaded file. */
  upload(name: string, bytes: Uint8Array): Promise<string>;
  send(to: Address, file: string, name: string, key: string): Promise<void>;
}

/** Platforms keep an upload for days. */
const UPLOAD_MS = 86_400_000;
/** An upload, and a message. */
const CALLS_A_FILE = 2;

/** One app's files: a paper is uploaded once, however many get it, and follows a message once. */
export class Enclosures {
  private readonly uploads = new Recent<{ at: Instant; file: Promise<string> }, string>();
  /** Keys that this process has used, and those whose files are on their way. */
  private readonly used = new RecentSet<string>();
  private readonly followed = new RecentSet<string>();
  private readonly platform: FilePlatform;
  private readonly now: () => Instant;

  constructor(platform: FilePlatform, now: () => Instant) {
    this.platform = platform;
    this.now = now;
  }

  /**
   * A call that lets the dispatch's papers follow once the message is sent, without waiting for them. A message that an
   * earlier process may have sent already may have had its files then: they follow only where a repeat is recognised.
   */
  along(call: Call, { to, enclosures = [], replaces }: Dispatch): Call {
    if (enclosures.length === 0 || replaces !== undefined) return call;
    return {
      ...call,
      cost: (call.cost ?? 1) + CALLS_A_FILE * enclosures.length,
      messages: 1 + enclosures.length,
      send: async (key, inDoubt) => {
        const mayHaveFollowed = inDoubt === true && !this.used.has(key) && !this.platform.knowsKeys;
        this.used.add(key);
        const result = await call.send(key, inDoubt);
        if (result.kind === 'sent' && !mayHaveFollowed && !this.followed.has(key)) {
          this.followed.add(key);
          void this.follow(to, enclosures, key);
        }
        return result;
      },
    };
  }

  /** One after another; one that fails stays where its link, or the console, has it. */
  private async follow(to: Address, enclosures: readonly Enclosure[], key: string): Promise<void> {
    for (const [i, enclosure] of enclosures.entries()) {
      await this.uploaded(enclosure)
        .then((file) => this.platform.send(to, file, enclosure.name, `${key}-f${i}`))
        .catch(() => undefined);
    }
  }

  private uploaded(enclosure: Enclosure): Promise<string> {
    const known = this.uploads.get(enclosure.id);
    if (known && this.now() < known.at + UPLOAD_MS) return known.file;
    const file = this.upload(enclosure);
    this.uploads.set(enclosure.id, { at: this.now(), file });
    // One that failed is tried anew for the next receiver.
    file.catch(() => this.uploads.delete(enclosure.id));
    return file;
  }

  private async upload({ name, load }: Enclosure): Promise<string> {
    const bytes = await load();
    if (bytes.length === 0 || bytes.length > this.platform.maxBytes) throw new RangeError('file size');
    return this.platform.upload(name, bytes);
  }
}
