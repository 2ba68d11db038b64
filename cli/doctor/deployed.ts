/** Asks AWS about a deployed stack; what the answers mean is said beside. */
import { resolveCname, resolveMx, resolveTxt } from 'node:dns/promises';
import {
  CloudFormationClient,
  DescribeStacksCommand,
  GetTemplateCommand,
  paginateListStackResources,
  type StackResourceSummary,
} from '@aws-sdk/client-cloudformation';
import { DescribeContinuousBackupsCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  GetAccountSendingEnabledCommand,
  GetIdentityDkimAttributesCommand,
  GetIdentityMailFromDomainAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
  SESClient,
} from '@aws-sdk/client-ses';
import { GetTopicAttributesCommand, SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Store } from '../../shared/store/store.ts';
import { findStack } from '../stack.ts';
import { bootstrap, type DescribedStack, stackState, unreachable } from './account.ts';
import { codeHere } from './code-here.ts';
import { answerOf, driftOf, guarded, messagesIn, patience } from './common.ts';
import type { Finding } from './finding.ts';
import { dns, type LookUp, quota, type SenderState, sender, wantedRecords } from './mail.ts';
import { alarms, deadLetters, protection, version } from './running.ts';

export async function* examineDeployed(stackName: string): AsyncGenerator<Finding> {
  const cloud = new CloudFormationClient(patience);
  let stack: DescribedStack;
  try {
    stack = (await describe(cloud, stackName)) ?? {};
  } catch (error) {
    return yield unreachable(error, stackName);
  }
  yield* stackState(stack);
  yield* guarded('bootstrap', async () => [bootstrap(await describe(cloud, 'CDKToolkit').catch(() => undefined))]);
  const { store, publicUrl } = await findStack(stackName);
  const resources = await resourcesOf(cloud, stackName);
  yield* guarded('SES quota', async () => [quota(await readQuota())]);
  for (const identity of ofType(resources, 'AWS::SES::EmailIdentity')) {
    yield* guarded('identity', () => examineSender(identity.PhysicalResourceId ?? '', stack));
  }
  yield await answerOf(publicUrl);
  yield* guarded('table', async () => [await readProtection(store)]);
  yield* guarded('alarms', async () => [alarms(await readSubscriptions(resources))]);
  const sqs = new SQSClient(patience);
  for (const { LogicalResourceId = '', PhysicalResourceId = '' } of ofType(resources, 'AWS::SQS::Queue')) {
    if (!LogicalResourceId.includes('DeadLetters')) continue;
    yield deadLetters(LogicalResourceId.replace(/DeadLetters.*/, ''), await messagesIn(sqs, PhysicalResourceId));
  }
  yield* guarded('count', () => driftOf(store));
  yield* guarded('version', async () => [version(await codeHere(), await codeDeployed(cloud, stackName))]);
}

async function describe(cloud: CloudFormationClient, StackName: string): Promise<DescribedStack | undefined> {
  return (await cloud.send(new DescribeStacksCommand({ StackName }))).Stacks?.[0];
}

async function resourcesOf(client: CloudFormationClient, StackName: string): Promise<StackResourceSummary[]> {
  const resources: StackResourceSummary[] = [];
  for await (const page of paginateListStackResources({ client }, { StackName })) {
    resources.push(...(page.StackResourceSummaries ?? []));
  }
  return resources;
}

const ofType = (resources: readonly StackResourceSummary[], type: string) =>
  resources.filter(({ ResourceType }) => ResourceType === type);

async function readQuota() {
  const ses = new SESClient(patience);
  const [sends, account] = await Promise.all([
    ses.send(new GetSendQuotaCommand({})),
    ses.send(new GetAccountSendingEnabledCommand({})),
  ]);
  return { ...sends, enabled: account.Enabled !== false };
}

async function examineSender(identity: string, { StackId = '' }: DescribedStack): Promise<Finding[]> {
  const ses = new SESClient(patience);
  const asked = { Identities: [identity] };
  const [verified, dkim, from] = await Promise.all([
    ses.send(new GetIdentityVerificationAttributesCommand(asked)),
    ses.send(new GetIdentityDkimAttributesCommand(asked)),
    ses.send(new GetIdentityMailFromDomainAttributesCommand(asked)),
  ]);
  const signing = dkim.DkimAttributes?.[identity];
  const mailFrom = from.MailFromDomainAttributes?.[identity];
  const state: SenderState = {
    identity,
    verification: verified.VerificationAttributes?.[identity]?.VerificationStatus,
    dkim: {
      enabled: signing?.DkimEnabled ?? false,
      status: signing?.DkimVerificationStatus,
      tokens: signing?.DkimTokens ?? [],
    },
    mailFrom: mailFrom?.MailFromDomain
      ? { domain: mailFrom.MailFromDomain, status: mailFrom.MailFromDomainStatus }
      : undefined,
  };
  return [...sender(state), ...(await dns(wantedRecords(state, StackId.split(':')[3] ?? ''), lookUp))];
}

const lookUp: LookUp = async (type, name) => {
  try {
    if (type === 'CNAME') return await resolveCname(name);
    if (type === 'TXT') return (await resolveTxt(name)).map((parts) => parts.join(''));
    return (await resolveMx(name)).map(({ priority, exchange }) => `${priority} ${exchange}`);
  } catch {
    return [];
  }
};

async function readProtection({ client, table: TableName }: Store): Promise<Finding> {
  const [{ Table }, { ContinuousBackupsDescription: backups }] = await Promise.all([
    client.send(new DescribeTableCommand({ TableName })),
    client.send(new DescribeContinuousBackupsCommand({ TableName })),
  ]);
  const recovery = backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus;
  return protection(recovery === 'ENABLED', Table?.DeletionProtectionEnabled === true);
}

async function readSubscriptions(resources: readonly StackResourceSummary[]) {
  const topic = ofType(resources, 'AWS::SNS::Topic').find(({ LogicalResourceId }) =>
    LogicalResourceId?.includes('Alarm'),
  );
  if (topic === undefined) return undefined;
  const { Attributes } = await new SNSClient(patience).send(
    new GetTopicAttributesCommand({ TopicArn: topic.PhysicalResourceId }),
  );
  const number = (name: string) => Number(Attributes?.[name] ?? 0);
  return { confirmed: number('SubscriptionsConfirmed'), pending: number('SubscriptionsPending') };
}

const template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Properties: z.object({ Code: z.object({ S3Key: z.string() }).optional().catch(undefined) }).optional(),
    }),
  ),
});

/** @returns the hashes of the code that the functions run, which are the names of their bundles */
async function codeDeployed(cloud: CloudFormationClient, StackName: string): Promise<ReadonlySet<string>> {
  const { TemplateBody = '{}' } = await cloud.send(new GetTemplateCommand({ StackName, TemplateStage: 'Original' }));
  const { Resources } = template.parse(JSON.parse(TemplateBody));
  const keys = Object.values(Resources).flatMap(({ Properties }) => Properties?.Code?.S3Key ?? []);
  return new Set(keys.map((key) => key.replace(/\.zip$/, '')));
}
