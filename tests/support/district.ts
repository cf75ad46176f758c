import { announcedCalendar } from '../../src/calendar/calendar.ts';
import type { Channel } from '../../src/channels/channel.ts';
import { exampleRoster, openLibrary } from '../../src/cli/files.ts';
import { sha256 } from '../../src/cli/rehearsal.ts';
import type { RosterFile } from '../../src/core/roster.ts';
import { District, type DistrictParts } from '../../src/hosts/district.ts';
import { openOnDisk } from '../../src/hosts/on-disk.ts';

/** 临淄 in this process, as the server opens it: everybody of its example roster has their own id as account. */
export function openLinzi(file: string, channels: readonly Channel[], more: Partial<DistrictParts> = {}): District {
  const roster = exampleRoster('linzi');
  const accounts = Object.fromEntries(roster.people.map(({ id }) => [id, id]));
  const known = Object.fromEntries(channels.map(({ name }) => [name, accounts]));
  return openDistrict({ ...roster, channels: known }, file, channels, more);
}

/** A roster's district in this process, as the server opens it. */
export function openDistrict(
  roster: RosterFile,
  file: string,
  channels: readonly Channel[],
  more: Partial<DistrictParts> = {},
): District {
  return new District({
    id: roster.district,
    database: openOnDisk(file),
    library: openLibrary({}),
    calendar: announcedCalendar,
    retentionDays: 400,
    firstRoster: () => roster,
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
