/**
 * Permissions of each function's role, from the synthesised template. Synthesising the stack takes many seconds, so the
 * result is kept in node_modules/.cache until any of its sources changes.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** The folder of each function under `functions/`; a second function of the same code handles exports. */
export const functionNames = [
  'public-api',
  'secretariat',
  'secretariat-exports',
  'mailer',
  'relay',
  'housekeeping',
  'mail-feedback',
  'document',
] as const;
export type FunctionName = (typeof functionNames)[number];

/** Name of the function's construct in the template. */
export const functionConstructs = {
  'public-api': 'PublicApiFunction',
  secretariat: 'SecretariatFunction',
  'secretariat-exports': 'SecretariatExports',
  mailer: 'MailMailer',
  relay: 'RelayFunction',
  housekeeping: 'ScheduleHousekeeping',
  'mail-feedback': 'FeedbackFunction',
  document: 'DocumentFunction',
} as const satisfies Record<FunctionName, string>;

const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([z.array(schema), schema.transform((one) => [one])]);

const statement = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore(z.string()),
  Resource: oneOrMore(z.unknown()),
  Condition: z
    .object({ 'ForAllValues:StringLike': z.object({ 'dynamodb:LeadingKeys': z.array(z.string()) }).optional() })
    .optional(),
});

const grant = z.object({
  isAllowed: z.boolean(),
  actions: z.array(z.string()),
  /** Names of the indexes in the statement; an empty name stands for the table, a queue, a secret or an identity. */
  indexes: z.array(z.string()),
  /** Patterns of partition keys, where the statement is limited to some. */
  leadingKeys: z.array(z.string()).optional(),
});
export type Grant = z.infer<typeof grant>;

export const roles = z.record(z.string(), z.array(grant));
export type Roles = z.infer<typeof roles>;

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'undersigned');

/** @returns the grants of each function, by its name */
export async function readRoles(): Promise<Roles> {
  const file = join(cache, `roles-${await fingerprint()}.json`);
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return roles.parse(JSON.parse(kept));
  const read = await synthesise();
  await mkdir(cache, { recursive: true });
  await writeFile(file, JSON.stringify(read));
  return read;
}

/** Hash of the template's sources, without the code of the functions. */
async function fingerprint(): Promise<string> {
  const infra = await readdir(join(root, 'infra'), { recursive: true });
  const files = [
    ...infra.filter((name) => /\.[jt]s$/.test(name)).map((name) => join('infra', name)),
    ...[
      'shared/platform/config/env.ts',
      'shared/platform/store/table.ts',
      'tests/infra/roles.ts',
      'tests/infra/stack.ts',
    ],
    ...['cdk.json', 'package-lock.json'],
  ];
  const hash = createHash('sha256');
  for (const file of files.toSorted()) hash.update(file).update(await readFile(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

async function synthesise(): Promise<Roles> {
  const [{ Template }, { makeStack }] = await Promise.all([import('aws-cdk-lib/assertions'), import('./stack.ts')]);
  const policies = Object.entries(Template.fromStack(makeStack()).findResources('AWS::IAM::Policy'));
  const policy = z.object({ Properties: z.object({ PolicyDocument: z.object({ Statement: z.array(statement) }) }) });
  const grants = (construct: string) => {
    const own = policies.filter(([id]) => id.replace(/[0-9A-F]{8}$/, '') === `${construct}RoleDefaultPolicy`);
    return own.flatMap(([, found]) => policy.parse(found).Properties.PolicyDocument.Statement).map(grantOf);
  };
  return Object.fromEntries(Object.entries(functionConstructs).map(([name, construct]) => [name, grants(construct)]));
}

function grantOf({ Effect, Action, Resource, Condition }: z.infer<typeof statement>): Grant {
  const leadingKeys = Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
  return {
    isAllowed: Effect === 'Allow',
    actions: Action,
    indexes: Resource.map((resource) => /\/index\/(\w+)/.exec(JSON.stringify(resource))?.[1] ?? ''),
    ...(leadingKeys ? { leadingKeys } : {}),
  };
}
