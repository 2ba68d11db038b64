/** Why a rule of cdk-nag does not fit where it speaks up: one line, beside the construct that it is about. */
import { NagSuppressions } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/**
 * @param reasons by the end of a rule's name: `CFR3` for `AwsSolutions-CFR3`
 * @param appliesTo only where the rule found just this
 */
export function justify(
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
