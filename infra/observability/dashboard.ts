/** One dashboard that shows the owner how a letter is doing. */
import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  PeriodOverride,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { pinLogicalId } from '../logical-ids.ts';
import { nameInAccount } from '../names.ts';
import type { Watched } from './alarms.ts';
import { concurrencyUsed, needingAttention, notStarted, ownMetric } from './metrics.ts';

const minute = Duration.minutes(1);

export function makeDashboard(scope: Construct, id: string, watched: Watched, alarms: readonly Alarm[]): void {
  const { namespace, gateway, storage, functions, mailQueue, deadLetters } = watched;
  const mailQueues = [['To confirm, to sign in', mailQueue.queue] as const, ['Others', mailQueue.others] as const];
  const ours = (...names: string[]) => names.map((name) => ownMetric(namespace, name));
  const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
    new GraphWidget({ title, left, right, width: 12, height: 6 });
  const ofEach = (metric: (name: keyof typeof functions) => IMetric) =>
    [
      ...new Set<keyof typeof functions>([
        'PublicApi',
        'Secretariat',
        'Exports',
        'Relay',
        'Mailer',
        'Feedback',
        'Housekeeping',
        'Document',
      ]),
    ].map(metric);

  const dashboard = new Dashboard(scope, id, {
    dashboardName: nameInAccount(scope, namespace),
    periodOverride: PeriodOverride.INHERIT,
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24, height: 3 })],
      [
        graph('Signatures', ours('Submitted', 'Mailed', 'Landed', 'Confirmed')),
        graph('Held, bounced, complained about', ours('Held', 'Bounced', 'Complained')),
      ],
      [
        graph(
          'Mail queues: waiting, and for how long (s)',
          mailQueues.map(([label, queue]) => queue.metricApproximateNumberOfMessagesVisible({ label, period: minute })),
          mailQueues.map(([label, queue]) => queue.metricApproximateAgeOfOldestMessage({ label, period: minute })),
        ),
        graph(
          'Dead letters and other problems',
          Object.entries(deadLetters).map(([label, queue]) =>
            queue.metricApproximateNumberOfMessagesVisible({ label, period: minute }),
          ),
          needingAttention.map((name) => ownMetric(namespace, name, Stats.MAXIMUM)),
        ),
      ],
      [
        graph(
          'Requests that reach the API; how long they take (ms, 95 of 100)',
          [gateway.api.metricCount(), gateway.api.metricClientError(), gateway.api.metricServerError()],
          [gateway.api.metricLatency({ statistic: Stats.percentile(95) })],
        ),
        graph(
          'Functions: errors; not started',
          ofEach((name) => functions[name].metricErrors({ label: name })),
          [notStarted],
        ),
      ],
      [
        graph(
          'Functions: duration (ms)',
          ofEach((name) => functions[name].metricDuration({ label: name })),
          [functions.Relay.metric('IteratorAge', { statistic: Stats.MAXIMUM, label: 'Stream age (ms)' })],
        ),
        graph(
          'Table: units used; concurrent executions (%)',
          [storage.table.metricConsumedReadCapacityUnits(), storage.table.metricConsumedWriteCapacityUnits()],
          [concurrencyUsed],
        ),
      ],
    ],
  });
  pinLogicalId(dashboard, 'dashboard');
}
