import { resolve } from 'node:path';
import { z } from 'zod';
import { refusal } from './refusal.ts';

const port = z.coerce.number().int().min(1).max(65535);
const endpoint = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

const localEnv = z.object({
  /** Port of the pages and the API. */
  PORT: port.default(8787),
  /** Port of the inbox with all mails. */
  INBOX_PORT: port.default(8788),
  /** Folder of everything that outlives a restart. */
  DATA_DIR: z
    .string()
    .min(1)
    .default('.local')
    .transform((path) => resolve(path)),
  /** An engine named here is used as it is: not started, not stopped. */
  DYNAMODB_ENDPOINT: endpoint.optional(),
  SQS_ENDPOINT: endpoint.optional(),
  SES_ENDPOINT: endpoint.optional(),
});

export interface StackOptions {
  readonly port: number;
  readonly inboxPort: number;
  readonly dataDir: string;
  readonly dynamodbEndpoint?: string | undefined;
  readonly sqsEndpoint?: string | undefined;
  readonly sesEndpoint?: string | undefined;
}

const expectations: Record<string, string> = {
  PORT: 'a port number from 1 to 65535',
  INBOX_PORT: 'a port number from 1 to 65535',
  DATA_DIR: 'the path of a folder',
  DYNAMODB_ENDPOINT: 'an address such as http://127.0.0.1:8000',
  SQS_ENDPOINT: 'an address such as http://127.0.0.1:4566',
  SES_ENDPOINT: 'an address such as http://127.0.0.1:8005',
};

/** Reads the options from the environment. An invalid one is refused with one sentence that names the variable. */
export function readOptions(env: NodeJS.ProcessEnv): StackOptions {
  const parsed = localEnv.safeParse(withoutEmpty(env));
  if (!parsed.success) {
    const variable = String(parsed.error.issues[0]?.path[0]);
    throw refusal(`${variable} must be ${expectations[variable] ?? 'set differently'}, not "${env[variable] ?? ''}".`);
  }
  const { PORT, INBOX_PORT, DATA_DIR, DYNAMODB_ENDPOINT, SQS_ENDPOINT, SES_ENDPOINT } = parsed.data;
  if (PORT === INBOX_PORT && SES_ENDPOINT === undefined) {
    throw refusal(`PORT and INBOX_PORT must differ, and both are ${PORT}.`);
  }
  return {
    port: PORT,
    inboxPort: INBOX_PORT,
    dataDir: DATA_DIR,
    dynamodbEndpoint: DYNAMODB_ENDPOINT,
    sqsEndpoint: SQS_ENDPOINT,
    sesEndpoint: SES_ENDPOINT,
  };
}

/** `PORT=` in a shell means "not set". */
function withoutEmpty(env: NodeJS.ProcessEnv): Record<string, string> {
  const set = Object.keys(localEnv.shape).flatMap((name) => {
    const value = env[name];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(set);
}
