/** Actions on confirmation mails: press the button, type the code, say "it was not me". */
import { expect } from 'vitest';
import * as z from 'zod';
import { pendingKeptFor } from '../../../../shared/time.ts';
import { confirmed, type Expected, type Model, reach, signatureOf } from '../expected.ts';
import { stopped } from '../expected-decisions.ts';
import { digits, labelOf } from '../people.ts';
import { type Answer, type Arrived, type Command, type PlannedRequest, type Run, slug } from '../run.ts';
import { post } from './sign.ts';

const day = 24 * 3600 * 1000;

/** Time until which a link or code from that mail works. */
const worksUntil = ({ submittedAt }: Expected, { at }: Arrived) => Math.min(at + 7 * day, submittedAt + pendingKeptFor);

export function press(run: Run, { who, how }: Command): PlannedRequest | undefined {
  const all = run.arrived.filter(({ purpose }) => purpose === 'confirm');
  const fresh = all.filter(({ of }) => signatureOf(run.model, of).stage === 'pending');
  const links = fresh.length > 0 && how % 3 > 0 ? fresh : all;
  const link = links[who % links.length];
  return (
    link && {
      send: (world) => world.confirm(link.token),
      becomes: (model, answer) => pressed(model, answer, link, run.observer.clock.now),
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
    // 404 when it is already deleted.
    expect(answer.status).toBeOneOf([410, 404]);
    return reach(model, 'too late');
  }
  if (own.stage !== 'pending' && answer.status === 404) {
    // When no answer of SES came and a code confirmed, the link is known only as a mail in progress, for seven days.
    expect(link.at + 7 * day).toBeLessThanOrEqual(now);
    return reach(model, 'old links');
  }
  expect(answer.status).toBe(200);
  return heard(model, confirmed(model, link.of, 'link', now), answer, link.of);
}

const notified = z.object({ status: z.enum(['confirmed', 'already-confirmed', 'duplicate']) });

/** The signer is told the actual result. */
function heard(before: Model, after: Model, { body, disturbed }: Answer, number: number): Model {
  const { status } = notified.parse(body);
  const own = signatureOf(after, number);
  const was = signatureOf(before, number).stage;
  const truly = own.after !== undefined ? 'duplicate' : was === 'pending' ? 'confirmed' : 'already-confirmed';
  // A repeated request may have succeeded the first time, and more may have happened since.
  if (!disturbed) expect(status).toBe(truly);
  return after;
}

/** @returns a code that arrived: one that can still confirm, the last of those, or any */
function codeOf({ arrived, model }: Run, who: number, how: number): Arrived | undefined {
  const codes = arrived.filter(({ code }) => code !== undefined);
  const fresh = codes.filter(({ of }) => signatureOf(model, of).stage === 'pending');
  if (how % 3 === 0 && fresh.length > 0) return fresh.at(-1);
  return how % 3 === 1 && fresh.length > 0 ? fresh[who % fresh.length] : codes[who % codes.length];
}

export function typeCode(run: Run, { who, how }: Command): PlannedRequest | undefined {
  const chosen = codeOf(run, who, how);
  if (!chosen) return undefined;
  const label = labelOf(chosen.to);
  const all = countTry(run, label);
  return {
    send: (world) =>
      world.app.request(...post('/confirm', { letter: slug, email: chosen.to, code: chosen.code?.toLowerCase() })),
    becomes: (model, answer) => {
      const own = signatureOf(model, chosen.of);
      const inTime = worksUntil(own, chosen) > run.observer.clock.now;
      // Silencing a mailbox voids its codes.
      const isForgotten = run.arrived.indexOf(chosen) < (run.silencedAfter.get(label) ?? 0);
      // A disturbed request may have been repeated, which makes more attempts than we know of.
      const isVoid = all - chosen.triesBefore > 10;
      const works = own.stage === 'pending' && inTime && all <= 10 && !isForgotten;
      if (works && !answer.disturbed) expect(answer.status).toBe(200);
      if (isVoid && !answer.atOnce) expect(answer.status, 'a code after ten tries').toBe(422);
      expect(answer.status).toBeOneOf([200, 422]);
      if (answer.status === 422) return reach(model, 'codes refused');
      expect(worksUntil(own, chosen)).toBeGreaterThan(run.observer.clock.now);
      return heard(model, confirmed(model, chosen.of, 'code', run.observer.clock.now), answer, chosen.of);
    },
  };
}

export function typeWrongCode(run: Run, { who, how }: Command): PlannedRequest | undefined {
  const chosen = codeOf(run, who, how);
  if (!chosen) return undefined;
  // Often enough to void every code of the mailbox.
  const times = digits(Math.floor(how / 3))([1, 1, 11]);
  for (let time = 0; time < times; time += 1) countTry(run, labelOf(chosen.to));
  return {
    send: async (world) => {
      const [path, request] = post('/confirm', { letter: slug, email: chosen.to, code: '2222-2222' });
      for (let time = 1; time < times; time += 1) {
        const answer = await world.app.request(path, request);
        // It may or may not have been counted, so the caller repeats all of them.
        if (answer.status >= 500) return answer;
      }
      return world.app.request(path, request);
    },
    becomes: (model, { status }) => {
      expect(status).toBe(422);
      return reach(model, 'wrong codes');
    },
  };
}

/** @returns the number of codes typed for that mailbox, including this one */
function countTry({ tries }: Run, label: string): number {
  const typed = (tries.get(label) ?? 0) + 1;
  tries.set(label, typed);
  return typed;
}

/** "It was not me", from the link in a mail that asks to confirm. */
export function stop(run: Run, { who, how }: Command): PlannedRequest | undefined {
  const all = run.arrived.filter(({ purpose }) => purpose === 'stop');
  const fresh = all.filter(({ of }) => signatureOf(run.model, of).stage === 'pending');
  const links = fresh.length > 0 && how % 3 > 0 ? fresh : all;
  const link = links[who % links.length];
  if (!link) return undefined;
  if (fresh.includes(link)) run.silencedAfter.set(labelOf(link.to), run.arrived.length);
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
