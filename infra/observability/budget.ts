/** Warns by mail before a month becomes expensive, because throttling is only best effort. */
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';

/**
 * For the whole account: costs can only be separated by stack with tags that the owner has to activate. It has no fixed
 * name, because a changed `alarmEmail` replaces the budget, and the new one could not have the same name.
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
