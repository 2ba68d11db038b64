import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}', 'shared/**/*.test.ts', 'functions/**/*.test.ts'],
    globalSetup: ['tests/fixtures/engines.ts', 'tests/fixtures/check-logs.ts'],
    setupFiles: ['tests/fixtures/capture-logs.ts'],
    env: { POWERTOOLS_METRICS_DISABLED: 'true', METRIC_NAMESPACE: 'Undersigned' },
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // One more than cores: the crash test mostly waits.
    maxWorkers: 3,
    // Each file makes its own table and world; loading the code anew for each would be a third of the work.
    isolate: false,
  },
});
