import { announcedCalendar } from '../../src/calendar/calendar.ts';
import type { Channel } from '../../src/channels/channel.ts';
import { exampleRoster, openLibrary } from '../../src/cli/files.ts';
import { sha256 } from '../../src/cli/rehearsal.ts';
import { District, type DistrictParts } from '../../src/hosts/district.ts';
import { openOnDisk } from '../../src/hosts/on-disk.ts';

/** 临淄 in this process, as the server opens it: everybody of its example roster has their own id as account. */
export function openLinzi(file: string, channels: readonly Channel[], more: Partial<DistrictParts> = {}): District {
  const roster = exampleRoster('linzi');
  const accounts = Object.fromEntries(roster.people.map(({ id }) => [id, id]));
  return new District({
    id: 'linzi',
    database: openOnDisk(file),
    library: openLibrary({}),
    calendar: announcedCalendar,
    firstRoster: () => ({ ...roster, channels: Object.fromEntries(channels.map(({ name }) => [name, accounts])) }),
    channels,
    now: Date.now,
    sha256,
    makeCode: () => '12345678',
    random: Math.random,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onError: () => undefined,
    ...more,
  });
}
