/** The acceptance against a deployed stack: it needs no engines of its own. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/system/acceptance/*.test.ts'],
    globalSetup: ['tests/fixtures/check-logs.ts'],
    setupFiles: ['tests/fixtures/capture-logs.ts'],
    testTimeout: 60_000,
  },
});
