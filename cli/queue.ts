/** `npm run queue`: how many mails wait or were set aside, and sending back what was set aside. */
import { parseArgs } from 'node:util';
import { PurgeQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { patience } from '../shared/config/patience.ts';
import { need, printFacts, runCommand } from './command.ts';
import { deadLettersOf, moveMessages } from './dead-letters.ts';
import { messagesIn } from './doctor/common.ts';
import { findStack, Refusal } from './stack.ts';

const usage = `Usage:
  npm run queue -- show      how many messages wait in the queue of mails, and how many were set aside
  npm run queue -- redrive   sends back what was set aside, once what kept it from being sent is mended
  npm run queue -- discard   deletes what was set aside: a mail that is still due goes out all the same, by the sweep
With --stack NAME the command reaches a deployed stack instead of the local one.`;

runCommand(async (args) => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { stack: { type: 'string' } } });
  const action = need(positionals[0], usage);
  if (positionals.length > 1) throw new Refusal(usage);
  const { mailQueueUrl } = await findStack(values.stack);
  if (mailQueueUrl === undefined) throw new Refusal('Set MAIL_QUEUE_URL as well.');
  const sqs = new SQSClient(patience);
  const deadLetters = await deadLettersOf(sqs, mailQueueUrl);
  const aside = (await messagesIn(sqs, deadLetters)) ?? 0;
  switch (action) {
    case 'show':
      return printFacts([
        ['waiting', String(await messagesIn(sqs, mailQueueUrl))],
        ['set aside', String(aside)],
      ]);
    case 'redrive': {
      const moved = await moveMessages(sqs, deadLetters, mailQueueUrl, aside);
      return console.log(`${moved} of ${aside} are on their way again. What fails five times more comes back here.`);
    }
    case 'discard':
      await sqs.send(new PurgeQueueCommand({ QueueUrl: deadLetters }));
      return console.log(`${aside} are deleted.`);
    default:
      throw new Refusal(usage);
  }
});
