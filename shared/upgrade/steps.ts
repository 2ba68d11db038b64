/** What this release changes about the form of stored rows, in the order in which it is done. */
import { hiddenClaims } from './hidden-claims.ts';
import { listForm } from './list-form.ts';
import type { UpgradeStep } from './upgrade.ts';

export const upgradeSteps: readonly UpgradeStep[] = [listForm, hiddenClaims];
