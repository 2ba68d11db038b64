/**
 * Writes the templates of every kind of deployment that the configuration allows, into a folder each, for cfn-lint.
 * They have no account, so nothing is looked up.
 */
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { bundleFunctions } from '../../infra/build/bundle.ts';
import { readConfig } from '../../infra/config.ts';
import { makeStacks } from '../../infra/stacks.ts';
import { defaultContext } from '../infra/context.ts';

const domain = { domainName: 'sign.example.org', mailFrom: 'letters@example.org' };
const kinds: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  plain: {},
  trial: { retainData: false, senderIdentity: 'address', logRetentionDays: 7 },
  everything: {
    ...domain,
    instance: 'staging',
    hostedZoneId: 'Z0123456789',
    hostedZoneName: 'example.org',
    wafEnabled: true,
    sesRegion: 'eu-west-1',
    alarmEmail: 'duty@example.org',
  },
  certificate: {
    ...domain,
    certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000',
    senderIdentity: 'existing',
  },
};

const [, , folder = ''] = process.argv;
/** Copying the bundles into each folder would take most of the time. */
const withoutCopies = { 'aws:cdk:disable-asset-staging': true };

await bundleFunctions();
for (const [name, chosen] of Object.entries(kinds)) {
  const app = new App({ outdir: join(folder, name), context: { ...defaultContext(), ...withoutCopies, ...chosen } });
  const config = readConfig((key) => app.node.tryGetContext(key));
  makeStacks(app, config, { account: '123456789012', region: 'eu-central-1' });
  app.synth();
}
