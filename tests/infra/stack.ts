/** The stack for the tests, with the context of `cdk.json`. The functions are bundled once for the whole run. */
import { App } from 'aws-cdk-lib';
import { readConfig } from '../../infra/config.ts';
import type { UndersignedStack } from '../../infra/stack.ts';
import { makeStacks } from '../../infra/stacks.ts';
import { defaultContext } from './context.ts';

/** @returns an app that only describes: it copies no bundles, which would take most of the time */
export function describingApp(context: Record<string, unknown> = {}): App {
  const withoutCopies = { 'aws:cdk:disable-asset-staging': true };
  return new App({ context: { ...defaultContext(), ...withoutCopies, ...context }, treeMetadata: false });
}

export function makeStack(context: Record<string, unknown> = {}): UndersignedStack {
  const app = describingApp(context);
  const config = readConfig((name) => app.node.tryGetContext(name));
  return makeStacks(app, config, { account: '123456789012', region: 'eu-central-1' });
}
