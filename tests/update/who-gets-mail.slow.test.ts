/** The mails that really leave, of an update and of invitations to the next letter, against the table of who may get them. */

import { expect, it } from 'vitest';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug, makeSignatureId } from '../../shared/ids.ts';
import { currentVersion, type Letter } from '../../shared/letter/letter.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { hashMailbox } from '../../shared/mailbox/record.ts';
import { ensureSubscriber, unsubscribe } from '../../shared/mailbox/subscriber.ts';
import { suppressMailbox } from '../../shared/mailbox/suppression.ts';
import { BatchWriteCommand, UpdateCommand } from '../../shared/platform/store/commands.ts';
import { signatureKey } from '../../shared/platform/store/keys.ts';
import { listEdit, listedMailbox } from '../../shared/screening/lists.ts';
import type { MailPurpose } from '../../shared/signature/may-write.ts';
import { signatureRecord } from '../../shared/signature/record.ts';
import { storedForm } from '../../shared/signature/stored.ts';
import { sendUpdate } from '../../shared/update/control.ts';
import { writeUpdate } from '../../shared/update/edit.ts';
import { updateFields } from '../../shared/update/update.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { freshStore } from '../fixtures/store.ts';
import { sendEverything } from '../fixtures/updates.ts';
import { keys, letterFile, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';
import { subject } from '../mail/every-mail.ts';
import { addOwnWordings } from './own-wordings.ts';
import { allCases, type Case, expectedWhy, fieldsOf, mailboxes } from './permission-table.ts';

const letter = letterSlug.parse('clean-air');
/** Each state with each consent, and each mailbox once with all of them. */
const cases = allCases.filter(
  ({ state, consent, mailbox }) =>
    mailbox === 'deliverable' || (consent === 'both' && ['confirmed by link', 'individual'].includes(state)),
);
const addressOf = (number: number) => {
  const isDomain = mailboxes[cases[number]?.mailbox ?? '']?.isDenied === 'domain';
  return `signer${number}@${isDomain ? 'branch.blocked-domain.example' : `choir-${number}.example`}`;
};

async function addSigners({ store, clock }: World, found: Letter): Promise<void> {
  const base = subject({ confirmedAt: undefined, confirmedBy: undefined, moderation: undefined }).record;
  const rows = cases.map((one, number) => {
    const id = makeSignatureId();
    const record = signatureRecord.parse({
      ...base,
      ...{ id, letterVersion: currentVersion(found).id, email: addressOf(number), claimant: `organisation:name:${id}` },
      organisationName: `Choir number ${number}`,
      organisationWebsite: undefined,
      ...fieldsOf(one),
    });
    return { PutRequest: { Item: { ...signatureKey(id), ...storedForm(record) } } };
  });
  for (let start = 0; start < rows.length; start += 25) {
    await store.client.send(new BatchWriteCommand({ RequestItems: { [store.table]: rows.slice(start, start + 25) } }));
  }
  for (const [number, { mailbox }] of cases.entries()) {
    const email = addressOf(number);
    const { isSuppressed, isDenied, unsubscribedAt } = mailboxes[mailbox] ?? {};
    const hash = hashMailbox(keys, email);
    if (isSuppressed)
      await suppressMailbox(store, keys, email, { at: new Date().toISOString(), because: 'bounce' }, clock.now);
    if (isDenied) {
      const [list, entry] =
        isDenied === 'address'
          ? (['deniedMailboxes', listedMailbox(keys, email)] as const)
          : (['deniedDomains', 'blocked-domain.example'] as const);
      await store.client.send(new UpdateCommand(listEdit(store, list, 'ADD', entry)));
    }
    if (unsubscribedAt) {
      const { id } = await ensureSubscriber(store, { hash, letter, foundBy: makeSignatureId() });
      await unsubscribe(store, id, unsubscribedAt);
    }
  }
}

/** @returns the cases whose mailbox got a mail of that kind, and those that should */
function compare(world: World, kind: string, purpose: MailPurpose) {
  const got = world.mails.filter(({ about }) => about['mail'] === kind).map(({ to }) => to);
  const named = ({ state, consent, mailbox }: Case) => `${state} | ${consent} | ${mailbox}`;
  return {
    got: cases.flatMap((one, number) => got.filter((to) => to === addressOf(number)).map(() => named(one))),
    should: cases.filter((one) => expectedWhy(purpose, one) === undefined).map(named),
    others: got.filter((to) => !cases.some((_, number) => to === addressOf(number))),
  };
}

it('reach exactly those who may be written to, once', async () => {
  const world = makeWorld(await freshStore());
  const found = await openTestLetter(world.store, { 'goal: 50': 'goal: 50\nasksFollowUp: true' });
  await addOwnWordings(world.store, letter);
  await addSigners(world, found);
  const now = () => new Date(world.clock.now);
  const fields = updateFields.parse({ texts: { en: { subject: 'Shore power', text: 'News.' } } });
  const update = await writeUpdate({ store: world.store, letter, by: commandLine, now: now() }, fields);
  await sendUpdate({ store: world.store, update, by: commandLine, now: now() }, now(), false);
  await sendEverything(world);
  const news = compare(world, 'update', 'updates');
  expect(news.should.length).toBeGreaterThan(50);
  expect(news.got).toEqual(news.should);
  expect(news.others).toEqual([]);

  const next = letterFile({ 'slug: clean-air': 'slug: clean-water', 'goal: 50': 'goal: 50\nfollows: clean-air' });
  expect((await importLetter(world.store, next, [], { now: now(), open: true })).outcome).toBe('created');
  for (let day = 0; day < 2; day += 1) {
    world.clock.now += 25 * 3600 * 1000;
    await runTask(housekeepingContextOf(world), { task: 'letters' });
    await world.sendMails();
  }
  const invitations = compare(world, 'follow-up', 'follow-up');
  expect(invitations.should.length).toBeGreaterThan(15);
  expect(invitations.got).toEqual(invitations.should);
  expect(invitations.others).toEqual([]);
});
