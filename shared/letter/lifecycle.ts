/** Actions of the secretariat on a letter: import, open, close, deliver. Each is one transaction. */
import { type Actor, auditPut, commandLine } from '../audit/audit.ts';
import { finalCounts } from '../count/count.ts';
import type { LetterSlug } from '../ids.ts';
import { letterKey } from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';
import type { TransactItems } from '../platform/store/transaction.ts';
import { auditLinesOf, stateAuditLine } from './audit-lines.ts';
import type { LetterFile, Translation } from './file.ts';
import type { ImportOptions, ImportPlan } from './import.ts';
import { currentVersion, type Letter, type LetterSettings, type LetterVersion, signing } from './letter.ts';
import { needsPrivacy, neverOpen, staysClosed } from './refusals.ts';
import { readLetter, readText } from './storage.ts';
import type { EarlierText, LetterWithTexts } from './unchanged-translations.ts';
import { writeLetter } from './write-letter.ts';

/**
 * Imports a letter and its translations.
 *
 * @param by the actor, for the audit trail
 * @returns the result, which is already stored, or the reason for a refusal
 */
export async function importLetter(
  store: Store,
  file: LetterFile,
  translations: readonly Translation[],
  options: ImportOptions,
  by: Actor = commandLine,
): Promise<ImportPlan> {
  const unknown = await whyNotFollow(store, file.slug, file.settings);
  if (unknown !== undefined) return { outcome: 'refused', why: unknown };
  const before = await readLetterWithTexts(store, file.slug);
  const { planImport } = await import('./import.ts');
  const plan = planImport(before, file, translations, options);
  if (await writePlan(store, before, plan, by, options.now)) return plan;
  return { outcome: 'refused', why: changedMeanwhile };
}

export const changedMeanwhile = 'Someone else changed the letter. Reload the page and try again.';

/** @returns the letter with its texts, those of earlier versions included where a translation has not been updated */
export async function readLetterWithTexts(store: Store, slug: LetterSlug): Promise<LetterWithTexts | undefined> {
  const letter = await readLetter(store, slug);
  if (!letter) return undefined;
  const current = currentVersion(letter);
  const [texts, earlier] = await Promise.all([
    Promise.all([letter.language, ...othersOf(letter, current)].map((one) => readText(store, slug, current, one))),
    readEarlierTexts(store, letter),
  ]);
  return {
    letter,
    texts: new Map(texts.flatMap((stored) => (stored ? [[stored.text.language, stored.text]] : []))),
    earlier,
  };
}

function othersOf({ language: first }: Letter, { texts }: LetterVersion): string[] {
  return Object.keys(texts)
    .filter((language) => language !== first)
    .sort();
}

/** @returns the newest translation in each language that the current version does not have */
async function readEarlierTexts(store: Store, letter: Letter): Promise<ReadonlyMap<string, EarlierText>> {
  const { texts: current } = currentVersion(letter);
  const newest = new Map(letter.versions.flatMap((version) => othersOf(letter, version).map((one) => [one, version])));
  const outdated = [...newest].filter(([language]) => current[language] === undefined);
  const found = await Promise.all(
    outdated.map(async ([language, version]) => {
      const [stored, original] = await Promise.all([
        readText(store, letter.slug, version, language),
        readText(store, letter.slug, version, letter.language),
      ]);
      return stored && original
        ? [[language, { version: version.id, text: stored.text, original: original.text }] as const]
        : [];
    }),
  );
  return new Map(found.flat());
}

/**
 * Writes a plan with its audit entries; does nothing when it was refused or changes nothing.
 *
 * @returns false when the letter changed since it was read; then nothing is written
 */
export async function writePlan(
  store: Store,
  before: LetterWithTexts | undefined,
  plan: ImportPlan,
  by: Actor,
  now: Date,
): Promise<boolean> {
  if (!('texts' in plan)) return true;
  // The parser of Markdown is large, and few requests write texts.
  const { compileMarkdown } = await import('./markdown.ts');
  const compiled = plan.texts.map((text) => ({ text, blocks: compileMarkdown(text.body) }));
  const lines = auditLinesOf(before, plan, by).map((happened) => auditPut(store, happened, now));
  const link = await linkFromEarlier(store, plan.letter);
  return writeLetter(store, plan.letter, compiled, plan.wordings, [...lines, ...link]);
}

/** @returns the transaction item that records this letter on the one that it follows, if it is not yet recorded */
async function linkFromEarlier(store: Store, { slug, settings: { follows } }: Letter): Promise<TransactItems> {
  const earlier = follows && (await readLetter(store, follows));
  if (!earlier || earlier.followedBy.includes(slug)) return [];
  const { revision } = earlier;
  return [
    {
      Update: {
        TableName: store.table,
        Key: letterKey(earlier.slug),
        UpdateExpression: 'SET followedBy = :all, revision = :after',
        ConditionExpression: 'revision = :before',
        ExpressionAttributeValues: {
          ':all': [...earlier.followedBy, slug].slice(-maxFollowers),
          ':before': revision,
          ':after': revision + 1,
        },
      },
    },
  ];
}

/** Maximum number of letters that a page names as those that follow. */
const maxFollowers = 20;

/** @returns why a letter cannot follow the one that its settings name, if so */
export async function whyNotFollow(
  store: Store,
  slug: LetterSlug,
  { follows }: Pick<LetterSettings, 'follows'>,
): Promise<string | undefined> {
  if (follows === undefined) return undefined;
  if (follows === slug) return 'A letter cannot follow itself.';
  return (await readLetter(store, follows)) ? undefined : `There is no letter "${follows}" that this one could follow.`;
}

/** States that a letter can be put into. It starts as a draft. */
export type WantedState = Exclude<Letter['state'], 'draft'>;

export type StateChange = { ok: true; letter: Letter } | { ok: false; why: string };

export interface StateOptions {
  /** For the audit trail. */
  readonly by?: Actor;
  /** The day of the handover, by local date; by default today in UTC. */
  readonly deliveredOn?: string | undefined;
}

/** Opens a draft for signing, closes an open letter, or marks a closed one as delivered. Idempotent. */
export async function setState(
  store: Store,
  slug: LetterSlug,
  state: WantedState,
  now: Date,
  { by = commandLine, deliveredOn }: StateOptions = {},
): Promise<StateChange> {
  const letter = await readLetter(store, slug);
  if (!letter) return { ok: false, why: `There is no letter "${slug}".` };
  if (letter.state === state) return { ok: true, letter };
  const why = whyNot(letter, state, now, deliveredOn);
  if (why !== undefined) return { ok: false, why };
  const written = await writeState(store, letter, { state, by, deliveredOn }, now);
  return written ? { ok: true, letter: written } : { ok: false, why: changedMeanwhile };
}

function whyNot(letter: Letter, state: WantedState, now: Date, deliveredOn: string | undefined): string | undefined {
  const isOver = letter.state === 'closed' || letter.state === 'delivered';
  if (state === 'open') {
    if (isOver) return staysClosed;
    return letter.settings.privacy ? undefined : needsPrivacy;
  }
  if (letter.state === 'draft') return neverOpen;
  if (state === 'closed') return isOver ? 'The letter was delivered; it is closed already.' : undefined;
  if (signing(letter, now) !== 'closed') return 'The letter can still be signed: close it before it is delivered.';
  return whyNotOn(deliveredOn, now);
}

/** @returns why the letter cannot have been delivered on that day, if so */
export function whyNotOn(deliveredOn: string | undefined, now: Date): string | undefined {
  // East of UTC it may be tomorrow already.
  const latest = new Date(now.getTime() + 14 * 3600 * 1000).toISOString().slice(0, 10);
  return deliveredOn !== undefined && deliveredOn > latest ? 'The day of delivery has not come yet.' : undefined;
}

interface StateWritten extends StateOptions {
  readonly state: WantedState;
  readonly by: Actor;
  /** Items of the same transaction. */
  readonly also?: TransactItems;
}

/** Writes the letter in its new state unless it changed since it was read. @returns the letter as written */
export async function writeState(
  store: Store,
  letter: Letter,
  { state, by, deliveredOn, also = [] }: StateWritten,
  now: Date,
): Promise<Letter | undefined> {
  const at = now.toISOString();
  const next: Letter = {
    ...letter,
    state,
    ...(state === 'open' ? {} : { closedAt: letter.closedAt ?? closedAt(letter, at) }),
    ...(state === 'delivered' ? { deliveredOn: deliveredOn ?? at.slice(0, 10) } : {}),
    revision: letter.revision + 1,
    updatedAt: at,
  };
  const line = auditPut(store, stateAuditLine(letter.state, next, by), now);
  const counts = state === 'delivered' ? finalCounts(store, letter.slug) : [];
  const written = await writeLetter(store, next, [], [], [line, ...counts, ...also]);
  return written ? next : undefined;
}

/** For a letter that its closing date has closed, closing time is that date. */
function closedAt({ settings: { closes } }: Letter, now: string): string {
  return closes && new Date(closes) <= new Date(now) ? new Date(closes).toISOString() : now;
}

/**
 * Stores that a letter has closed once its closing date has passed. Nothing depends on it being prompt: `signing` uses
 * the clock.
 *
 * @returns whether it was open until now; also false when somebody changed it at the same time, perhaps its date
 */
export async function closeWhenDue(store: Store, slug: LetterSlug, now: Date): Promise<boolean> {
  const letter = await readLetter(store, slug);
  if (letter?.state !== 'open' || signing(letter, now) !== 'closed') return false;
  const by = { kind: 'schedule', id: 'housekeeping' } as const;
  return (await writeState(store, letter, { state: 'closed', by }, now)) !== undefined;
}
