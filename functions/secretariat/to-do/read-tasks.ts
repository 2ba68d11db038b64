/**
 * Reads the open tasks of a letter. Each number comes from a query that stops at 50, so the cost does not grow with the
 * number of signatures.
 */
import { readDeliveries } from '../../../shared/delivery/storage.ts';
import { countOpenDisputes } from '../../../shared/dispute/dispute.ts';
import { countFailedDeliveries } from '../../../shared/handover/failed.ts';
import { wasHandedOver } from '../../../shared/handover/handover.ts';
import { readHanded } from '../../../shared/handover/storage.ts';
import { letterSlug } from '../../../shared/ids.ts';
import { closedSince, type Letter } from '../../../shared/letter/letter.ts';
import { readLetter } from '../../../shared/letter/storage.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { countHeld } from '../../../shared/signature/lists/held-rows.ts';
import { countReturned } from '../../../shared/signature/lists/undeliverable.ts';
import { countAwaitingReview } from '../../../shared/signature/moderation/review.ts';
import { languageName } from '../../../shared/text/language-names.ts';
import { readUploads } from '../../../shared/upload/storage.ts';
import type { Upload } from '../../../shared/upload/upload.ts';
import type { ConsoleContext } from '../context.ts';
import type { Visit } from '../guard.ts';
import { whyNotOpen } from '../letters/checklist.ts';
import { countWaitingLogos } from '../logos/count-waiting.ts';
import { formatInZone, zoneOf } from '../ui/local-time.ts';
import { numberOf, type Task, type TaskKind, taskFacts, taskKinds } from './task.ts';

/** Higher numbers are shown as this one with a plus. */
const maxCounted = 50;
/** A letter that closes within this time is announced, in milliseconds. */
const closingSoon = 7 * 24 * 3600 * 1000;

/**
 * At most twelve Queries and a read.
 *
 * @returns the open tasks of the letter that the visitor may do, the most urgent first
 */
export async function readTasks(
  { store, now }: Pick<ConsoleContext, 'store' | 'now'>,
  { may }: Pick<Visit, 'may'>,
  letter: Letter,
): Promise<Task[]> {
  const at = now();
  const mine = taskKinds.filter((kind) => may(taskFacts[kind].needs, letter.slug));
  const read = readerOf(store, letter, at);
  return (await Promise.all(mine.map(read))).filter(({ number }) => number > 0);
}

/** @returns the numbers for the tabs of the letter in the path; none when there is no such letter */
export async function readTabNumbers(
  api: ConsoleContext,
  visit: Pick<Visit, 'may' | 'scope'>,
): Promise<ReadonlyMap<string, string>> {
  const slug = letterSlug.safeParse(visit.scope).data;
  const letter = slug && (await readLetter(api.store, slug));
  if (!letter) return new Map();
  const byTab = Map.groupBy(await readTasks(api, visit, letter), ({ kind }) => taskFacts[kind].tab);
  return new Map(
    [...byTab].map(([tab, tasks]) => {
      const number = tasks.reduce((sum, one) => sum + one.number, 0);
      return [tab, numberOf({ number, more: tasks.some(({ more }) => more) })];
    }),
  );
}

function readerOf(store: Store, letter: Letter, now: Date): (kind: TaskKind) => Promise<Task> {
  const { slug, settings } = letter;
  const counted = async (kind: TaskKind, counting: (most: number) => Promise<number>) => {
    const found = await counting(maxCounted + 1);
    return { kind, number: Math.min(found, maxCounted), more: found > maxCounted };
  };
  const few = (kind: TaskKind, number: number, detail?: string): Task => ({ kind, number, more: false, detail });
  return async (kind) => {
    switch (kind) {
      case 'complaints':
        return counted(kind, (most) => countOpenDisputes(store, slug, most));
      case 'review':
        return counted(kind, async (most) => (await countAwaitingReview(store, slug, most)).number);
      case 'logos':
        return counted(kind, (most) => countWaitingLogos(store, slug, most));
      case 'files': {
        const failed = (await readUploads(store, slug, 'upload')).filter(isUnchecked);
        return { ...few(kind, failed.length), page: failed[0] && `/files/${failed[0].id}` };
      }
      case 'held':
        return counted(kind, (most) => countHeld(store, slug, most, now));
      case 'returned':
        return counted(kind, (most) => countReturned(store, slug, most));
      case 'closing': {
        const closes = letter.state === 'open' && settings.closes ? new Date(settings.closes) : undefined;
        const isSoon = closes && closes > now && closes.getTime() - now.getTime() < closingSoon;
        return few(kind, isSoon ? 1 : 0, closes && formatInZone(closes.toISOString(), zoneOf(letter)));
      }
      case 'drafts':
        return few(kind, isReadyToOpen(letter, now) ? 1 : 0);
      case 'translations': {
        const outdated = outdatedTranslations(letter);
        return few(kind, outdated.length, outdated.map((tag) => languageName(tag) ?? tag).join(', '));
      }
      case 'deliveries':
        return few(kind, (await isDeliveryDue(store, letter, now)) ? 1 : 0);
      case 'failed':
        return few(kind, letter.state === 'draft' ? 0 : await countFailedDeliveries(store, slug));
    }
  };
}

/** The check of the file failed. If a file is refused with a reason, its uploader is told. */
const isUnchecked = ({ progress }: Upload) => progress.state === 'refused' && progress.why === 'unavailable';

const isReadyToOpen = (letter: Letter, now: Date) => letter.state === 'draft' && whyNotOpen(letter, now) === undefined;

/** @returns the languages in which the letter has a text, but not of its current version */
export function outdatedTranslations({ versions }: Letter): string[] {
  const last = versions.at(-1) ?? versions[0];
  const all = new Set(versions.flatMap(({ texts }) => Object.keys(texts)));
  return [...all].filter((language) => last.texts[language] === undefined);
}

/** Signing is over, and nobody has the letter yet. */
async function isDeliveryDue(store: Store, letter: Letter, now: Date): Promise<boolean> {
  if (letter.state === 'draft' || !closedSince(letter, now)) return false;
  if (letter.state !== 'delivered') return true;
  const { deliveries } = await readDeliveries(store, letter.slug);
  const final = deliveries.find(({ kind, cancelledAt }) => kind === 'final' && !cancelledAt);
  // A letter can also be marked as delivered by hand.
  if (!final) return false;
  const { handovers } = await readHanded(store, letter.slug);
  return !handovers.some((one) => one.delivery === final.id && wasHandedOver(one));
}
