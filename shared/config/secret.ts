/** The edge to the secret store: AWS Secrets Manager, loaded with the first request that needs a secret. */
import * as z from 'zod';
import { deriveKeys, type Keys } from '../token/keys.ts';

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

/** Reads when it is first needed and then every five minutes; what failed is tried again with the next request. */
function keptFresh<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: { until: number; value: Promise<T> } | undefined;
  return () => {
    if (kept && kept.until > Date.now()) return kept.value;
    const value = read();
    kept = { until: Date.now() + freshFor, value };
    value.catch(() => {
      kept = undefined;
    });
    return value;
  };
}

async function readJson(secretId: string): Promise<unknown> {
  const { readSecret } = await import('./secrets-manager.ts');
  return JSON.parse(await readSecret(secretId));
}
