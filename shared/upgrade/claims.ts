/** Moves claims to current keys: docs/decisions/026-claims-move-to-new-keys.md. */
import { moveToCurrentKey, moveToFormerKey } from '../signature/claims/former-claim.ts';
import { storedSignature } from '../signature/stored.ts';
import type { Row, UpgradeStep, Upgrading } from './upgrade.ts';

export const claimsByPresentKeys: UpgradeStep = {
  name: '2026-claims-by-present-keys',
  title: 'Claims of organisations and people',
  rows: 'SIGNATURE',
  visit: (upgrading, row) => move(upgrading, row, moveToCurrentKey),
  back: (upgrading, row) => move(upgrading, row, moveToFormerKey),
};

async function move({ store, keys }: Upgrading, row: Row, how: typeof moveToCurrentKey): Promise<string | undefined> {
  if (row['confirmedAt'] === undefined || row['forgottenAt'] !== undefined) return undefined;
  const done = await how({ store, keys: await keys() }, storedSignature.parse(row).id);
  return done && words[done];
}

const words = {
  moved: 'moved',
  beside: 'stay counted beside another of the same name, and have a signal for the secretariat',
} as const;
