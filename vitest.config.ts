import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The tests run the React that users get, which has no `jsxDEV`.
  oxc: { jsx: { runtime: 'automatic', development: false } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: '100%',
    env: { NODE_ENV: 'production' },
  },
});
