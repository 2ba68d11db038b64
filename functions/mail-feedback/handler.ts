/**
 * Handles bounces, complaints, rejects and delays that SES publishes to the SNS topic. Nothing arrives by
 * HTTP, so there is no SNS signature to verify: IAM lets only our configuration set publish to the topic, and only the
 * topic invoke this function.
 *
 * Events that cannot be read or stored throw: Lambda retries twice, then the event is set aside with an alarm.
 */
import * as z from 'zod';
import { mailFeedbackEnv, readEnvironment } from '../../shared/platform/config/env.ts';
import { logWarning } from '../../shared/platform/config/log.ts';
import { countMetric } from '../../shared/platform/config/metric.ts';
import { secretKeys } from '../../shared/platform/config/secret.ts';
import { openStore } from '../../shared/platform/store/store.ts';
import { readFeedback } from './event.ts';
import { handleFeedback } from './handle-feedback.ts';

const env = readEnvironment(mailFeedbackEnv);
const keys = secretKeys(env.SECRET_ID);
const store = openStore(env.TABLE_NAME);

const snsEvent = z.object({
  Records: z.array(z.object({ Sns: z.object({ MessageId: z.string(), Message: z.string() }) })),
});

export const handler = async (event: unknown): Promise<void> => {
  try {
    for (const { Sns } of snsEvent.parse(event).Records) await takeMessage(Sns);
  } catch (error) {
    // Lambda logs thrown errors. Their message may quote a mailbox (that of JSON.parse does), so only the name is kept.
    throw new Error(`feedback about a mail was not processed: ${error instanceof Error ? error.name : 'unknown'}`);
  }
};

async function takeMessage({ MessageId, Message }: { MessageId: string; Message: string }): Promise<void> {
  const feedback = readFeedback(Message);
  await handleFeedback({ store, keys: await keys(), now: new Date() }, feedback);
  if (feedback.what === 'bounced') countMetric('Bounced');
  if (feedback.what === 'complained') countMetric('Complained');
  if (feedback.what === 'rejected') logWarning('SES refused to send a mail', { messageId: MessageId });
}
