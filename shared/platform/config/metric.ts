/**
 * Metrics: a log line in CloudWatch's Embedded Metric Format, which CloudWatch Logs turns into a metric. Written
 * without Powertools, like the log, so that the public API starts faster.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */

/**
 * - `Submitted`: a submission was accepted, from anybody
 * - `Mailed`: SES took a mail
 * - `Landed`: a confirmation page with its button was opened, by a person or by a mail scanner
 * - `Confirmed`: a signature was confirmed, counted or not
 * - `Held`: a requested mail is not sent, because it looks like abuse or its mailbox is suppressed or over a cap
 * - `Bounced`, `Complained`: SES reported it about a mail of ours
 * - `CountDrift`: difference between the counts of letters and a recount
 * - `MailRefused`: SES refuses our mail for a reason that somebody has to fix; the log names its error
 * - `MailQuotaUsed`: share of the daily SES quota used within the last day, in percent
 * - `TableThrottles`: DynamoDB put off a read or a write of ours, which is then tried again
 */
export type MetricName =
  | 'Submitted'
  | 'Mailed'
  | 'Landed'
  | 'Confirmed'
  | 'Held'
  | 'Bounced'
  | 'Complained'
  | 'CountDrift'
  | 'MailQuotaUsed'
  | 'MailRefused'
  | 'TableThrottles';

/**
 * Metrics that somebody has to look at, and the value above which. CloudWatch charges for each metric that an alarm
 * watches, so they share `NeedsAttention` and one alarm: docs/decisions/096-few-alarms.md.
 */
export const acceptable: { readonly [Name in MetricName]?: number } = {
  CountDrift: 0,
  MailQuotaUsed: 80,
  MailRefused: 0,
  TableThrottles: 0,
};

/** Adds one to a metric. */
export function countMetric(name: MetricName): void {
  putMetric(name, 1);
}

/**
 * Has no dimensions, so that metrics say nothing about individual people or letters. Silent when Powertools is
 * configured to be, and in programs, which have no namespace.
 */
export function putMetric(name: MetricName, value: number): void {
  if (process.env['POWERTOOLS_METRICS_DISABLED'] === 'true') return;
  const { METRIC_NAMESPACE: Namespace } = process.env;
  if (!Namespace) return;
  const values = { [name]: value, ...(value > (acceptable[name] ?? value) ? { NeedsAttention: 1 } : {}) };
  const Metrics = Object.keys(values).map((Name) => ({ Name, Unit: 'Count' }));
  const line = {
    _aws: { Timestamp: Date.now(), CloudWatchMetrics: [{ Namespace, Dimensions: [[]], Metrics }] },
    ...values,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
