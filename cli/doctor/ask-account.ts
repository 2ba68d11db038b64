/** Asks AWS about the limits of an account and the resources in it. Changes nothing. */
import {
  CloudFrontClient,
  CreateDistributionCommand,
  ListCachePoliciesCommand,
  ListDistributionsCommand,
  ListFunctionsCommand,
  ListOriginRequestPoliciesCommand,
  ListResponseHeadersPoliciesCommand,
} from '@aws-sdk/client-cloudfront';
import { CloudWatchClient, ListDashboardsCommand } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { clientOptions } from './common.ts';
import type { Account, CloudFrontAnswer, TakenNames } from './empty-account.ts';

export async function readAccount(): Promise<Account> {
  const sts = new STSClient(clientOptions);
  const { Account: account = '' } = await sts.send(new GetCallerIdentityCommand({}));
  return { account, region: await sts.config.region() };
}

/** @returns the concurrent executions that the account allows */
export async function executions(): Promise<number> {
  const { AccountLimit } = await new LambdaClient(clientOptions).send(new GetAccountSettingsCommand({}));
  return AccountLimit?.ConcurrentExecutions ?? 0;
}

/** CloudFront is global, with its API in us-east-1. */
const cloudFront = () => new CloudFrontClient({ ...clientOptions, region: 'us-east-1' });

/** No policy has this id, so a distribution that names it is always refused. */
const noSuchPolicy = '00000000-0000-0000-0000-000000000000';

/** If the account has no distribution yet, requests one that cannot be created, and interprets the refusal. */
export async function cloudFrontProbe(): Promise<CloudFrontAnswer> {
  const client = cloudFront();
  const { DistributionList } = await client.send(new ListDistributionsCommand({ MaxItems: 1 }));
  if ((DistributionList?.Quantity ?? 0) > 0) return 'has-some';
  try {
    await client.send(
      new CreateDistributionCommand({
        DistributionConfig: {
          CallerReference: 'undersigned-doctor',
          Comment: 'Undersigned: a question that is to be refused',
          Enabled: false,
          Origins: {
            Quantity: 1,
            Items: [
              {
                Id: 'none',
                DomainName: 'origin.invalid',
                CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'https-only' },
              },
            ],
          },
          DefaultCacheBehavior: {
            TargetOriginId: 'none',
            ViewerProtocolPolicy: 'https-only',
            CachePolicyId: noSuchPolicy,
          },
        },
      }),
    );
    throw new Error('a distribution was made that names a policy that does not exist');
  } catch (error) {
    return meaningOf(error);
  }
}

function meaningOf(error: unknown): CloudFrontAnswer {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' };
  if (/must be verified/i.test(message)) return 'unverified';
  if (name === 'TooManyDistributions') return 'full';
  if (/^AccessDenied/.test(name)) return 'forbidden';
  if (/^(NoSuchCachePolicy|InvalidArgument|IllegalUpdate|InconsistentQuantities|NoSuchOrigin)$/.test(name))
    return 'unknown';
  throw error;
}

/**
 * @returns resources with names of the stack. Of long lists only the first hundreds, which covers nearly every account
 */
export async function findNames(stackName: string): Promise<TakenNames> {
  const [edge, tables, secrets, dashboards] = await Promise.all([
    findEdgeNames(),
    new DynamoDBClient(clientOptions).send(
      // Tables are listed by name.
      new ListTablesCommand({ ExclusiveStartTableName: `${stackName}-StorageTabl`, Limit: 100 }),
    ),
    new SecretsManagerClient(clientOptions).send(
      new ListSecretsCommand({ Filters: [{ Key: 'tag-value', Values: [stackName] }], MaxResults: 100 }),
    ),
    new CloudWatchClient(clientOptions).send(new ListDashboardsCommand({ DashboardNamePrefix: stackName })),
  ]);
  return {
    ...edge,
    tables: (tables.TableNames ?? []).filter((name) => name.startsWith(`${stackName}-StorageTable`)),
    secrets: (secrets.SecretList ?? [])
      .filter(({ Tags = [] }) => Tags.some(({ Key, Value }) => Key === stackTag && Value === stackName))
      .map(({ Name = '' }) => Name),
    dashboards: (dashboards.DashboardEntries ?? []).map(({ DashboardName = '' }) => DashboardName),
  };
}

/** CloudFormation adds this tag to the resources that it creates. */
const stackTag = 'aws:cloudformation:stack-name';

async function findEdgeNames() {
  const client = cloudFront();
  const ours = { Type: 'custom', MaxItems: 100 } as const;
  const [caches, requests, headers, functions, distributions] = await Promise.all([
    client.send(new ListCachePoliciesCommand(ours)),
    client.send(new ListOriginRequestPoliciesCommand(ours)),
    client.send(new ListResponseHeadersPoliciesCommand(ours)),
    client.send(new ListFunctionsCommand({ MaxItems: 100 })),
    client.send(new ListDistributionsCommand({ MaxItems: 100 })),
  ]);
  const policies = [
    (caches.CachePolicyList?.Items ?? []).map(({ CachePolicy: one }) => one?.CachePolicyConfig?.Name),
    (requests.OriginRequestPolicyList?.Items ?? []).map(
      ({ OriginRequestPolicy: one }) => one?.OriginRequestPolicyConfig?.Name,
    ),
    (headers.ResponseHeadersPolicyList?.Items ?? []).map(
      ({ ResponseHeadersPolicy: one }) => one?.ResponseHeadersPolicyConfig?.Name,
    ),
  ].map((found) => found.filter((name) => name !== undefined));
  return {
    policies: policies.flat(),
    policyCount: Math.max(...policies.map((found) => found.length)),
    functions: (functions.FunctionList?.Items ?? []).map(({ Name = '' }) => Name),
    aliases: (distributions.DistributionList?.Items ?? []).flatMap(({ Aliases }) => Aliases?.Items ?? []),
  };
}
