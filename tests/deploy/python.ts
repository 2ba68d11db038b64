/** The Python tools of the test in pinned versions, in a virtual environment of their own. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Env, run } from './process.ts';

export const root = join(import.meta.dirname, '..', '..');
const venvOf = (name: string) => join(root, '.venv', name);

/** @returns the path of a command of that environment */
export const pythonCommand = (name: string, environment = 'deploy') => join(venvOf(environment), 'bin', name);

/**
 * The part of our environment that children may see: no credentials, no profile, nothing that refers to a real account.
 */
export function cleanEnv(more: Env): Env {
  const passed = ['HOME', 'LANG', 'PIP_CERT', 'PIP_FIND_LINKS', 'PIP_INDEX_URL', 'PIP_CONFIG_FILE', 'SSL_CERT_FILE'];
  const kept = passed.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  // Node 24 first: the emulator starts functions with the `node` that it finds.
  const { PATH = '' } = process.env;
  return { ...Object.fromEntries(kept), PATH: `${join(root, 'node_modules', '.bin')}:${PATH}`, ...more };
}

/**
 * Installs the pinned packages once; later runs reuse them.
 * @param file with the pinned packages of that environment
 */
export async function installPython(
  environment = 'deploy',
  file = join(import.meta.dirname, 'requirements.txt'),
): Promise<void> {
  const venv = venvOf(environment);
  const python = pythonCommand('python', environment);
  const stamp = join(venv, 'installed.txt');
  const wanted = readFileSync(file, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const options = { cwd: root, env: cleanEnv({}) };
  await run('python3', ['-m', 'venv', '--clear', venv], options);
  // Python compiles what it imports; pip would compile everything.
  const quickly = ['--quiet', '--no-compile', '--disable-pip-version-check'];
  await run(python, ['-m', 'pip', 'install', ...quickly, '--requirement', file], options);
  await run('cp', [file, stamp], options);
}
