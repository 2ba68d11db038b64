/**
 * Files that the document function needs beside its bundle: templates, fonts, and two native modules for the processor
 * on which the function runs, the typesetter and the decoders of pictures. Together they are some 150 MB; Lambda takes
 * 250 MB.
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { findFontFiles } from '../../shared/document/font-files.ts';

const projectRoot = join(import.meta.dirname, '..', '..');
const modules = join(projectRoot, 'node_modules');

const typesetter = '@myriaddreamin/typst-ts-node-compiler';
const decoders = 'sharp';
/** Modules that a bundle cannot hold. */
export const nativeModules: readonly string[] = [typesetter, decoders];
export type Processor = 'arm64' | 'x64';

/** @returns the packages of the native modules, for Linux on that processor */
const packagesFor = (processor: Processor) => [
  ...[typesetter, `${typesetter}-linux-${processor}-gnu`],
  ...[decoders, '@img/colour', 'detect-libc', 'semver'],
  ...[`@img/sharp-linux-${processor}`, `@img/sharp-libvips-linux-${processor}`],
];

/** Copies the templates: all that a bundle needs which is not deployed. */
export async function copyTemplates(folder: string): Promise<void> {
  await cp(join(projectRoot, 'functions', 'document', 'templates'), join(folder, 'templates'), { recursive: true });
}

/** Copies fonts with their licences, and the native modules for Linux on that processor. */
export async function copyNativeModules(folder: string, processor: Processor): Promise<void> {
  const { fonts, licences } = findFontFiles(join(modules, '@expo-google-fonts'));
  await mkdir(join(folder, 'fonts'), { recursive: true });
  for (const path of fonts) await cp(path, join(folder, 'fonts', basename(path)));
  for (const { family, path } of licences) await cp(path, join(folder, 'fonts', `${family}.LICENSE.txt`));
  for (const name of packagesFor(processor)) {
    await cp(join(await modulesWith(name), name), join(folder, 'node_modules', name), { recursive: true });
  }
}

const lockfile = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional(), integrity: z.string().optional() })),
});
const read = async (path: string) => lockfile.parse(JSON.parse(await readFile(path, 'utf8'))).packages;

/**
 * npm installs native modules for the machine that it runs on only, so the one for Lambda may have to be fetched.
 *
 * @returns a `node_modules` folder with the package, exactly as the lockfile names it
 * @throws when the registry has another package under that name
 */
async function modulesWith(name: string): Promise<string> {
  if (existsSync(join(modules, name))) return modules;
  const locked = (await read(join(projectRoot, 'package-lock.json')))[`node_modules/${name}`];
  if (!locked?.version || !locked.integrity) throw new Error(`package-lock.json does not name ${name}`);
  const prefix = join(projectRoot, 'dist', 'fetched', `${basename(name)}-${locked.version}`);
  const fetched = join(prefix, 'node_modules');
  if (!existsSync(join(fetched, name))) {
    await mkdir(prefix, { recursive: true });
    const platform = ['--os=linux', `--cpu=${name.includes('arm64') ? 'arm64' : 'x64'}`, '--libc=glibc'];
    // npm 11 refuses a package for another processor that is named itself, unless it is forced. The lockfile's integrity
    // is compared below.
    const quiet = ['--force', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
    const run = promisify(execFile);
    await run('npm', ['install', '--prefix', prefix, ...platform, ...quiet, `${name}@${locked.version}`]);
  }
  const got = (await read(join(fetched, '.package-lock.json')))[`node_modules/${name}`];
  if (got?.integrity !== locked.integrity) throw new Error(`${name} is not the package that package-lock.json names`);
  return fetched;
}
