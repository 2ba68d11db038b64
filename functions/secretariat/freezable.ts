/** The numbers that a person should know before the list of a letter is frozen. */
import { readCount } from '../../shared/count/count.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { listUnconfirmed } from '../../shared/signature/lists/unconfirmed.ts';
import { countAwaitingReview } from '../../shared/signature/moderation/review.ts';

export interface Freezable {
  /** Names that will be on the list. */
  readonly listed: number;
  readonly withheld: number;
  readonly onPaper: number;
  /** Signatures that await review. */
  readonly waiting: number;
  readonly unconfirmed: number;
  /** Whether only a part of the unconfirmed ones was found in the time of a request. */
  readonly atLeast: boolean;
}

/** Longest list of unconfirmed signatures that is counted. */
const most = 200;

export async function readFreezable(store: Store, { slug }: Pick<Letter, 'slug'>): Promise<Freezable> {
  const [count, waiting, unconfirmed] = await Promise.all([
    readCount(store, slug),
    countAwaitingReview(store, slug),
    listUnconfirmed(store, slug, { state: 'pending', limit: most, withNames: false }),
  ]);
  const { organisations = 0, individuals = 0, offline = 0, withheld = 0 } = count ?? {};
  return {
    listed: organisations + individuals - (withheld ?? 0),
    withheld: withheld ?? 0,
    onPaper: offline,
    waiting: waiting.number,
    unconfirmed: unconfirmed?.records.length ?? 0,
    atLeast: unconfirmed?.next !== undefined,
  };
}
