/** What signers do until their signature is confirmed: submit, ask for links, press, type the code. */
import { expect } from 'vitest';
import * as z from 'zod';
import { pendingKeptFor } from '../../../shared/signature/record.ts';
import { stopped } from '../decided.ts';
import { confirmed, type Expected, type Model, reach, signatureOf, submitted } from '../expected.ts';
import { type Act, type Answer, type Arrived, type Deed, type Game, slug } from '../game.ts';
import { digits, labelOf, mailboxes, type Wish, wishOf } from '../people.ts';

const json = { 'content-type': 'application/json', accept: 'application/json' };
const day = 24 * 3600 * 1000;

export const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  [path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) }] as const;

/** What of the body says who signs. */
export function said({ kind, organisation, person, role }: Wish) {
  return {
    kind,
    ...(organisation ? { organisation: organisation.fields } : {}),
    signatory: { name: person.name, role },
    attestation: kind === 'organisation',
  };
}

const sign = ({ body, key }: { body: unknown; key: string }): Act['send'] => {
  const [path, request] = post(`/v1/letters/${slug}/signatures`, body, { 'idempotency-key': key });
  return (world) => world.app.request(path, request);
};

export function submit(game: Game, { who, how }: Deed): Act {
  const number = game.bodies.length;
  const wish = wishOf(who, `Role ${number}.0`);
  const choose = digits(how);
  const withheld = choose([false, false, true]);
  const consents = { publication: !withheld, updates: choose([false, true]), partner: false };
  const honeypot = choose([...Array(15).fill(''), 'https://spam.example']);
  const about = said(wish);
  const asked: Pick<Expected, 'wish' | 'comment' | 'display' | 'consents' | 'submittedAt'> = {
    wish,
    comment: `Comment ${number}.`,
    display: withheld ? 'withheld' : 'public',
    consents,
    submittedAt: game.observer.clock.now,
  };
  const { comment, display } = asked;
  const body = {
    ...about,
    signatory: { ...about.signatory, email: wish.mailbox.address },
    ...{ display, consents, comment, homepage: honeypot },
  };
  const sent = { body, key: `key-${number}`, isSpam: honeypot !== '' };
  game.bodies.push(sent);
  return {
    send: sign(sent),
    becomes: (model, { status }) => {
      expect(status).toBe(202);
      return submitted(model, number, asked);
    },
  };
}

/** The same request again, as after a lost answer. */
export function repeat(game: Game, { who }: Deed): Act | undefined {
  const fresh = game.model.signatures.flatMap(({ stage, submittedAt }, number) => {
    const isFresh = stage !== 'gone' && stage !== 'forgotten' && submittedAt > game.observer.clock.now - day;
    return isFresh ? (game.bodies[number] ?? []) : [];
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

/** Somebody asks for the links to the signatures of a mailbox. */
export function resend(_game: Game, { who }: Deed): Act {
  const { address } = digits(who)(mailboxes);
  return {
    send: (world) => world.app.request(...post('/manage', { email: address })),
    becomes: (model, { status }) => {
      expect(status).toBe(202);
      return reach(model, 'asked for links');
    },
  };
}

/** Until when a link or code works that went out then. */
const worksUntil = ({ submittedAt }: Expected, { at }: Arrived) => Math.min(at + 7 * day, submittedAt + pendingKeptFor);

export function press(game: Game, { who, how }: Deed): Act | undefined {
  const all = game.arrived.filter(({ purpose }) => purpose === 'confirm');
  const fresh = all.filter(({ of }) => signatureOf(game.model, of).stage === 'pending');
  const links = fresh.length > 0 && how % 3 > 0 ? fresh : all;
  const link = links[who % links.length];
  return (
    link && {
      send: (world) => world.confirm(link.token),
      becomes: (model, answer) => pressed(model, answer, link, game.observer.clock.now),
    }
  );
}

function pressed(model: Model, answer: Answer, link: Arrived, now: number): Model {
  const own = signatureOf(model, link.of);
  if (own.stage === 'gone' || own.stage === 'forgotten') {
    expect(answer.status).toBe(404);
    return model;
  }
  if (own.stage === 'pending' && worksUntil(own, link) <= now) {
    // Or it is deleted already.
    expect(answer.status).toBeOneOf([410, 404]);
    return reach(model, 'too late');
  }
  expect(answer.status).toBe(200);
  return heard(model, confirmed(model, link.of, 'link', now), answer, link.of);
}

const told = z.object({ status: z.enum(['confirmed', 'already-confirmed', 'duplicate']) });

/** What the signer hears is what became of it. */
function heard(before: Model, after: Model, { body, disturbed }: Answer, number: number): Model {
  const { status } = told.parse(body);
  const own = signatureOf(after, number);
  const was = signatureOf(before, number).stage;
  const truly = own.after !== undefined ? 'duplicate' : was === 'pending' ? 'confirmed' : 'already-confirmed';
  // What was asked twice may have been done the first time, and more may have happened since.
  if (!disturbed) expect(status).toBe(truly);
  return after;
}

export function typeCode(game: Game, { who }: Deed): Act | undefined {
  const codes = game.arrived.filter(({ code }) => code !== undefined);
  const chosen = codes[who % codes.length];
  if (!chosen) return undefined;
  const label = labelOf(chosen.to);
  const all = countTry(game, label);
  return {
    send: (world) =>
      world.app.request(...post('/confirm', { letter: slug, email: chosen.to, code: chosen.code?.toLowerCase() })),
    becomes: (model, answer) => {
      const own = signatureOf(model, chosen.of);
      const inTime = worksUntil(own, chosen) > game.observer.clock.now;
      // Whoever was silenced since has no codes any more.
      const isForgotten = game.arrived.indexOf(chosen) < (game.silencedAfter.get(label) ?? 0);
      // What was tried more than once because it was disturbed makes more tries than we know of.
      const isVoid = all - chosen.triesBefore > 10;
      const works = own.stage === 'pending' && inTime && all <= 10 && !isForgotten;
      if (works && !answer.disturbed) expect(answer.status).toBe(200);
      if (isVoid && !answer.atOnce) expect(answer.status, 'a code after ten tries').toBe(422);
      expect(answer.status).toBeOneOf([200, 422]);
      if (answer.status === 422) return reach(model, 'codes refused');
      expect(worksUntil(own, chosen)).toBeGreaterThan(game.observer.clock.now);
      return heard(model, confirmed(model, chosen.of, 'code', game.observer.clock.now), answer, chosen.of);
    },
  };
}

export function typeWrongCode(game: Game, { who, how }: Deed): Act | undefined {
  const codes = game.arrived.filter(({ code }) => code !== undefined);
  const chosen = codes[who % codes.length];
  if (!chosen) return undefined;
  // Often so many that every code of the mailbox is void from then on.
  const times = digits(how)([1, 1, 11]);
  for (let time = 0; time < times; time += 1) countTry(game, labelOf(chosen.to));
  return {
    send: async (world) => {
      const [path, request] = post('/confirm', { letter: slug, email: chosen.to, code: '2222-2222' });
      for (let time = 1; time < times; time += 1) await world.app.request(path, request);
      return world.app.request(path, request);
    },
    becomes: (model, { status }) => {
      expect(status).toBe(422);
      return reach(model, 'wrong codes');
    },
  };
}

/** @returns how many codes were typed for that mailbox, this one too */
function countTry({ tries }: Game, label: string): number {
  const typed = (tries.get(label) ?? 0) + 1;
  tries.set(label, typed);
  return typed;
}

/** "It was not me", from the link in a mail that asks to confirm. */
export function stop(game: Game, { who, how }: Deed): Act | undefined {
  const all = game.arrived.filter(({ purpose }) => purpose === 'stop');
  const fresh = all.filter(({ of }) => signatureOf(game.model, of).stage === 'pending');
  const links = fresh.length > 0 && how % 3 > 0 ? fresh : all;
  const link = links[who % links.length];
  if (!link) return undefined;
  if (fresh.includes(link)) game.silencedAfter.set(labelOf(link.to), game.arrived.length);
  return {
    send: (world) => world.app.request(...post(`/stop/${link.token}`, {})),
    becomes: (model, { status, body, disturbed, atOnce }) => {
      expect(status).toBe(200);
      const { stage } = signatureOf(model, link.of);
      const isThere = stage === 'confirmed' || stage === 'withdrawn';
      const truly = stage === 'pending' ? 'stopped' : isThere ? 'confirmed' : 'gone';
      if (!disturbed && !atOnce) expect(body).toEqual({ status: truly });
      return stopped(model, link.of);
    },
  };
}
