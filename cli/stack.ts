/** Finds the stack for a command line: a deployed one by its name, the one in the environment, or the local one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import type { MailQueues } from '../shared/mail/queue.ts';
import { secretKeys } from '../shared/platform/config/secret.ts';
import { openStore, type Store } from '../shared/platform/store/store.ts';
import type { Keys } from '../shared/platform/token/keys.ts';

export interface Target {
  readonly store: Store;
  readonly publicUrl: string;
  /** Reads the master key on demand: most commands need none. */
  readonly keys: () => Promise<Keys>;
  /** Name or ARN of the secret with the master key. */
  readonly secretId?: string | undefined;
  readonly mailQueues?: MailQueues['urls'] | undefined;
  /** Name of the bucket with the files of deliveries. */
  readonly bucketName?: string | undefined;
}

/** An error with a sentence for the person at the terminal: what is wrong and what to do. */
export class Refusal extends Error {}

const environment = z.object({
  TABLE_NAME: z.string().min(1),
  PUBLIC_URL: z.url(),
  SECRET_ID: z.string().min(1).optional(),
  BUCKET_NAME: z.string().min(1).optional(),
  MAIL_QUEUE_URL: z.url().optional(),
  OTHER_MAIL_QUEUE_URL: z.url().optional(),
});
const local = z.object({ env: environment.loose() });

/**
 * @param stackName name of a deployed CloudFormation stack (`--stack Undersigned`); without it TABLE_NAME, PUBLIC_URL
 *   and SECRET_ID from the environment, otherwise the local stack that runs on DATA_DIR
 * @throws Refusal when nothing can be reached
 */
export async function findStack(stackName: string | undefined): Promise<Target> {
  if (stackName) return deployed(stackName);
  const given = environment.safeParse(process.env);
  const found = given.success ? given.data : localStack(process.env['DATA_DIR'] ?? '.local');
  return {
    store: openStore(found.TABLE_NAME),
    publicUrl: found.PUBLIC_URL,
    keys: keysOf(found.SECRET_ID),
    secretId: found.SECRET_ID,
    bucketName: found.BUCKET_NAME,
    mailQueues: queuesOf(found.MAIL_QUEUE_URL, found.OTHER_MAIL_QUEUE_URL),
  };
}

function keysOf(secretId: string | undefined): () => Promise<Keys> {
  if (secretId !== undefined) return secretKeys(secretId);
  return () => Promise.reject(new Refusal('Email addresses are stored as keyed hashes: set SECRET_ID as well.'));
}

function queuesOf(urgent: string | undefined, other: string | undefined): Target['mailQueues'] {
  return urgent !== undefined && other !== undefined ? { urgent, other } : undefined;
}

function localStack(dataDir: string): z.infer<typeof environment> {
  let text: string;
  try {
    text = readFileSync(join(dataDir, 'stack.json'), 'utf8');
  } catch {
    throw new Refusal(
      `No stack is running on ${dataDir}. Start one with npm start, or name a deployed stack with --stack.`,
    );
  }
  const { env } = local.parse(JSON.parse(text));
  const settings = z.record(z.string(), z.string()).parse(env);
  for (const name of Object.keys(settings).filter((key) => key.startsWith('AWS_'))) process.env[name] = settings[name];
  return environment.parse(env);
}

async function deployed(stackName: string): Promise<Target> {
  const { Stacks } = await new CloudFormationClient({}).send(new DescribeStacksCommand({ StackName: stackName }));
  const outputs = Object.fromEntries(
    (Stacks?.[0]?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
  );
  const found = z
    .object({
      TableName: z.string(),
      PublicUrl: z.url(),
      SecretId: z.string(),
      FilesBucket: z.string().optional(),
      MailQueueUrl: z.url().optional(),
      OtherMailQueueUrl: z.url().optional(),
    })
    .safeParse(outputs);
  if (!found.success) throw new Refusal(`The stack ${stackName} is not one of Undersigned.`);
  const { TableName, PublicUrl, SecretId, FilesBucket, MailQueueUrl, OtherMailQueueUrl } = found.data;
  return {
    store: openStore(TableName),
    publicUrl: PublicUrl.replace(/\/+$/, ''),
    keys: keysOf(SecretId),
    secretId: SecretId,
    bucketName: FilesBucket,
    mailQueues: queuesOf(MailQueueUrl, OtherMailQueueUrl),
  };
}
