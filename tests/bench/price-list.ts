/**
 * AWS list prices in US dollars, without free tiers and VAT. Copied by hand on the date below, so check the pages
 * before relying on a cent: https://aws.amazon.com/dynamodb/pricing/on-demand/ · /lambda/pricing · /api-gateway/pricing
 * · /cloudfront/pricing · /sqs/pricing · /ses/pricing · /cloudwatch/pricing · /secrets-manager/pricing
 */

export const listedOn = '2026-11-25';

export interface Prices {
  /** DynamoDB on demand, per million units. */
  readonly writeUnits: number;
  readonly readUnits: number;
  /** Per GB and month: the table, and its point-in-time recovery. */
  readonly storage: number;
  readonly recovery: number;
  /** Lambda on arm64: per million requests, per GB-second. */
  readonly invocations: number;
  readonly gbSecond: number;
  /** HTTP API, per million requests. */
  readonly api: number;
  /** CloudFront to readers in that region: per million HTTPS requests, per GB. */
  readonly edgeRequests: number;
  readonly edgeGb: number;
  /** SQS standard queue, per million calls. */
  readonly queueCalls: number;
  /** CloudWatch: per GB of ingested logs; a custom metric and an alarm, per month. */
  readonly logsGb: number;
  readonly metric: number;
  readonly alarm: number;
  /** A secret, per month. */
  readonly secret: number;
  /** SES, per thousand mails. */
  readonly mails: number;
}

export const regions = {
  'us-east-1': {
    writeUnits: 0.625,
    readUnits: 0.125,
    storage: 0.25,
    recovery: 0.2,
    invocations: 0.2,
    gbSecond: 0.0000133334,
    api: 1,
    edgeRequests: 1,
    edgeGb: 0.085,
    queueCalls: 0.4,
    logsGb: 0.5,
    metric: 0.3,
    alarm: 0.1,
    secret: 0.4,
    mails: 0.1,
  },
  'eu-central-1': {
    writeUnits: 0.7625,
    readUnits: 0.1525,
    storage: 0.306,
    recovery: 0.2448,
    invocations: 0.2,
    gbSecond: 0.0000133334,
    api: 1.2,
    edgeRequests: 1.2,
    edgeGb: 0.085,
    queueCalls: 0.4,
    logsGb: 0.63,
    metric: 0.3,
    alarm: 0.1,
    secret: 0.4,
    mails: 0.1,
  },
} as const satisfies Record<string, Prices>;
