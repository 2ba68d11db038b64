/**
 * Mails to members as soon as something needs them: at most one an hour for each member and kind, with the number. Each
 * number comes from a query that stops at 50.
 */
import { readCount } from '../../shared/count/count.ts';
import { readDays } from '../../shared/count/daily-submissions.ts';
import { countOpenDisputes } from '../../shared/dispute/dispute.ts';
import { countFailedDeliveries } from '../../shared/handover/failed.ts';
import type { LetterSlug } from '../../shared/ids.ts';
import { listLetters } from '../../shared/letter/storage.ts';
import {
  type AlertKind,
  type AlertOfLetter,
  type AlertWhen,
  alertKind,
  alertNeeds,
} from '../../shared/member/alert.ts';
import { type Member, memberMay } from '../../shared/member/member.ts';
import { noticePut } from '../../shared/member/notice.ts';
import { listMembers, writeMember } from '../../shared/member/storage.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { countAwaitingReview } from '../../shared/signature/moderation/review.ts';

const hour = 3600 * 1000;
const day = 24 * hour;
/** Time between two mails of a kind to one member, in milliseconds. */
const between: Readonly<Record<Exclude<AlertWhen, 'never'>, number>> = { 'at-once': hour, daily: day };
const maxCounted = 50;
/** A burst: at least this many forms in a day, and this many times the average of the previous week. */
const burstFrom = 50;
const burstTimes = 3;

type Numbers = Readonly<Record<AlertKind, number>>;
type Row = Awaited<ReturnType<typeof listLetters>>[number];

/** @returns the number of mails created */
export async function makeAlerts(store: Store, now: Date, hasTime: () => boolean): Promise<number> {
  const wanting = (await listMembers(store)).filter(
    ({ alerts, revokedAt }) => !revokedAt && Object.values(alerts ?? {}).some((when) => when !== 'never'),
  );
  if (wanting.length === 0) return 0;
  const letters = (await listLetters(store)).filter(({ state }) => state !== 'draft');
  const known = new Map<LetterSlug, Numbers>();
  for (const row of letters) {
    if (!hasTime()) return 0;
    known.set(row.slug, await numbersOf(store, row, now));
  }
  let made = 0;
  for (const member of wanting) {
    if (hasTime()) made += await alertMember(store, member, { letters, known, now });
  }
  return made;
}

interface Looking {
  readonly letters: readonly Row[];
  readonly known: ReadonlyMap<LetterSlug, Numbers>;
  readonly now: Date;
}

/** Writes the mails with the note that they were made. Fails when the member changed; the next run tries again. */
async function alertMember(store: Store, member: Member, { letters, known, now }: Looking): Promise<number> {
  const alerted = { ...member.alerted };
  const told: { kind: AlertKind; letters: AlertOfLetter[] }[] = [];
  let isChanged = false;
  for (const kind of alertKind.options) {
    const when = member.alerts?.[kind] ?? 'never';
    if (when === 'never') continue;
    const before = alerted[kind] ?? { seen: {} };
    const mine = letters
      .filter(({ slug }) => memberMay(member, alertNeeds[kind], slug))
      .map(({ slug, title }) => ({ letter: slug, title, number: known.get(slug)?.[kind] ?? 0 }));
    const news = mine.filter(({ letter, number }) => isNews(kind, number, before.seen[letter] ?? 0));
    const isTime = before.at === undefined || now.getTime() - Date.parse(before.at) >= between[when];
    const isTold = news.length > 0 && isTime;
    // A number that went down is reported again when it rises.
    const seen = Object.fromEntries(
      mine.map(({ letter, number }) => [letter, isTold ? number : Math.min(number, before.seen[letter] ?? 0)]),
    );
    if (isTold) told.push({ kind, letters: news });
    if (isTold || JSON.stringify(seen) !== JSON.stringify(before.seen)) {
      alerted[kind] = { at: isTold ? now.toISOString() : before.at, seen };
      isChanged = true;
    }
  }
  if (!isChanged) return 0;
  const puts = told.map((one) => noticePut(store, { due: 'alert', member: member.id, ...one }, now));
  return (await writeMember(store, { ...member, alerted }, puts)) === undefined ? 0 : told.length;
}

/** Every new complaint or failed delivery is reported; for the others, only the first. */
function isNews(kind: AlertKind, number: number, seen: number): boolean {
  return kind === 'complaint' || kind === 'delivery' ? number > seen : number > 0 && seen === 0;
}

async function numbersOf(store: Store, { slug, settings }: Row, now: Date): Promise<Numbers> {
  const [complaint, review, delivery, count, days] = await Promise.all([
    countOpenDisputes(store, slug, maxCounted),
    countAwaitingReview(store, slug, maxCounted),
    countFailedDeliveries(store, slug),
    readCount(store, slug),
    readDays(store, slug),
  ]);
  const total = (count?.organisations ?? 0) + (count?.individuals ?? 0);
  const isReached = settings.goal !== undefined && total >= settings.goal;
  return { complaint, review: review.number, delivery, goal: isReached ? total : 0, burst: burstOf(days, now) };
}

/** @returns how many forms were sent today, when that is more than usual; otherwise 0 */
function burstOf(days: Awaited<ReturnType<typeof readDays>>, now: Date): number {
  const dateOf = (ago: number) => new Date(now.getTime() - ago * day).toISOString().slice(0, 10);
  const on = (date: string) =>
    days.filter((one) => one.day === date).reduce((sum, one) => sum + one.mailed + one.held, 0);
  const usual = [1, 2, 3, 4, 5, 6, 7].reduce((sum, ago) => sum + on(dateOf(ago)), 0) / 7;
  const today = on(dateOf(0));
  return today >= burstFrom && today >= burstTimes * usual ? today : 0;
}
