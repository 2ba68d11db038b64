/** What should be, once more: after the secretariat, the clock, a domain or a mailbox has spoken. Pure, as `expected.ts`. */
import {
  type Expected,
  holds,
  judged,
  type Model,
  put,
  reach,
  type Shown,
  type Silence,
  signatureOf,
  take,
} from './expected.ts';

/** Accepted whatever the policy asks for; the place is had only if no better proof holds it. */
export function approved(model: Model, number: number, now: number): Model {
  const own = signatureOf(model, number);
  if (own.stage !== 'confirmed' || (own.moderation === 'approved' && own.after === undefined)) return model;
  const next = put(model, number, { moderation: 'approved', after: undefined, displaced: false });
  return take(reach(next, `approved, was ${own.moderation}`), number, now);
}

/** In no list and no count; its place is free. */
export function rejected(model: Model, number: number): Model {
  const own = signatureOf(model, number);
  if (own.stage !== 'confirmed' || own.moderation === 'rejected') return model;
  return reach(put(model, number, { moderation: 'rejected' }), 'rejected');
}

/** More was shown: it goes for the place again. */
export function verified(model: Model, number: number, shown: Shown, now: number): Model {
  const own = signatureOf(model, number);
  if (own.stage !== 'confirmed') return model;
  const next = put(model, number, {
    shown: [...own.shown.filter((one) => one !== shown), shown],
    after: undefined,
  });
  const told = reach(next, `shown by ${shown}`);
  return own.moderation === 'rejected' ? told : take(judged(told, number), number, now);
}

export function gone(model: Model, number: number): Model {
  return reach(put(model, number, { stage: 'gone' }), 'expired');
}

export function revised(model: Model, version: string): Model {
  return reach({ ...model, versions: [...model.versions, version] }, 'versions');
}

const gravity = ['bounce', 'complaint', 'asked'] as const;

/** Nothing goes to that mailbox any more. The graver reason is kept. */
export function silenced(model: Model, label: string, why: Silence): Model {
  const known = model.silent[label];
  const graver = known !== undefined && gravity.indexOf(known) > gravity.indexOf(why) ? known : why;
  return reach({ ...model, silent: { ...model.silent, [label]: graver } }, `silent: ${why}`);
}

export function released(model: Model, label: string): Model {
  const { [label]: was, ...silent } = model.silent;
  return was === undefined ? model : reach({ ...model, silent }, 'released');
}

/** "It was not me": what waits is deleted, what was confirmed is its owner's to withdraw. */
export function stopped(model: Model, number: number): Model {
  const { stage, wish } = signatureOf(model, number);
  if (stage !== 'pending') return model;
  return reach(silenced(put(model, number, { stage: 'gone' }), wish.mailbox.label, 'asked'), 'stopped');
}

/** The letter has been over for long: of who is counted nothing but the published is kept, the others are forgotten. */
export function retained(model: Model): Model {
  return model.signatures.reduce((known, own, number) => {
    if (own.stage !== 'confirmed') return known;
    if (own.moderation === 'held' || !holds(own))
      return reach(put(known, number, { stage: 'forgotten' }), 'forgotten when over');
    return reach(put(known, number, { erased: true }), 'erased');
  }, model);
}

/** In one word, as its owner is told. */
export function stateOf(one: Expected): string {
  if (one.stage !== 'confirmed') return one.stage;
  if (one.moderation === 'rejected') return 'rejected';
  if (one.after !== undefined) return one.displaced ? 'displaced' : 'duplicate';
  return one.moderation === 'held' ? 'held' : 'counted';
}

/** @returns the public mark: the best of what was shown */
export function levelOf({ shown }: Expected): 'mailbox' | 'mailbox-domain' | 'domain' | 'vouched' {
  if (shown.includes('secretariat')) return 'vouched';
  if (shown.includes('dns')) return 'domain';
  return shown.includes('mailbox-domain') ? 'mailbox-domain' : 'mailbox';
}
