/** The call to AWS Secrets Manager, in a file of its own so that starting a function does not load its client. */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** @returns the text of the secret */
export async function readSecret(secretId: string): Promise<string> {
  const { SecretString } = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: secretId }));
  return SecretString ?? '';
}
