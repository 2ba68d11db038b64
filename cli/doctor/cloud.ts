/** Information from CloudFormation about a deployment: up to three stacks, each in its region. */
import {
  CloudFormationClient,
  DescribeStacksCommand,
  GetTemplateCommand,
  paginateListStackResources,
  type StackResourceSummary,
} from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import type { Processor } from '../../infra/build/bundle-document.ts';
import { logicalIds } from '../../infra/logical-ids.ts';
import type { DescribedStack } from './account.ts';
import type { Sending } from './ask-ses.ts';
import { clientOptions } from './common.ts';

const cloudIn = (region?: string) => new CloudFormationClient({ ...clientOptions, ...(region ? { region } : {}) });

export async function describe(StackName: string, region?: string): Promise<DescribedStack | undefined> {
  return (await cloudIn(region).send(new DescribeStacksCommand({ StackName }))).Stacks?.[0];
}

/** A stack of the deployment. */
export interface Part {
  readonly name: string;
  readonly region: string;
}

/** @returns the stack, and the additional ones that the configuration requires (infra/stacks.ts) */
export async function partsOf(stackName: string, region: string, sesRegion: string): Promise<Part[]> {
  // The names without a region are those of the first release, which could not be deployed in two regions.
  const beside = [`${stackName}-${region}`, stackName].flatMap((name) => [
    { name: `${name}-sending`, region: sesRegion },
    { name: `${name}-global`, region: 'us-east-1' },
  ]);
  const found = await Promise.all(
    beside.map(async (part) => ((await describe(part.name, part.region).catch(unlessMissing)) ? [part] : [])),
  );
  return [{ name: stackName, region }, ...found.flat()];
}

/** Returns undefined if there is no such stack. @throws any other error */
export function unlessMissing(error: unknown): undefined {
  if (error instanceof Error && error.message.includes('does not exist')) return undefined;
  throw error;
}

export async function resourcesOf({ name, region }: Part): Promise<StackResourceSummary[]> {
  const resources: StackResourceSummary[] = [];
  for await (const page of paginateListStackResources({ client: cloudIn(region) }, { StackName: name })) {
    resources.push(...(page.StackResourceSummaries ?? []));
  }
  return resources;
}

export const ofType = (resources: readonly StackResourceSummary[], type: string) =>
  resources.filter(({ ResourceType }) => ResourceType === type);

const template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Properties: z
        .object({
          Code: z.object({ S3Key: z.string() }).optional().catch(undefined),
          Architectures: z.array(z.string()).optional().catch(undefined),
          Environment: z
            .object({ Variables: z.record(z.string(), z.unknown()) })
            .optional()
            .catch(undefined),
        })
        .optional(),
    }),
  ),
});

/** Facts about the functions in the template. */
export interface DeployedFunctions {
  /** Hashes of their code, which are the names of their bundles. */
  readonly code: ReadonlySet<string>;
  /** Of the function that makes documents; undefined when there is none. */
  readonly processor: Processor | undefined;
  readonly sending: Sending;
  /** Address of the first member who can sign in. */
  readonly secretariat: string;
}

export async function readFunctions(StackName: string, region: string): Promise<DeployedFunctions> {
  const { TemplateBody = '{}' } = await cloudIn().send(
    new GetTemplateCommand({ StackName, TemplateStage: 'Original' }),
  );
  const { Resources } = template.parse(JSON.parse(TemplateBody));
  const all = Object.values(Resources);
  const maker = Resources[logicalIds.document]?.Properties;
  const keys = all.flatMap(({ Properties }) => Properties?.Code?.S3Key ?? []);
  const mailer = all.map(({ Properties }) => Properties?.Environment?.Variables).find((one) => one?.['SES_REGION']);
  const console = all
    .map(({ Properties }) => Properties?.Environment?.Variables)
    .find((one) => one?.['SECRETARIAT_EMAIL']);
  // The template holds the stack's own region as a reference.
  const sesRegion = mailer?.['SES_REGION'];
  return {
    processor: maker && (maker.Architectures?.includes('x86_64') ? 'x64' : 'arm64'),
    code: new Set(keys.map((key) => key.replace(/\.zip$/, ''))),
    sending: {
      region: typeof sesRegion === 'string' ? sesRegion : region,
      mailFrom: String(mailer?.['MAIL_FROM'] ?? ''),
    },
    secretariat: String(console?.['SECRETARIAT_EMAIL'] ?? ''),
  };
}
