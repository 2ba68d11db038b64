/** Names that AWS wants unique in the whole account, whatever the region: dashboards, policies and functions of CloudFront. */
import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/**
 * @param stackName of the deployment, which is unique in its region
 * @param what tells apart what one deployment has several of
 * @returns a name that no other region and no other instance uses, wherever in the tree the construct stands
 */
export function nameInAccount(scope: Construct, stackName: string, what?: string): string {
  return [stackName, Stack.of(scope).region, what].filter((part) => part !== undefined).join('-');
}
