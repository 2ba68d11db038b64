/** The edge to the secret store: AWS Secrets Manager, loaded with the first request that needs a secret. */
import * as z from 'zod';
import { deriveKeys, type Keys } from '../token/keys.ts';
import { logError } from './log.ts';

const masterKey = z.string().min(32);
/** The value of the secret. Other attributes are nobody's business here. */
export const masterSecret = z.looseObject({
  masterKey,
  /** The master keys before it, the oldest first. */
  former: z.array(masterKey).default([]),
  /** While the key is being changed nobody makes a hash: `npm run rekey`. */
  resting: z
    .object({
      since: z.iso.datetime(),
      next: masterKey,
      /** Whether signing was stopped for it, and is to go on afterwards. */
      stoppedSigning: z.boolean(),
      /** When the backup was taken from which the change is made, once it is. */
      backup: z.iso.datetime().optional(),
    })
    .optional(),
});
export type MasterSecret = z.infer<typeof masterSecret>;

/** The master key is being changed: whoever needs it comes again in some minutes. */
export class RekeyInProgress extends Error {
  override readonly name = 'RekeyInProgress';
  override readonly message = 'The master key is being changed: try again when "npm run rekey" has ended.';
}
/** Each value is one that the edge may send: two while it changes from one to the other. */
const edgeSecret = z.record(z.string(), z.string().min(32));

/** How long a key that was read is used, in milliseconds: a rotated one is in force everywhere after that. */
export const freshFor = 5 * 60 * 1000;

/**
 * @param secretId id or ARN of the secret `{"masterKey": "…"}`
 * @returns a function that gives the keys
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
 * @returns a function that gives its values
 */
export function edgeSecrets(secretId: string): () => Promise<readonly string[]> {
  return keptFresh(async () => Object.values(edgeSecret.parse(await readJson(secretId))));
}

/** While it cannot be read again the one that was read is used for so long, in milliseconds, and asked for so often. */
const usableFor = 60 * 60 * 1000;
const retryAfter = 30 * 1000;

/**
 * Reads when it is first needed and then every five minutes. What was never read is tried again with the next request;
 * what was, is used for an hour more while the secret store does not answer.
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
      // What was read before it is of no use any more.
      if (error instanceof RekeyInProgress) {
        kept = undefined;
        rest = { error, until: Date.now() + retryAfter };
      }
      if (!kept || Date.now() >= kept.readAt + usableFor) throw error;
      kept = { ...kept, until: Date.now() + retryAfter };
      logError('a secret could not be read again, the former one is used', {
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
