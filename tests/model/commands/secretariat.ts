/** What the secretariat decides: about a signature, and about who gets mail. */
import { expect } from 'vitest';
import { signaturesOf } from '../../../shared/mailbox/own.ts';
import { readMailbox } from '../../../shared/mailbox/record.ts';
import { releaseMailbox, suppressMailbox } from '../../../shared/mailbox/suppression.ts';
import { change } from '../../../shared/signature/change.ts';
import { signatureId } from '../../../shared/signature/id.ts';
import type { Moderation } from '../../../shared/signature/moderation.ts';
import { deliverable } from '../../../shared/signature/transitions.ts';
import { moderateAs } from '../../fixtures/secretariat.ts';
import { keys } from '../../fixtures/world.ts';
import { approved, rejected, released, silenced, verified } from '../decided.ts';
import { type Expected, holds, type Model, signatureOf, withdrawn } from '../expected.ts';
import type { Act, Deed, Game } from '../game.ts';
import { digits, mailboxes } from '../people.ts';

/** 503 as long as the faults of the history last: whoever decides does it again. */
const statusOf = { done: 200, refused: 409, gone: 404 } as const;

const decision =
  (
    what: Moderation,
    prefers: (own: Expected) => boolean,
    change: (model: Model, number: number, now: number) => Model,
  ) =>
  (game: Game, { who, how }: Deed): Act | undefined => {
    const known = game.model.signatures.flatMap((own, number) =>
      game.ids[number] !== undefined && own.stage === 'confirmed' ? [{ own, number }] : [],
    );
    const best = known.filter(({ own }) => prefers(own));
    const those = best.length > 0 && how % 4 > 0 ? best : known;
    const one = those[who % those.length];
    if (!one) return undefined;
    const id = signatureId.parse(game.ids[one.number]);
    return {
      send: (world) =>
        moderateAs(world, { id }, what).then(
          ({ outcome }) => new Response(null, { status: statusOf[outcome] }),
          () => new Response(null, { status: 503 }),
        ),
      becomes: (model, { status }) => {
        const { stage } = signatureOf(model, one.number);
        const isRefused = stage === 'withdrawn' && what.do !== 'withdraw';
        expect(status).toBe(stage === 'forgotten' ? 404 : isRefused ? 409 : 200);
        return change(model, one.number, game.observer.clock.now);
      },
    };
  };

const waits = ({ moderation, after }: Expected) => moderation !== 'approved' || after !== undefined;

export const approve = decision({ do: 'approve' }, waits, approved);
export const reject = decision({ do: 'reject', why: 'It is not theirs.' }, holds, rejected);
export const vouch = decision({ do: 'vouch', note: 'They said so.' }, waits, (model, number, now) =>
  verified(model, number, 'secretariat', now),
);
export const removeForThem = decision({ do: 'withdraw' }, holds, withdrawn);

/** The owner of a mailbox wants no mail, or wants it again; tried until it is done. */
export async function silence(game: Game, { who, how, instance }: Deed): Promise<void> {
  const { observer, instances, arrived } = game;
  const silent = mailboxes.filter(({ label }) => game.model.silent[label]);
  const [now, store] = [observer.clock.now, instances[instance]?.world.store ?? observer.store];
  const back = how % 2 === 0 ? silent[who % silent.length] : undefined;
  const { address, label } = back ?? digits(who)(mailboxes);
  if (back) {
    await untilDone(() => releaseMailbox(store, keys, address, now));
    const { confirmed } = signaturesOf(await readMailbox(observer.store, keys, address));
    for (const { id } of confirmed) await untilDone(() => change(store, id, deliverable, new Date(now)));
    game.model = released(game.model, label);
    return;
  }
  const asked = { at: new Date(now).toISOString(), because: 'asked' } as const;
  await untilDone(() => suppressMailbox(store, keys, address, asked, now));
  game.silencedAfter.set(label, arrived.length);
  game.model = silenced(game.model, label, 'asked');
}

/** @param work done again while the faults of the history last */
export async function untilDone(work: () => Promise<unknown>, times = 1): Promise<void> {
  for (let left = times; left > 0; ) {
    left -= await work().then(
      () => 1,
      () => 0,
    );
  }
}
