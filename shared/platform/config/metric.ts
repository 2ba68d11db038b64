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
 * - `CountDrift`: difference between the counts of letters and a recount; anything but 0 is an alarm
 * - `MailRefused`: SES refuses our mail for a reason that somebody has to fix; the log names its error
 * - `MailQuotaUsed`: share of the daily SES quota used within the last day, in percent
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
  | 'MailRefused';

/** Adds one to a metric. */
export function countMetric(name: MetricName): void {
  putMetric(name, 1);
}

/**
 * Has no dimensions, so that metrics say nothing about individual people or letters. Silent when Powertools is
 * configured to be.
 */
export function putMetric(name: MetricName, value: number): void {
  if (process.env['POWERTOOLS_METRICS_DISABLED'] === 'true') return;
  const { METRIC_NAMESPACE: Namespace } = process.env;
  const directive = { Namespace, Dimensions: [[]], Metrics: [{ Name: name, Unit: 'Count' }] };
  const line = { _aws: { Timestamp: Date.now(), CloudWatchMetrics: [directive] }, [name]: value };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
