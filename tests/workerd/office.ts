/** The Worker as platforms and administrators reach it, with 临淄's example roster and a platform that a test plays. */
import { env, exports } from 'cloudflare:workers';
import { expect, vi } from 'vitest';
import type { RosterFile } from '../../src/core/roster.ts';
import type { Env } from '../../src/hosts/worker.ts';
import example from '../../src/rules/linzi/roster.example.json' with { type: 'json' };

export const { DISTRICT, ADMIN_TOKEN } = env as unknown as Env;
export const worker = (exports as unknown as { default: { fetch(url: string, init?: RequestInit): Promise<Response> } })
  .default;

/** What an administrator asks for. */
export const admin = (method: string, what: string, body?: string, token = ADMIN_TOKEN): Promise<Response> =>
  worker.fetch(`https://bot.test/admin/linzi/${what}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body !== undefined && { body }),
  });

export const rosterWith = (channels: RosterFile['channels']): Record<string, unknown> => ({ ...example, channels });

export async function bringRoster(channels: RosterFile['channels']): Promise<void> {
  const answer = await admin('PUT', 'roster', JSON.stringify(rosterWith(channels)));
  expect(await answer.json()).toEqual({ faults: [] });
}

/** What the Worker calls goes to the test, to the end of its file: what is still under way must not leave. `body` is the call's text. */
export function playPlatform(answer: (request: Request, url: URL, body: string) => Response | Promise<Response>): void {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input as string, init as RequestInit);
    return answer(request, new URL(request.url), await request.text());
  });
}

/** A counter as the metrics show it; all its labels together. */
export async function counted(name: string): Promise<number> {
  const lines = (await (await admin('GET', 'metrics')).text()).split('\n');
  return lines
    .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
}

/** A day far enough ahead for any rule. */
export function dayAhead(days = 40): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
}
