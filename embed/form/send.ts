/** Sends a submission, so that it is stored once even if it is sent several times. */
import { Refusal, request } from '../api.ts';
import type { Proof } from './proof.ts';

/** Timeout in milliseconds. A response normally takes a second. */
const patience = 20_000;

export type Outcome =
  | { readonly state: 'accepted' }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  /** It is unknown whether the submission arrived. */
  | { readonly state: 'offline' | 'timeout' };

/**
 * @returns a function that sends a submission. If it may have arrived and is sent again unchanged, it has the same key
 *   and proof, by which the server recognises it (`Idempotency-Key`); the name of the challenge costs the server least
 */
export function makeSender(
  letter: string,
  proof: Proof,
): (fields: Readonly<Record<string, unknown>>) => Promise<Outcome> {
  let lost: ReturnType<typeof named> | undefined;
  return async (fields) => {
    const typed = JSON.stringify(fields);
    if (lost && lost.fields !== typed) {
      proof.renew();
      lost = undefined;
    }
    const attempt = lost ?? named(fields, typed, await proof.take());
    lost = attempt;
    const outcome = await post(letter, attempt);
    const isKnown = outcome.state === 'accepted' || (outcome.state === 'refused' && outcome.refusal.status < 429);
    if (isKnown) lost = undefined;
    if (outcome.state === 'accepted') proof.renew();
    return outcome;
  };
}

function named(fields: object, typed: string, made: Awaited<ReturnType<Proof['take']>>) {
  return {
    fields: typed,
    key: made?.name ?? crypto.randomUUID(),
    body: JSON.stringify({ ...fields, proof: made?.proof }),
  };
}

async function post(letter: string, { key, body }: { key: string; body: string }): Promise<Outcome> {
  const life = new AbortController();
  const timer = setTimeout(() => life.abort(), patience);
  try {
    await request(`v1/letters/${encodeURIComponent(letter)}/signatures`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body,
      signal: life.signal,
    });
    return { state: 'accepted' };
  } catch (error) {
    if (error instanceof Refusal) return { state: 'refused', refusal: error };
    return { state: life.signal.aborted ? 'timeout' : 'offline' };
  } finally {
    clearTimeout(timer);
  }
}
