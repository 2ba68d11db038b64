/** Logs hold no personal data; some days are enough to find a fault, and the end of it needs nobody to remember. */
import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnLogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct, IConstruct } from 'constructs';
import type { Config } from '../config.ts';

/** For how long all of them are kept is said once, by `keepLogs`. */
export function functionLogs(scope: Construct, id: string): LogGroup {
  return new LogGroup(scope, id, { removalPolicy: RemovalPolicy.DESTROY });
}

export function keepLogs(scope: IConstruct, { logRetentionDays }: Pick<Config, 'logRetentionDays'>): void {
  for (const logs of scope.node.findAll()) {
    if (logs instanceof CfnLogGroup) logs.retentionInDays = logRetentionDays;
  }
}
