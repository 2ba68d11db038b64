/** The one deployed stack of the test: its deployment, its public addresses and its operator's commands. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { logicalIds } from '../../infra/logical-ids.ts';
import { openStore, type Store } from '../../shared/platform/store/store.ts';
import type { Deployment } from '../system/acceptance/site.ts';
import { addressOfApi } from './aws.ts';
import { type Emulator, region } from './emulator.ts';
import { outcomeOf, run } from './process.ts';
import { root } from './python.ts';

export const stackName = 'Undersigned';

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

const outputs = z.object({
  [stackName]: z.object({
    PublicUrl: z.url(),
    EdgeSecretId: z.string(),
    SecretId: z.string(),
    TableName: z.string(),
    MailQueueUrl: z.url(),
    /** The last release had one queue for all mails. */
    OtherMailQueueUrl: z.url().optional(),
    FeedbackTopicArn: z.string(),
  }),
});
type Outputs = z.infer<typeof outputs>[typeof stackName];

/** Runs the CDK command line outside the repository: with an app in its `cdk.json`, `cdk bootstrap` would run that. */
export function cdk(emulator: Emulator, folder: string, args: readonly string[]): Promise<string> {
  const env = { ...emulator.env, CDK_DISABLE_CLI_TELEMETRY: 'true' };
  return run('cdk', [...args, '--no-notices'], { cwd: folder, env });
}

export interface Instance extends Outputs {
  readonly emulator: Emulator;
  readonly folder: string;
  readonly deployment: Deployment;
  readonly store: Store;
  readonly sqs: SQSClient;
  /** Physical name of each resource, by the ids of its constructs. */
  readonly resources: ReadonlyMap<string, string>;
  /** Runs `npm run NAME -- … --stack Undersigned`. @returns its output */
  npm(name: string, ...args: string[]): Promise<string>;
  /** Runs the same command. @returns its exit code, too, even if it fails */
  outcome(name: string, ...args: string[]): Promise<{ code: number | null; output: string }>;
}

/**
 * Deploys to the emulator.
 *
 * @param assembly the folder with its templates and assets
 */
export async function deploy(emulator: Emulator, folder: string, assembly: string): Promise<Instance> {
  const file = join(folder, 'outputs.json');
  // Without a change set, for which the CDK would wait in steps of five seconds.
  const how = ['--method', 'direct', '--require-approval', 'never', '--outputs-file', file];
  await cdk(emulator, folder, ['deploy', '--app', assembly, ...how]);
  const found = outputs.parse(JSON.parse(await readFile(file, 'utf8')))[stackName];
  return reach(emulator, folder, found);
}

async function reach(emulator: Emulator, folder: string, found: Outputs): Promise<Instance> {
  const { endpoint, env } = emulator;
  const aws = { region, endpoint, credentials };
  const { SecretString = '' } = await new SecretsManagerClient(aws).send(
    new GetSecretValueCommand({ SecretId: found.EdgeSecretId }),
  );
  const deployed = await stackResources(emulator);
  const resources = new Map([...deployed].map(([id, { name }]) => [constructOf(id), name]));
  const nameOf = (id: string) => deployed.get(id)?.name ?? '';
  return {
    ...found,
    emulator,
    folder,
    resources,
    deployment: {
      stack: stackName,
      publicUrl: found.PublicUrl,
      apiUrl: await addressOfApi(endpoint, nameOf(logicalIds.api)),
      edgeSecret: z.object({ first: z.string() }).parse(JSON.parse(SecretString)).first,
      emulator: endpoint,
    },
    store: openStore(found.TableName, aws),
    sqs: new SQSClient({ ...aws, useQueueUrlAsEndpoint: false }),
    npm: (name, ...args) => run('npm', script(name, args), { cwd: root, env }),
    outcome: (name, ...args) => outcomeOf('npm', script(name, args), { cwd: root, env }),
  };
}

/** @returns type and physical name of each resource of the stack, by its logical id */
export async function stackResources({ endpoint }: Emulator): Promise<Map<string, { type: string; name: string }>> {
  const client = new CloudFormationClient({ region, endpoint, credentials });
  const resources = new Map<string, { type: string; name: string }>();
  for await (const page of paginateListStackResources({ client }, { StackName: stackName })) {
    for (const { LogicalResourceId, PhysicalResourceId, ResourceType } of page.StackResourceSummaries ?? []) {
      const found = { type: ResourceType ?? '', name: PhysicalResourceId ?? '' };
      resources.set(LogicalResourceId ?? '', found);
    }
  }
  return resources;
}

const script = (name: string, args: readonly string[]) => [
  'run',
  '--silent',
  name,
  '--',
  ...args,
  '--stack',
  stackName,
];

/** A logical id without the hash at its end. */
export const constructOf = (logicalId: string) => logicalId.replace(/[0-9A-F]{8}$/, '');
