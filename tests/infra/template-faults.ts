/**
 * Finds faults of a template that would appear on AWS but not in an emulator: a sentence for each.
 * `planted-faults.slow.test.ts` plants each of these faults again.
 */

import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { bareAddress } from '../../infra/config-messages.ts';
import { logicalIds } from '../../infra/logical-ids.ts';
import { grammarFaults } from '../edge/grammar.ts';
import { sandboxFaults } from './ses-sandbox.ts';
import { statementsOf } from './template.ts';

const resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
});
const templateSchema = z.looseObject({
  Resources: z.record(z.string(), resource),
  Outputs: z.record(z.string(), z.unknown()).default({}),
});
type Parsed = z.infer<typeof templateSchema>;

/** Every status for which CloudFront's error caching can be set. */
const errors = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

/** @returns the faults in the template of a deployment that keeps its data */
export function templateFaults(template: object): string[] {
  const parsed = templateSchema.parse(template);
  return [engineFaults, errorFaults, mailFaults, identityFaults, orphanFaults, doorFaults, throttleFaults].flatMap(
    (look) => look(parsed),
  );
}

const ofType = ({ Resources }: Parsed, type: string) =>
  Object.entries(Resources).filter(([, { Type }]) => Type === type);

function engineFaults(template: Parsed): string[] {
  return ofType(template, 'AWS::CloudFront::Function').flatMap(([id, { Properties }]) =>
    grammarFaults(z.string().parse(Properties['FunctionCode'])).map((fault) => `${id}: ${fault}`),
  );
}

const distribution = z.object({
  CustomErrorResponses: z
    .array(z.object({ ErrorCode: z.number(), ErrorCachingMinTTL: z.number().optional() }))
    .default([]),
});

function errorFaults(template: Parsed): string[] {
  return ofType(template, 'AWS::CloudFront::Distribution').flatMap(([id, { Properties }]) => {
    const { CustomErrorResponses } = distribution.parse(Properties['DistributionConfig']);
    const kept = errors.filter(
      (code) => !CustomErrorResponses.some((one) => one.ErrorCode === code && one.ErrorCachingMinTTL === 0),
    );
    return kept.map((code) => `${id}: an error ${code} of one reader is shown to others`);
  });
}

const mailer = z.object({ Environment: z.object({ Variables: z.object({ MAIL_FROM: z.string() }) }) });

function mailFaults(template: Parsed): string[] {
  const properties = template.Resources[logicalIds.mailer]?.Properties;
  const from = mailer.parse(properties).Environment.Variables.MAIL_FROM;
  return sandboxFaults(statementsOf(Template.fromJSON(template), 'MailMailer'), bareAddress(from));
}

const identity = z.object({ FeedbackAttributes: z.object({ EmailForwardingEnabled: z.literal(false) }) });

function identityFaults(template: Parsed): string[] {
  return ofType(template, 'AWS::SES::EmailIdentity').flatMap(([id, { Properties, DeletionPolicy }]) => [
    ...(identity.safeParse(Properties).success ? [] : [`${id}: bounces are mailed to the sender as well`]),
    ...(DeletionPolicy === 'RetainExceptOnCreate'
      ? []
      : [`${id}: goes with the stack, or stays when its creation fails`]),
  ]);
}

/**
 * Resources that cost money or block the next attempt after a failed first deployment, and those that must not be
 * deleted with the stack.
 */
function orphanFaults(template: Parsed): string[] {
  const keys = [...ofType(template, 'AWS::KMS::Key'), ...ofType(template, 'AWS::SecretsManager::Secret')];
  const tables = ofType(template, 'AWS::DynamoDB::Table');
  return [
    ...keys.flatMap(([id, { DeletionPolicy }]) =>
      DeletionPolicy === 'Retain' ? [`${id}: stays, and costs, when its creation is taken back`] : [],
    ),
    ...keys
      .filter(([, { Properties }]) => JSON.stringify(Properties).includes('masterKey'))
      .flatMap(([id, { DeletionPolicy }]) =>
        DeletionPolicy?.startsWith('Retain') ? [] : [`${id}: goes with the stack, and nobody is found any more`],
      ),
    ...tables.flatMap(([id, { DeletionPolicy }]) =>
      DeletionPolicy === 'Retain' ? [] : [`${id}: goes with the stack`],
    ),
  ];
}

function doorFaults({ Outputs }: Parsed): string[] {
  return Object.entries(Outputs).flatMap(([name, output]) =>
    /"(FunctionUrl|ApiEndpoint)"/.test(JSON.stringify(output))
      ? [`the output ${name} is an address behind the edge`]
      : [],
  );
}

const mailQueue = z.object({
  VisibilityTimeout: z.number(),
  RedrivePolicy: z.object({ maxReceiveCount: z.number() }),
});
const mailerSource = z.object({ ScalingConfig: z.object({ MaximumConcurrency: z.number() }) });
const runs = z.object({ MaximumRetryAttempts: z.literal(0), MaximumEventAgeInSeconds: z.number().max(60) });

/** Mails that people wait for need a queue and mailers of their own; otherwise they wait behind others. */
function laneFaults(sources: readonly (readonly [string, z.infer<typeof resource>])[]): string[] {
  const read = sources.map(([, { Properties }]) => JSON.stringify(Properties['EventSourceArn']));
  const own = read.filter((arn) => arn.includes(logicalIds.mailQueue));
  return own.length === 1 && new Set(read).size === 2 ? [] : ['mails that people wait for share a queue with others'];
}

/**
 * Settings that would fail good mail, or let one function take everything, in an account with ten concurrent
 * executions.
 */
function throttleFaults(template: Parsed): string[] {
  const found = template.Resources[logicalIds.mailQueue];
  if (!found) return [`${logicalIds.mailQueue}: is not there`];
  const queue = mailQueue.parse(found.Properties);
  const sources = ofType(template, 'AWS::Lambda::EventSourceMapping').filter(([, { Properties }]) =>
    JSON.stringify(Properties['FunctionName']).includes(logicalIds.mailer),
  );
  const mailers = sources.reduce((sum, [, { Properties }]) => {
    const most = mailerSource.safeParse(Properties).data?.ScalingConfig.MaximumConcurrency;
    return sum + (most ?? Number.POSITIVE_INFINITY);
  }, 0);
  const timed = ofType(template, 'AWS::Lambda::EventInvokeConfig').filter(([, { Properties }]) =>
    JSON.stringify(Properties['FunctionName']).includes('Housekeeping'),
  );
  // Number of throttled receives during a rush of three quarters of an hour.
  const throttles = Math.ceil((45 * 60) / queue.VisibilityTimeout);
  return [
    ...(queue.RedrivePolicy.maxReceiveCount > throttles
      ? []
      : [`${logicalIds.mailQueue}: mail is set aside when the account is full for a while`]),
    ...(mailers <= 5 ? [] : [`${logicalIds.mailer}: the mailer takes more than half of a new account`]),
    ...laneFaults(sources),
    ...timed.flatMap(([id, { Properties }]) =>
      runs.safeParse(Properties).success ? [] : [`${id}: scheduled runs pile up when the account is full`],
    ),
  ];
}
