/** Shared by the fault runs. */
import { SetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { deadLettersOf } from '../../../cli/dead-letters.ts';
import { messagesIn } from '../../../cli/doctor/common.ts';
import type { Instance } from '../../deploy/instance.ts';
import type { AwsCall, FaultProxy, Plan } from './proxy.ts';

/** Applies the plan to the functions' calls during the work, beside the plans of others. */
export async function during<T>(proxy: FaultProxy, plan: Plan, work: () => Promise<T>): Promise<T> {
  proxy.plans.add(plan);
  try {
    return await work();
  } finally {
    proxy.plans.delete(plan);
  }
}

export const onlyIf =
  (concerned: (call: AwsCall) => boolean, plan: Plan): Plan =>
  (call) =>
    concerned(call) ? plan(call) : undefined;

/**
 * Sets how long a failed message waits in its queue: longer than a batch takes, or another mailer gets it meanwhile.
 */
export async function tryAgainAfter(
  { sqs, MailQueueUrl, OtherMailQueueUrl }: Instance,
  seconds: number,
): Promise<void> {
  const Attributes = { VisibilityTimeout: String(seconds) };
  for (const QueueUrl of [MailQueueUrl, ...(OtherMailQueueUrl ? [OtherMailQueueUrl] : [])]) {
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
  }
}

/** @returns how many mails were set aside */
export async function setAside({ sqs, MailQueueUrl }: Instance): Promise<number> {
  return (await messagesIn(sqs, await deadLettersOf(sqs, MailQueueUrl))) ?? 0;
}
