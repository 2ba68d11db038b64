/**
 * Reads the owner's settings from a separate file, which new versions never change. `cdk.json` comes with the
 * repository and holds the settings of CDK; a setting left there by an earlier version is refused, so that there is one
 * place to look.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { settingNames } from './config.ts';
import { ConfigError, configFile, placeholders, sentences } from './config-messages.ts';

const values = z.record(z.string(), z.unknown());
const cdkJson = z.object({ context: values.default({}) });

/**
 * @param root folder with both files
 * @param fromCommandLine `app.node.tryGetContext`: values of `-c name=value`, which take precedence
 * @returns a function that looks up a setting; the placeholders where there is no file yet
 * @throws ConfigError with one sentence per mistake
 */
export function settingsIn(
  root: string,
  fromCommandLine: (name: string) => unknown = () => undefined,
): (name: string) => unknown {
  const { context } = cdkJson.parse(JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')));
  const left = settingNames.filter((name) => Object.hasOwn(context, name));
  if (left.length > 0) throw new ConfigError(left.map(sentences.leftInCdkJson).join('\n'));
  const chosen = readFile(join(root, configFile)) ?? { ...placeholders };
  const unknown = Object.keys(chosen).filter((name) => !settingNames.includes(name));
  if (unknown.length > 0) throw new ConfigError(unknown.map(sentences.unknownSetting).join('\n'));
  return (name) => fromCommandLine(name) ?? chosen[name];
}

function readFile(path: string): Record<string, unknown> | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const parsed = values.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ConfigError(sentences.notJson(error.message));
  }
  throw new ConfigError(sentences.noObject);
}
