/** Says by mail what a month costs before it has become much: throttling alone is best effort. */
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';

/**
 * Of the whole account, as costs are not told apart by stack without tags that its owner has to activate. It has no name of
 * its own: another `alarmEmail` makes a new one, which could not have the same.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-budgets-budget.html
 */
export function limitSpending(
  scope: Construct,
  id: string,
  { monthlyBudget, alarmEmail }: Pick<Config, 'monthlyBudget' | 'alarmEmail'>,
): void {
  if (monthlyBudget === 0) return;
  const subscribers = [{ subscriptionType: 'EMAIL', address: alarmEmail }];
  const above = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
    notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' },
    subscribers,
  });
  new CfnBudget(scope, id, {
    budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: monthlyBudget, unit: 'USD' } },
    notificationsWithSubscribers: [above('ACTUAL', 80), above('ACTUAL', 100), above('FORECASTED', 100)],
  });
}
