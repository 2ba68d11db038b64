/**
 * A message that can never be processed is set aside, raises the alarm, and can be sent back or deleted by a command.
 */
import { strict as assert } from 'node:assert';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { inElements, query } from '../../deploy/aws.ts';
import type { Instance } from '../../deploy/instance.ts';
import { until } from '../../deploy/process.ts';
import { step } from '../../deploy/steps.ts';
import { setAside, tryAgainAfter } from './ground.ts';
import { makeSigners } from './signers.ts';

const cloudWatch = '2010-08-01';

export async function poisonIsSetAside(instance: Instance): Promise<void> {
  const { emulator, sqs, MailQueueUrl, resources } = instance;
  await step('a poison message ends in the dead-letter queue with its alarm, and holds up nobody', async () => {
    await tryAgainAfter(instance, 6);
    const aside = (number: number) =>
      until(`${number} set aside`, async () => ((await setAside(instance)) === number ? true : undefined), 120);
    const signers = await makeSigners(instance, 'beside-poison', 3);
    await sqs.send(new SendMessageCommand({ QueueUrl: MailQueueUrl, MessageBody: '{"mail":"confirmation"}' }));
    await signers.sign();
    await signers.mailed();
    await signers.confirm();
    await signers.expectWhole();
    // The message is alone now, so no batch takes longer than this.
    await tryAgainAfter(instance, 1);
    await aside(1);

    const name = resources.get('AlarmsMailDeadLetters') ?? '';
    assert.deepEqual(await stateOf(emulator.endpoint, name), ['INSUFFICIENT_DATA']);
    // AWS measures its queues itself; the emulator does not, so it is told what to report about this one.
    await query(emulator.endpoint, 'monitoring', cloudWatch, {
      Action: 'PutMetricData',
      Namespace: 'AWS/SQS',
      'MetricData.member.1.MetricName': 'ApproximateNumberOfMessagesVisible',
      'MetricData.member.1.Value': String(await setAside(instance)),
      'MetricData.member.1.Dimensions.member.1.Name': 'QueueName',
      'MetricData.member.1.Dimensions.member.1.Value': (resources.get('MailQueueDeadLetters') ?? '').replace(
        /.*\//,
        '',
      ),
    });
    assert.deepEqual(await stateOf(emulator.endpoint, name), ['ALARM']);

    assert.match(await instance.npm('queue', 'redrive'), /^1 of 1 messages were sent back/m);
    // The message is still poisonous.
    await aside(1);
    assert.match(await instance.npm('queue', 'discard'), /^1 messages were deleted/m);
    await aside(0);
  });
}

async function stateOf(endpoint: string, name: string): Promise<string[]> {
  const input = { Action: 'DescribeAlarms', 'AlarmNames.member.1': name };
  return inElements(await query(endpoint, 'monitoring', cloudWatch, input), 'StateValue');
}
