/** Invariants of the mails: none is lost, sent more often than allowed, or sent to a mailbox that gets no mail. */
import { expect } from 'vitest';
import { leaseDuration } from '../../../shared/mail/lease.ts';
import { openTestMail } from './commands/drafts.ts';
import { holds, reach, signatureOf } from './expected.ts';
import { expectWanted } from './news.ts';
import { labelOf } from './people.ts';
import { deliver, type Run } from './run.ts';
import { sweep } from './shortcuts.ts';
import type { Snapshot } from './table-snapshot.ts';

/** Time by which the clock advances after a mailer died with a lease, so that the lease is over. */
export const longerThanALease = leaseDuration + 1000;
const day = 24 * 3600 * 1000;
/** Not mails that the pipeline sends: updates are queued by housekeeping. */
const planned: readonly unknown[] = [undefined, 'reminder', 'expiry', 'update'];

/** Takes links and codes out of the mails that arrived since the last call. */
export function openMails(run: Run): void {
  const { observer, ids, arrived } = run;
  for (const [number, mail] of observer.mails.entries().drop(run.seen)) {
    const kind = mail.about['mail'] ?? '';
    // Those to whoever signed the letter that follows.
    if (run.snapshot.followerIds.has(mail.about['signature'] ?? '')) continue;
    if (kind === 'test') {
      openTestMail(run, mail, number < run.underWay);
      continue;
    }
    const label = labelOf(mail.to);
    expectWanted(run, mail, { label, wasInFlight: number < run.underWay });
    if (number >= run.underWay) expect(run.model.silent[label], 'nothing is sent to who gets no mail').toBe(undefined);
    const codes = [...mail.text.matchAll(/Code: (\S+)/g)].map(([, code]) => code);
    const triesBefore = run.tries.get(label) ?? 0;
    for (const [, purpose, token = ''] of mail.text.matchAll(/\/(confirm|manage|stop|follow)\/([a-z0-9]{46})/g)) {
      const of = ids.findIndex((id) => token.startsWith(id));
      if (of === -1 && run.snapshot.followerIds.has(token.slice(0, 20))) {
        if (purpose === 'confirm') codes.shift();
        continue;
      }
      if (of === -1) throw new Error('a mail holds a link to nothing');
      const at = observer.clock.now;
      // A link that strangers can request works for a shorter time.
      const until = at + (kind === 'link' ? 30 : 365) * day;
      const about = { of, to: mail.to, token, mail: kind, at, until, triesBefore };
      if (purpose === 'manage' || purpose === 'stop' || purpose === 'follow') arrived.push({ ...about, purpose });
      else {
        const code = codes.shift();
        arrived.push({ ...about, purpose: 'confirm', ...(code ? { code } : {}) });
      }
    }
  }
  run.seen = observer.mails.length;
}

/** Runs the mailers and, when they are idle, advances the time and runs the sweep, until no mail is due. */
export async function drain(run: Run): Promise<void> {
  for (let round = 0; round < 40; round += 1) {
    await deliver(run);
    const due = run.tableSnapshots.look().items.filter(({ due: mail }) => !planned.includes(mail));
    if (due.length === 0) return;
    // A receipt after many others is delayed.
    const { clock } = run.observer;
    const soonest = Math.min(...due.map(({ dueAt }) => Date.parse(String(dueAt))));
    clock.now = Math.max(clock.now + longerThanALease, soonest);
    await sweep(run);
  }
  expect.unreachable('mail stays due for ever');
}

/**
 * Everything accepted has its mail or a reason for none; each event on a confirmed signature was told to its signer.
 */
export function expectMailed(run: Run, { records }: Snapshot): void {
  const sent = (number: number, kind: string) => timesSent(run, number, kind);
  for (const [number, own] of run.model.signatures.entries()) {
    const record = records.get(run.ids[number] ?? '');
    const wasSilenced = run.silencedAfter.has(own.wish.mailbox.label);
    if (record && own.askedAgain === 0) expectHeldRightly(run, number, record.heldBecause, wasSilenced);
    // A silenced mailbox gets no more mail.
    if (wasSilenced) continue;
    // Not needed when the signer requested links before it was sent, and confirmed by one of them.
    const hadLinks = run.arrived.some(
      ({ of, purpose, mail }) => of === number && purpose === 'confirm' && mail === 'link',
    );
    if (record && !record.heldBecause && own.confirmedBy !== 'added' && !(own.confirmedBy && hadLinks)) {
      expect(sent(number, 'confirmation')).toBeGreaterThanOrEqual(1);
    }
    // A signer who withdraws before the receipt is sent gets the withdrawal mail instead; a forgotten one gets nothing.
    if (own.stage === 'withdrawn') expect(sent(number, 'withdrawn')).toBeGreaterThanOrEqual(1);
    // Somebody added without a mailbox gets no mail.
    if (own.stage !== 'confirmed' || own.confirmedBy === 'added') continue;
    expect(sent(number, 'receipt')).toBeGreaterThanOrEqual(1);
    expectToldLast(run, number);
    // Undoing an action may have dropped one of its mails.
    if (own.takenBack) continue;
    if (own.displaced) expect(sent(number, 'displaced')).toBeGreaterThanOrEqual(1);
    if (own.notes > 0) expect(sent(number, 'duplicate-note')).toBeGreaterThanOrEqual(1);
  }
}

/** The last receipt states what is recorded, after any corrections. Every request has a unique role. */
function expectToldLast({ observer, ids, model }: Run, number: number): void {
  const receipts = observer.mails.filter(
    ({ about }) => about['mail'] === 'receipt' && about['signature'] === ids[number],
  );
  const { role } = signatureOf(model, number).wish;
  const said = [...(receipts.at(-1)?.text.matchAll(/Role \d+\.\d+/g) ?? [])].map(([found]) => found);
  if (!said.includes(role)) expect(said, 'what the last receipt says').toContain(role);
}

/** A confirmation mail is held only for a reason that the history gave. */
function expectHeldRightly(run: Run, number: number, because: string | undefined, wasSilenced: boolean): void {
  const { signatures } = run.model;
  const own = signatures[number];
  const label = own?.wish.mailbox.label;
  if (run.bodies[number]?.isSpam) expect(because).toBeOneOf(['honeypot', 'bounced']);
  else if (because === 'suppressed' || because === 'bounced') expect(wasSilenced).toBe(true);
  else if (because === 'already-signed' || because === 'mail-just-sent') {
    // "You have signed already" is not sent twice within minutes.
    expect(signatures.some((one) => one !== own && one.confirmedBy && one.wish.mailbox.label === label)).toBe(true);
  } else if (because === 'mailbox-cap') {
    // One of the five places is reserved for links; tests have the others in common with signatures.
    const tests = run.drafts.sent.get(label ?? '') ?? 0;
    expect(signatures.filter(({ wish }) => wish.mailbox.label === label).length + tests).toBeGreaterThan(4);
  } else expect(because).toBe(undefined);
}

/** Only a crash may double a mail, and only one that was in flight. */
export function expectNoneTooMany(run: Run): void {
  const { model, post, ids } = run;
  for (const [number, { notes, withdrawals, askedAgain }] of model.signatures.entries()) {
    // Each signer is asked once about each later version; the first is told of others as often as computed.
    const most = {
      confirmation: 1 + askedAgain,
      reminder: 1 + askedAgain,
      withdrawn: withdrawals,
      'new-version': model.versions.length - 1,
    };
    for (const [kind, times] of Object.entries({ ...most, 'duplicate-note': notes })) {
      const doubled = post.tallies.get(`${ids[number]} ${kind}`)?.failedAfterwards ?? 0;
      const sent = timesSent(run, number, kind);
      if (sent > times + doubled) expect(sent, kind).toBeLessThanOrEqual(times + doubled);
    }
  }
  for (const { about } of run.observer.mails) run.model = reach(run.model, `mail: ${about['mail']}`);
  run.model = reach(run.model, 'places held', model.signatures.filter(holds).length);
}

const timesSent = ({ post, ids }: Run, number: number, kind: string) =>
  post.tallies.get(`${ids[number]} ${kind}`)?.sent ?? 0;
