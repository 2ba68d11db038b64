/** Entry of the CDK app, named in `cdk.json`. */
import { join } from 'node:path';
import { Annotations, App } from 'aws-cdk-lib';
import { bundleFunctions } from './build/bundle.ts';
import { readConfig } from './config.ts';
import { settingsIn } from './config-file.ts';
import { ConfigError, missingSettings } from './config-messages.ts';
import { refusePlaceholders } from './placeholder-guard.ts';
import { makeStacks } from './stacks.ts';

try {
  const app = new App();
  const config = readConfig(settingsIn(join(import.meta.dirname, '..'), (name) => app.node.tryGetContext(name)));
  const { CDK_DEFAULT_ACCOUNT: account, CDK_DEFAULT_REGION: region } = process.env;
  await bundleFunctions(config.documentArchitecture);
  const stack = makeStacks(app, config, { account, region });
  for (const sentence of missingSettings(config)) Annotations.of(stack).addWarningV2('undersigned:undecided', sentence);
  refusePlaceholders(stack, missingSettings(config));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
