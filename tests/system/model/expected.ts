/**
 * Expected states of signatures under one letter, written from docs/architecture.md, independently of the code. Pure:
 * each function takes the old state and returns the new one.
 */
import type { News } from './expected-mail.ts';
import { claimantOf, provesDomain, type Wish } from './people.ts';

export interface Consents {
  readonly publication: boolean;
  readonly updates: boolean;
  readonly partner: boolean;
  /** To be invited to a letter that follows; absent when not given. */
  readonly followUp?: true;
}

/** Evidence of who signed: the mailbox, its domain, a line in the DNS, the secretariat's confirmation. */
export type Shown = 'mailbox' | 'mailbox-domain' | 'dns' | 'secretariat';

export type SuppressionReason = 'bounce' | 'complaint' | 'asked';

export interface Expected {
  readonly wish: Wish;
  /** For the conveners only; deleted with the signature. */
  readonly comment: string;
  readonly display: 'public' | 'withheld';
  readonly consents: Consents;
  readonly firstConsents: Consents;
  readonly consentChanges: number;
  readonly version: string;
  readonly submittedAt: number;
  readonly stage: 'pending' | 'gone' | 'confirmed' | 'withdrawn' | 'forgotten';
  /** `added`: by the secretariat, without a mailbox. */
  readonly confirmedBy?: 'link' | 'code' | 'added';
  readonly shown: readonly Shown[];
  readonly moderation?: 'approved' | 'held' | 'rejected' | undefined;
  /** Reason for which it is held. */
  readonly because?: 'level' | 'displaced' | 'secretariat' | undefined;
  /** The secretariat has accepted it exactly as it stands. */
  readonly accepted: boolean;
  /** The signer's change that the secretariat has not accepted yet. */
  readonly proposal?: Wish | undefined;
  /** The secretariat marked it as a duplicate of `after`. */
  readonly merged: boolean;
  readonly chapter?: string | undefined;
  /** Its position among those pinned to the top. */
  readonly rank?: number | undefined;
  /** The owner's corrections within the last day; `other` when it named another organisation. */
  readonly corrections: readonly { readonly at: number; readonly other: boolean }[];
  /** Number of the signature that held the claim when this one competed for it. */
  readonly after?: number | undefined;
  /** A better proof took its claim, and the secretariat reviews it. */
  readonly displaced: boolean;
  /** Time at which the first signer was last told of a duplicate. `notes` counts how often. */
  readonly notedAt?: number;
  readonly notes: number;
  /** Number of withdrawals, since they can be undone. */
  readonly withdrawals: number;
  /** Number of times that the secretariat had the confirmation mail sent again. */
  readonly askedAgain: number;
  /** An action was undone, and with it its unsent mails. */
  readonly takenBack: boolean;
  /** The letter is over, and unpublished data was deleted. */
  readonly erased: boolean;
  /** Its mailbox ended the updates, and it has not agreed to them again since. */
  readonly unsubscribed: boolean;
  /** The unsubscribing that has just happened may show on its owner's page. */
  readonly perhapsShown: boolean;
}

/** An action of the secretariat, with each signature that it changed, before and after. */
export interface Done {
  readonly id: string;
  readonly by: number;
  readonly changed: readonly { readonly number: number; readonly was: Expected; readonly is: Expected }[];
  readonly undone: boolean;
}

export interface Model {
  /** Level from which the letter publishes without review. */
  readonly policy: {
    readonly organisations: 'mailbox' | 'mailbox-domain';
    readonly individuals: 'mailbox' | 'vouched';
  };
  /** Versions of the letter, oldest first. */
  readonly versions: readonly string[];
  /** By number, in order of submission. */
  readonly signatures: readonly Expected[];
  readonly done: readonly Done[];
  /** Mailboxes that get no mail, and why. */
  readonly silent: Readonly<Record<string, SuppressionReason>>;
  /** The updates that were sent, oldest first. */
  readonly news: readonly News[];
  /** Whether there is a letter that follows, and the roles with which it was signed by a press on an invitation. */
  readonly hasNext: boolean;
  readonly signedNext: ReadonlySet<string>;
  /** Counts the states that histories reached, to show that they cover enough. */
  readonly reached: Readonly<Record<string, number>>;
}

export const start = (version: string, policy: Model['policy']): Model => ({
  policy,
  versions: [version],
  signatures: [],
  done: [],
  silent: {},
  news: [],
  hasNext: false,
  signedNext: new Set(),
  reached: {},
});

/** @returns the model with that count increased */
export function reach(model: Model, what: string, times = 1): Model {
  return { ...model, reached: { ...model.reached, [what]: (model.reached[what] ?? 0) + times } };
}

/** @returns the signature with that number */
export function signatureOf({ signatures }: Model, number: number): Expected {
  const found = signatures[number];
  if (!found) throw new Error(`there is no signature number ${number}`);
  return found;
}

export function put(model: Model, number: number, change: Partial<Expected>): Model {
  return { ...model, signatures: model.signatures.with(number, { ...signatureOf(model, number), ...change }) };
}

export function submitted(
  model: Model,
  number: number,
  asked: Pick<Expected, 'wish' | 'comment' | 'display' | 'consents' | 'submittedAt'>,
): Model {
  const fresh: Expected = {
    ...asked,
    firstConsents: asked.consents,
    consentChanges: 0,
    version: model.versions.at(-1) ?? '',
    stage: 'pending',
    shown: [],
    displaced: false,
    accepted: false,
    corrections: [],
    merged: false,
    notes: 0,
    withdrawals: 0,
    askedAgain: 0,
    takenBack: false,
    erased: false,
    unsubscribed: false,
    perhapsShown: false,
  };
  const signatures = [...model.signatures];
  signatures[number] = fresh;
  return reach({ ...model, signatures }, 'submitted');
}

/** Listed and counted at once, as the secretariat vouches for it; it gives no consent to updates. */
export function added(model: Model, number: number, wish: Wish, now: number): Model {
  const consents = { publication: true, updates: false, partner: false };
  const begun = submitted(model, number, { wish, comment: '', display: 'public', consents, submittedAt: now });
  const vouched = { shown: ['secretariat'], moderation: 'approved', accepted: true } as const;
  return reach(put(begun, number, { stage: 'confirmed', confirmedBy: 'added', ...vouched }), 'added by hand');
}

/** Confirmed, not rejected and not a duplicate. Includes signatures that await review. */
export const holds = ({ stage, after, moderation }: Expected) =>
  stage === 'confirmed' && after === undefined && moderation !== 'rejected';

/** Counted: confirmed and approved and not withdrawn and not a duplicate. */
export const counted = (one: Expected) => holds(one) && one.moderation === 'approved';

/** Shown by name. Withheld signatures and those awaiting review are hidden. */
export const shown = (one: Expected) => counted(one) && one.display === 'public';

/**
 * The unit that a letter counts once; chapters of an organisation count separately where the secretariat split them.
 */
export const placeOf = ({
  wish,
  chapter,
}: Pick<Expected, 'wish'> & { readonly chapter?: string | undefined }): string =>
  wish.kind === 'organisation' && chapter ? `${claimantOf(wish)}, ${chapter}` : claimantOf(wish);

const isProven = ({ shown: proofs }: Expected) => proofs.some((one) => one !== 'mailbox');
const isByHand = ({ confirmedBy }: Expected) => confirmedBy === 'added';
const isSameMailbox = (one: Expected, other: Expected) => one.wish.mailbox.label === other.wish.mailbox.label;
const day = 24 * 3600 * 1000;

/** @returns the number of another suitable signature for the same claimant */
function otherOf(model: Model, number: number, suits: (own: Expected, other: Expected) => boolean): number | undefined {
  const own = signatureOf(model, number);
  const place = placeOf(own);
  const found = model.signatures.findIndex(
    (one, index) => index !== number && holds(one) && placeOf(one) === place && suits(own, one),
  );
  return found === -1 ? undefined : found;
}

/**
 * Resolves two shown signatures for one claimant: the better proof gets the place, or else the first, whose signer is
 * told of others at most once a day. A hidden signature only competes with those from the same mailbox, which count
 * once.
 */
export function take(model: Model, number: number, now: number): Model {
  const own = signatureOf(model, number);
  if (!holds(own)) return model;
  const first = otherOf(model, number, (later, one) => shown(later) && shown(one));
  const mine = otherOf(model, number, (later, one) => later.wish.kind === 'individual' || isSameMailbox(later, one));
  const displaces =
    first !== undefined && own.wish.kind === 'organisation' && isProven(own) && !isProven(signatureOf(model, first));
  // A signature by form that is shown replaces an entry that the secretariat made.
  const replaces = first !== undefined && isByHand(signatureOf(model, first)) && !isByHand(own);
  if (replaces && first !== undefined && (mine === undefined || mine === first)) {
    return reach(put(model, first, { after: number }), 'took the place of an added one');
  }
  if (displaces && (mine === undefined || mine === first)) {
    const held = { moderation: 'held', because: 'displaced' } as const;
    return reach(put(model, first, { after: number, displaced: true, ...held }), 'displaced');
  }
  const holder = displaces || replaces ? mine : (first ?? mine);
  if (holder === undefined)
    return otherOf(model, number, () => true) === undefined ? model : reach(model, 'met nobody');
  const known = signatureOf(model, holder);
  // A displaced one that returns is a dispute between two, which the secretariat reviews.
  const later = put(model, number, {
    after: holder,
    ...(own.displaced ? { moderation: 'held', because: 'displaced' } : {}),
  });
  const isNews = own.wish.kind === 'organisation' && shown(own) && shown(known) && !isSameMailbox(own, known);
  const isTime = known.notedAt === undefined || now - known.notedAt >= day;
  const reached = reach(later, isNews && !isTime ? 'duplicates on one day' : 'duplicates');
  return isNews && isTime ? put(reached, holder, { notedAt: now, notes: known.notes + 1 }) : reached;
}

/** Approves it if the evidence suffices for the letter's policy for that kind, or else holds it for review. */
export function judged(model: Model, number: number): Model {
  const own = signatureOf(model, number);
  // The policy does not override the secretariat's decisions and reviews of disputes.
  if (own.moderation === 'rejected' || (own.because ?? 'level') !== 'level') return model;
  const from = own.wish.kind === 'individual' ? model.policy.individuals : model.policy.organisations;
  const enough = from === 'mailbox' || isProven(own);
  if (enough || own.moderation === 'approved')
    return put(model, number, { moderation: 'approved', because: undefined });
  return put(model, number, { moderation: 'held', because: 'level' });
}

const shownBy = (wish: Wish): Shown[] => ['mailbox', ...(provesDomain(wish) ? (['mailbox-domain'] as const) : [])];

export function confirmed(model: Model, number: number, by: 'link' | 'code', now: number): Model {
  const own = signatureOf(model, number);
  if (own.stage !== 'pending') return model;
  const next = put(model, number, { stage: 'confirmed', confirmedBy: by, shown: shownBy(own.wish) });
  return reach(take(judged(next, number), number, now), `confirmed by ${by}`);
}

/** The place is free once its holder has left it or hides the name. */
export function isFree(model: Model, number: number): boolean {
  const own = signatureOf(model, number);
  const holder = own.after === undefined ? undefined : signatureOf(model, own.after);
  // A duplicate marked by the secretariat stays one.
  if (own.merged) return false;
  if (!holder || !holds(holder) || placeOf(holder) !== placeOf(own)) return true;
  if (own.wish.kind === 'individual' || isSameMailbox(own, holder)) return false;
  return own.display === 'withheld' || !shown(holder);
}

export function takenPlace(model: Model, number: number, now: number): Model {
  const own = signatureOf(model, number);
  if (own.stage !== 'confirmed' || own.after === undefined || !isFree(model, number)) return model;
  const next = take(put(model, number, { after: undefined }), number, now);
  return signatureOf(next, number).after === undefined ? reach(next, 'took place') : next;
}

/** @returns the corrections that still count, including this one */
function withCorrection(own: Expected, wish: Wish, now: number): Expected['corrections'] {
  const asked = own.proposal ?? own.wish;
  const isAsked = asked.kind === wish.kind && asked.organisation === wish.organisation;
  const other = wish.kind === 'organisation' && claimantOf(own.wish) !== claimantOf(wish) && !isAsked;
  return [...own.corrections.filter(({ at }) => at > now - day), { at: now, other }];
}

/** @returns whether one more correction exceeds the day's limit: twenty, or five that name another organisation */
export function isOneTooMany(model: Model, number: number, wish: Wish, now: number): boolean {
  const own = signatureOf(model, number);
  const made = withCorrection(own, wish, now);
  const others = made.filter(({ other }) => other);
  return own.stage === 'confirmed' && (made.length > 20 || (made.at(-1)?.other === true && others.length > 5));
}

/** A signature accepted by the secretariat stays as it is until the change is accepted. */
export function corrected(before: Model, number: number, wish: Wish, now: number): Model {
  const was = signatureOf(before, number);
  if (was.stage !== 'confirmed') return before;
  const model = put(before, number, { corrections: withCorrection(was, wish, now) });
  const own = signatureOf(model, number);
  if (own.accepted) return reach(put(model, number, { proposal: wish }), 'proposed');
  const next = renamed(put(model, number, { proposal: undefined }), number, wish, { vouchStands: false });
  return take(next, number, now);
}

/** Another claimant is verified anew. The secretariat's confirmation only applies to what it saw. */
export function renamed(model: Model, number: number, wish: Wish, { vouchStands }: { vouchStands: boolean }): Model {
  const own = signatureOf(model, number);
  const isSame = wish.kind === 'organisation' && claimantOf(own.wish) === claimantOf(wish);
  const chapter = isSame ? own.chapter : undefined;
  const next = reach(put(model, number, { wish, chapter }), own.wish.kind === wish.kind ? 'corrected' : 'switched');
  if (placeOf(own) === placeOf({ wish, chapter })) {
    if (vouchStands || !own.shown.includes('secretariat')) return next;
    return judged(put(next, number, { shown: own.shown.filter((one) => one !== 'secretariat') }), number);
  }
  // A signature that the secretariat merged is reviewed before it returns under another name.
  const isKeptBack = own.because === 'secretariat' || (own.merged && own.moderation !== 'rejected');
  const fresh = put(next, number, {
    shown: shownBy(wish),
    ...{ after: undefined, merged: false, displaced: false, rank: undefined, accepted: false },
    moderation: isKeptBack ? 'held' : own.moderation === 'rejected' ? 'rejected' : undefined,
    because: isKeptBack ? 'secretariat' : undefined,
  });
  return judged(fresh, number);
}

/** A hidden signature is no duplicate of others; shown again, it may be one. */
export function agreed(
  model: Model,
  number: number,
  { display, consents }: Pick<Expected, 'display' | 'consents'>,
  now: number,
): Model {
  const own = signatureOf(model, number);
  if (own.stage !== 'confirmed') return model;
  const names = ['publication', 'updates', 'partner', 'followUp'] as const;
  const same = names.every((name) => own.consents[name] === consents[name]);
  // A consent that was in force all along is not given again.
  const unsubscribed = own.unsubscribed && own.consents.updates === consents.updates;
  const consentChanges = own.consentChanges + (same ? 0 : 1);
  const next = put(model, number, { display, consents, consentChanges, unsubscribed });
  if (display === own.display) return next;
  if (display === 'public') return take(reach(next, 'shown'), number, now);
  return take(reach(put(next, number, { after: own.merged ? own.after : undefined }), 'hidden'), number, now);
}

export function withdrawn(model: Model, number: number): Model {
  const { stage, withdrawals } = signatureOf(model, number);
  if (stage !== 'confirmed') return model;
  const left = { stage: 'withdrawn', withdrawals: withdrawals + 1, proposal: undefined } as const;
  return reach(put(model, number, left), 'withdrawn');
}

export function forgotten(model: Model, number: number): Model {
  const { stage } = signatureOf(model, number);
  if (stage === 'forgotten' || stage === 'gone') return model;
  return reach(put(model, number, { stage: stage === 'pending' ? 'gone' : 'forgotten' }), 'forgotten');
}

/** Only applies to the current text, and only for a signature that is confirmed and not withdrawn. */
export function carried(model: Model, number: number, version: string): Model {
  const own = signatureOf(model, number);
  if (own.stage !== 'confirmed' || version !== model.versions.at(-1) || own.version === version) return model;
  return reach(put(model, number, { version }), 'carried');
}
