/** The daily digest: for each member who wants it, the news under the letters that they may see. */
import { readCount } from '../../shared/count/count.ts';
import { listDisputes } from '../../shared/dispute/dispute.ts';
import type { LetterSlug } from '../../shared/ids.ts';
import { listLetters } from '../../shared/letter/storage.ts';
import { type Member, memberMay } from '../../shared/member/member.ts';
import { type DigestOfLetter, noticePut } from '../../shared/member/notice.ts';
import { listMembers, writeMember } from '../../shared/member/storage.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { listAwaitingReview } from '../../shared/signature/moderation/review.ts';

const day = 24 * 3600 * 1000;
/** Maximum count of pending items; more are shown as this many. */
const maxCounted = 100;

type OfLetter = Omit<DigestOfLetter, 'more'>;

/**
 * Creates the mails that are due, each in one transaction with the note that it was created: once a day, however often
 * this runs. Members without news get none.
 *
 * @returns the number of mails created
 */
export async function makeDigests(store: Store, now: Date, hasTime: () => boolean): Promise<number> {
  const today = now.toISOString().slice(0, 10);
  const wanting = (await listMembers(store)).filter(
    ({ digest, revokedAt, digestOf }) => digest && !revokedAt && digestOf?.day !== today,
  );
  if (wanting.length === 0) return 0;
  const letters = (await listLetters(store)).filter(({ state }) => state !== 'draft');
  const known = new Map<LetterSlug, OfLetter>();
  let made = 0;
  for (const member of wanting) {
    if (!hasTime()) break;
    const seen = letters.filter(({ slug }) => memberMay(member, 'signature.read', slug));
    const numbers: OfLetter[] = [];
    for (const { slug, title } of seen) {
      const found = known.get(slug) ?? (await numbersOf(store, { slug, title }, now));
      known.set(slug, found);
      numbers.push(found);
    }
    if (await makeDigest(store, member, { numbers, today, now })) made += 1;
  }
  return made;
}

async function makeDigest(
  store: Store,
  member: Member,
  { numbers, today, now }: { numbers: readonly OfLetter[]; today: string; now: Date },
): Promise<boolean> {
  const before = member.digestOf?.totals ?? {};
  const letters = numbers.map((one) => ({ ...one, more: one.total - (before[one.letter] ?? 0) }));
  const news = letters.filter(({ more, waiting, disputes }) => more !== 0 || waiting > 0 || disputes > 0);
  const totals = Object.fromEntries(numbers.map(({ letter, total }) => [letter, total]));
  const next: Member = { ...member, digestOf: { day: today, totals } };
  const told = news.length > 0 ? [noticePut(store, { due: 'digest', member: member.id, letters: news }, now)] : [];
  // Fails when another write changed the member first; the next run tries again.
  return (await writeMember(store, next, told)) !== undefined && news.length > 0;
}

async function numbersOf(
  store: Store,
  { slug, title }: { slug: LetterSlug; title: string },
  now: Date,
): Promise<OfLetter> {
  const [count, { waiting }, disputes] = await Promise.all([
    readCount(store, slug),
    listAwaitingReview(store, slug, { limit: maxCounted }),
    listDisputes(store, slug),
  ]);
  const since = new Date(now.getTime() - day).toISOString();
  return {
    letter: slug,
    title,
    total: (count?.organisations ?? 0) + (count?.individuals ?? 0),
    waiting: waiting.length,
    disputes: disputes.items.filter(({ at }) => at > since).length,
  };
}
