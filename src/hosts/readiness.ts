/** Whether messages could be stored now: looked at so often that a fault shows, and goes, within five seconds. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';

const CHECK_MS = 1_000;
/** A disk that takes longer for a page is taken for one that takes none. */
const SLOW_MS = 3_000;
const PAGE = Buffer.alloc(4096);

export interface Readiness {
  /** What keeps the server from being ready, in Chinese; empty when nothing does. */
  reasons(): readonly string[];
  stop(): void;
}

/** A district as far as it can be out of order; `fault` says why, in Chinese. */
interface Checked {
  id: string;
  fault(): string | null;
}

export function watchReadiness(
  dataDir: string,
  districts: () => readonly Checked[],
  onError: (error: unknown) => void,
): Readiness {
  let faults: string[] = [];
  let folderFault = false;
  let writingSince: number | undefined;

  /** Writes where the databases are; off the main thread, because it waits for the disk. */
  async function writeFile(): Promise<void> {
    const file = await open(join(dataDir, '.writable'), 'w');
    try {
      await file.write(PAGE);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  function checkFolder(): void {
    if (writingSince !== undefined) {
      folderFault ||= performance.now() - writingSince > SLOW_MS;
      return;
    }
    writingSince = performance.now();
    writeFile()
      .then(
        () => (folderFault = false),
        (error: unknown) => {
          folderFault = true;
          onError(error);
        },
      )
      .finally(() => (writingSince = undefined));
  }

  const timer = setInterval(() => {
    checkFolder();
    faults = districts().flatMap((district) => {
      const fault = district.fault();
      return fault === null ? [] : [`${district.id}：${fault}`];
    });
  }, CHECK_MS);

  return {
    reasons: () => (folderFault ? ['数据目录不可写', ...faults] : faults),
    stop: () => clearInterval(timer),
  };
}
