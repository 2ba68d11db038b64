/** The numbers that a person should know before the list of a letter is frozen. */
import { readCount } from '../../shared/count/count.ts';
import type { LetterSlug } from '../../shared/ids.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { countPartition } from '../../shared/signature/lists/counted-index.ts';
import { withheldPartitions } from '../../shared/signature/lists/index-keys.ts';
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
const maxSignatures = 200;

export async function readFreezable(store: Store, { slug }: Pick<Letter, 'slug'>): Promise<Freezable> {
  const [count, withheld, waiting, unconfirmed] = await Promise.all([
    readCount(store, slug),
    countWithheld(store, slug),
    countAwaitingReview(store, slug),
    listUnconfirmed(store, slug, { state: 'pending', limit: maxSignatures, withNames: false }),
  ]);
  const { organisations = 0, individuals = 0, offline = 0 } = count ?? {};
  return {
    listed: Math.max(0, organisations + individuals - withheld),
    withheld,
    onPaper: offline,
    waiting: waiting.number,
    unconfirmed: unconfirmed?.records.length ?? 0,
    atLeast: unconfirmed?.next !== undefined,
  };
}

/** Reads the index, since the number that is kept with the count is a day old at times. */
async function countWithheld(store: Store, letter: LetterSlug): Promise<number> {
  const counts = await Promise.all(withheldPartitions(letter).map((partition) => countPartition(store, partition)));
  return counts.reduce((sum, one) => sum + one, 0);
}
