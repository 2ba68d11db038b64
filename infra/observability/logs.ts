/** Logs hold no personal data. They expire by themselves after some days, which is enough to find a fault. */
import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnLogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct, IConstruct } from 'constructs';
import type { Config } from '../config.ts';

/** `keepLogs` sets the retention of all log groups in one place. */
export function functionLogs(scope: Construct, id: string): LogGroup {
  return new LogGroup(scope, id, { removalPolicy: RemovalPolicy.DESTROY });
}

export function keepLogs(scope: IConstruct, { logRetentionDays }: Pick<Config, 'logRetentionDays'>): void {
  for (const logs of scope.node.findAll()) {
    if (logs instanceof CfnLogGroup) logs.retentionInDays = logRetentionDays;
  }
}
