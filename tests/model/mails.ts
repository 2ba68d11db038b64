/** What must be true of the mails: none is lost, and none is sent more often than it may be. */
import { expect } from 'vitest';
import { reach } from './expected.ts';
import { deliver, type Game, mailsOf } from './game.ts';
import { sweep } from './housekeeping.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';

/** How far the clock goes on when a mailer died with a lease: a lease is over by then. */
const longerThanALease = 13_000;
const planned = [undefined, 'reminder', 'expiry'];

/** The mailers go on, and when they have nothing to do, time passes and the sweep runs, until no mail is due. */
export async function drain(game: Game): Promise<Snapshot> {
  for (let round = 0; round < 40; round += 1) {
    await deliver(game);
    const snapshot = await readSnapshot(game.observer.store);
    const due = snapshot.items.filter(({ due: mail }) => !planned.includes(mail === undefined ? mail : String(mail)));
    if (due.length === 0) return snapshot;
    game.observer.clock.now += longerThanALease;
    await sweep(game);
  }
  return expect.unreachable('mail stays due for ever');
}

/** Everything that was accepted has its mail or a reason; everything that happened to a confirmed one was told. */
export function expectMailed(game: Game, { records }: Snapshot): void {
  const sent = (number: number, kind: string) => timesSent(game, number, kind);
  for (const [number, { stage, displaced, wish }] of game.model.signatures.entries()) {
    // Where mail came back nothing is sent any more.
    if (game.suppressed.has(wish.mailbox.label)) continue;
    const record = records.get(game.ids[number] ?? '');
    if (record && !record.heldBecause) expect(sent(number, 'confirmation')).toBeGreaterThanOrEqual(1);
    // Who left before the receipt went out is told of that instead; who is forgotten is told nothing.
    if (stage === 'confirmed') expect(sent(number, 'receipt')).toBeGreaterThanOrEqual(1);
    if (stage === 'confirmed' && displaced) expect(sent(number, 'displaced')).toBeGreaterThanOrEqual(1);
    if (stage === 'withdrawn') expect(sent(number, 'withdrawn')).toBeGreaterThanOrEqual(1);
  }
}

/** A crash may double a mail that was in flight; nothing else does. */
export function expectNoneTooMany(game: Game): void {
  for (const kind of ['confirmation', 'reminder', 'withdrawn']) {
    for (const [number] of game.model.signatures.entries()) {
      const doubled = game.post.tallies.get(`${game.ids[number]} ${kind}`)?.failedAfterwards ?? 0;
      expect(timesSent(game, number, kind), kind).toBeLessThanOrEqual(1 + doubled);
    }
  }
  for (const [number] of game.model.signatures.entries()) {
    // Each signer is asked once about each later version.
    const doubled = game.post.tallies.get(`${game.ids[number]} new-version`)?.failedAfterwards ?? 0;
    expect(timesSent(game, number, 'new-version')).toBeLessThan(game.model.versions.length + doubled);
  }
  for (const kind of ['reminder', 'duplicate-note', 'displaced', 'withdrawn', 'link', 'new-version']) {
    for (const _ of mailsOf(game, kind)) game.model = reach(game.model, `mail: ${kind}`);
  }
}

const timesSent = ({ post, ids }: Game, number: number, kind: string) =>
  post.tallies.get(`${ids[number]} ${kind}`)?.sent ?? 0;
