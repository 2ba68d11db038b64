import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { template } from './template.ts';

test('SES reports problems with our mails to the topic, and of a handover also that a server took it', () => {
  const problems = ['bounce', 'complaint', 'reject', 'deliveryDelay'];
  template.resourceCountIs('AWS::SES::ConfigurationSetEventDestination', 2);
  for (const [set, MatchingEventTypes] of [
    ['SendingEventsB7DE9CFD', problems],
    ['SendingHandoverEvents', [...problems, 'delivery']],
  ]) {
    template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      ConfigurationSetName: { Ref: set },
      EventDestination: { Enabled: true, MatchingEventTypes, SnsDestination: { TopicARN: Match.anyValue() } },
    });
  }
  template.hasResourceProperties('AWS::Lambda::Function', {
    Environment: {
      Variables: Match.objectLike({
        CONFIGURATION_SET: { Ref: 'SendingEventsB7DE9CFD' },
        HANDOVER_CONFIGURATION_SET: { Ref: 'SendingHandoverEvents' },
      }),
    },
  });
});

test('only our configuration set can publish to the topic, and only over TLS', () => {
  template.hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        Match.objectLike({
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'ses.amazonaws.com' },
          Condition: { StringEquals: { 'AWS:SourceAccount': Match.anyValue(), 'AWS:SourceArn': Match.anyValue() } },
        }),
      ]),
    },
  });
});

test('an event that cannot be delivered or processed goes to the dead-letter queue', () => {
  const deadLetters = Match.objectLike({ 'Fn::GetAtt': [Match.stringLikeRegexp('^FeedbackDeadLetters'), 'Arn'] });
  template.hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'lambda',
    RedrivePolicy: { deadLetterTargetArn: deadLetters },
  });
  template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: Match.stringLikeRegexp('^FeedbackFunction') },
    MaximumRetryAttempts: 2,
    DestinationConfig: { OnFailure: { Destination: deadLetters } },
  });
  template.hasResourceProperties('AWS::Lambda::Permission', { Principal: 'sns.amazonaws.com' });
});

test('the topic is an output, so that events can be tried out', () => {
  expect(template.findOutputs('*')['FeedbackTopicArn']).toBeDefined();
});
