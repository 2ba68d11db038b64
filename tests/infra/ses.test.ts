import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { makeStack } from './stack.ts';
import { template } from './template.ts';

test('mail is signed by the domain, and bounces come back to it', () => {
  template.hasResourceProperties('AWS::SES::EmailIdentity', {
    EmailIdentity: 'undersigned.example',
    MailFromAttributes: { MailFromDomain: 'bounce.undersigned.example', BehaviorOnMxFailure: 'USE_DEFAULT_VALUE' },
  });
});

test.each(['domain', 'address'])(
  'an identity for the %s outlives the stack and forwards no bounces by mail',
  (kind) => {
    const made = Template.fromStack(makeStack({ senderIdentity: kind }));
    made.hasResource('AWS::SES::EmailIdentity', {
      // A failed first deployment deletes the identity, which would block the next one.
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
      Properties: { FeedbackAttributes: { EmailForwardingEnabled: false } },
    });
    const trial = Template.fromStack(makeStack({ senderIdentity: kind, retainData: 'false' }));
    trial.hasResource('AWS::SES::EmailIdentity', { DeletionPolicy: 'Delete' });
  },
);

test('without a zone of ours, the records are printed, ready to paste', () => {
  const printed = Object.entries(template.findOutputs('*'))
    .filter(([name]) => name.startsWith('MailDns'))
    .map(([, { Value }]) => JSON.stringify(Value));
  expect(printed).toHaveLength(5);
  expect(printed[0]).toMatch(/DkimDNSTokenName1.*" CNAME ".*DkimDNSTokenValue1/);
  expect(printed[3]).toMatch(/bounce\.undersigned\.example MX 10 feedback-smtp\./);
  expect(printed[4]).toContain('bounce.undersigned.example TXT \\"v=spf1 include:amazonses.com ~all\\"');
});

test('in a zone of ours, the records are created', () => {
  const zone = { hostedZoneId: 'Z0123456789ABC', hostedZoneName: 'undersigned.example' };
  const made = Template.fromStack(makeStack(zone));
  const types = Object.values(made.findResources('AWS::Route53::RecordSet')).map(({ Properties }) => Properties.Type);
  expect(types).toEqual(['CNAME', 'CNAME', 'CNAME', 'MX', 'TXT']);
  expect(Object.keys(made.findOutputs('*')).filter((name) => name.startsWith('MailDns'))).toEqual([]);
});

test('a single address can send, for a trial without DNS, and so can an existing identity', () => {
  const address = Template.fromStack(makeStack({ senderIdentity: 'address' }));
  address.hasResourceProperties('AWS::SES::EmailIdentity', { EmailIdentity: 'letters@undersigned.example' });
  address.resourceCountIs('AWS::SES::EmailIdentity', 1);
  Template.fromStack(makeStack({ senderIdentity: 'existing' })).resourceCountIs('AWS::SES::EmailIdentity', 0);
});
