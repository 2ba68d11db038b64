/** What this release changes about the form of stored rows, in the order in which it is done. */
import { claimsByPresentKeys } from './claims.ts';
import { hiddenClaims } from './hidden-claims.ts';
import { letters } from './letters.ts';
import { listForm } from './list-form.ts';
import type { UpgradeStep } from './upgrade.ts';

/** The form of the lists is the last: the steps before it write rows in the form of today. */
export const upgradeSteps: readonly UpgradeStep[] = [claimsByPresentKeys, hiddenClaims, letters, listForm];
