/**
 * What happened, as numbers: a line in CloudWatch's Embedded Metric Format, from which CloudWatch Logs makes the metric. A
 * few lines of our own, because the public API starts sooner without Powertools, as with its log.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */

/**
 * - `Submitted`: a submission was accepted, whoever it was
 * - `Mailed`: SES took a mail
 * - `Landed`: a confirmation page with its button was opened, by a person or by a mail scanner
 * - `Confirmed`: a signature was confirmed, counted or not
 * - `Held`: a mail was asked for and none goes out, because it looks like abuse or may not be written there
 * - `Bounced`, `Complained`: SES said so about a mail of ours
 * - `CountDrift`: by how much the counts of letters differ from a recount; anything but 0 is an alarm
 * - `MailRefused`: SES takes no mail of ours, for a reason that somebody has to mend; the log names its error
 * - `MailQuotaUsed`: how much of what SES lets the account send in a day was sent in the last one, in percent
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

/** Counts one. */
export function countMetric(name: MetricName): void {
  putMetric(name, 1);
}

/** No dimension: whom or what it was about is nobody's business. Quiet where Powertools is told to be. */
export function putMetric(name: MetricName, value: number): void {
  if (process.env['POWERTOOLS_METRICS_DISABLED'] === 'true') return;
  const { METRIC_NAMESPACE: Namespace } = process.env;
  const directive = { Namespace, Dimensions: [[]], Metrics: [{ Name: name, Unit: 'Count' }] };
  const line = { _aws: { Timestamp: Date.now(), CloudWatchMetrics: [directive] }, [name]: value };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
