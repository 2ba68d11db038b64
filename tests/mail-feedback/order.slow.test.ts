/** Events arrive late, twice and in any order; the count never changes, and the result is always the same. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import type { World } from '../fixtures/world.ts';
import { asNotification, bounce, complaint, delay, reject } from './events.ts';
import {
  addressOf,
  confirmed,
  deliverEvent,
  mailboxRow,
  openWorld,
  pending,
  publicView,
  recordOf,
  undeliverables,
} from './signer.ts';

/** Two confirmed signatures of one mailbox, one confirmed of another, and one pending. */
async function settle(world: World) {
  const shared = addressOf(1);
  return [
    await confirmed(world, 1),
    await confirmed(world, 2, shared),
    await confirmed(world, 3),
    await pending(world, 4),
  ] as const;
}

const at = fc.constantFrom('2026-03-02T10:00:00.000Z', '2026-03-02T10:00:01.000Z', '2026-03-03T10:00:00.000Z');
const event = fc.record({
  of: fc.nat(3),
  at,
  kind: fc.constantFrom('bounce', 'soft', 'complaint', 'delay', 'reject', 'old', 'links'),
});
type Told = typeof event extends fc.Arbitrary<infer One> ? One : never;

function toEvent({ kind, at: time }: Told, { id, email }: { id: string; email: string }): object {
  const about = { to: email, signature: id, at: time };
  switch (kind) {
    case 'soft':
      return bounce(about, 'Transient');
    case 'complaint':
      return complaint(about);
    case 'delay':
      return delay(about);
    case 'reject':
      return reject(about);
    case 'old':
      return asNotification(bounce(about));
    case 'links':
      return bounce({ ...about, mail: 'link' });
    default:
      return bounce(about);
  }
}

const isBounce = ({ kind }: Told) => kind === 'bounce' || kind === 'old' || kind === 'links';
const first = (events: readonly Told[]) => events.map((one) => one.at).toSorted()[0];

/** The combined effect of the events about one mailbox, computed without regard to their order. */
function expectedOf(events: readonly Told[]) {
  const complained = first(events.filter(({ kind }) => kind === 'complaint'));
  const bounced = first(events.filter(isBounce));
  if (complained) return { state: 'complained', at: complained };
  return bounced ? { state: 'bounced', at: bounced } : undefined;
}

/**
 * Possible effects of the events on a pending signature. A bounce without a signature finds it by the mails to the
 * mailbox, which an earlier complaint has deleted; either way no more mail is sent.
 */
function closings(events: readonly Told[]): (string | undefined)[] {
  if (!events.some(isBounce)) return [undefined];
  const named = events.some(({ kind }) => kind === 'bounce');
  return events.some(({ kind }) => kind === 'complaint') && !named ? ['bounced', undefined] : ['bounced'];
}

it('the count, the list and the claims do not change, and any order and repetition give the same result', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { minLength: 1, maxLength: 8 }),
      fc.infiniteStream(fc.nat()),
      async (told, draw) => {
        const world = await openWorld();
        const signers = await settle(world);
        const before = await publicView(world);
        expect(before.count.total).toBe(3);
        // Each event is sent once or twice, in random order, some at the same moment.
        const repeated = told.flatMap((one) => (nextOf(draw) % 2 ? [one, one] : [one]));
        const shuffled = repeated.map((one) => ({ one, key: nextOf(draw) })).toSorted((a, b) => a.key - b.key);
        for (let index = 0; index < shuffled.length; index += 2) {
          const pair = shuffled.slice(index, index + 2);
          await Promise.all(
            pair.map(({ one }) => {
              const signer = signers[one.of];
              return signer && deliverEvent(world, toEvent(one, signer));
            }),
          );
          expect(await publicView(world)).toEqual(before);
        }
        for (const signer of signers) {
          const events = told.filter(({ of }) => signers[of]?.email === signer.email);
          const expected = expectedOf(events);
          const record = await recordOf(world, signer.id);
          if (record?.confirmedAt) expect(record.deliverability).toEqual(expected);
          else expect(closings(events)).toContain(record?.heldBecause);
          const because = expected?.state === 'bounced' ? 'bounce' : 'complaint';
          const row = await mailboxRow(world, signer.email);
          expect(row?.['suppressed']).toEqual(expected && { at: expected.at, because });
        }
        const marked = (await Promise.all(signers.map(({ id }) => recordOf(world, id)))).flatMap(markOf);
        expect((await undeliverables(world)).toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
          marked.toSorted((a, b) => a.id.localeCompare(b.id)),
        );
      },
    ),
    { numRuns: 5, endOnFailure: true },
  );
});

const nextOf = (draw: fc.Stream<number>): number => draw.next().value ?? 0;
const markOf = (record: SignatureRecord | undefined) =>
  record?.deliverability ? [{ id: record.id, ...record.deliverability }] : [];
