/**
 * A number for CloudWatch: a line in the Embedded Metric Format, from which CloudWatch Logs makes the metric.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */

/** No dimension: whom or what it was about is nobody's business. Quiet where Powertools is told to be. */
export function putMetric(name: string, value: number): void {
  if (process.env['POWERTOOLS_METRICS_DISABLED'] === 'true') return;
  const directive = { Namespace: 'Undersigned', Dimensions: [[]], Metrics: [{ Name: name, Unit: 'Count' }] };
  const line = { _aws: { Timestamp: Date.now(), CloudWatchMetrics: [directive] }, [name]: value };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
