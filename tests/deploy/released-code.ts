/** The functions of the last release, built from its commit, and its command line. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { releasedCommit } from '../infra/released.ts';
import { run } from './process.ts';
import { cleanEnv, root } from './python.ts';
import { remark } from './steps.ts';

export interface ReleasedCode {
  /** Folder of its `package.json`. */
  readonly root: string;
  /** A folder with the bundle of each function. */
  readonly bundles: string;
}

/** @returns the code of the release, or today's where the release is not in the history of the repository */
export async function buildReleased(folder: string): Promise<ReleasedCode> {
  const options = { cwd: root, env: cleanEnv({}) };
  const from = join(folder, 'released');
  const isKnown = spawnSync('git', ['cat-file', '-e', `${releasedCommit}^{commit}`], options).status === 0;
  if (!isKnown) {
    remark(
      `commit ${releasedCommit.slice(0, 7)} is not in this clone: its template is deployed with today's functions`,
    );
    await run('node', ['--import', 'tsx', '--eval', bundleFrom(root)], options);
    return { root, bundles: join(root, 'dist', 'functions') };
  }
  await mkdir(from);
  const archive = join(folder, 'released.tar');
  await run('git', ['archive', '--output', archive, releasedCommit], options);
  await run('tar', ['--extract', '--file', archive, '--directory', from], options);
  // Its own dependencies may be older, but today's work for it as well. It also needs Powertools' logger, which is a
  // development dependency for this alone.
  await symlink(join(root, 'node_modules'), join(from, 'node_modules'));
  await run('node', ['--import', 'tsx', '--eval', bundleFrom(from)], { ...options, cwd: from });
  return { root: from, bundles: join(from, 'dist', 'functions') };
}

/** @returns the program that bundles the functions of that tree: the last release had it in another folder */
function bundleFrom(root: string): string {
  const path = ['./infra/build/bundle.ts', './infra/bundle.ts'].find((one) => existsSync(join(root, one)));
  return `import('${path}').then(({ bundleFunctions }) => bundleFunctions())`;
}
