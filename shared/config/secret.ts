/** The edge to the secret store: AWS Secrets Manager, loaded with the first request that needs a key. */
import * as z from 'zod';
import { deriveKeys, type Keys } from '../token/keys.ts';

const secret = z.object({ masterKey: z.string().min(32) });

/** How long a key that was read is used, in milliseconds: a rotated one is in force everywhere after that. */
const freshFor = 5 * 60 * 1000;

/**
 * @param secretId id or ARN of the secret `{"masterKey": "…"}`
 * @returns a function that gives the keys, reading the secret when it is first needed and then every five minutes
 */
export function secretKeys(secretId: string): () => Promise<Keys> {
  let kept: { until: number; keys: Promise<Keys> } | undefined;
  return () => {
    if (kept && kept.until > Date.now()) return kept.keys;
    const keys = readKeys(secretId);
    kept = { until: Date.now() + freshFor, keys };
    keys.catch(() => {
      kept = undefined;
    });
    return keys;
  };
}

async function readKeys(secretId: string): Promise<Keys> {
  const { readSecret } = await import('./secrets-manager.ts');
  return deriveKeys(secret.parse(JSON.parse(await readSecret(secretId))).masterKey);
}
