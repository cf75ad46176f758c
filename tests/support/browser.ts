/** Debian's Chromium under playwright, and a console on a free port for it. */
import { serve } from '@hono/node-server';
import { type Browser, chromium } from 'playwright-core';
import { createConsole } from '../../src/console/app.ts';
import type { ConsolePort } from '../../src/console/port.ts';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGS });
}

/** Serves a console at an address of its own until `close`. */
export async function serveConsole(port: ConsolePort): Promise<{ url: string; close: () => Promise<void> }> {
  const app = createConsole(port);
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const starting = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(starting));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Live events stay open until told otherwise.
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
