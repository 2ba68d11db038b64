/** Figures of a partner under one letter: numbers only. */

import { readLetterTally, sumOfTally, type TallyRow } from '../../../shared/count/partner-tally.ts';
import type { LetterSlug, PartnerId } from '../../../shared/ids.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { readSnapshot } from '../../../shared/statistics/snapshot.ts';

export interface PartnerFigures {
  /**
   * Number of submitted forms. A partner learns no more: whether a mail to confirm was sent depends on the earlier
   * signatures of a mailbox, which a partner could find out with submissions of its own (rule 13).
   */
  readonly submitted: number;
  /** Number of signers asked to confirm, at this moment; for the secretariat. */
  readonly mailed: number;
  /** Number not asked, because it looked like abuse or was over a cap; for the secretariat. */
  readonly held: number;
  /** Counted signers, as of the letter's last snapshot; undefined before the first one. */
  readonly counted: { readonly signers: number; readonly asOf: string } | undefined;
  readonly byPage: readonly (readonly [page: string, submitted: number])[];
  readonly byCampaign: readonly (readonly [campaign: string, submitted: number])[];
  /** Whether all pages and campaigns were read; if not, the numbers are minimums. */
  readonly isWhole: boolean;
}

/** @returns the figures of a partner under a letter. One Query and one read. */
export async function readPartnerFigures(store: Store, id: PartnerId, slug: LetterSlug): Promise<PartnerFigures> {
  const [{ rows, isWhole }, snapshot] = await Promise.all([
    readLetterTally(store, id, slug),
    readSnapshot(store, slug),
  ]);
  const sum = sumOfTally(rows);
  return {
    ...sum,
    submitted: sum.mailed + sum.held,
    counted: snapshot && { signers: snapshot.by.partner[id] ?? 0, asOf: snapshot.asOf },
    byPage: mostFrequent(rows, ({ page }) => page),
    byCampaign: mostFrequent(rows, ({ campaign }) => campaign),
    isWhole,
  };
}

const maxShown = 20;

/** The most frequent first; rows without a name are left out. */
function mostFrequent(rows: readonly TallyRow[], nameOf: (row: TallyRow) => string | undefined) {
  const named = rows.flatMap((row) => {
    const name = nameOf(row);
    return name === undefined ? [] : [{ name, row }];
  });
  return [...Map.groupBy(named, ({ name }) => name)]
    .map(([name, same]) => {
      const { mailed, held } = sumOfTally(same.map(({ row }) => row));
      return [name, mailed + held] as const;
    })
    .filter(([, submitted]) => submitted > 0)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, maxShown);
}
