/** Each deployment keeps within AWS's limits, and two of them can be in one account. */
import { Stack, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../infra/config.ts';
import { makeStacks } from '../../infra/stacks.ts';
import { limitFaults, limits, measured, nameFaults, type Placed, regionlessFaults, uniqueNames } from './aws-limits.ts';
import { releasedTemplate } from './released.ts';
import { describingApp } from './stack.ts';

const account = '123456789012';

/** @returns every stack of a deployment, as it would be in that region */
function deploymentIn(region: string, chosen: Record<string, unknown> = {}): Placed[] {
  const app = describingApp(chosen);
  const config = readConfig((name) => app.node.tryGetContext(name));
  makeStacks(app, config, { account, region });
  const stacks = app.node.children.filter((child) => Stack.isStack(child));
  return stacks.map((stack) => ({
    deployment: `${config.stackName} of ${region}`,
    stackName: config.stackName,
    // A stack without an explicit region is deployed to the region of the deployment.
    place: { account, region: Token.isUnresolved(stack.region) ? region : stack.region, stack: stack.stackName },
    template: Template.fromStack(stack).toJSON(),
  }));
}

const zone = { hostedZoneId: 'Z0123456789ABC', hostedZoneName: 'example.org' };
const everything = {
  ...zone,
  domainName: 'sign.example.org',
  wafEnabled: true,
  sesRegion: 'eu-west-1',
  customerKey: true,
};
const moved = { ...everything, domainName: 'new.example.org', senderIdentity: 'existing' };
const kinds: readonly (readonly [string, Placed[]])[] = [
  ['the default', deploymentIn('eu-central-1')],
  ['everything', deploymentIn('eu-central-1', everything)],
  ['the longest names', deploymentIn('ap-southeast-1', { instance: 'abcdefghijklmnopqrst' })],
  ['a busy site', deploymentIn('us-east-1', { requestsPerSecond: 1250, mailerConcurrency: 100 })],
];

describe.each(kinds)('%s', (_, stacks) => {
  test('keeps within the limits of AWS', () => {
    expect(stacks.flatMap(({ template }) => limitFaults(template))).toEqual([]);
  });

  test('puts stack and region into the names that are unique in an account', () => {
    expect(stacks.flatMap(regionlessFaults)).toEqual([]);
  });
});

test.each([
  ['two regions', deploymentIn('eu-central-1'), deploymentIn('us-east-1')],
  [
    'two instances',
    deploymentIn('eu-central-1'),
    deploymentIn('eu-central-1', { instance: 'staging', mailFrom: 'letters@staging.example' }),
  ],
  [
    'two regions with all that there is',
    deploymentIn('eu-central-1', everything),
    deploymentIn('ap-southeast-1', moved),
  ],
  [
    'an instance named after a region',
    deploymentIn('eu-central-1'),
    deploymentIn('us-east-1', { instance: 'eu', mailFrom: 'letters@eu.example' }),
  ],
])('%s can be in one account', (_, one, other) => {
  expect(nameFaults([...one, ...other])).toEqual([]);
});

test('the last release could not be deployed in two regions of one account', () => {
  const released = (region: string): Placed => ({
    deployment: region,
    stackName: 'Undersigned',
    place: { region, stack: 'Undersigned' },
    template: releasedTemplate('released'),
  });
  const faults = nameFaults([released('eu-central-1'), released('us-east-1')]).join('\n');
  expect(faults).toContain('AWS::CloudFront::OriginRequestPolicy UndersignedEdgePoliciesViewer0283EBDE');
  expect(faults).toContain('AWS::CloudFront::ResponseHeadersPolicy UndersignedEdgePoliciesHeadersF415E91E');
  expect(faults).toContain('AWS::CloudWatch::Dashboard Undersigned');
});

test('each limit measures something and cites a page of AWS', () => {
  const templates = kinds.flatMap(([, stacks]) => stacks.map(({ template }) => template));
  for (const limit of limits) {
    expect(limit.page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    const sizes = templates.flatMap((template) => measured(limit, template).map(({ size }) => size));
    expect(Math.max(...sizes), limit.what).toBeGreaterThan(0);
  }
  for (const { page } of uniqueNames) expect(page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
});
