/** Errors of SES, and their effect on the mail, its signature and all other mail. */
import { SESServiceException } from '@aws-sdk/client-ses';
import { beforeEach, describe, expect, it } from 'vitest';
import { NotSent } from '../../functions/mailer/send-with-lease.ts';
import { type Refusal, refusalIn } from '../../functions/mailer/ses-error.ts';
import { countDays } from '../../shared/count/daily-submissions.ts';
import { makeSignatureId, type SignatureId } from '../../shared/ids.ts';
import type { MailKind } from '../../shared/mail/kind.ts';
import { hashMailbox } from '../../shared/mailbox/record.ts';
import { GetCommand } from '../../shared/platform/store/commands.ts';
import { mailboxKey, signatureKey } from '../../shared/platform/store/keys.ts';
import { change } from '../../shared/signature/change-signature.ts';
import { moderate } from '../../shared/signature/moderation/moderate.ts';
import { displaced } from '../../shared/signature/transitions.ts';
import { noAnswer } from '../fixtures/dynamodb-faults.ts';
import { deliver, runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { recordsOf } from '../fixtures/records.ts';
import { ask, mailsTo, organisationFrom, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { keys, makeWorld, openTestLetter, publicUrl, type World } from '../fixtures/world.ts';

const email = 'chair@harbour.example';
const sender = 'letters@undersigned.example';
const failed = 'Email address is not verified. The following identities failed the check in region EU-WEST-1: ';

const answer = (name: string, message = 'refused', httpStatusCode = 400) =>
  new SESServiceException({ name, message, $fault: 'client', $metadata: { httpStatusCode } });

/** Names as SES and the SDK give them; with a message where the name alone does not tell whom the refusal concerns. */
const table: [name: string, Refusal, message?: string][] = [
  ['Throttling', 'later', 'Maximum sending rate exceeded.'],
  ['ThrottlingException', 'later', 'Daily message quota exceeded.'],
  ['TooManyRequestsException', 'later'],
  ['RequestLimitExceeded', 'later'],
  ['ServiceUnavailable', 'later'],
  ['InternalFailure', 'later'],
  ['UnknownError', 'later'],
  ['MailFromDomainNotVerifiedException', 'ours'],
  ['MailFromDomainNotVerified', 'ours'],
  ['ConfigurationSetDoesNotExistException', 'ours'],
  ['ConfigurationSetDoesNotExist', 'ours'],
  ['ConfigurationSetSendingPausedException', 'ours'],
  ['AccountSendingPausedException', 'ours'],
  ['AccessDenied', 'ours'],
  ['AccessDeniedException', 'ours'],
  ['InvalidClientTokenId', 'ours'],
  ['MessageRejected', 'ours', `${failed}${sender}`],
  ['MessageRejected', 'ours', `${failed}${sender}, ${email}`],
  ['MessageRejected', 'ours', 'Email address is not verified.'],
  ['MessageRejected', 'ours', 'Sending suspended for this account.'],
  ['MessageRejected', 'theirs', `${failed}${email}`],
  ['MessageRejected', 'theirs', 'Address blacklisted.'],
  ['MessageRejected', 'theirs', 'Email contains a virus.'],
  ['MessageRejected', 'later', 'Something that nobody has heard of.'],
  ['InvalidParameterValue', 'theirs', 'Local address contains control or whitespace'],
];

describe('an error of SES', () => {
  it.each(table)('%s is handled as "%s" (%s)', (name, refusal, message) => {
    expect(refusalIn(answer(name, message), { to: email, from: `Undersigned <${sender}>` })).toBe(refusal);
  });

  it('is not read from an address that somebody chose', () => {
    for (const to of ['paused@suspended.example', `x${sender}`, 'account-disabled@virus.example']) {
      expect(refusalIn(answer('MessageRejected', failed + to), { to, from: sender })).toBe('theirs');
    }
  });

  it('is transient when it never arrived', () => {
    expect(refusalIn(noAnswer(), { to: email, from: sender })).toBe('later');
  });
});

let world: World;
let fails: (() => Error) | undefined;
let calls: number;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  fails = undefined;
  calls = 0;
  world.mailing.ses.middlewareStack.add(
    (next) => (args) => {
      calls += 1;
      if (fails) throw fails();
      return next(args);
    },
    { step: 'initialize', name: 'refuse', priority: 'high' },
  );
});

const request = (mail: MailKind, signature: SignatureId) =>
  deliver(
    { store: world.store, keys, mailing: world.mailing, publicUrl, days: countDays() },
    { signature, mail },
    world.clock.now,
  );
const only = async () => (await recordsOf(world.store))[0] ?? expect.fail('no signature');
const kinds = () => mailsTo(world, email).map(({ about }) => about['mail']);
const letDue: Readonly<Record<string, () => Promise<SignatureId>>> = {
  confirmation: async () => {
    await world.submit('clean-air', organisationFrom('harbour.example', email));
    return (await only()).id;
  },
  receipt: async () => {
    const own = await sign(world, organisationFrom('harbour.example', email));
    const organisation = { name: 'Harbour Friends', website: 'https://harbour.example', country: 'KZ' };
    const signatory = { name: 'Jo', role: 'Speaker' };
    await ask(world, own, { action: 'correct', kind: 'organisation', organisation, signatory, attestation: true });
    return own.id;
  },
  displaced: async () => {
    const own = await sign(world, organisationFrom('harbour.example', email));
    const now = new Date(world.clock.now);
    await change(world.store, own.id, (record) => displaced(record, makeSignatureId(), now), now);
    return own.id;
  },
};

/** @returns the sizes of the rows of a signature and its mailbox */
async function sizes(id: SignatureId): Promise<number[]> {
  const found = [signatureKey(id), mailboxKey(hashMailbox(keys, email))].map(async (Key) => {
    const { Item } = await world.store.client.send(
      new GetCommand({ TableName: world.store.table, Key, ConsistentRead: true }),
    );
    const { revision: _, ...kept } = Item ?? {};
    return JSON.stringify(kept).length;
  });
  return Promise.all(found);
}

describe.each(Object.entries(letDue))('a %s', (kind, makeDue) => {
  const mail = kind as MailKind;

  it.each(['Throttling', 'ServiceUnavailable', 'AccessDenied'])(
    'that fails thirty times with %s leaves the rows unchanged, and is then sent once',
    async (name) => {
      const id = await makeDue();
      const before = await sizes(id);
      fails = () => answer(name);
      for (let time = 0; time < 30; time += 1) {
        await request(mail, id).catch((error: unknown) => expect(error).toMatchObject({ name }));
        world.clock.now += 3600_000;
      }
      expect(calls).toBeGreaterThan(25);
      const [signature = 0, mailbox = 0] = await sizes(id);
      expect(signature).toBeLessThanOrEqual((before[0] ?? 0) + 10);
      // An unknown mailbox gets an empty row.
      expect(mailbox).toBeLessThanOrEqual((before[1] ?? 0) + 250);
      fails = undefined;
      const sent = kinds().length;
      await request(mail, id);
      expect(kinds().slice(sent)).toEqual([mail]);
    },
  );

  it('that gets no answer fifty times only keeps the links of the latest attempts', async () => {
    const id = await makeDue();
    fails = noAnswer;
    for (let time = 0; time < 30; time += 1) {
      await request(mail, id).catch(() => {});
      world.clock.now += 3600_000;
    }
    const [, early = 0] = await sizes(id);
    for (let time = 0; time < 20; time += 1) {
      await request(mail, id).catch(() => {});
      world.clock.now += 3600_000;
    }
    const [, late = 0] = await sizes(id);
    expect(late).toBeLessThanOrEqual(early + 10);
  });

  it('that SES refuses for that mailbox is tried once, and the secretariat sees why', async () => {
    const id = await makeDue();
    fails = () => answer('MessageRejected', failed + email);
    calls = 0;
    await request(mail, id);
    const record = await recordOf(world, { id });
    if (kind === 'confirmation') expect(record).toMatchObject({ heldBecause: 'refused', due: 'expiry' });
    else {
      expect(record).toMatchObject({ deliverability: { state: 'refused' } });
      expect(record).not.toHaveProperty('due', mail);
    }
    for (let days = 0; days < 5; days += 1) {
      world.clock.now += 24 * 3600_000;
      await world.sendMails();
    }
    expect(calls).toBe(1);
  });
});

describe('a refusal of SES that we must fix', () => {
  it('stops all mail, fails no message, and lets it continue when it is fixed', async () => {
    const id = await (letDue['confirmation']?.() ?? expect.fail());
    fails = () => answer('AccountSendingPausedException');
    await expect(request('confirmation', id)).rejects.toMatchObject({ refusal: 'ours' });
    await world.submit('clean-air', organisationFrom('river.example', 'chair@river.example'));
    calls = 0;
    for (let time = 0; time < 30; time += 1) await world.sendMails();
    expect(calls).toBe(0);
    fails = undefined;
    world.clock.now += 61_000;
    await world.sendMails();
    expect(world.mails.map(({ to }) => to).toSorted()).toEqual([email, 'chair@river.example'].toSorted());
  });

  it('is retried less and less often, and by the sweep as often as before', async () => {
    const id = await (letDue['confirmation']?.() ?? expect.fail());
    fails = () => answer('AccessDenied');
    const start = world.clock.now;
    const tries: number[] = [];
    for (let minute = 0; minute < 120; minute += 1) {
      calls = 0;
      await request('confirmation', id).catch((error: unknown) => expect(error).toBeInstanceOf(NotSent));
      if (calls > 0) tries.push(minute);
      await runTask(housekeepingContextOf(world), { task: 'sweep', olderThanSeconds: 600 }).catch(() => {});
      world.clock.now += 60_000;
    }
    expect(world.clock.now - start).toBe(120 * 60_000);
    expect(tries.slice(0, 5)).toEqual([0, 1, 3, 7, 15]);
    expect(tries.length).toBeLessThan(15);
    expect((await recordOf(world, { id })).sweeps ?? 0).toBeLessThanOrEqual(8);
  });
});

describe('a mail that SES refused', () => {
  it('is sent when the secretariat releases it', async () => {
    const id = await (letDue['confirmation']?.() ?? expect.fail());
    fails = () => answer('InvalidParameterValue');
    await request('confirmation', id);
    fails = undefined;
    world.clock.now += 24 * 3600_000;
    const letter = await openTestLetter(world.store);
    const by = {
      store: world.store,
      keys,
      letter,
      by: { kind: 'member', id: 'x' },
      now: new Date(world.clock.now),
    } as const;
    expect(await moderate(by, id, { do: 'release' })).toMatchObject({ outcome: 'done' });
    await world.sendMails();
    expect(kinds()).toEqual(['confirmation']);
  });
});
