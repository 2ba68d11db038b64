import { CreateQueueCommand, GetQueueAttributesCommand, GetQueueUrlCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { buildApp } from 'fauxqs';
import type { MailQueues } from '../../shared/mail/queue.ts';
import { maxReceives } from '../../shared/mail/receives.ts';
import { acceptForms } from './bucket-form.ts';
import type { Engine } from './engine.ts';
import { loopback } from './ports.ts';

/** Longer than a batch of mails may take. */
const visibilitySeconds = 90;

/**
 * Starts the double of SQS and S3 within this process. It keeps everything in memory: the sweep finds messages that are
 * lost when it ends, documents are made again when the stack starts, and `kept-files.ts` keeps uploaded files. (`startFauxqs`,
 * its usual start, can keep files in a folder, but listens on every network interface.)
 */
export async function startQueue(): Promise<Engine> {
  const app = buildApp({ logger: false });
  acceptForms(app);
  const endpoint = await app.listen({ host: loopback, port: 0 });
  return {
    endpoint,
    async stop() {
      await app.close();
    },
  };
}

/**
 * Creates the mail queues and their dead-letter queue if they are missing. Returns the URLs of the mail queues, at the
 * engine's own address: the URL that fauxqs returns names a host that many machines cannot resolve.
 */
export async function createMailQueues(client: SQSClient, endpoint: string): Promise<MailQueues['urls']> {
  const dead = await createQueue(client, 'undersigned-mail-dead', {});
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: dead, AttributeNames: ['QueueArn'] }),
  );
  const create = async (name: string) => {
    const url = await createQueue(client, name, {
      VisibilityTimeout: String(visibilitySeconds),
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: Attributes?.QueueArn, maxReceiveCount: maxReceives }),
    });
    return new URL(new URL(url).pathname, endpoint).href;
  };
  return { urgent: await create('undersigned-mail'), other: await create('undersigned-other-mail') };
}

async function createQueue(client: SQSClient, name: string, attributes: Record<string, string>): Promise<string> {
  const { QueueUrl } = await client
    .send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }))
    .catch((error: unknown) => {
      // A queue with other attributes belongs to an engine that somebody else set up, and is used as it is.
      if (error instanceof Error && error.name === 'QueueNameExists') {
        return client.send(new GetQueueUrlCommand({ QueueName: name }));
      }
      throw error;
    });
  if (QueueUrl === undefined) throw new Error(`The queue ${name} has no URL.`);
  return QueueUrl;
}
