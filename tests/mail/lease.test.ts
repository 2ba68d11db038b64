/** A mailer that takes a mail without learning of it: DynamoDB's answer is lost, and the SDK repeats the call. */
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { countDays } from '../../shared/count/daily-submissions.ts';
import { makeSignatureId } from '../../shared/ids.ts';
import { leaseDuration } from '../../shared/mail/lease.ts';
import { requestSignIn } from '../../shared/member/sign-in.ts';
import { change } from '../../shared/signature/change-signature.ts';
import { requestLinks } from '../../shared/signature/owner/link-request.ts';
import { displaced, notedDuplicate } from '../../shared/signature/transitions.ts';
import { deliver } from '../fixtures/functions.ts';
import { ask, mailsTo, organisationFrom, recordOf, sign } from '../fixtures/signing.ts';
import { anotherClient, freshStore } from '../fixtures/store.ts';
import { keys, makeWorld, openTestLetter, publicUrl, secretariatEmail, type World } from '../fixtures/world.ts';

const email = 'chair@harbour.example';
let world: World;
let own: Awaited<ReturnType<typeof sign>>;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  own = await sign(world, organisationFrom('harbour.example', email));
});

const takesLease = z.object({ UpdateExpression: z.string().includes('leaseOwner = :mine') });

/** Carries out each lease write twice, as after a lost answer. */
function loseEveryLease({ client }: World['store']): { lost: number } {
  const seen = { lost: 0 };
  const losing = new WeakSet<object>();
  client.middlewareStack.add(
    (next, context) => (args) => {
      if (takesLease.safeParse(args.input).success) losing.add(context);
      return next(args);
    },
    { step: 'initialize', name: 'findLease' },
  );
  // Inside the SDK's retries, like one of them that does not wait.
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (losing.delete(context)) {
        seen.lost += 1;
        await next(args);
      }
      return next(args);
    },
    { step: 'deserialize', name: 'loseAnswer', priority: 'high' },
  );
  return seen;
}

const now = () => new Date(world.clock.now);
const step = (how: Parameters<typeof change>[2]) => change(world.store, own.id, how, now());
const making: [string, () => unknown, to: string][] = [
  ['sign-in', () => requestSignIn(world.store, { email: secretariatEmail, first: true }, now()), secretariatEmail],
  ['link', () => requestLinks(world.store, { email, language: 'en' }, now()), email],
  ['displaced', () => step((record) => displaced(record, makeSignatureId(), now())), email],
  ['duplicate-note', () => step((record) => notedDuplicate(record, now())), email],
  ['withdrawn', () => ask(world, own, { action: 'withdraw' }), email],
];

describe('a mail whose lease was taken without an answer', () => {
  it.each(making)('is sent with that same message, once: %s', async (kind, make, to) => {
    await make();
    const before = mailsTo(world, to).length;
    const lossy = anotherClient(world.store);
    const seen = loseEveryLease(lossy);
    const mailer = makeWorld(lossy, world.clock);
    await mailer.sendMails();
    expect(mailsTo(mailer, to).map(({ about }) => about['mail'])).toEqual([kind]);
    expect(seen.lost).toBe(1);
    await world.sendMails();
    expect(mailsTo(world, to)).toHaveLength(before);
  });

  it('keeps its token once', async () => {
    await step((record) => notedDuplicate(record, now()));
    const { manageTokens } = await recordOf(world, own);
    const lossy = anotherClient(world.store);
    loseEveryLease(lossy);
    await makeWorld(lossy, world.clock).sendMails();
    expect((await recordOf(world, own)).manageTokens).toHaveLength(manageTokens.length + 1);
  });
});

describe('a lease', () => {
  it('that expired is not given back by its former owner', async () => {
    await step((record) => notedDuplicate(record, now()));
    const request = { signature: own.id, mail: 'duplicate-note' } as const;
    const delivery = { store: world.store, keys, publicUrl, days: countDays() };
    const gate = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    const stuck = {
      ...world.mailing,
      turn: async () => {
        started.resolve();
        await gate.promise;
        throw new Error('SES is away');
      },
    };
    const first = deliver({ ...delivery, mailing: stuck }, request, world.clock.now);
    await started.promise;
    const later = world.clock.now + leaseDuration + 1;
    const second = Promise.withResolvers<void>();
    const slow = { ...world.mailing, turn: () => second.promise };
    const other = deliver({ ...delivery, mailing: slow }, request, later);
    // The second mailer has the lease before the first gives up.
    await expect.poll(async () => (await recordOf(world, own)).leasedUntil).toBe(later + leaseDuration);
    gate.resolve();
    await expect(first).rejects.toThrow('the mail was not sent');
    expect((await recordOf(world, own)).leasedUntil).toBe(later + leaseDuration);
    second.resolve();
    await other;
    expect(mailsTo(world, email).filter(({ about }) => about['mail'] === 'duplicate-note')).toHaveLength(1);
  });
});
