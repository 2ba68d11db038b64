/**
 * Least privilege, proven by the run: each call of a function to AWS in the whole test is granted by the template for
 * real deployments, and each grant is used or has a reason.
 */
import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { AwsCall } from '../system/faults/proxy.ts';
import { deployedFunctions } from './aws.ts';
import { constructOf, type Instance } from './instance.ts';

const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([z.array(schema), schema.transform((one) => [one])]);
const policy = z.object({
  Type: z.literal('AWS::IAM::Policy'),
  Properties: z.object({
    PolicyDocument: z.object({
      Statement: z.array(
        z.object({
          Effect: z.enum(['Allow', 'Deny']),
          Action: oneOrMore(z.string()),
          Resource: oneOrMore(z.unknown()),
        }),
      ),
    }),
  }),
});
const template = z.object({ Resources: z.record(z.string(), z.unknown()) });

/**
 * Reasons for grants that are not used here, by the start of the grant, with the function's name first where it is
 * about one.
 */
const justified: Readonly<Record<string, string>> = {
  'logs:': 'Lambda itself writes what a function prints',
  'sqs:ReceiveMessage MailQueue': 'Lambda itself reads the queue for the mailer',
  'sqs:DeleteMessage MailQueue': 'the same',
  'sqs:ChangeMessageVisibility MailQueue': 'the same',
  'sqs:GetQueueUrl MailQueue': 'the same',
  'sqs:GetQueueAttributes MailQueue': 'the same',
  'sqs:SendMessage FeedbackDeadLetters': 'Lambda itself sets aside what failed',
  'sqs:GetQueueUrl FeedbackDeadLetters': 'the same',
  'sqs:GetQueueAttributes FeedbackDeadLetters': 'the same',
  'sqs:SendMessage RelayDeadLetters': 'the same',
  'sqs:GetQueueUrl RelayDeadLetters': 'the same',
  'sqs:GetQueueAttributes RelayDeadLetters': 'the same',
  'sqs:SendMessage DocumentDeadLetters': 'the same',
  'sqs:GetQueueUrl DocumentDeadLetters': 'the same',
  'sqs:GetQueueAttributes DocumentDeadLetters': 'the same',
  'dynamodb:DescribeStream': 'Lambda itself reads the stream for the relay',
  'dynamodb:GetRecords': 'the same',
  'dynamodb:GetShardIterator': 'the same',
  'dynamodb:ListStreams': 'the same',
  'SecretariatFunction dynamodb:': 'here the console is only entered: tests/infra/privileges.test.ts plays its pages',
  'SecretariatExports dynamodb:':
    'here one list is exported: tests/console plays all, with clients that the role bounds',
  'PublicApiFunction dynamodb:ConditionCheckItem':
    'a key that a challenge made, without its proof: tests/api plays it, with clients that the roles bound',
  'PublicApiFunction s3:GetObject': 'the link to a file is signed by this role, and followed by the reader',
  'SecretariatFunction s3:GetObject': 'the same',
  'PublicApiFunction s3:PutObject': 'the form of an upload is signed by this role, and sent by the browser',
  'SecretariatFunction s3:PutObject': 'the same',
  'DocumentFunction s3:GetObject': 'no file is uploaded here: tests/upload has them cleaned',
  'MailMailer dynamodb:Query StorageTable/index/byName':
    'nobody says here that they did not sign: tests/console/complaints mails the signers',
  'DocumentFunction s3:DeleteObject': 'nobody is erased here: tests/delivery makes documents again without a name',
  'DocumentFunction s3:ListBucket': 'the same',
  'ScheduleHousekeeping dynamodb:ConditionCheckItem': 'erasing a person checks the deliveries of the letter',
  'ScheduleHousekeeping lambda:InvokeFunction':
    'starts the function again when its event was lost: tests/delivery/sweep',
  'FeedbackFunction dynamodb:BatchGetItem': 'reads of one moment go together (shared/platform/store/read.ts)',
  'ScheduleHousekeeping dynamodb:BatchGetItem': 'the same',
  'ScheduleHousekeeping dynamodb:Query StorageTable/index/byName':
    'an act on many goes through what a filter finds by name (shared/jobs/bulk)',
  'ScheduleHousekeeping dynamodb:DeleteItem': 'what ends is weeks old: tests/infra/privileges.test.ts lets them pass',
  'ScheduleHousekeeping secretsmanager:GetSecretValue':
    'a withdrawn signature ends after weeks, and its mailbox is found by a key',
};

const asked = z.object({
  IndexName: z.string().optional(),
  SecretId: z.string().optional(),
  QueueUrl: z.string().optional(),
  FunctionName: z.string().optional(),
  TransactItems: z.array(z.record(z.string(), z.unknown())).default([]),
});

/** @returns the grant that a call needs: action and resource, by the ids of our constructs */
function neededFor({ service, action, input }: AwsCall, nameOf: (physical: string) => string): string[] {
  const { IndexName, SecretId = '', QueueUrl = '', FunctionName = '', TransactItems } = asked.parse(input);
  if (service === 'ses') return action === 'GetSendQuota' ? [`ses:${action} *`] : [`ses:${action} identity`];
  if (service === 'secretsmanager') return [`secretsmanager:${action} ${nameOf(SecretId)}`];
  if (service === 's3') return [`s3:${action} FilesBucket`];
  if (service === 'lambda') return [`lambda:${action} ${nameOf(FunctionName)}`];
  // AWS requires the same action for one message or ten.
  if (service === 'sqs') return [`sqs:${action.replace('Batch', '')} ${nameOf(lastOf(QueueUrl))}`];
  const kinds = TransactItems.flatMap((item) => Object.keys(item));
  if (kinds.length > 0) {
    return kinds.map(
      (kind) => `dynamodb:${kind === 'ConditionCheck' ? 'ConditionCheckItem' : `${kind}Item`} StorageTable`,
    );
  }
  return [`${service}:${action} StorageTable${IndexName ? `/index/${IndexName}` : ''}`];
}

/** @returns the name of a queue, whatever its address points at */
const lastOf = (address: string) => address.slice(address.lastIndexOf('/') + 1);

/** @returns the resource in a policy, by the ids of our constructs */
function resourceIn(resource: unknown): string {
  const text = JSON.stringify(resource);
  if (text === '"*"') return '*';
  const [, kind] = /:(identity|configuration-set)\//.exec(text) ?? [];
  if (kind) return kind;
  const id = /"(?:Fn::GetAtt":\["|Ref":")(?!AWS::)(\w+)"/.exec(text)?.[1] ?? text;
  return `${constructOf(id)}${/\/index\/\w+/.exec(text)?.[0] ?? ''}`;
}

/** @param templates the folder with the templates of the real app */
export async function provePrivileges(instance: Instance, calls: readonly AwsCall[], templates: string): Promise<void> {
  const file = join(templates, 'plain', 'Undersigned.template.json');
  const { Resources } = template.parse(JSON.parse(await readFile(file, 'utf8')));
  const names = new Map<string, string>();
  // A function's URL ends with the function's own name: of the two resources, the one with the shorter id is meant.
  const byLength = [...instance.resources].toSorted(([one], [other]) => one.length - other.length);
  for (const [name, address] of byLength) {
    const physical = address.startsWith('http') ? lastOf(address) : address;
    if (!names.has(physical)) names.set(physical, name);
  }
  names.set(instance.SecretId, 'SecretsMasterKey').set(instance.EdgeSecretId, 'SecretsEdge');
  const nameOf = (physical: string) => names.get(physical) ?? physical;
  const faults: string[] = [];
  for (const { FunctionName, FunctionArn, Role } of await deployedFunctions(instance.emulator.endpoint)) {
    const name = nameOf(FunctionName);
    // The emulator derives a function's access key like this.
    const digest = createHash('sha256').update(`${FunctionArn}:${Role}`).digest('hex');
    const key = `ASIA${digest.slice(0, 16).toUpperCase()}`;
    const needed = new Set(calls.filter((call) => call.key === key).flatMap((call) => neededFor(call, nameOf)));
    const [, found] = Object.entries(Resources).find(([id]) => constructOf(id) === `${name}RoleDefaultPolicy`) ?? [];
    const granted = policy
      .parse(found)
      .Properties.PolicyDocument.Statement.filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Action, Resource }) =>
        Action.flatMap((action) => Resource.map((resource) => `${action} ${resourceIn(resource)}`)),
      );
    if (needed.size === 0) faults.push(`${name} called nothing`);
    for (const one of needed) if (!granted.includes(one)) faults.push(`${name} is not granted ${one}`);
    for (const one of new Set(granted)) {
      const isUsed = needed.has(one) || one === 'ses:SendRawEmail configuration-set';
      const isJustified = Object.keys(justified).some(
        (start) => one.startsWith(start) || `${name} ${one}`.startsWith(start),
      );
      if (/\*/.test(one.split(' ')[0] ?? '')) faults.push(`${name} may ${one}`);
      if (!isUsed && !isJustified) faults.push(`${name} does not use ${one}`);
    }
  }
  assert.deepEqual(faults, []);
}
