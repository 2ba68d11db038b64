/** Requests of signers: a submission, its repetition, a request for links. */
import { expect } from 'vitest';
import { type Expected, reach, submitted } from '../expected.ts';
import { digits, mailboxes, type Wish, wishOf } from '../people.ts';
import { type Command, type PlannedRequest, type Run, slug } from '../run.ts';

const json = { 'content-type': 'application/json', accept: 'application/json' };
const day = 24 * 3600 * 1000;

export const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  [path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) }] as const;

/** The part of the body that says who signs. */
export function said({ kind, organisation, person, role }: Wish) {
  return {
    kind,
    ...(organisation ? { organisation: organisation.fields } : {}),
    signatory: { name: person.name, role },
    attestation: kind === 'organisation',
  };
}

const sign = ({ body, key }: { body: unknown; key: string }): PlannedRequest['send'] => {
  const [path, request] = post(`/v1/letters/${slug}/signatures`, body, { 'idempotency-key': key });
  return (world) => world.app.request(path, request);
};

export function submit(run: Run, { who, how }: Command): PlannedRequest {
  const number = run.bodies.length;
  const wish = wishOf(who, `Role ${number}.0`);
  const choose = digits(how);
  const withheld = choose([false, false, true]);
  const consents = { publication: !withheld, updates: choose([false, true]), partner: false };
  const honeypot = choose([...Array(15).fill(''), 'https://spam.example']);
  const followUp = choose([true, true, false]);
  const about = said(wish);
  const asked: Pick<Expected, 'wish' | 'comment' | 'display' | 'consents' | 'submittedAt'> = {
    wish,
    comment: `Comment ${number}.`,
    display: withheld ? 'withheld' : 'public',
    consents: { ...consents, ...(followUp ? { followUp } : {}) },
    submittedAt: run.observer.clock.now,
  };
  const { comment, display } = asked;
  const body = {
    ...about,
    signatory: { ...about.signatory, email: wish.mailbox.address },
    ...{ display, consents: { ...consents, followUp }, comment, homepage: honeypot },
  };
  const sent = { body, key: `key-${number}`, isSpam: honeypot !== '' };
  run.bodies.push(sent);
  return {
    send: sign(sent),
    becomes: (model, { status }) => {
      expect(status).toBe(202);
      return submitted(model, number, asked);
    },
  };
}

/** Repeats the same request, as after a lost answer. */
export function repeat(run: Run, { who }: Command): PlannedRequest | undefined {
  const fresh = run.model.signatures.flatMap(({ stage, submittedAt, confirmedBy }, number) => {
    const isFresh =
      confirmedBy !== 'added' &&
      stage !== 'gone' &&
      stage !== 'forgotten' &&
      submittedAt > run.observer.clock.now - day;
    return isFresh ? (run.bodies[number] ?? []) : [];
  });
  const sent = fresh[who % fresh.length];
  return (
    sent && {
      send: sign(sent),
      becomes: (model, { status }) => {
        expect(status).toBe(202);
        return reach(model, 'repeated');
      },
    }
  );
}

/** Requests the links to the signatures of a mailbox. */
export function resend(_game: Run, { who }: Command): PlannedRequest {
  const { address } = digits(who)(mailboxes);
  return {
    send: (world) => world.app.request(...post('/manage', { email: address })),
    becomes: (model, { status }) => {
      expect(status).toBe(202);
      return reach(model, 'asked for links');
    },
  };
}
