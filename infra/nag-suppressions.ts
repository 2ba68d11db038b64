/** Suppresses a cdk-nag rule that does not apply, with the reason, in one line beside the construct. */
import { NagSuppressions } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/**
 * @param reasons by the end of a rule's name: `CFR3` for `AwsSolutions-CFR3`
 * @param appliesTo limits the suppression to this finding
 */
export function suppressNag(
  construct: IConstruct,
  reasons: Readonly<Record<string, string>>,
  ...appliesTo: readonly (string | { readonly regex: string })[]
): void {
  const suppressions = Object.entries(reasons).map(([rule, reason]) => ({
    id: `AwsSolutions-${rule}`,
    reason,
    ...(appliesTo.length > 0 ? { appliesTo: [...appliesTo] } : {}),
  }));
  NagSuppressions.addResourceSuppressions(construct, suppressions, true);
}
