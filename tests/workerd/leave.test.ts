import { runInDurableObject } from 'cloudflare:test';
import { beforeAll, expect, test } from 'vitest';
import { instantOf } from '../../src/core/day.ts';
import type { DistrictObject } from '../../src/hosts/worker.ts';
import roster from '../../src/rules/linzi/roster.example.json' with { type: 'json' };
import { DISTRICT, playPlatform } from './office.ts';

beforeAll(() => playPlatform(() => Response.json({})));

test('a leave filed in a Durable Object reaches the two people whom the rule names', async () => {
  const stub = DISTRICT.getByName('linzi-leave');
  const deliveries = await runInDurableObject(stub, async (object: DistrictObject) => {
    expect(await object.importRoster(roster)).toEqual([]);
    return object.receive({
      id: 'm1',
      person: 'head-slj',
      group: null,
      at: instantOf('2026-03-02', '09:00'),
      text: '我定于3月5日到济南参加全省水利工作会议，当天往返，由副局长马志远代为主持工作。',
    });
  });
  expect(deliveries.map((d) => [d.to, d.status, d.clauses])).toEqual(
    expect.arrayContaining([
      ['secretary', 'to-note', ['43.2']],
      ['mayor', 'to-note', ['43.2']],
      ['head-slj', 'submitted', ['43.2']],
    ]),
  );
});

test('the same message twice acts once', async () => {
  const stub = DISTRICT.getByName('linzi-twice');
  await runInDurableObject(stub, async (object: DistrictObject) => {
    await object.importRoster(roster);
    const message = {
      id: 'm1',
      person: 'gov-office',
      group: null,
      at: instantOf('2026-03-02', '09:00'),
      text: '区政府常务会议的纪要由谁签发？',
    };
    expect((await object.receive(message)).length).toBeGreaterThan(0);
    expect(await object.receive(message)).toEqual([]);
  });
});
