/** `npm run letter -- deliver` and `deliveries`: freezes the list of a letter, has its documents made, or cancels that. */
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine } from '../shared/audit/audit.ts';
import { type Delivery, type FailureReason, findFile } from '../shared/delivery/delivery.ts';
import { type DeliveryRequest, retryDelivery, startDelivery } from '../shared/delivery/start.ts';
import { readDeliveries, readDelivery } from '../shared/delivery/storage.ts';
import { cancelHandover } from '../shared/handover/hand-over.ts';
import { readHandover } from '../shared/handover/storage.ts';
import type { LetterSlug } from '../shared/ids.ts';
import { printFacts } from './command.ts';
import { Refusal, type Target } from './stack.ts';

/** Starts a delivery and waits for its documents. @throws Refusal when it is not possible, or failed */
export async function deliver(target: Target, slug: LetterSlug, request: Omit<DeliveryRequest, 'by'>): Promise<void> {
  const started = await startDelivery(target.store, slug, { ...request, by: commandLine }, new Date());
  if (started.outcome === 'refused') throw new Refusal(started.why);
  if (started.outcome === 'already') {
    const { number, kind } = started.delivery;
    console.log(`Delivery ${number} (${kind}) was started before.`);
  }
  await watch(target, started.delivery);
}

/** Lists the deliveries of a letter, makes the documents of one again, or cancels one. */
export async function listOrChange(
  target: Target,
  slug: LetterSlug,
  { again, cancel }: { readonly again: string | undefined; readonly cancel: string | undefined },
): Promise<void> {
  if (cancel !== undefined) return cancelOne(target, slug, cancel);
  if (again === undefined) return list(target, slug);
  const { id } = await findDelivery(target, slug, again);
  const retried = await retryDelivery(target.store, slug, id, { by: commandLine, now: new Date() });
  if (!retried) throw new Refusal(changedJustNow);
  await watch(target, retried);
}

export const changedJustNow = 'The delivery changed just now. Try again.';

/**
 * @param word its number or its id
 * @throws Refusal when the letter has no such delivery
 */
export async function findDelivery({ store }: Target, slug: LetterSlug, word: string): Promise<Delivery> {
  const { deliveries } = await readDeliveries(store, slug);
  const found = deliveries.find(({ id, number }) => word === id || word === String(number));
  if (!found) throw new Refusal(`The letter "${slug}" has no delivery "${word}".`);
  return found;
}

async function cancelOne(target: Target, slug: LetterSlug, word: string): Promise<void> {
  const delivery = await findDelivery(target, slug, word);
  const handover = await readHandover(target.store, slug, delivery.id);
  const acting = { store: target.store, letter: slug, delivery, handover, by: commandLine, now: new Date() };
  const done = await cancelHandover(acting);
  if (done.outcome === 'stale') throw new Refusal(changedJustNow);
  if (done.outcome === 'refused') throw new Refusal(done.why);
  printFacts(factsOf(await findDelivery(target, slug, word), target.publicUrl));
}

async function list({ store, publicUrl }: Target, slug: LetterSlug): Promise<void> {
  const { deliveries } = await readDeliveries(store, slug);
  if (deliveries.length === 0) console.log('There are no deliveries yet.');
  for (const one of deliveries) printFacts(factsOf(one, publicUrl));
}

const reasons: Readonly<Record<FailureReason, string>> = {
  unsettled: 'the list and the count of names differ: npm run letter -- recount SLUG tells more',
  'no-names': 'nobody is counted any more',
  typesetting: 'the document could not be typeset; see the log of the function',
  'too-large': 'the function ran out of time or memory',
  unavailable: 'the table or the bucket did not answer',
};

function stateOf({ progress, cancelledAt }: Delivery): string {
  if (cancelledAt) return 'cancelled';
  switch (progress.state) {
    case 'freezing':
      return 'the list is being frozen';
    case 'making':
      return 'the documents are being made';
    case 'ready':
      return 'ready';
    case 'failed':
      return `failed: ${reasons[progress.why]}`;
    case 'stopped':
      return 'cancelled';
  }
}

function factsOf(delivery: Delivery, publicUrl: string): [string, string][] {
  const { letter, id, kind, number, frozen, left, progress, cancelledAt } = delivery;
  const isReady = progress.state === 'ready';
  const missing = isReady ? progress.missing.join(' ') : '';
  return [
    ['delivery', `${number} (${kind})  ${id}`],
    ['state', stateOf(delivery)],
    ...(frozen ? frozenFacts(frozen) : []),
    ...(left > 0 ? [['left since', String(left)] satisfies [string, string]] : []),
    ...(missing ? [['no font for', missing] satisfies [string, string]] : []),
    ...(isReady && !cancelledAt && findFile(delivery, 'pdf', frozen?.language ?? '')
      ? [['document', `${publicUrl}/${letter}/document/${id}.pdf`] satisfies [string, string]]
      : []),
  ];
}

function frozenFacts({ at, counts, number, hash }: NonNullable<Delivery['frozen']>): [string, string][] {
  const { organisations, individuals, withheld, offline } = counts;
  return [
    ['frozen', at],
    ['names', `${number} listed, ${withheld} not named, ${offline} on paper`],
    ['counted', `${organisations} organisations, ${individuals} individuals`],
    ['hash', hash],
  ];
}

/** The function starts within seconds and works for up to a minute; the next sweep starts it again if need be. */
const waitFor = 3 * 60 * 1000;

async function watch({ store, publicUrl }: Target, { letter, id }: Delivery): Promise<void> {
  const until = Date.now() + waitFor;
  for (;;) {
    const delivery = await readDelivery(store, letter, id);
    if (!delivery) throw new Refusal('The delivery is gone.');
    const { state } = delivery.progress;
    const isOver = state === 'ready' || state === 'failed' || delivery.cancelledAt !== undefined;
    if (isOver || Date.now() > until) {
      printFacts(factsOf(delivery, publicUrl));
      if (state === 'failed') throw new Refusal(`Try again with: npm run letter -- deliveries ${letter} --again ${id}`);
      if (!isOver) console.log(`Still running. Check with: npm run letter -- deliveries ${letter}`);
      return;
    }
    await sleep(500);
  }
}
