/** Cloud assemblies, which the CDK writes before it deploys them. */
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Processor } from '../../infra/build/bundle-document.ts';
import { run } from './process.ts';
import { cleanEnv, root } from './python.ts';

export const secretariatEmail = 'secretariat@convener.example';

/** The emulator runs functions on this machine. */
export const architecture: Processor = process.arch === 'arm64' ? 'arm64' : 'x64';

const chosen = {
  documentArchitecture: architecture,
  mailFrom: 'Example Convener <letters@convener.example>',
  secretariatEmail,
};

interface Described {
  /** The program that describes the stack. */
  readonly app: string;
  /** Settings of its owner. */
  readonly settings: Readonly<Record<string, string>>;
  /** Whether the CDK validates the template, which takes it several seconds. */
  readonly isValidated?: boolean;
}

/**
 * Writes the templates and assets of an app. Needs no emulator, so it can be done before there is one.
 *
 * @param output a folder that does not exist yet
 * @returns the folder
 */
export async function assemble(output: string, { app, settings, isValidated = false }: Described): Promise<string> {
  // All assemblies share the archives of their assets, which take longer to make than anything else.
  const archives = join(dirname(output), 'archives');
  await Promise.all([mkdir(output), mkdir(archives, { recursive: true })]);
  await symlink(archives, join(output, '.cache'));
  const env = cleanEnv({ AWS_EC2_METADATA_DISABLED: 'true', CDK_VALIDATION: String(isValidated) });
  const context = Object.entries({ ...chosen, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['synth', '--quiet', '--output', output, '--app', `tsx tests/deploy/${app}`, ...context];
  await run('cdk', args, { cwd: root, env });
  return output;
}
