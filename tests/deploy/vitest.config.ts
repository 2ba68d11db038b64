/** The acceptance tests against a deployed stack. They need no engines of their own. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/system/acceptance/*.test.ts'],
    globalSetup: ['tests/fixtures/check-logs.ts'],
    setupFiles: ['tests/fixtures/capture-logs.ts'],
    testTimeout: 60_000,
  },
});
