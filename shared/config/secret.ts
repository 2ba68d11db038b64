/** The edge to the secret store: AWS Secrets Manager, read once per function instance and then every five minutes. */
import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
import * as z from 'zod';
import { deriveKeys, type Keys } from '../token/keys.ts';

const secret = z.object({ masterKey: z.string().min(32) });

/**
 * @param secretId id or ARN of the secret `{"masterKey": "…"}`
 * @returns a function that gives the keys, reading the secret when it is first needed
 */
export function secretKeys(secretId: string): () => Promise<Keys> {
  let known: { masterKey: string; keys: Keys } | undefined;
  return async () => {
    const { masterKey } = secret.parse(await getSecret(secretId, { transform: 'json', maxAge: 300 }));
    if (known?.masterKey !== masterKey) known = { masterKey, keys: deriveKeys(masterKey) };
    return known.keys;
  };
}
