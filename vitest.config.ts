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
                DINGTALK_BASE_URL: 'http://dingtalk.test',
                DINGTALK_LINZI_APP_KEY: 'dingtestkey',
                DINGTALK_LINZI_APP_SECRET: 'test-app-secret',
                DINGTALK_LINZI_ROBOT_CODE: 'dingtestkey',
                DINGTALK_LINZI_CARD_TEMPLATE_ID: 'tpl.schema',
                DINGTALK_LINZI_CARD_SECRET: 'test-card-secret',
                DINGTALK_LINZI_TOKEN: 'testtoken',
                DINGTALK_LINZI_AES_KEY: '4g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ij',
                WECOM_BASE_URL: 'http://wecom.test',
                WECOM_LINZI_CORP_ID: 'ww1436e0e65a779aee',
                WECOM_LINZI_AGENT_ID: '1000002',
                WECOM_LINZI_SECRET: 'test-wecom-secret',
                WECOM_LINZI_TOKEN: 'QDG6eK',
                WECOM_LINZI_AES_KEY: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
              },
            },
          }),
        ],
        // The first call builds the Worker: on a busy machine that takes its time.
        test: {
          name: 'workerd',
          include: ['tests/workerd/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
