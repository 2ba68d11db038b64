/**
 * What should be: the life of signatures under one letter, written anew from DESIGN §1 and §2 and not from the code.
 * Pure: each function takes what was and gives what is.
 */
import { claimantOf, provesDomain, type Wish } from './people.ts';

export interface Consents {
  readonly publication: boolean;
  readonly updates: boolean;
  readonly partner: boolean;
}

export interface Expected {
  readonly wish: Wish;
  /** For the conveners only; goes when the signature goes. */
  readonly comment: string;
  readonly display: 'public' | 'withheld';
  readonly consents: Consents;
  readonly firstConsents: Consents;
  readonly consentChanges: number;
  readonly version: string;
  readonly submittedAt: number;
  readonly stage: 'pending' | 'gone' | 'confirmed' | 'withdrawn' | 'forgotten';
  readonly confirmedBy?: 'link' | 'code';
  /** Whether the mailbox shows control of the organisation's domain. */
  readonly proven: boolean;
  /** Number of the signature that held the claim when this one came. */
  readonly after?: number | undefined;
  /** A better proof took its claim: the secretariat looks at it. */
  readonly displaced: boolean;
}

export interface Model {
  /** Versions of the letter, oldest first. */
  readonly versions: readonly string[];
  /** By their number, in the order in which they were submitted. */
  readonly signatures: readonly Expected[];
  /** What the histories reached, to see that they are worth their time. */
  readonly reached: Readonly<Record<string, number>>;
}

export const start = (version: string): Model => ({ versions: [version], signatures: [], reached: {} });

/** @returns the model with one more of those */
export function reach(model: Model, what: string): Model {
  return { ...model, reached: { ...model.reached, [what]: (model.reached[what] ?? 0) + 1 } };
}

/** @returns the signature with that number */
export function signatureOf({ signatures }: Model, number: number): Expected {
  const found = signatures[number];
  if (!found) throw new Error(`there is no signature number ${number}`);
  return found;
}

function put(model: Model, number: number, change: Partial<Expected>): Model {
  return { ...model, signatures: model.signatures.with(number, { ...signatureOf(model, number), ...change }) };
}

export function submitted(
  model: Model,
  number: number,
  asked: Pick<Expected, 'wish' | 'comment' | 'display' | 'consents' | 'submittedAt'>,
): Model {
  const version = model.versions.at(-1) ?? '';
  const fresh: Expected = {
    ...asked,
    firstConsents: asked.consents,
    consentChanges: 0,
    version,
    stage: 'pending',
    proven: false,
    displaced: false,
  };
  const signatures = [...model.signatures];
  signatures[number] = fresh;
  return reach({ ...model, signatures }, 'submitted');
}

/** Holds the place of its claimant: also while it waits for the secretariat. */
export const holds = ({ stage, after }: Expected) => stage === 'confirmed' && after === undefined;

/** Counted: confirmed and approved and not withdrawn and not a duplicate. */
export const counted = (one: Expected) => holds(one) && !one.displaced;

/** The place is free, or the better proof has it, or the first. */
function take(model: Model, number: number): Model {
  const own = signatureOf(model, number);
  const claimant = claimantOf(own.wish);
  const holder = model.signatures.findIndex(
    (one, index) => index !== number && holds(one) && claimantOf(one.wish) === claimant,
  );
  if (holder === -1) return model;
  if (own.proven && !signatureOf(model, holder).proven) {
    return reach(put(model, holder, { after: number, displaced: true }), 'displaced');
  }
  return reach(put(model, number, { after: holder }), 'duplicates');
}

export function confirmed(model: Model, number: number, by: 'link' | 'code'): Model {
  const own = signatureOf(model, number);
  if (own.stage !== 'pending') return model;
  const next = put(model, number, { stage: 'confirmed', confirmedBy: by, proven: provesDomain(own.wish) });
  return reach(take(next, number), `confirmed by ${by}`);
}

export function takenPlace(model: Model, number: number): Model {
  const own = signatureOf(model, number);
  if (own.stage !== 'confirmed' || own.after === undefined) return model;
  const next = take(put(model, number, { after: undefined }), number);
  return signatureOf(next, number).after === undefined ? reach(next, 'took place') : next;
}

/** Another claimant is verified anew. */
export function corrected(model: Model, number: number, wish: Wish): Model {
  const own = signatureOf(model, number);
  if (own.stage !== 'confirmed') return model;
  const changed = reach(put(model, number, { wish }), own.wish.kind === wish.kind ? 'corrected' : 'switched');
  if (claimantOf(own.wish) === claimantOf(wish)) return changed;
  return take(put(changed, number, { proven: provesDomain(wish), after: undefined, displaced: false }), number);
}

export function agreed(model: Model, number: number, display: Expected['display'], consents: Consents): Model {
  const own = signatureOf(model, number);
  if (own.stage !== 'confirmed') return model;
  const same = (['publication', 'updates', 'partner'] as const).every((name) => own.consents[name] === consents[name]);
  const shown = display === own.display ? model : reach(model, display === 'withheld' ? 'hidden' : 'shown');
  return put(shown, number, { display, consents, consentChanges: own.consentChanges + (same ? 0 : 1) });
}

export function withdrawn(model: Model, number: number): Model {
  if (signatureOf(model, number).stage !== 'confirmed') return model;
  return reach(put(model, number, { stage: 'withdrawn' }), 'withdrawn');
}

export function forgotten(model: Model, number: number): Model {
  const { stage } = signatureOf(model, number);
  if (stage === 'forgotten' || stage === 'gone') return model;
  return reach(put(model, number, { stage: stage === 'pending' ? 'gone' : 'forgotten' }), 'forgotten');
}

export function gone(model: Model, number: number): Model {
  return reach(put(model, number, { stage: 'gone' }), 'expired');
}

export function revised(model: Model, version: string): Model {
  return reach({ ...model, versions: [...model.versions, version] }, 'versions');
}

/** Only to the text that stands now, and only by who has signed and not left. */
export function carried(model: Model, number: number, version: string): Model {
  const own = signatureOf(model, number);
  if (own.stage !== 'confirmed' || version !== model.versions.at(-1) || own.version === version) return model;
  return reach(put(model, number, { version }), 'carried');
}

/** In one word, as its owner is told. */
export function stateOf(one: Expected): string {
  if (one.stage !== 'confirmed') return one.stage;
  if (one.after !== undefined) return one.displaced ? 'displaced' : 'duplicate';
  return one.displaced ? 'held' : 'counted';
}
