import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/workerd/**', 'node_modules/**'],
          testTimeout: 60_000,
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                ADMIN_TOKEN: 'a token of the tests, 32 characters or more',
                FEISHU_BASE_URL: 'http://feishu.test',
                FEISHU_LINZI_APP_ID: 'cli_test',
                FEISHU_LINZI_APP_SECRET: 'test-app-secret',
                FEISHU_LINZI_ENCRYPT_KEY: 'test-encrypt-key',
                FEISHU_LINZI_VERIFICATION_TOKEN: 'test-verification-token',
              },
            },
          }),
        ],
        test: { name: 'workerd', include: ['tests/workerd/**/*.test.ts'] },
      },
    ],
  },
});
