/**
 * Expected permission to write: whose mailbox may get an update or an invitation at a moment, written from the rules, not
 * from the code. Pure, like `expected.ts`.
 */
import { counted, type Expected, type Model, put, reach, signatureOf } from './expected.ts';

/** An update, as far as its recipients go. */
export interface News {
  readonly id: string;
  readonly state: 'sending' | 'paused' | 'cancelled' | 'sent';
  readonly startedAt: number;
  /** Numbers of the signatures that could get it when it began, and at every moment since. */
  readonly must: readonly number[];
}

const isThere = ({ stage }: Expected) => stage !== 'gone' && stage !== 'forgotten';

/** Confirmed by the owner of the mailbox, not withdrawn, not rejected, with the consent in force and mail that arrives. */
export function mayGetNews(model: Model, own: Expected): boolean {
  const isIn = own.stage === 'confirmed' && own.moderation !== 'rejected' && !own.erased;
  return isIn && own.consents.updates && !own.unsubscribed && !isSilent(model, own);
}

/** Counted, with the consent to be invited to another letter. One click on a link to unsubscribe does not end it. */
export function mayBeInvited(model: Model, own: Expected): boolean {
  return counted(own) && !own.erased && own.consents.followUp === true && !isSilent(model, own);
}

const isSilent = ({ silent }: Model, { wish }: Expected) => silent[wish.mailbox.label] !== undefined;

/** @returns the numbers of signatures of that mailbox that allow it */
export function allowing(
  model: Model,
  label: string,
  allows: (model: Model, own: Expected) => boolean,
): readonly number[] {
  return model.signatures.flatMap((own, number) =>
    own.wish.mailbox.label === label && allows(model, own) ? [number] : [],
  );
}

export function told(model: Model, id: string, now: number): Model {
  const must = model.signatures.flatMap((own, number) => (mayGetNews(model, own) ? [number] : []));
  return reach({ ...model, news: [...model.news, { id, state: 'sending', startedAt: now, must }] }, 'update begun');
}

export function newsIs(model: Model, id: string, state: News['state']): Model {
  const news = model.news.map((one) => (one.id === id ? { ...one, state } : one));
  return reach({ ...model, news }, `update ${state}`);
}

/** Drops from each update those who could not have got it at this moment. */
export function stillOwed(model: Model): Model {
  const isOwed = (number: number) => mayGetNews(model, signatureOf(model, number));
  if (model.news.every(({ must }) => must.every(isOwed))) return model;
  return { ...model, news: model.news.map((one) => ({ ...one, must: one.must.filter(isOwed) })) };
}

/**
 * Ends the updates for the mailbox, whichever of its signatures agreed, and nothing else. Their owners' pages say so, except
 * that of a signature whose receipt is still on its way.
 */
export function unsubscribed(model: Model, label: string): Model {
  const next = model.signatures.reduce((known, own, number) => {
    if (own.wish.mailbox.label !== label || !isThere(own) || !own.consents.updates) return known;
    return put(known, number, { unsubscribed: true, perhapsShown: true });
  }, model);
  return reach(next, 'unsubscribed');
}

/** The page of that signature says that its updates have ended. */
export function shownEnded(model: Model, number: number): Model {
  const { consents, consentChanges } = signatureOf(model, number);
  return put(model, number, {
    consents: { ...consents, updates: false },
    consentChanges: consentChanges + 1,
    perhapsShown: false,
  });
}

/** Signs the next letter; `role` is unique to each press. */
export function signedNext(model: Model, role: string): Model {
  return reach({ ...model, signedNext: new Set([...model.signedNext, role]) }, 'signed the next letter');
}
