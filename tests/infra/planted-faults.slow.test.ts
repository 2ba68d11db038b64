/** Plants every fault that a review once found in the template. A check has to notice each. */
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { logicalIds } from '../../infra/logical-ids.ts';
import { limitFaults, nameFaults, regionlessFaults } from './aws-limits.ts';
import { releasedTemplate } from './released.ts';
import { template } from './template.ts';
import { templateFaults } from './template-faults.ts';
import { upgradeFaults } from './upgrade-faults.ts';

const tree = z.record(z.string(), z.unknown());
const resource = z.looseObject({ Type: z.string(), Properties: tree.optional() });
const templateSchema = z.looseObject({ Resources: z.record(z.string(), resource), Outputs: tree });
type Mutable = z.infer<typeof templateSchema>;

const sound = () => templateSchema.parse(structuredClone(template.toJSON()));
const place = { region: 'eu-central-1', stack: 'Undersigned' };
const placed = (of: object, deployment = 'one', region = place.region) => ({
  deployment,
  stackName: 'Undersigned',
  place: { ...place, region },
  template: of,
});

/** Every check of a template as it would be deployed. */
const checks = (of: object): string[] => [
  ...templateFaults(of),
  ...limitFaults(of),
  ...regionlessFaults(placed(of)),
  ...nameFaults([placed(of), placed(of, 'another', 'us-east-1')]),
  ...upgradeFaults(sound(), of),
];

function resourceOf({ Resources }: Mutable, id: string) {
  const found = Resources[id];
  if (!found) throw new Error(`there is no ${id}`);
  return found;
}

/** Changes the value at a path below the properties of a resource; `undefined` removes it. */
function change(of: Mutable, id: string, path: string, to: (was: unknown) => unknown): void {
  const found = resourceOf(of, id);
  found.Properties = tree.parse(changed(found.Properties ?? {}, path.split('.'), to));
}

function changed(value: unknown, [name, ...rest]: readonly string[], to: (was: unknown) => unknown): unknown {
  if (name === undefined) return to(value);
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === name ? changed(one, rest, to) : one));
  const { [name]: was, ...others } = tree.parse(value);
  const now = changed(was, rest, to);
  return now === undefined ? others : { ...others, [name]: now };
}

function move(of: Mutable, id: string): void {
  of.Resources[`Moved${id}`] = resourceOf(of, id);
  delete of.Resources[id];
}

test('there is no fault today', () => {
  expect(checks(sound())).toEqual([]);
});

const code = (of: Mutable, edit: (source: string) => string) =>
  change(of, logicalIds.viewerRequest, 'FunctionCode', (source) => edit(z.string().parse(source)));

/** Changes the statement that allows the mailer to send for identities. */
function sending(of: Mutable, to: (statement: Record<string, unknown>) => unknown): void {
  const [id = ''] = Object.keys(of.Resources).filter((name) => name.startsWith('MailMailerRoleDefaultPolicy'));
  change(of, id, 'PolicyDocument.Statement', (were) =>
    z
      .array(tree)
      .parse(were)
      .map((one) => (JSON.stringify(one).includes(':identity/') ? to(one) : one)),
  );
}

const kept = [
  ...([
    'table',
    'masterKey',
    'edgeSecret',
    'distribution',
    'api',
    'consoleUrl',
    'domainIdentity',
    'mailQueue',
  ] as const),
  ...([
    'mailQueuePolicy',
    'feedbackTopicPolicy',
    'feedbackSubscription',
    'apiRoute',
    'relayStream',
    'dashboard',
  ] as const),
];

/** Changes the one resource of a type whose properties contain a name. */
function changeNaming(of: Mutable, type: string, named: string, path: string, to: (was: unknown) => unknown): void {
  const found = Object.entries(of.Resources).filter(
    ([, one]) => one.Type === type && JSON.stringify(one.Properties).includes(named),
  );
  for (const [id] of found) change(of, id, path, to);
}

const planted: Readonly<Record<string, Readonly<Record<string, (of: Mutable) => void>>>> = {
  'the language of the edge': {
    'destructuring of the event': (of) =>
      code(of, (source) => source.replace('const request = event.request;', 'const { request, viewer } = event;')),
    'destructuring of a parameter': (of) =>
      code(of, (source) => source.replace('(one) => one.tag', '({ tag }) => tag')),
    'optional chaining': (of) => code(of, (source) => source.replace('event.viewer.ip', 'event.viewer?.ip')),
    'a method that the engine lacks': (of) => code(of, (source) => source.replace('.sort(', '.toSorted(')),
    'too much of it': (of) => code(of, (source) => `${source}\n// ${'x'.repeat(10_000)}`),
  },
  'the first mail in the sandbox': {
    'the sender’s identity alone': (of) =>
      sending(of, ({ Condition, ...statement }) => ({
        ...statement,
        Resource: 'arn:aws:ses:eu-central-1:123456789012:identity/undersigned.example',
      })),
    'whatever the sender': (of) => sending(of, ({ Condition, ...statement }) => statement),
  },
  'two regions in one account': {
    'an origin request policy without its region': (of) => {
      change(
        of,
        logicalIds.viewerPolicy,
        'OriginRequestPolicyConfig.Name',
        () => 'UndersignedEdgePoliciesViewer0283EBDE',
      );
    },
    'a response headers policy without its region': (of) => {
      change(of, logicalIds.headersPolicy, 'ResponseHeadersPolicyConfig.Name', () => 'UndersignedHeaders');
    },
    'a dashboard without its region': (of) => {
      change(of, logicalIds.dashboard, 'DashboardName', () => 'Undersigned');
    },
    'a role with a name of its own': (of) => {
      of.Resources['Role'] = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'mailer' } };
    },
  },
  'an upgrade': {
    ...Object.fromEntries(
      kept.map((name) => [`another logical id: ${name}`, (of: Mutable) => move(of, logicalIds[name])]),
    ),
    'a secret that is generated anew': (of) => {
      change(of, logicalIds.masterKey, 'GenerateSecretString.PasswordLength', () => 65);
    },
    'another key of the table': (of) => {
      change(of, logicalIds.table, 'KeySchema.0.AttributeName', () => 'id');
    },
    'a name for the table': (of) => {
      change(of, logicalIds.table, 'TableName', () => 'signatures');
    },
    'two indexes at once': (of) => {
      change(of, logicalIds.table, 'GlobalSecondaryIndexes', (were) => {
        const indexes = z.array(tree).parse(were);
        return [...indexes, { ...indexes[0], IndexName: 'another' }, { ...indexes[0], IndexName: 'third' }];
      });
    },
    'an index that changes in place': (of) => {
      change(of, logicalIds.table, 'GlobalSecondaryIndexes.0.Projection', () => ({ ProjectionType: 'ALL' }));
    },
  },
  'a first deployment that fails': {
    'a secret that stays': (of) => {
      of.Resources[logicalIds.masterKey] = { ...resourceOf(of, logicalIds.masterKey), DeletionPolicy: 'Retain' };
    },
    'an identity that stays, and is found by the next try': (of) => {
      of.Resources[logicalIds.domainIdentity] = {
        ...resourceOf(of, logicalIds.domainIdentity),
        DeletionPolicy: 'Retain',
      };
    },
  },
  'an account with ten executions': {
    'mail that is set aside after five receives': (of) => {
      change(of, logicalIds.mailQueue, 'RedrivePolicy.maxReceiveCount', () => 5);
    },
    'mailers without a limit': (of) => {
      changeNaming(of, 'AWS::Lambda::EventSourceMapping', logicalIds.mailQueue, 'ScalingConfig', () => undefined);
    },
    'other mails without a limit of mailers': (of) => {
      changeNaming(of, 'AWS::Lambda::EventSourceMapping', 'MailQueueOthers', 'ScalingConfig', () => undefined);
    },
    'more mailers than half of it': (of) => {
      const six = () => ({ MaximumConcurrency: 6 });
      changeNaming(of, 'AWS::Lambda::EventSourceMapping', 'MailQueueOthers', 'ScalingConfig', six);
    },
    'one queue for all mails': (of) => {
      const one = () => ({ 'Fn::GetAtt': [logicalIds.mailQueue, 'Arn'] });
      changeNaming(of, 'AWS::Lambda::EventSourceMapping', 'MailQueueOthers', 'EventSourceArn', one);
    },
    'scheduled runs that wait for hours': (of) => {
      const type = 'AWS::Lambda::EventInvokeConfig';
      changeNaming(of, type, 'Housekeeping', 'MaximumEventAgeInSeconds', () => 21_600);
    },
  },
  'errors at the edge': {
    'nothing said about them': (of) => {
      change(of, logicalIds.distribution, 'DistributionConfig.CustomErrorResponses', () => undefined);
    },
    'one of them kept for a second': (of) => {
      const place = 'DistributionConfig.CustomErrorResponses.9.ErrorCachingMinTTL';
      change(of, logicalIds.distribution, place, () => 1);
    },
  },
  'doors behind the edge': {
    'the address of the console is printed': (of) => {
      of.Outputs['ConsoleUrl'] = { Value: { 'Fn::GetAtt': [logicalIds.consoleUrl, 'FunctionUrl'] } };
    },
    'the address of the API is printed': (of) => {
      of.Outputs['ApiUrl'] = { Value: { 'Fn::GetAtt': [logicalIds.api, 'ApiEndpoint'] } };
    },
  },
  'the identity of the sender': {
    'bounces by mail, as is the default': (of) => {
      change(of, logicalIds.domainIdentity, 'FeedbackAttributes', () => undefined);
    },
    'gone with the stack': (of) => {
      const { DeletionPolicy, ...others } = resourceOf(of, logicalIds.domainIdentity);
      of.Resources[logicalIds.domainIdentity] = others;
    },
  },
};

describe.each(Object.entries(planted))('%s', (_, faults) => {
  test.each(Object.entries(faults))('%s', (_name, plant) => {
    const of = sound();
    plant(of);
    expect(of).not.toEqual(sound());
    expect(checks(of)).not.toEqual([]);
  });
});

test('the checks find the known faults in the template of the last release', () => {
  const found = checks(releasedTemplate('released')).join('\n');
  expect(found).toContain('ObjectBindingPattern');
  expect(found).toContain('an error 503 of one reader');
  expect(found).toContain('bounces are mailed to the sender');
  expect(found).toContain('may not send to a recipient in the sandbox');
  expect(found).toContain('is an address behind the edge');
  expect(found).toContain('mail is set aside when the account is full');
  expect(found).toContain('does not name Undersigned and eu-central-1');
  expect(found).toContain('SecretsMasterKey94670BE1: stays, and costs');
});
