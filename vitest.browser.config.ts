import { defineConfig } from 'vitest/config';

/** Drives the console in Debian's Chromium (.ci/install-chromium); `npm test` leaves these out. */
export default defineConfig({
  test: { include: ['tests/browser/**/*.test.ts'], testTimeout: 20_000, hookTimeout: 30_000 },
});
