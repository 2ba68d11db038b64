/**
 * Finds what a stack would lose in an update from one template to the next: data, addresses, or attached resources. It
 * reports this before a deployment; CloudFormation would report success.
 */
import { fullDiff, ResourceImpact } from '@aws-cdk/cloudformation-diff';
import * as z from 'zod';

const resource = z.looseObject({ Type: z.string(), Properties: z.looseObject({}).default({}) });
const templateSchema = z.looseObject({ Resources: z.record(z.string(), resource) });
type Resource = z.infer<typeof resource>;
type Resources = Readonly<Record<string, Resource>>;

/**
 * By type, the properties that only one resource can have at a time. A resource with another logical id and the same
 * values is created before the old one is deleted: it is refused as "already exists", or the deletion removes its
 * effect. An empty list: the resource itself has to stay.
 */
const identities: Readonly<Record<string, readonly string[]>> = {
  // Data, or a generated address or name that others know.
  'AWS::DynamoDB::Table': [],
  'AWS::SecretsManager::Secret': [],
  'AWS::KMS::Key': [],
  'AWS::SQS::Queue': [],
  'AWS::SNS::Topic': [],
  'AWS::Logs::LogGroup': [],
  'AWS::CloudFront::Distribution': [],
  'AWS::ApiGatewayV2::Api': [],
  'AWS::SES::ConfigurationSet': [],
  'AWS::Lambda::Function': [],
  // Only one for each resource to which it is attached.
  'AWS::Lambda::Url': ['TargetFunctionArn', 'Qualifier'],
  'AWS::Lambda::EventInvokeConfig': ['FunctionName', 'Qualifier'],
  'AWS::Lambda::EventSourceMapping': ['FunctionName', 'EventSourceArn'],
  'AWS::ApiGatewayV2::Stage': ['ApiId', 'StageName'],
  'AWS::ApiGatewayV2::Route': ['ApiId', 'RouteKey'],
  'AWS::SQS::QueuePolicy': ['Queues'],
  'AWS::SNS::TopicPolicy': ['Topics'],
  'AWS::SNS::Subscription': ['TopicArn', 'Protocol', 'Endpoint'],
  'AWS::SES::ConfigurationSetEventDestination': ['ConfigurationSetName'],
  // A name that is unique in the account or in DNS.
  'AWS::SES::EmailIdentity': ['EmailIdentity'],
  'AWS::Route53::RecordSet': ['HostedZoneId', 'Name', 'Type'],
  'AWS::CloudWatch::Dashboard': ['DashboardName'],
  'AWS::CloudFront::CachePolicy': ['CachePolicyConfig.Name'],
  'AWS::CloudFront::OriginRequestPolicy': ['OriginRequestPolicyConfig.Name'],
  'AWS::CloudFront::ResponseHeadersPolicy': ['ResponseHeadersPolicyConfig.Name'],
  'AWS::CloudFront::Function': ['Name'],
  'AWS::Budgets::Budget': ['Budget.BudgetName'],
};

/** @returns whether a resource of this type must keep its logical id */
export const isKept = (type: string): boolean => Object.hasOwn(identities, type);

/** Resources whose names may change once although that replaces them, and the reason why nothing is lost. */
export interface Renamed {
  /** `Type.Property` */
  readonly property: string;
  readonly because: string;
}

/**
 * @param before the deployed template
 * @param after the template that replaces it
 * @param renamed intended replacements
 * @returns a sentence for each fault
 */
export function upgradeFaults(before: object, after: object, renamed: readonly Renamed[] = []): string[] {
  const { Resources: old } = templateSchema.parse(before);
  const { Resources: next } = templateSchema.parse(after);
  return [
    ...lost(old, next),
    ...twice(old, next),
    ...replaced(before, after, old, renamed),
    ...Object.entries(old).flatMap(([id, { Type, Properties }]) => {
      const then = next[id];
      if (then?.Type !== Type) return [];
      if (Type === 'AWS::DynamoDB::Table') return tableFaults(id, Properties, then.Properties);
      if (Type === 'AWS::SecretsManager::Secret') return secretFaults(id, Properties, then.Properties);
      return [];
    }),
  ];
}

/** The logical id is gone: CloudFormation deletes the resource, or keeps it with its data and creates an empty one. */
function lost(old: Resources, next: Resources): string[] {
  const gone = Object.entries(old).filter(([id, { Type }]) => isKept(Type) && next[id]?.Type !== Type);
  return gone.map(([id, { Type }]) => `${id} (${Type}) is gone`);
}

/** The same resource under another logical id. */
function twice(old: Resources, next: Resources): string[] {
  const known = new Map(Object.entries(old).flatMap(([id, one]) => (identityOf(one) ? [[identityOf(one), id]] : [])));
  return Object.entries(next).flatMap(([id, one]) => {
    const before = known.get(identityOf(one));
    return before === undefined || before === id ? [] : [`${id} (${one.Type}) is what ${before} was`];
  });
}

function identityOf({ Type, Properties }: Resource): string | undefined {
  const paths = identities[Type] ?? [];
  const values = paths.map((path) => at(Properties, path.split('.')));
  return values.some((value) => value !== undefined) ? JSON.stringify([Type, values]) : undefined;
}

function at(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value;
  const found = z.looseObject({}).safeParse(value);
  return found.success ? at(found.data[name], rest) : undefined;
}

/** Finds changed properties that AWS sets only when it creates a resource, by AWS's own schemas. */
function replaced(before: object, after: object, old: Resources, renamed: readonly Renamed[]): string[] {
  const faults: string[] = [];
  fullDiff(before, after).resources.forEachDifference((id, { changeImpact, propertyUpdates }) => {
    const { Type = '' } = old[id] ?? {};
    if (!isKept(Type) || (changeImpact !== ResourceImpact.WILL_REPLACE && changeImpact !== ResourceImpact.MAY_REPLACE))
      return;
    for (const [name, { changeImpact: impact }] of Object.entries(propertyUpdates)) {
      const isReplacing = impact === ResourceImpact.WILL_REPLACE || impact === ResourceImpact.MAY_REPLACE;
      if (isReplacing && !renamed.some(({ property }) => property === `${Type}.${name}`))
        faults.push(`${id} (${Type}) is made anew, because ${name} changes`);
    }
  });
  return faults;
}

const attribute = z.object({ AttributeName: z.string(), AttributeType: z.string() });
const index = z.looseObject({ IndexName: z.string() });
const tableProperties = z.looseObject({
  AttributeDefinitions: z.array(attribute).default([]),
  GlobalSecondaryIndexes: z.array(index).default([]),
});

/**
 * DynamoDB creates or deletes one index in an update, and changes none.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html
 */
function tableFaults(id: string, before: object, after: object): string[] {
  const old = tableProperties.parse(before);
  const next = tableProperties.parse(after);
  const indexes = (of: typeof old) => new Map(of.GlobalSecondaryIndexes.map((one) => [one.IndexName, one]));
  const [had, has] = [indexes(old), indexes(next)];
  const changed = [...had.keys()].filter((name) => !has.has(name)).concat([...has.keys()].filter((n) => !had.has(n)));
  const types = new Map(next.AttributeDefinitions.map((one) => [one.AttributeName, one.AttributeType]));
  return [
    ...(changed.length > 1 ? [`${id}: ${changed.join(' and ')} cannot come or go in one update`] : []),
    ...[...had].flatMap(([name, one]) =>
      has.has(name) && canonical(has.get(name)) !== canonical(one) ? [`${id}: the index ${name} changes in place`] : [],
    ),
    ...old.AttributeDefinitions.filter(
      ({ AttributeName, AttributeType }) => (types.get(AttributeName) ?? AttributeType) !== AttributeType,
    ).map(({ AttributeName }) => `${id}: the type of ${AttributeName} changes`),
  ];
}

/**
 * Any change to it makes Secrets Manager generate another value.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html
 */
function secretFaults(id: string, before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const names = ['GenerateSecretString', 'SecretString'];
  const changed = names.filter((name) => canonical(before[name]) !== canonical(after[name]));
  return changed.map((name) => `${id}: another value is generated, because ${name} changes`);
}

/** JSON that is independent of the order of names. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) => {
      if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
      return Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)));
    }) ?? 'nothing'
  );
}
