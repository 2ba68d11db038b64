/** Changes of this release to the form of stored rows, in order. */
import { claimsByPresentKeys } from './claims.ts';
import { heldRows } from './held-rows.ts';
import { hiddenClaims } from './hidden-claims.ts';
import { letters } from './letters.ts';
import { listForm } from './list-form.ts';
import type { UpgradeStep } from './upgrade.ts';

/** The form of lists comes last: the steps before it write rows in the current form. */
export const upgradeSteps: readonly UpgradeStep[] = [claimsByPresentKeys, hiddenClaims, letters, heldRows, listForm];
