/** 依据变动: nobody exchanges what the bot decides by without the office hearing of it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { announcedCalendar, Calendar } from '../../src/calendar/calendar.ts';
import { exampleRoster } from '../../src/cli/files.ts';
import type { RosterFile } from '../../src/core/roster.ts';
import { PROJECT_RULES } from '../../src/hosts/rule-files.ts';
import { Library } from '../../src/rules/library.ts';
import { memorySource } from '../rules/memory-source.ts';
import { openDistrict } from '../support/district.ts';
import { MemoryDistrict } from '../support/memory-district.ts';

const AT = '2026-03-02T09:05:00+08:00';
const HEARD = '办理依据有变动';

describe('a roster', () => {
  let place: MemoryDistrict;
  beforeEach(async () => {
    place = new MemoryDistrict({ a_office: 'gov-office', a_head: 'head-slj', a_town: 'town-1' }, AT);
    await place.start();
  });
  afterEach(() => place.stop());

  async function change(to: (file: RosterFile) => RosterFile): Promise<string[]> {
    const { rosters } = place.district.store;
    rosters.add(to(rosters.current() as RosterFile), Date.parse(AT));
    await place.district.reloadRoster();
    await place.district.reloadRoster();
    return place.heard('a_office');
  }
  const audited = (): string[] =>
    place.district.store.audit
      .page(0, 100)
      .filter(({ action }) => action === '依据变动')
      .map(({ detail }) => String(detail.change));

  test('at the first start tells nobody', async () => {
    expect(await place.heard('a_office')).toEqual([]);
    expect(audited()).toEqual([]);
  });

  test('imported once more as it was tells nobody', async () => {
    expect(await change((file) => file)).toEqual([]);
  });

  test('with other people is told to the office once, with who they are, and stands in the audit', async () => {
    const heard = await change((file) => {
      const [first, ...others] = file.people.filter(({ id }) => id !== 'town-2');
      const fresh = { id: 'new', name: '贺新民', position: 'staff', unit: '水利局' } as const;
      return { ...file, people: [{ ...first, name: '齐改名' } as RosterFile['people'][number], ...others, fresh] };
    });
    expect(heard).toEqual([expect.stringContaining(HEARD)]);
    expect(heard[0]).toContain('名册新增1人（贺新民）；名册变更1人（齐改名）；名册移除1人（');
    expect(audited()).toHaveLength(1);
  });

  test('that hands accounts or the office itself to others is told to who had it before', async () => {
    const heard = await change((file) => ({
      ...file,
      bodies: { ...file.bodies, 'government-office': ['head-slj'] },
      channels: { feishu: { ...file.channels?.feishu, a_other: 'mayor' } },
    }));
    expect(heard).toEqual([expect.stringContaining('名册中的机构接收人有变动；名册中的平台账号有变动')]);
    expect(await place.heard('a_head')).toEqual([expect.stringContaining(HEARD)]);
  });
});

describe('between two starts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'basis-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (file: string): string => readFileSync(join(PROJECT_RULES, 'linzi', '2025-04-03', file), 'utf8');
  const OLD = { text: read('text.txt'), module: read('provisions.json') };
  /** The same words, issued anew. */
  const NEW = {
    text: OLD.text.replace('2025年4月3日', '2026年6月1日'),
    module: OLD.module.replaceAll('2025-04-03', '2026-06-01'),
  };

  async function startWith(library: Library, calendar: Calendar): Promise<string[]> {
    const district = openDistrict(exampleRoster('linzi'), join(folder, 'linzi.sqlite'), [], {
      library,
      calendar,
      now: () => Date.parse(AT),
    });
    await district.start();
    const heard = district.store.outbox.ofRecipient('gov-office', 100).map(({ text }) => text);
    await district.stop();
    return heard;
  }

  test('an edition that came and a year of holidays that went are told once', async () => {
    const [, ...fewer] = announcedCalendar.notices;
    expect(await startWith(new Library(memorySource({ 'linzi@2025-04-03': OLD })), announcedCalendar)).toEqual([]);
    for (let starts = 0; starts < 2; starts += 1) {
      const heard = await startWith(
        new Library(memorySource({ 'linzi@2025-04-03': OLD, 'linzi@2026-06-01': NEW })),
        new Calendar(fewer),
      );
      expect(heard).toEqual([expect.stringContaining('规则版本新增2026-06-01；放假安排撤下')]);
    }
  });
});
