/** The edge to the secret store: AWS Secrets Manager, loaded with the first request that needs a secret. */
import * as z from 'zod';
import { deriveKeys, type Keys } from '../token/keys.ts';
import { logError } from './log.ts';

const masterSecret = z.object({ masterKey: z.string().min(32) });
/** Each value is one that the edge may send: two while it changes from one to the other. */
const edgeSecret = z.record(z.string(), z.string().min(32));

/** How long a key that was read is used, in milliseconds: a rotated one is in force everywhere after that. */
const freshFor = 5 * 60 * 1000;

/**
 * @param secretId id or ARN of the secret `{"masterKey": "…"}`
 * @returns a function that gives the keys
 */
export function secretKeys(secretId: string): () => Promise<Keys> {
  return keptFresh(async () => deriveKeys(masterSecret.parse(await readJson(secretId)).masterKey));
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
  let reading: Promise<T> | undefined;
  const refresh = async (): Promise<T> => {
    try {
      const value = await read();
      kept = { value, readAt: Date.now(), until: Date.now() + freshFor };
      return value;
    } catch (error) {
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
