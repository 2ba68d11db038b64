/**
 * Adapts a template to the emulator, which differs from AWS while it enforces permissions:
 * - It speaks plain HTTP, which the policies of our queues, bucket and topics refuse. Those of queues and the bucket are
 *   omitted, topic policies reduced.
 * - It asks for `sqs:SendMessageBatch`, an action that AWS does not have, and for `ses:SendRawEmail` on everything
 *   where AWS asks for identities. Roles that may do the one get the other.
 * - It starts functions without Lambda's response streaming, so the console sends whole responses.
 * - It knows neither alarms on a sum of metrics nor budgets. The alarms watch a plain metric, budgets are omitted.
 * - It creates no DKIM keys, so the outputs for their records hold `none`.
 * - The URL of a queue points at the emulator itself, not at the endpoint that the functions use.
 */
import * as z from 'zod';
import { logicalIds } from '../../infra/logical-ids.ts';

const dependsOn = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DependsOn: dependsOn.optional(),
});
const templateSchema = z.looseObject({
  Resources: z.record(z.string(), resource),
  Outputs: z.record(z.string(), z.looseObject({ Value: z.unknown() })),
});
type AdaptedTemplate = z.infer<typeof templateSchema>;
type Properties = Record<string, unknown>;

const lambda = z.looseObject({ Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }) });
const environment = z.object({ Variables: z.record(z.string(), z.unknown()) });
const queueReference = z.object({ Ref: z.string() }).refine(({ Ref }) => Ref.startsWith('MailQueue'));
const policy = z.looseObject({
  PolicyDocument: z.looseObject({ Statement: z.array(z.unknown()) }),
  Roles: z.array(z.object({ Ref: z.string() })),
});

const leftOut = ['AWS::SQS::QueuePolicy', 'AWS::S3::BucketPolicy', 'AWS::Budgets::Budget'];
const fromSes = { Effect: 'Allow', Principal: { Service: 'ses.amazonaws.com' }, Action: 'sns:Publish', Resource: '*' };
const plainAlarm = { Namespace: 'AWS/Lambda', MetricName: 'Errors', Statistic: 'Sum', Period: 300 };
const alsoAllowed: Readonly<Record<string, string>> = {
  [logicalIds.relay]: 'sqs:SendMessageBatch',
  [logicalIds.housekeeping]: 'sqs:SendMessageBatch',
  [logicalIds.mailer]: 'ses:SendRawEmail',
};

/**
 * @param template of the whole stack, of this version or of a released one
 * @param functionsCall endpoint at which the functions reach AWS
 */
export function adaptToEmulator(template: unknown, functionsCall: string): AdaptedTemplate {
  const { Resources, Outputs, ...rest } = templateSchema.parse(template);
  const gone = Object.keys(Resources).filter((id) => leftOut.includes(Resources[id]?.Type ?? ''));
  const kept = Object.entries(Resources).filter(([id]) => !gone.includes(id));
  const adapted = kept.map(([id, { DependsOn, ...one }]) => {
    const waits = DependsOn?.filter((other) => !gone.includes(other));
    const Properties = adaptProperties(id, one, functionsCall);
    return [id, { ...one, Properties, ...(waits?.length ? { DependsOn: waits } : {}) }] as const;
  });
  const result = Object.fromEntries(adapted);
  for (const [id, action] of Object.entries(alsoAllowed)) allow(result, id, action);
  const printed = Object.entries(Outputs).map(([name, output]) =>
    /^MailDns[123]$/.test(name) ? [name, { ...output, Value: 'none' }] : [name, output],
  );
  return { ...rest, Resources: result, Outputs: Object.fromEntries(printed) };
}

function adaptProperties(
  id: string,
  { Type, Properties }: { Type: string; Properties: Properties },
  functionsCall: string,
): Properties {
  switch (Type) {
    case 'AWS::CloudWatch::Alarm': {
      const { Metrics, ...others } = Properties;
      return Metrics === undefined ? Properties : { ...others, ...plainAlarm };
    }
    case 'AWS::Lambda::Url':
      return { ...Properties, InvokeMode: 'BUFFERED' };
    case 'AWS::SNS::TopicPolicy':
      return { ...Properties, PolicyDocument: { Version: '2012-10-17', Statement: [fromSes] } };
    case 'AWS::Lambda::Function':
      return id === logicalIds.relay || id === logicalIds.housekeeping || id === logicalIds.mailer
        ? { ...Properties, Environment: queueWhereFunctionsCall(Properties, functionsCall) }
        : Properties;
    default:
      return Properties;
  }
}

function queueWhereFunctionsCall({ Environment }: Properties, functionsCall: string) {
  const { Variables } = environment.parse(Environment);
  const urls = Object.entries(Variables).flatMap(([variable, reference]) => {
    const queue = queueReference.safeParse(reference).data?.Ref;
    if (queue === undefined) return [];
    const name = { 'Fn::GetAtt': [queue, 'QueueName'] };
    return [[variable, { 'Fn::Join': ['/', [functionsCall, { Ref: 'AWS::AccountId' }, name]] }] as const];
  });
  return { Variables: { ...Variables, ...Object.fromEntries(urls) } };
}

/** Allows a function an action on everything. */
function allow(resources: Record<string, { Type: string; Properties: Properties }>, id: string, action: string): void {
  const [role] = lambda.parse(resources[id]?.Properties).Role['Fn::GetAtt'];
  for (const one of Object.values(resources)) {
    if (one.Type !== 'AWS::IAM::Policy') continue;
    const found = policy.parse(one.Properties);
    if (!found.Roles.some(({ Ref }) => Ref === role)) continue;
    const { Statement, ...document } = found.PolicyDocument;
    const more = { Effect: 'Allow', Action: action, Resource: '*' };
    one.Properties = { ...found, PolicyDocument: { ...document, Statement: [...Statement, more] } };
  }
}
