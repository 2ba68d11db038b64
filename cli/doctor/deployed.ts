/** Asks AWS about a deployed stack. Other files interpret the answers. */
import { DescribeContinuousBackupsCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { GetTopicAttributesCommand, SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Store } from '../../shared/platform/store/store.ts';
import { findStack } from '../stack.ts';
import { bootstrap, type DescribedStack, regionOf, stackState, unreachable } from './account.ts';
import { executions } from './ask-account.ts';
import { examineSender, lookUp, readQuota, readVerified } from './ask-ses.ts';
import { describe, ofType, type Part, partsOf, readFunctions, resourcesOf, unlessMissing } from './cloud.ts';
import { answerOf, clientOptions, deliveriesOf, driftOf, messagesIn, reportFailure } from './common.ts';
import { concurrency } from './empty-account.ts';
import type { Finding } from './finding.ts';
import { hashLocalCode } from './local-code.ts';
import { dns, quota, recipients, wantedOfPages } from './mail.ts';
import { alarms, deadLetters, protection, version } from './running.ts';

export async function* examineDeployed(stackName: string): AsyncGenerator<Finding> {
  let stack: DescribedStack;
  try {
    stack = (await describe(stackName)) ?? {};
  } catch (error) {
    return yield unreachable(error, stackName);
  }
  yield* stackState(stack);
  const region = regionOf(stack);
  const { store, publicUrl } = await findStack(stackName);
  const { sending, secretariat, code, processor } = await readFunctions(stackName, region);
  const parts = await partsOf(stackName, region, sending.region);
  for (const place of new Set(parts.map((part) => part.region))) {
    yield* examineBootstrap(place);
  }
  yield* reportFailure('Lambda', async () => [concurrency(await executions())]);
  yield* reportFailure('SES quota', async () => {
    const [allowed, verified] = await Promise.all([readQuota(sending), readVerified(sending.region)]);
    return [quota(allowed), ...recipients(allowed, verified, secretariat)];
  });
  yield* reportFailure('identity', () => examineSender(sending));
  yield await answerOf(publicUrl);
  yield* reportFailure('DNS', () => dns(wantedOfPages(stack.Outputs), lookUp));
  yield* reportFailure('table', async () => [await readProtection(store)]);
  for (const part of parts) {
    yield* reportFailure('alarms', async () => [alarms(await readSubscriptions(part), part.name)]);
  }
  yield* reportFailure('dead letters', () => deadLettersOf({ name: stackName, region }));
  yield* reportFailure('count', () => driftOf(store));
  yield* reportFailure('deliveries', async () => [await deliveriesOf(store, new Date())]);
  yield* reportFailure('version', async () => [version(await hashLocalCode(processor), code)]);
}

/** @returns what is wrong with the bootstrap of that region; a call that AWS refuses is reported as such */
export const examineBootstrap = (region: string): AsyncGenerator<Finding> =>
  reportFailure('bootstrap', async () => [
    bootstrap(await describe('CDKToolkit', region).catch(unlessMissing), region),
  ]);

async function* deadLettersOf(part: Part): AsyncGenerator<Finding> {
  const sqs = new SQSClient(clientOptions);
  const queues = ofType(await resourcesOf(part), 'AWS::SQS::Queue');
  for (const { LogicalResourceId = '', PhysicalResourceId = '' } of queues) {
    if (!LogicalResourceId.includes('DeadLetters')) continue;
    yield deadLetters(LogicalResourceId.replace(/DeadLetters.*/, ''), await messagesIn(sqs, PhysicalResourceId));
  }
}

async function readProtection({ client: { sdk }, table: TableName }: Store): Promise<Finding> {
  const [{ Table }, { ContinuousBackupsDescription: backups }] = await Promise.all([
    sdk.send(new DescribeTableCommand({ TableName })),
    sdk.send(new DescribeContinuousBackupsCommand({ TableName })),
  ]);
  const recovery = backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus;
  return protection(recovery === 'ENABLED', Table?.DeletionProtectionEnabled === true);
}

async function readSubscriptions(part: Part) {
  const topic = ofType(await resourcesOf(part), 'AWS::SNS::Topic').find(({ LogicalResourceId }) =>
    LogicalResourceId?.includes('Alarm'),
  );
  if (topic === undefined) return undefined;
  const { Attributes } = await new SNSClient({ ...clientOptions, region: part.region }).send(
    new GetTopicAttributesCommand({ TopicArn: topic.PhysicalResourceId }),
  );
  const number = (name: string) => Number(Attributes?.[name] ?? 0);
  return { confirmed: number('SubscriptionsConfirmed'), pending: number('SubscriptionsPending') };
}
