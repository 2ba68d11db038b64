/**
 * AWS limits that our templates could reach, and names that must be unique, each with AWS's page. Emulators enforce few
 * of them. Figures of October 2026.
 */
import * as z from 'zod';
import { largestFunction } from '../edge/grammar.ts';
import { type Place, resolved } from './resolve.ts';

const resource = z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) });
const templateSchema = z.looseObject({
  Resources: z.record(z.string(), resource),
  Outputs: z.record(z.string(), z.unknown()).default({}),
});
type Parsed = z.infer<typeof templateSchema>;
type Found = readonly { readonly id: string; readonly size: number }[];

const docs = 'https://docs.aws.amazon.com';
const cloudFront = `${docs}/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html`;
const cloudFormation = `${docs}/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html`;
const lambda = `${docs}/lambda/latest/dg/gettingstarted-limits.html`;
const dynamoDb = `${docs}/amazondynamodb/latest/developerguide/ServiceQuotas.html`;
const apiGateway = `${docs}/apigateway/latest/developerguide/http-api-quotas.html`;
const iam = `${docs}/IAM/latest/UserGuide/reference_iam-quotas.html`;
const sqs = `${docs}/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html`;
const cloudWatch = `${docs}/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html`;

/** Number of instances that should fit into an account's quota. */
const instances = 6;

interface Limit {
  readonly what: string;
  readonly largest: number;
  readonly page: string;
  /** Measures each resource to which the limit applies. */
  readonly measure: (template: Parsed) => Found;
}

/** Measures the properties of each resource of a type. */
function each<T>(type: string, schema: z.ZodType<T>, size: (properties: T) => number): (template: Parsed) => Found {
  return ({ Resources }) =>
    Object.entries(Resources)
      .filter(([, { Type }]) => Type === type)
      .map(([id, { Properties }]) => ({ id, size: size(schema.parse(Properties)) }));
}

const ofType = (type: string) => (template: Parsed) => [
  { id: type, size: instances * each(type, z.unknown(), () => 1)(template).length },
];

const list = z.array(z.unknown()).default([]);
const cacheKey = z.object({
  CachePolicyConfig: z.object({
    ParametersInCacheKeyAndForwardedToOrigin: z.object({
      HeadersConfig: z.object({ Headers: list }),
      QueryStringsConfig: z.object({ QueryStrings: list }),
    }),
  }),
});
const keyOf = (policy: z.infer<typeof cacheKey>) => policy.CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin;
const origin = z.looseObject({
  CustomOriginConfig: z.looseObject({ OriginReadTimeout: z.number().default(30) }),
  OriginCustomHeaders: list,
});
const distribution = z.object({
  DistributionConfig: z.looseObject({ CacheBehaviors: list, Origins: z.array(origin) }),
});
const table = z.looseObject({
  GlobalSecondaryIndexes: z.array(z.looseObject({ Projection: z.looseObject({ NonKeyAttributes: list }) })).default([]),
});
const lambdaFunction = z.looseObject({
  Timeout: z.number(),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});
const queue = z.looseObject({
  VisibilityTimeout: z.number().default(30),
  MessageRetentionPeriod: z.number().default(345_600),
});
const place = { region: 'ap-southeast-1' };

export const limits: readonly Limit[] = [
  {
    what: 'resources of a stack',
    largest: 500,
    page: cloudFormation,
    measure: ({ Resources }) => [{ id: 'Resources', size: Object.keys(Resources).length }],
  },
  {
    what: 'outputs of a stack',
    largest: 200,
    page: cloudFormation,
    measure: ({ Outputs }) => [{ id: 'Outputs', size: Object.keys(Outputs).length }],
  },
  {
    what: 'bytes of a template',
    largest: 1_000_000,
    page: cloudFormation,
    measure: (template) => [{ id: 'template', size: Buffer.byteLength(JSON.stringify(template)) }],
  },
  {
    what: 'bytes of a CloudFront function',
    largest: largestFunction,
    page: cloudFront,
    measure: each('AWS::CloudFront::Function', z.looseObject({ FunctionCode: z.string() }), ({ FunctionCode }) =>
      Buffer.byteLength(FunctionCode),
    ),
  },
  {
    what: 'characters in the name of a CloudFront function',
    largest: 64,
    page: cloudFront,
    measure: each(
      'AWS::CloudFront::Function',
      z.looseObject({ Name: z.unknown() }),
      ({ Name }) => resolved(Name, place).length,
    ),
  },
  {
    what: 'words of the query in a cache key',
    largest: 10,
    page: cloudFront,
    measure: each(
      'AWS::CloudFront::CachePolicy',
      cacheKey,
      (policy) => keyOf(policy).QueryStringsConfig.QueryStrings.length,
    ),
  },
  {
    what: 'headers in a cache key',
    largest: 10,
    page: cloudFront,
    measure: each('AWS::CloudFront::CachePolicy', cacheKey, (policy) => keyOf(policy).HeadersConfig.Headers.length),
  },
  {
    what: 'headers in an origin request policy',
    largest: 10,
    page: cloudFront,
    measure: each(
      'AWS::CloudFront::OriginRequestPolicy',
      z.object({ OriginRequestPolicyConfig: z.looseObject({ HeadersConfig: z.looseObject({ Headers: list }) }) }),
      ({ OriginRequestPolicyConfig }) => OriginRequestPolicyConfig.HeadersConfig.Headers.length,
    ),
  },
  {
    what: `cache policies of an account with ${instances} instances`,
    largest: 20,
    page: cloudFront,
    measure: ofType('AWS::CloudFront::CachePolicy'),
  },
  {
    what: `origin request policies of an account with ${instances} instances`,
    largest: 20,
    page: cloudFront,
    measure: ofType('AWS::CloudFront::OriginRequestPolicy'),
  },
  {
    what: `response headers policies of an account with ${instances} instances`,
    largest: 20,
    page: cloudFront,
    measure: ofType('AWS::CloudFront::ResponseHeadersPolicy'),
  },
  {
    what: 'cache behaviours of a distribution, the default one among them',
    largest: 75,
    page: cloudFront,
    measure: each(
      'AWS::CloudFront::Distribution',
      distribution,
      ({ DistributionConfig }) => DistributionConfig.CacheBehaviors.length + 1,
    ),
  },
  {
    what: 'seconds that CloudFront waits for an origin',
    largest: 60,
    page: cloudFront,
    measure: each('AWS::CloudFront::Distribution', distribution, ({ DistributionConfig }) =>
      Math.max(...DistributionConfig.Origins.map(({ CustomOriginConfig }) => CustomOriginConfig.OriginReadTimeout)),
    ),
  },
  {
    what: 'seconds of a function',
    largest: 900,
    page: lambda,
    measure: each('AWS::Lambda::Function', lambdaFunction, ({ Timeout }) => Timeout),
  },
  {
    what: 'bytes of the environment of a function',
    largest: 4096,
    page: lambda,
    measure: each('AWS::Lambda::Function', lambdaFunction, ({ Environment }) =>
      Object.entries(Environment.Variables).reduce(
        // A value that only the deployment knows is at most as long as an address or an ARN.
        (sum, [name, value]) => sum + name.length + (typeof value === 'string' ? value.length : 200),
        0,
      ),
    ),
  },
  {
    what: 'requests at once, as the quota of newer regions allows an account',
    largest: 1250,
    page: `${docs}/apigateway/latest/developerguide/limits.html`,
    measure: each(
      'AWS::ApiGatewayV2::Stage',
      z.looseObject({ DefaultRouteSettings: z.object({ ThrottlingBurstLimit: z.number() }) }),
      ({ DefaultRouteSettings }) => DefaultRouteSettings.ThrottlingBurstLimit,
    ),
  },
  {
    what: 'seconds that an HTTP API waits for its function',
    largest: 30,
    page: apiGateway,
    measure: ({ Resources }) =>
      each('AWS::Lambda::Function', lambdaFunction.extend({ Description: z.string() }), ({ Timeout, Description }) =>
        Description.includes('public pages and API') ? Timeout : 0,
      )({ Resources, Outputs: {} }),
  },
  {
    what: 'indexes of a table',
    largest: 20,
    page: dynamoDb,
    measure: each('AWS::DynamoDB::Table', table, ({ GlobalSecondaryIndexes }) => GlobalSecondaryIndexes.length),
  },
  {
    what: 'attributes that the indexes of a table project by name',
    largest: 100,
    page: dynamoDb,
    measure: each('AWS::DynamoDB::Table', table, ({ GlobalSecondaryIndexes }) =>
      GlobalSecondaryIndexes.reduce((sum, { Projection }) => sum + Projection.NonKeyAttributes.length, 0),
    ),
  },
  {
    what: 'characters of all inline policies of a role',
    largest: 10_240,
    page: iam,
    measure: each('AWS::IAM::Policy', z.looseObject({ PolicyDocument: z.unknown() }), ({ PolicyDocument }) =>
      // A value that only the deployment knows is longer than its reference, by the account and a generated name.
      Math.ceil(JSON.stringify(PolicyDocument).length * 1.2),
    ),
  },
  {
    what: 'seconds for which a message in work is hidden',
    largest: 43_200,
    page: sqs,
    measure: each('AWS::SQS::Queue', queue, ({ VisibilityTimeout }) => VisibilityTimeout),
  },
  {
    what: 'seconds for which a message is kept',
    largest: 1_209_600,
    page: sqs,
    measure: each('AWS::SQS::Queue', queue, ({ MessageRetentionPeriod }) => MessageRetentionPeriod),
  },
  {
    what: 'metrics of an alarm',
    largest: 10,
    page: cloudWatch,
    measure: each(
      'AWS::CloudWatch::Alarm',
      z.looseObject({ Metrics: list }),
      ({ Metrics }) => Metrics.filter(isRead).length,
    ),
  },
];

/** A metric, not an expression over metrics. */
const isRead = (metric: unknown) => typeof metric === 'object' && metric !== null && 'MetricStat' in metric;

/** A name that AWS wants to be unique, and the scope. */
interface UniqueName {
  readonly type: string;
  /** Path of the name below `Properties`. */
  readonly path: string;
  /** `account`: across all regions. */
  readonly within: 'account' | 'region';
  /** Whether the owner chooses it, like a domain name. */
  readonly isChosen?: boolean;
  readonly page: string;
}

const reference = `${docs}/AWSCloudFormation/latest/TemplateReference`;
const api = `${docs}/cloudfront/latest/APIReference`;

export const uniqueNames: readonly UniqueName[] = [
  {
    type: 'AWS::CloudFront::CachePolicy',
    path: 'CachePolicyConfig.Name',
    within: 'account',
    page: `${api}/API_CreateCachePolicy.html`,
  },
  {
    type: 'AWS::CloudFront::OriginRequestPolicy',
    path: 'OriginRequestPolicyConfig.Name',
    within: 'account',
    page: `${api}/API_CreateOriginRequestPolicy.html`,
  },
  {
    type: 'AWS::CloudFront::ResponseHeadersPolicy',
    path: 'ResponseHeadersPolicyConfig.Name',
    within: 'account',
    page: `${api}/API_CreateResponseHeadersPolicy.html`,
  },
  { type: 'AWS::CloudFront::Function', path: 'Name', within: 'account', page: `${api}/API_CreateFunction.html` },
  {
    type: 'AWS::CloudWatch::Dashboard',
    path: 'DashboardName',
    within: 'account',
    page: `${docs}/AmazonCloudWatch/latest/monitoring/CloudWatch_Dashboards.html`,
  },
  {
    type: 'AWS::Budgets::Budget',
    path: 'Budget.BudgetName',
    within: 'account',
    page: `${reference}/aws-properties-budgets-budget-budgetdata.html`,
  },
  { type: 'AWS::IAM::Role', path: 'RoleName', within: 'account', page: iam },
  {
    type: 'AWS::S3::Bucket',
    path: 'BucketName',
    within: 'account',
    page: `${docs}/AmazonS3/latest/userguide/bucketnamingrules.html`,
  },
  {
    type: 'AWS::CloudFront::Distribution',
    path: 'DistributionConfig.Aliases',
    within: 'account',
    isChosen: true,
    page: `${docs}/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html`,
  },
  {
    type: 'AWS::Route53::RecordSet',
    path: 'Name',
    within: 'account',
    isChosen: true,
    page: `${reference}/aws-resource-route53-recordset.html`,
  },
  {
    type: 'AWS::SES::EmailIdentity',
    path: 'EmailIdentity',
    within: 'region',
    isChosen: true,
    page: `${reference}/aws-resource-ses-emailidentity.html`,
  },
  {
    type: 'AWS::SES::ConfigurationSet',
    path: 'Name',
    within: 'region',
    page: `${reference}/aws-resource-ses-configurationset.html`,
  },
  {
    type: 'AWS::DynamoDB::Table',
    path: 'TableName',
    within: 'region',
    page: `${reference}/aws-resource-dynamodb-table.html`,
  },
  {
    type: 'AWS::SecretsManager::Secret',
    path: 'Name',
    within: 'region',
    page: `${reference}/aws-resource-secretsmanager-secret.html`,
  },
  { type: 'AWS::SQS::Queue', path: 'QueueName', within: 'region', page: `${reference}/aws-resource-sqs-queue.html` },
  { type: 'AWS::SNS::Topic', path: 'TopicName', within: 'region', page: `${reference}/aws-resource-sns-topic.html` },
  {
    type: 'AWS::Lambda::Function',
    path: 'FunctionName',
    within: 'region',
    page: `${reference}/aws-resource-lambda-function.html`,
  },
  {
    type: 'AWS::CloudWatch::Alarm',
    path: 'AlarmName',
    within: 'region',
    page: `${reference}/aws-resource-cloudwatch-alarm.html`,
  },
  { type: 'AWS::Events::Rule', path: 'Name', within: 'region', page: `${reference}/aws-resource-events-rule.html` },
  {
    type: 'AWS::Logs::LogGroup',
    path: 'LogGroupName',
    within: 'region',
    page: `${reference}/aws-resource-logs-loggroup.html`,
  },
];

/** A stack of one deployment, with its account and region. */
export interface Placed {
  /** Identifies the deployment: `eu-central-1`, or with the name of its instance. */
  readonly deployment: string;
  /** Name of the deployment's main stack, without the suffix of additional stacks. */
  readonly stackName: string;
  readonly place: Place & { readonly stack: string };
  readonly template: object;
}

/** @returns the sizes to which a limit applies */
export const measured = ({ measure }: Limit, template: object): Found => measure(templateSchema.parse(template));

/** @returns a sentence for each limit that a template exceeds */
export function limitFaults(template: object): string[] {
  return limits.flatMap((limit) =>
    measured(limit, template).flatMap(({ id, size }) =>
      size > limit.largest ? [`${id}: ${size} ${limit.what}, and AWS takes ${limit.largest} (${limit.page})`] : [],
    ),
  );
}

/** @returns a sentence for each name that two of the deployments would have to share in one account */
export function nameFaults(stacks: readonly Placed[]): string[] {
  const owners = new Map<string, string>();
  const faults: string[] = [];
  const claim = (key: string, owner: string, page: string) => {
    const other = owners.get(key);
    if (other !== undefined && other !== owner) faults.push(`${key} is of ${other} and of ${owner} (${page})`);
    owners.set(key, owner);
  };
  for (const { deployment, place: at, template } of stacks) {
    claim(`the stack ${at.stack} in ${at.region}`, deployment, cloudFormation);
    for (const { type, name, within, page } of namesIn(template, at)) {
      claim(`${type} ${name}${within === 'region' ? ` in ${at.region}` : ''}`, deployment, page);
    }
  }
  return faults;
}

/**
 * @returns a sentence for each name of ours that is unique in an account and does not contain the stack and the region
 */
export function regionlessFaults({ stackName, place: at, template }: Placed): string[] {
  return namesIn(template, at)
    .filter(({ within, isChosen }) => within === 'account' && !isChosen)
    .filter(({ name }) => !name.includes(stackName) || !name.includes(at.region))
    .map(({ type, name, page }) => `${type} ${name} does not name ${stackName} and ${at.region} (${page})`);
}

function namesIn(template: object, at: Place) {
  const { Resources } = templateSchema.parse(template);
  return Object.values(Resources).flatMap(({ Type, Properties }) =>
    uniqueNames
      .filter(({ type }) => type === Type)
      .flatMap(({ path, ...rest }) => {
        const value = path
          .split('.')
          .reduce<unknown>((found, name) => z.looseObject({}).catch({}).parse(found)[name], Properties);
        // Without a name, AWS generates a unique one.
        return value === undefined ? [] : [{ ...rest, name: resolved(value, at) }];
      }),
  );
}
