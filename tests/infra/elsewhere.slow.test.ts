/** Resources in other regions, because AWS wants them there, and only where the configuration needs them. */
import { Aspects, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../infra/config.ts';
import { makeStacks } from '../../infra/stacks.ts';
import { describingApp, makeStack } from './stack.ts';

const everything = makeStack({
  domainName: 'sign.undersigned.example',
  hostedZoneId: 'Z0123456789ABC',
  hostedZoneName: 'undersigned.example',
  wafEnabled: 'true',
  sesRegion: 'eu-west-1',
});
const stacks = everything.node.root.node.children.filter((child) => Stack.isStack(child));
Aspects.of(everything.node.root).add(new AwsSolutionsChecks());
const templateOf = (region: string, of = stacks) => {
  const found = of.find((stack) => stack.region === region);
  if (!found) throw new Error(`nothing in ${region}`);
  return Template.fromStack(found);
};
const here = templateOf('eu-central-1');

test('there is one stack unless the configuration needs more', () => {
  expect(makeStack().node.root.node.children.filter((child) => Stack.isStack(child))).toHaveLength(1);
  expect(stacks.map(({ stackName, region }) => `${stackName} ${region}`).toSorted()).toEqual([
    'Undersigned eu-central-1',
    'Undersigned-eu-central-1-global us-east-1',
    'Undersigned-eu-central-1-sending eu-west-1',
  ]);
});

test('additional stacks are refused without an account', () => {
  const app = describingApp({ wafEnabled: true });
  const config = readConfig((name) => app.node.tryGetContext(name));
  expect(() => makeStacks(app, config, {})).toThrow('Sign in to AWS');
});

test('cdk-nag has no open findings in the additional stacks', () => {
  const about = Match.stringLikeRegexp('AwsSolutions-.*');
  const found = stacks.flatMap((stack) => {
    const annotations = Annotations.fromStack(stack);
    return [...annotations.findError('*', about), ...annotations.findWarning('*', about)];
  });
  expect(found.map(({ id, entry }) => `${id}: ${String(entry.data).slice(0, 120)}`)).toEqual([]);
});

describe('a custom domain', () => {
  const global = templateOf('us-east-1');

  test('has a certificate, an alarm before it expires, and points at the edge', () => {
    global.hasResourceProperties('AWS::CertificateManager::Certificate', {
      DomainName: 'sign.undersigned.example',
      ValidationMethod: 'DNS',
    });
    global.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'DaysToExpiry',
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 30,
      AlarmDescription: Match.stringLikeRegexp('See "certificate" in docs/operating\\.md\\.$'),
    });
    here.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['sign.undersigned.example'],
        ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021', SslSupportMethod: 'sni-only' },
        WebACLId: Match.anyValue(),
      },
    });
    for (const Type of ['A', 'AAAA']) {
      here.hasResourceProperties('AWS::Route53::RecordSet', { Type, Name: 'sign.undersigned.example.' });
    }
    const PUBLIC_URL = 'https://sign.undersigned.example';
    here.resourcePropertiesCountIs('AWS::Lambda::Function', { Environment: { Variables: { PUBLIC_URL } } }, 3);
  });

  test('in a foreign zone uses the given certificate, and its record is printed', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/1-2';
    const stack = makeStack({ domainName: 'sign.example.net', certificateArn });
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: { ViewerCertificate: { AcmCertificateArn: certificateArn } },
    });
    expect(JSON.stringify(template.findOutputs('DomainDns'))).toContain('sign.example.net CNAME ');
  });
});

test('the firewall limits requests by network and keeps no samples', () => {
  templateOf('us-east-1').hasResourceProperties('AWS::WAFv2::WebACL', {
    Scope: 'CLOUDFRONT',
    DefaultAction: { Allow: {} },
    VisibilityConfig: { SampledRequestsEnabled: false },
    Rules: [
      { Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 3000 } } },
      {
        Statement: {
          RateBasedStatement: {
            AggregateKeyType: 'IP',
            Limit: 300,
            ScopeDownStatement: { ByteMatchStatement: { SearchString: 'POST' } },
          },
        },
      },
    ],
  });
});

test('mail is sent in the region of SES, and its feedback comes back', () => {
  const sending = templateOf('eu-west-1');
  sending.resourceCountIs('AWS::SES::EmailIdentity', 1);
  sending.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'Reputation.BounceRate' });
  here.resourceCountIs('AWS::SES::EmailIdentity', 0);
  here.hasResourceProperties('AWS::Lambda::Function', { Environment: { Variables: { SES_REGION: 'eu-west-1' } } });
  here.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'lambda', Region: 'eu-west-1' });
  const allowed = JSON.stringify(here.findResources('AWS::IAM::Policy'));
  expect(allowed).toContain(':ses:eu-west-1:123456789012:identity/*');
});
