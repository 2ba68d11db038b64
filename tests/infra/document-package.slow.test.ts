/** The package of the document function fits into Lambda, with room for fonts to grow. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyNativeModules, copyTemplates } from '../../infra/build/bundle-document.ts';

/** Unzipped, in bytes. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const lambdaLimit = 250 * 1024 * 1024;

it('is well below the size that Lambda takes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'undersigned-package-'));
  try {
    await copyTemplates(folder);
    await copyNativeModules(folder, process.arch === 'arm64' ? 'arm64' : 'x64');
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
    const bytes = paths.map((path) => statSync(path)).reduce((sum, { size }) => sum + size, 0);
    expect(bytes).toBeGreaterThan(100 * 1024 * 1024);
    // The bundle itself and its other modules are some megabytes.
    expect(bytes).toBeLessThan(lambdaLimit - 50 * 1024 * 1024);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
