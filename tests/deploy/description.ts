/**
 * schemathesis calls the API with requests that /openapi.json allows and with others. It uses the local stack: the
 * emulator starts each response through an API Gateway in Python, and the same number would take a quarter of an hour.
 */
import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../../infra/local/ports.ts';
import { run, until } from './process.ts';
import { cleanEnv, pythonCommand, root } from './python.ts';
import { remark } from './steps.ts';

const least = 5000;

/**
 * @param folder receives the stack's data and the report
 * @param signal ends it early
 */
export async function callAsDescribed(folder: string, signal: AbortSignal): Promise<void> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const data = join(folder, 'local');
  const env = cleanEnv({ PORT: String(port), INBOX_PORT: String(await freePort()), DATA_DIR: data });
  const stack = spawn('node', ['--import', 'tsx', 'infra/local/start.ts'], { cwd: root, env, stdio: 'ignore' });
  const ended = new Promise((resolve) => stack.once('exit', resolve));
  try {
    // The first answer takes longer than schemathesis waits where the machine has other work.
    await until('the local stack answers', () => fetch(`${url}/openapi.json`).catch(() => undefined), 300);
    const options = ['--workers', '2', '--seed', '1', '--max-examples', '140', '--generation-database', 'none'];
    const config = ['--config-file', join(import.meta.dirname, 'schemathesis.toml')];
    const address = [`${url}/openapi.json`, '--url', url];
    const said = await run(
      pythonCommand('schemathesis'),
      [...config, 'run', ...address, ...options, '--no-color', '--no-shrink'],
      { cwd: folder, env, signal },
    );
    const [, cases = ''] = /(\d+) generated/.exec(said) ?? [];
    remark(`${cases} cases`);
    assert.ok(Number(cases) >= least, said.slice(-1500));
  } finally {
    stack.kill('SIGTERM');
    await ended;
  }
}
