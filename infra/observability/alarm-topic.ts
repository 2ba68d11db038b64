/** Alarms, and the mail address that they notify. Its owner has to confirm the subscription once. */
import { Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { alarmSubscriptionId, pinLogicalId } from '../logical-ids.ts';

export interface AlarmProps {
  readonly metric: IMetric;
  /** Name of its entry in docs/operating.md, "Alarms and responses". */
  readonly entry: string;
  /** Explains the event in a sentence. */
  readonly says: string;
  /** The alarm threshold: fires above this, or below it. */
  readonly above: number | { readonly butBelow: number };
  /**
   * Keeps the alarm on until new data arrives, for metrics that are published once a night. Elsewhere, missing data is
   * good.
   */
  readonly holdUntilData?: boolean;
}

export class AlarmTopic extends Construct {
  readonly topic: Topic;
  readonly alarms: Alarm[] = [];

  constructor(scope: Construct, id: string, { alarmEmail }: Pick<Config, 'alarmEmail'>) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: 'Undersigned', enforceSSL: true });
    pinLogicalId(this.topic, 'alarmTopic');
    pinLogicalId(this.topic.addSubscription(new EmailSubscription(alarmEmail)), {
      id: alarmSubscriptionId(alarmEmail),
    });
    const ofThisAccount = { StringEquals: { 'AWS:SourceAccount': Stack.of(this).account } };
    this.topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com', { conditions: ofThisAccount }));
  }

  add(id: string, { metric, entry, says, above, holdUntilData: untilNews = false }: AlarmProps): void {
    const isBelow = typeof above === 'object';
    const alarm = new Alarm(this, id, {
      metric,
      alarmDescription: `${says} See "${entry}" in docs/operating.md.`,
      threshold: isBelow ? above.butBelow : above,
      comparisonOperator: isBelow ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: untilNews ? TreatMissingData.IGNORE : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    this.alarms.push(alarm);
  }
}
