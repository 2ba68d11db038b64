/** Calls to AWS Secrets Manager, in a separate file so that starting a function does not load its client. */
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { clientTimeouts } from './client-timeouts.ts';

/** @returns the text of the secret */
export async function readSecret(secretId: string): Promise<string> {
  const { SecretString } = await new SecretsManagerClient(clientTimeouts).send(
    new GetSecretValueCommand({ SecretId: secretId }),
  );
  return SecretString ?? '';
}

/** Replaces the text of the secret: for the command line only; no function has permission. */
export async function writeSecret(secretId: string, text: string): Promise<void> {
  await new SecretsManagerClient(clientTimeouts).send(
    new PutSecretValueCommand({ SecretId: secretId, SecretString: text }),
  );
}
