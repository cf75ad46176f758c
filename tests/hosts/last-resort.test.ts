/** What nobody caught: the server says so in a line without anybody's words, and ends, to be started anew by whatever watches it. */
import { afterAll, expect, test } from 'vitest';
import { ServerProcess } from '../support/server.ts';

const server = new ServerProcess({}, {});
afterAll(() => server.remove());

test.each(['exception', 'rejection'])('an %s is logged and ends the process with 1', async (kind) => {
  await server.start({ preload: 'throws-later.mjs', env: { THROWS: kind } });
  expect(await server.stop('SIGUSR2')).toBe(1);
  const line = server.told.split('\n').find((one) => one.includes('uncaught'));
  expect(JSON.parse(line ?? '{}')).toMatchObject({
    level: 'error',
    event: 'uncaught',
    name: 'TypeError',
    code: 'E_TEST',
  });
  expect(server.told).not.toContain('就医');
  expect(server.told).not.toMatch(/\n\s+at /);
});
