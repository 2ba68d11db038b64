/** Expected state after the secretariat, the clock, a domain or a mailbox has acted. Pure, like `expected.ts`. */
import { isDeepStrictEqual } from 'node:util';
import {
  type Expected,
  holds,
  judged,
  type Model,
  put,
  reach,
  renamed,
  type Shown,
  type SuppressionReason,
  signatureOf,
  take,
} from './expected.ts';
import type { Wish } from './people.ts';

const confirmedOnly =
  (change: (model: Model, number: number, now: number) => Model) =>
  (model: Model, number: number, now: number): Model =>
    signatureOf(model, number).stage === 'confirmed' ? change(model, number, now) : model;

/** The signature as its signer currently wants it. */
function asWanted(model: Model, number: number): Model {
  const { proposal } = signatureOf(model, number);
  if (!proposal) return model;
  return reach(
    renamed(put(model, number, { proposal: undefined }), number, proposal, { vouchStands: false }),
    'accepted',
  );
}

/** Accepts it exactly as it is; later changes by its signer need a review. */
function accepted(model: Model, number: number): Model {
  return signatureOf(model, number).moderation === 'approved' ? put(model, number, { accepted: true }) : model;
}

/** Accepts it whatever the policy requires; it gets the place only if no better proof holds it. */
export const approved = confirmedOnly((before, number, now) => {
  const model = asWanted(before, number);
  const own = signatureOf(model, number);
  if (own.moderation === 'approved' && own.after === undefined) return take(accepted(model, number), number, now);
  const next = put(model, number, {
    moderation: 'approved',
    ...{ because: undefined, after: undefined, merged: false, displaced: false },
  });
  return take(accepted(reach(next, `approved, was ${own.moderation}`), number), number, now);
});

/** In no list and no count; its place is free. */
export const rejected = confirmedOnly((model, number) => {
  if (signatureOf(model, number).moderation === 'rejected') return model;
  return reach(put(model, number, { moderation: 'rejected', because: undefined, accepted: false }), 'rejected');
});

/** In no list and no count; it keeps its place. */
export const kept = confirmedOnly((model, number) => {
  if (signatureOf(model, number).because === 'secretariat') return model;
  return reach(put(model, number, { moderation: 'held', because: 'secretariat', accepted: false }), 'held');
});

export const declined = confirmedOnly((model, number) =>
  reach(put(model, number, { proposal: undefined }), 'declined'),
);

export const vouched = confirmedOnly((model, number, now) =>
  take(accepted(shownMore(asWanted(model, number), number, 'secretariat'), number), number, now),
);

export const pinned = (rank: number | undefined) =>
  confirmedOnly((model, number) => {
    const isSame = signatureOf(model, number).rank === rank;
    const next = reach(isSame ? model : put(model, number, { rank }), 'featured');
    return rank === undefined ? next : accepted(next, number);
  });

/** It stays a duplicate of that one, whatever its own fields say. */
export const merged = (into: number) =>
  confirmedOnly((model, number) =>
    accepted(reach(put(model, number, { after: into, merged: true }), 'merged'), number),
  );

/** A chapter of its own, or the organisation as a whole. */
export const split = (chapter: string | undefined) =>
  confirmedOnly((model, number, now) => {
    if (signatureOf(model, number).chapter === chapter) return accepted(model, number);
    const next = put(model, number, { chapter, after: undefined, merged: false, displaced: false });
    return take(accepted(reach(next, 'split'), number), number, now);
  });

/** The secretariat corrects a name itself. */
export const correctedFor = (wish: Wish) =>
  confirmedOnly((model, number, now) => {
    const next = renamed(put(model, number, { proposal: undefined }), number, wish, { vouchStands: true });
    return take(accepted(reach(next, 'corrected for them'), number), number, now);
  });

/** More evidence was shown, so it competes for the place again. */
export function verified(model: Model, number: number, shown: Shown, now: number): Model {
  if (signatureOf(model, number).stage !== 'confirmed') return model;
  return take(shownMore(model, number, shown), number, now);
}

function shownMore(model: Model, number: number, shown: Shown): Model {
  const own = signatureOf(model, number);
  const next = put(model, number, {
    shown: [...own.shown.filter((one) => one !== shown), shown],
    after: own.merged ? own.after : undefined,
    because: own.because === 'displaced' ? undefined : own.because,
  });
  return judged(reach(next, `shown by ${shown}`), number);
}

/** Restores the state before the secretariat's action; its unsent mails are dropped. */
export function takenBack(model: Model, id: string): Model {
  const request = model.done.find((one) => one.id === id && !one.undone);
  if (!request) return model;
  const signatures = [...model.signatures];
  for (const { number, was, is } of request.changed) {
    const own = signatureOf(model, number);
    // Of two actions at the same moment, the model may have the other one first.
    const back = fieldsThatDiffer(was, is);
    if (fieldsThatDiffer(own, is).some((name) => back.includes(name))) throw new Error('it was changed since');
    const restored = Object.fromEntries(Object.entries(was).filter(([name]) => back.includes(name)));
    const { notes, withdrawals, askedAgain, corrections } = own;
    signatures[number] = {
      ...own,
      ...absent(back),
      ...restored,
      notes,
      withdrawals,
      askedAgain,
      corrections,
      takenBack: true,
    };
  }
  const done = model.done.map((one) => (one === request ? { ...one, undone: true } : one));
  return reach({ ...model, signatures, done }, 'taken back');
}

function fieldsThatDiffer(one: Expected, other: Expected): string[] {
  const [left, right] = [
    new Map<string, unknown>(Object.entries(one)),
    new Map<string, unknown>(Object.entries(other)),
  ];
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (name) => !isDeepStrictEqual(left.get(name), right.get(name)),
  );
}

/** Fields that were absent before are absent again. */
const absent = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, undefined]));

export function gone(model: Model, number: number): Model {
  return reach(put(model, number, { stage: 'gone' }), 'expired');
}

export function revised(model: Model, version: string): Model {
  return reach({ ...model, versions: [...model.versions, version] }, 'versions');
}

const severity = ['bounce', 'complaint', 'asked'] as const;

/** Stops all mail to that mailbox. The more serious reason is kept. */
export function silenced(model: Model, label: string, why: SuppressionReason): Model {
  const known = model.silent[label];
  const moreSevere = known !== undefined && severity.indexOf(known) > severity.indexOf(why) ? known : why;
  return reach({ ...model, silent: { ...model.silent, [label]: moreSevere } }, `silent: ${why}`);
}

export function released(model: Model, label: string): Model {
  const { [label]: was, ...silent } = model.silent;
  return was === undefined ? model : reach({ ...model, silent }, 'released');
}

/** "It was not me": a pending signature is deleted; a confirmed one can only be withdrawn by its owner. */
export function stopped(model: Model, number: number): Model {
  const { stage, wish } = signatureOf(model, number);
  if (stage !== 'pending') return model;
  return reach(silenced(put(model, number, { stage: 'gone' }), wish.mailbox.label, 'asked'), 'stopped');
}

/** The letter has been over for long: counted signatures keep only their published part, the others are forgotten. */
export function retained(model: Model): Model {
  return model.signatures.reduce((known, own, number) => {
    if (own.stage !== 'confirmed') return known;
    if (own.moderation === 'held' || !holds(own))
      return reach(put(known, number, { stage: 'forgotten' }), 'forgotten when over');
    return reach(put(known, number, { erased: true, proposal: undefined }), 'erased');
  }, model);
}

/** The state in one word, as its owner is told. */
export function stateOf(one: Expected): string {
  if (one.stage !== 'confirmed') return one.stage;
  if (one.moderation === 'rejected') return 'rejected';
  if (one.after !== undefined && one.merged) return 'merged';
  if (one.after !== undefined) return one.displaced ? 'displaced' : 'duplicate';
  return one.moderation === 'held' ? 'held' : 'counted';
}

/** @returns the public mark: the best evidence shown */
export function levelOf({ shown }: Expected): 'mailbox' | 'mailbox-domain' | 'domain' | 'vouched' {
  if (shown.includes('secretariat')) return 'vouched';
  if (shown.includes('dns')) return 'domain';
  return shown.includes('mailbox-domain') ? 'mailbox-domain' : 'mailbox';
}
