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

/** What shows who signed: the mailbox, its domain, a line in the DNS, the word of the secretariat. */
export type Shown = 'mailbox' | 'mailbox-domain' | 'dns' | 'secretariat';

export type Silence = 'bounce' | 'complaint' | 'asked';

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
  readonly shown: readonly Shown[];
  readonly moderation?: 'approved' | 'held' | 'rejected' | undefined;
  /** Why it is held. */
  readonly because?: 'level' | 'displaced' | 'secretariat' | undefined;
  /** The secretariat has accepted it exactly as it stands. */
  readonly accepted: boolean;
  /** How its signer wants it to be, once the secretariat accepts that, too. */
  readonly proposal?: Wish | undefined;
  /** The secretariat found it to be the duplicate of `after`. */
  readonly merged: boolean;
  readonly chapter?: string | undefined;
  /** Its place among those that stand first. */
  readonly rank?: number | undefined;
  /** What its owner corrected within the last day; `other` where that named another organisation. */
  readonly corrections: readonly { readonly at: number; readonly other: boolean }[];
  /** Number of the signature that held the claim when this one came. */
  readonly after?: number | undefined;
  /** A better proof took its claim: the secretariat looks at it. */
  readonly displaced: boolean;
  /** When the first signer was last told of another, and how often. */
  readonly notedAt?: number;
  readonly notes: number;
  /** How often it was withdrawn, as that can be taken back. */
  readonly withdrawals: number;
  /** How often the secretariat had a mail that asks to confirm sent again. */
  readonly askedAgain: number;
  /** Something was taken back, and with it mails that were not out yet. */
  readonly takenBack: boolean;
  /** The letter is over: what is not published is not kept. */
  readonly erased: boolean;
}

/** What the secretariat did, with the signatures that it changed: as they were, and as they were then. */
export interface Done {
  readonly id: string;
  readonly by: number;
  readonly changed: readonly { readonly number: number; readonly was: Expected; readonly is: Expected }[];
  readonly undone: boolean;
}

export interface Model {
  /** From which level the letter publishes without review. */
  readonly policy: {
    readonly organisations: 'mailbox' | 'mailbox-domain';
    readonly individuals: 'mailbox' | 'vouched';
  };
  /** Versions of the letter, oldest first. */
  readonly versions: readonly string[];
  /** By their number, in the order in which they were submitted. */
  readonly signatures: readonly Expected[];
  readonly done: readonly Done[];
  /** Mailboxes to which nothing is sent, and why. */
  readonly silent: Readonly<Record<string, Silence>>;
  /** What the histories reached, to see that they are worth their time. */
  readonly reached: Readonly<Record<string, number>>;
}

export const start = (version: string, policy: Model['policy']): Model => ({
  policy,
  versions: [version],
  signatures: [],
  done: [],
  silent: {},
  reached: {},
});

/** @returns the model with so many more of those */
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
  };
  const signatures = [...model.signatures];
  signatures[number] = fresh;
  return reach({ ...model, signatures }, 'submitted');
}

/** Neither left, nor rejected, nor the second of another: also while it waits for the secretariat. */
export const holds = ({ stage, after, moderation }: Expected) =>
  stage === 'confirmed' && after === undefined && moderation !== 'rejected';

/** Counted: confirmed and approved and not withdrawn and not a duplicate. */
export const counted = (one: Expected) => holds(one) && one.moderation === 'approved';

/** Shown by name: whoever is withheld, or waits, is hidden. */
export const shown = (one: Expected) => counted(one) && one.display === 'public';

/** Of whom a letter counts one: chapters of an organisation, where the secretariat tells them apart. */
export const placeOf = ({ wish, chapter }: Pick<Expected, 'wish' | 'chapter'>): string =>
  wish.kind === 'organisation' && chapter ? `${claimantOf(wish)}, ${chapter}` : claimantOf(wish);

const isProven = ({ shown: proofs }: Expected) => proofs.some((one) => one !== 'mailbox');
const isSameMailbox = (one: Expected, other: Expected) => one.wish.mailbox.label === other.wish.mailbox.label;
const day = 24 * 3600 * 1000;

/** @returns the number of the other signature for the same claimant that suits */
function otherOf(model: Model, number: number, suits: (own: Expected, other: Expected) => boolean): number | undefined {
  const own = signatureOf(model, number);
  const place = placeOf(own);
  const found = model.signatures.findIndex(
    (one, index) => index !== number && holds(one) && placeOf(one) === place && suits(own, one),
  );
  return found === -1 ? undefined : found;
}

/**
 * Two that are shown for one claimant meet: the better proof has the place, or the first, who hears of the others once a day at
 * the most. Whoever is hidden meets nobody but who comes from the same mailbox: that is counted once.
 */
export function take(model: Model, number: number, now: number): Model {
  const own = signatureOf(model, number);
  if (!holds(own)) return model;
  const first = otherOf(model, number, (later, one) => shown(later) && shown(one));
  const mine = otherOf(model, number, (later, one) => later.wish.kind === 'individual' || isSameMailbox(later, one));
  const displaces =
    first !== undefined && own.wish.kind === 'organisation' && isProven(own) && !isProven(signatureOf(model, first));
  if (displaces && (mine === undefined || mine === first)) {
    const held = { moderation: 'held', because: 'displaced' } as const;
    return reach(put(model, first, { after: number, displaced: true, ...held }), 'displaced');
  }
  const holder = displaces ? mine : (first ?? mine);
  if (holder === undefined)
    return otherOf(model, number, () => true) === undefined ? model : reach(model, 'met nobody');
  const known = signatureOf(model, holder);
  // Whoever was displaced and comes back is a dispute between two: the secretariat looks.
  const later = put(model, number, {
    after: holder,
    ...(own.displaced ? { moderation: 'held', because: 'displaced' } : {}),
  });
  const isNews = own.wish.kind === 'organisation' && shown(own) && shown(known) && !isSameMailbox(own, known);
  const isTime = known.notedAt === undefined || now - known.notedAt >= day;
  const reached = reach(later, isNews && !isTime ? 'duplicates on one day' : 'duplicates');
  return isNews && isTime ? put(reached, holder, { notedAt: now, notes: known.notes + 1 }) : reached;
}

/** Enough for the letter's policy for that kind, or for the secretariat to review. */
export function judged(model: Model, number: number): Model {
  const own = signatureOf(model, number);
  // What the secretariat decided, or has to decide between two, is not the policy's to undo.
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

/** Whoever held it, and has left or hides the name, is not in the way any more. */
export function isFree(model: Model, number: number): boolean {
  const own = signatureOf(model, number);
  const holder = own.after === undefined ? undefined : signatureOf(model, own.after);
  // A duplicate that the secretariat found stays one.
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

/** @returns the corrections that count still, with this one */
function withCorrection(own: Expected, wish: Wish, now: number): Expected['corrections'] {
  const asked = own.proposal ?? own.wish;
  const isAsked = asked.kind === wish.kind && asked.organisation === wish.organisation;
  const other = wish.kind === 'organisation' && claimantOf(own.wish) !== claimantOf(wish) && !isAsked;
  return [...own.corrections.filter(({ at }) => at > now - day), { at: now, other }];
}

/** @returns whether one more correction is too many for this day: of twenty, and of five that name another organisation */
export function isOneTooMany(model: Model, number: number, wish: Wish, now: number): boolean {
  const own = signatureOf(model, number);
  const made = withCorrection(own, wish, now);
  const others = made.filter(({ other }) => other);
  return own.stage === 'confirmed' && (made.length > 20 || (made.at(-1)?.other === true && others.length > 5));
}

/** What the secretariat has accepted stays as it is until it accepts the change. */
export function corrected(before: Model, number: number, wish: Wish, now: number): Model {
  const was = signatureOf(before, number);
  if (was.stage !== 'confirmed') return before;
  const model = put(before, number, { corrections: withCorrection(was, wish, now) });
  const own = signatureOf(model, number);
  if (own.accepted) return reach(put(model, number, { proposal: wish }), 'proposed');
  const next = renamed(put(model, number, { proposal: undefined }), number, wish, { vouchStands: false });
  return take(next, number, now);
}

/** Another claimant is verified anew. A word of the secretariat was for what it saw. */
export function renamed(model: Model, number: number, wish: Wish, { vouchStands }: { vouchStands: boolean }): Model {
  const own = signatureOf(model, number);
  const isSame = wish.kind === 'organisation' && claimantOf(own.wish) === claimantOf(wish);
  const chapter = isSame ? own.chapter : undefined;
  const next = reach(put(model, number, { wish, chapter }), own.wish.kind === wish.kind ? 'corrected' : 'switched');
  if (placeOf(own) === placeOf({ wish, chapter })) {
    if (vouchStands || !own.shown.includes('secretariat')) return next;
    return judged(put(next, number, { shown: own.shown.filter((one) => one !== 'secretariat') }), number);
  }
  // What the secretariat merged does not come back by another name without a look.
  const isKeptBack = own.because === 'secretariat' || (own.merged && own.moderation !== 'rejected');
  const fresh = put(next, number, {
    shown: shownBy(wish),
    ...{ after: undefined, merged: false, displaced: false, rank: undefined, accepted: false },
    moderation: isKeptBack ? 'held' : own.moderation === 'rejected' ? 'rejected' : undefined,
    because: isKeptBack ? 'secretariat' : undefined,
  });
  return judged(fresh, number);
}

/** Hidden, it is nobody's second; shown again, it may be. */
export function agreed(
  model: Model,
  number: number,
  { display, consents }: Pick<Expected, 'display' | 'consents'>,
  now: number,
): Model {
  const own = signatureOf(model, number);
  if (own.stage !== 'confirmed') return model;
  const same = (['publication', 'updates', 'partner'] as const).every((name) => own.consents[name] === consents[name]);
  const next = put(model, number, { display, consents, consentChanges: own.consentChanges + (same ? 0 : 1) });
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

/** Only to the text that stands now, and only by who has signed and not left. */
export function carried(model: Model, number: number, version: string): Model {
  const own = signatureOf(model, number);
  if (own.stage !== 'confirmed' || version !== model.versions.at(-1) || own.version === version) return model;
  return reach(put(model, number, { version }), 'carried');
}
