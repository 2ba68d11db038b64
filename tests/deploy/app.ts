/**
 * The same stack as in `infra/app.ts`, with its template adapted to the emulator (`adapt.ts`). It is deployed as the
 * caller: the emulator does not know the condition `aws:ResourceAccount` of the roles that `cdk bootstrap` creates.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { bundleFunctions } from '../../infra/build/bundle.ts';
import { readConfig } from '../../infra/config.ts';
import { missingSettings } from '../../infra/config-messages.ts';
import { refusePlaceholders } from '../../infra/placeholder-guard.ts';
import { makeStacks } from '../../infra/stacks.ts';
import { adaptToEmulator } from './adapt.ts';
import { asCaller } from './as-caller.ts';

const app = new App(asCaller());
const config = readConfig((name) => app.node.tryGetContext(name));
await bundleFunctions(config.documentArchitecture);
const stack = makeStacks(app, config, {});
refusePlaceholders(stack, missingSettings(config));
const file = app.synth().getStackArtifact(stack.artifactId).templateFullPath;
const template = adaptToEmulator(
  JSON.parse(readFileSync(file, 'utf8')),
  String(app.node.tryGetContext('functionsCall')),
);
writeFileSync(file, JSON.stringify(template));
