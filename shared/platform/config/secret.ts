/** Access to the secret store, AWS Secrets Manager. Loaded with the first request that needs a secret. */
import * as z from 'zod';
import { deriveKeys, type Keys } from '../token/keys.ts';
import { logError } from './log.ts';

const masterKey = z.string().min(32);
/** The value of the secret. Other attributes are ignored. */
export const masterSecret = z.looseObject({
  masterKey,
  /** Earlier master keys, oldest first. */
  former: z.array(masterKey).default([]),
  /** Set while the master key is being changed and nobody may make a hash: `npm run rekey`. */
  resting: z
    .object({
      since: z.iso.datetime(),
      next: masterKey,
      /** Whether the change stopped signing, which has to be resumed afterwards. */
      stoppedSigning: z.boolean(),
      /** Time of the backup that the change works from, once it was taken. */
      backup: z.iso.datetime().optional(),
    })
    .optional(),
});
export type MasterSecret = z.infer<typeof masterSecret>;

/** The master key is being changed: callers should retry in a few minutes. */
export class RekeyInProgress extends Error {
  override readonly name = 'RekeyInProgress';
  override readonly message = 'The master key is being changed: try again when "npm run rekey" has ended.';
}
/** Values that the edge may send: two while it changes from one to the other. */
const edgeSecret = z.record(z.string(), z.string().min(32));

/** Time for which a key is used after it was read, in milliseconds: after that a rotated one is in use everywhere. */
export const freshFor = 5 * 60 * 1000;

/**
 * @param secretId id or ARN of the secret `{"masterKey": "…"}`
 * @returns a function that returns the keys
 * @throws RekeyInProgress (that function) while the master key is being changed
 */
export function secretKeys(secretId: string): () => Promise<Keys> {
  return keptFresh(async () => {
    const { masterKey, former, resting } = masterSecret.parse(await readJson(secretId));
    if (resting) throw new RekeyInProgress();
    return deriveKeys(masterKey, former);
  });
}

/**
 * @param secretId id or ARN of the secret `{"first": "…", "second": "…"}`, whose names only `infra/` knows
 * @returns a function that returns its values
 */
export function edgeSecrets(secretId: string): () => Promise<readonly string[]> {
  return keptFresh(async () => Object.values(edgeSecret.parse(await readJson(secretId))));
}

/** While reading fails: how long the last value is used and how often reading is retried, in milliseconds. */
const usableFor = 60 * 60 * 1000;
const retryAfter = 30 * 1000;

/**
 * Reads on first use and then every five minutes. A first read that fails is retried with the next request. A value
 * that was read is used for another hour while the secret store does not answer.
 */
function keptFresh<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: { value: T; readAt: number; until: number } | undefined;
  let rest: { error: RekeyInProgress; until: number } | undefined;
  let reading: Promise<T> | undefined;
  const refresh = async (): Promise<T> => {
    try {
      const value = await read();
      kept = { value, readAt: Date.now(), until: Date.now() + freshFor };
      return value;
    } catch (error) {
      // The value read before the change is no longer valid.
      if (error instanceof RekeyInProgress) {
        kept = undefined;
        rest = { error, until: Date.now() + retryAfter };
      }
      if (!kept || Date.now() >= kept.readAt + usableFor) throw error;
      kept = { ...kept, until: Date.now() + retryAfter };
      logError('a secret could not be refreshed; using the cached value', {
        error: error instanceof Error ? error.name : 'unknown',
        ageSeconds: Math.round((Date.now() - kept.readAt) / 1000),
      });
      return kept.value;
    }
  };
  return async () => {
    if (kept && kept.until > Date.now()) return kept.value;
    if (rest && rest.until > Date.now()) throw rest.error;
    reading ??= refresh().finally(() => {
      reading = undefined;
    });
    return reading;
  };
}

async function readJson(secretId: string): Promise<unknown> {
  const { readSecret } = await import('./secrets-manager.ts');
  return JSON.parse(await readSecret(secretId));
}
