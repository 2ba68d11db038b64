/**
 * Names that must be unique in the whole AWS account, across regions: dashboards, and policies and functions of
 * CloudFront.
 */
import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/**
 * @param stackName of the deployment, which is unique in its region
 * @param what distinguishes several resources of one deployment
 * @returns a name that no other region or instance uses, independent of the construct's place in the tree
 */
export function nameInAccount(scope: Construct, stackName: string, what?: string): string {
  return [stackName, Stack.of(scope).region, what].filter((part) => part !== undefined).join('-');
}
