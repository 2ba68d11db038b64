/** `npm run queue`: counts waiting and failed mails, and sends failed ones back to the queue. */
import { parseArgs } from 'node:util';
import { PurgeQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { clientTimeouts } from '../shared/platform/config/client-timeouts.ts';
import { printFacts, requireArgument, runCommand } from './command.ts';
import { deadLettersOf, laneOfMessage, moveMessages } from './dead-letters.ts';
import { messagesIn } from './doctor/common.ts';
import { findStack, Refusal } from './stack.ts';

const usage = `Usage:
  npm run queue -- show      counts the messages in each mail queue and in the dead-letter queue
  npm run queue -- redrive   sends dead letters again, once the cause is fixed
  npm run queue -- discard   deletes dead letters; mail that is still due is sent anyway, by the sweep
With --stack NAME the command reaches a deployed stack instead of the local one.`;

runCommand(async (args) => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { stack: { type: 'string' } } });
  const action = requireArgument(positionals[0], usage);
  if (positionals.length > 1) throw new Refusal(usage);
  const { mailQueues } = await findStack(values.stack);
  if (mailQueues === undefined) {
    throw new Refusal(
      values.stack === undefined
        ? 'Set MAIL_QUEUE_URL and OTHER_MAIL_QUEUE_URL as well.'
        : `The stack ${values.stack} has only one mail queue: deploy this version first.`,
    );
  }
  const sqs = new SQSClient(clientTimeouts);
  const deadLetters = await deadLettersOf(sqs, mailQueues.urgent);
  const setAside = (await messagesIn(sqs, deadLetters)) ?? 0;
  switch (action) {
    case 'show':
      return printFacts([
        ['to confirm or sign in', String(await messagesIn(sqs, mailQueues.urgent))],
        ['other mails', String(await messagesIn(sqs, mailQueues.other))],
        ['dead letters', String(setAside)],
      ]);
    case 'redrive': {
      const moved = await moveMessages(sqs, deadLetters, (body) => mailQueues[laneOfMessage(body)], setAside);
      return console.log(
        `${moved} of ${setAside} messages were sent back. Those that fail five more times return here.`,
      );
    }
    case 'discard':
      await sqs.send(new PurgeQueueCommand({ QueueUrl: deadLetters }));
      return console.log(`${setAside} messages were deleted.`);
    default:
      throw new Refusal(usage);
  }
});
