/** `npm run mailbox -- …`: shows, stops and resumes mail to a mailbox, for the secretariat. */
import { parseArgs } from 'node:util';
import { auditPut, commandLine, writeAudit } from '../shared/audit/audit.ts';
import { everything, letterSlug } from '../shared/ids.ts';
import { mailboxAddress } from '../shared/mailbox/address.ts';
import { readMailbox } from '../shared/mailbox/record.ts';
import { signaturesOf } from '../shared/mailbox/signatures-of-mailbox.ts';
import { readSuppression, releaseMailbox, suppressMailbox } from '../shared/mailbox/suppression.ts';
import { change } from '../shared/signature/change-signature.ts';
import { changedFields } from '../shared/signature/changed-fields.ts';
import type { Also } from '../shared/signature/commit.ts';
import { listUndeliverable } from '../shared/signature/lists/undeliverable.ts';
import { deliverable } from '../shared/signature/transitions.ts';
import { runCommand } from './command.ts';
import { findStack, Refusal, type Target } from './stack.ts';

const usage = `Usage:
  npm run mailbox -- show ADDRESS        shows whether it gets mail, and its signatures
  npm run mailbox -- suppress ADDRESS    stops all mail to it, when its owner asks
  npm run mailbox -- release ADDRESS     sends mail to it again, when its owner asks
  npm run mailbox -- undeliverable SLUG  lists the signatures of a letter that mail does not reach, by id
With --stack NAME the command reaches a deployed stack instead of the local one.`;

runCommand(async (args) => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { stack: { type: 'string' } } });
  const [command, subject, more] = positionals;
  if (subject === undefined || more !== undefined) throw new Refusal(usage);
  const target = () => findStack(values.stack);
  switch (command) {
    case 'show':
      return show(await target(), addressOf(subject));
    case 'suppress':
      return suppress(await target(), addressOf(subject));
    case 'release':
      return release(await target(), addressOf(subject));
    case 'undeliverable':
      return undeliverable(await target(), subject);
    default:
      throw new Refusal(usage);
  }
});

function addressOf(text: string): string {
  const address = mailboxAddress.safeParse(text);
  if (!address.success) throw new Refusal(`"${text}" is not an email address.`);
  return address.data;
}

const reasons = {
  bounce: 'mail bounced',
  complaint: 'its owner marked our mail as spam',
  asked: 'its owner asked for it',
} as const;

async function show({ store, keys }: Target, address: string): Promise<void> {
  const suppressed = await readSuppression(store, await keys(), address);
  await writeAudit(store, { by: commandLine, did: 'mailbox.seen', scope: everything }, new Date());
  const why = suppressed && `No mail is sent to it since ${suppressed.at}: ${reasons[suppressed.because]}.`;
  console.log(why ?? 'Mail is sent to it.');
  const { confirmed, pending } = signaturesOf(await readMailbox(store, await keys(), address));
  for (const { id, letter } of confirmed) console.log(`confirmed  ${id}  ${letter}`);
  for (const id of pending) console.log(`asked      ${id}`);
}

async function suppress({ store, keys }: Target, address: string): Promise<void> {
  const now = new Date();
  await suppressMailbox(
    store,
    await keys(),
    address,
    { at: now.toISOString(), because: 'asked' },
    now.getTime(),
    commandLine,
  );
  console.log('No more mail is sent to it.');
}

const released = { by: commandLine, did: 'mailbox.released' } as const;

async function release({ store, keys }: Target, address: string): Promise<void> {
  const now = new Date();
  await releaseMailbox(store, await keys(), address, now.getTime(), commandLine);
  const { confirmed } = signaturesOf(await readMailbox(store, await keys(), address));
  const also: Also = (steps) =>
    steps
      .filter((step) => changedFields(step).length > 0)
      .map(({ before: { id, letter } }) => auditPut(store, { ...released, scope: letter, subject: id }, now));
  for (const { id } of confirmed) await change(store, id, deliverable, now, also);
  console.log('Mail is sent to it again.');
}

async function undeliverable({ store }: Target, text: string): Promise<void> {
  const slug = letterSlug.safeParse(text);
  if (!slug.success) throw new Refusal(`"${text}" cannot be the slug of a letter.`);
  let found = 0;
  for await (const { id, state, at } of listUndeliverable(store, slug.data)) {
    found += 1;
    console.log(`${id}  ${state.padEnd(10)}  ${at}`);
  }
  if (found === 0) console.log('None.');
}
