/** Permission to write to a signer: purpose × consent with its wording × state × mailbox, against a table written by hand. */
import { beforeAll, describe, expect, it } from 'vitest';
import { followUpCover } from '../../shared/letter/follow-up.ts';
import { mailPurpose, whyNotWritten } from '../../shared/signature/may-write.ts';
import { freshStore } from '../fixtures/store.ts';
import { subject } from '../mail/every-mail.ts';
import { addOwnWordings } from '../update/own-wordings.ts';
import { allCases, expectedWhy, fieldsOf, mailboxes } from '../update/permission-table.ts';

const base = subject({ confirmedAt: undefined, confirmedBy: undefined, moderation: undefined }).record;
let isCovered: ReturnType<typeof followUpCover>;
beforeAll(async () => {
  const store = await freshStore();
  await addOwnWordings(store, base.letter);
  isCovered = followUpCover(store, base.letter);
});

describe.each(mailPurpose.options)('for %s', (purpose) => {
  it('the signer may be written to as the table says, whatever comes together', async () => {
    const judged = await Promise.all(
      allCases.map(async (one) => {
        const record = { ...base, ...fieldsOf(one) };
        const { isSuppressed, isDenied, unsubscribedAt } = mailboxes[one.mailbox] ?? {};
        const facts = { isSuppressed: isSuppressed === true, isDenied: isDenied !== undefined, unsubscribedAt };
        const covered = purpose === 'follow-up' ? await isCovered(record) : undefined;
        return [one, whyNotWritten(record, purpose, facts, covered)];
      }),
    );
    expect(judged).toEqual(allCases.map((one) => [one, expectedWhy(purpose, one)]));
  });
});

it('invites nobody when it is not known whether the wording covers that', () => {
  const record = { ...base, ...fieldsOf({ state: 'confirmed by link', consent: 'both', mailbox: 'deliverable' }) };
  expect(whyNotWritten(record, 'follow-up', { isSuppressed: false, isDenied: false })).toBe('no-consent');
});
