import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/workerd/**', 'node_modules/**'],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
