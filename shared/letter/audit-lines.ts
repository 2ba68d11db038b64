/** Audit entries for changes to a letter: the action and the fields that changed, never their values. */
import { isDeepStrictEqual } from 'node:util';
import type { Actor, AuditAction, Happened, States } from '../audit/audit.ts';
import type { ImportPlan } from './import.ts';
import { currentVersion, type Letter } from './letter.ts';
import type { LetterWithTexts } from './unchanged-translations.ts';

type Written = Extract<ImportPlan, { texts: unknown }>;

const auditActionOf = {
  created: 'letter.created',
  rewritten: 'letter.saved',
  'new-version': 'letter.new-version',
  corrected: 'letter.corrected',
  updated: 'letter.saved',
} as const satisfies Record<Written['outcome'], AuditAction>;

/** @returns the entries for a plan that is being written: two when it also opens the letter */
export function auditLinesOf(before: LetterWithTexts | undefined, plan: Written, by: Actor): Happened[] {
  const { letter } = plan;
  const fields = before ? changedFields(before, plan) : [];
  const saved: Happened = {
    by,
    did: auditActionOf[plan.outcome],
    scope: letter.slug,
    ...(fields.length > 0 ? { fields } : {}),
    ...(before ? { before: statesOf(before.letter) } : {}),
    after: { ...statesOf(letter), versions: letter.versions.length },
  };
  if (letter.state !== 'open' || before?.letter.state === 'open') return [saved];
  return [saved, stateAuditLine(before?.letter.state ?? 'draft', letter, by)];
}

/** Includes the policy: it decided about each signature on confirmation, without anybody acting. */
function statesOf(letter: Letter): States {
  const { publishedFrom, individualsPublishedFrom } = letter.settings;
  return { version: currentVersion(letter).id, publishedFrom, individualsPublishedFrom };
}

/** @returns the entry for a letter that changed its state */
export function stateAuditLine(before: Letter['state'], { slug, state }: Letter, by: Actor): Happened {
  const did = state === 'open' ? 'letter.opened' : state === 'delivered' ? 'letter.delivered' : 'letter.closed';
  return { by, did, scope: slug, before: { state: before }, after: { state } };
}

function changedFields({ letter, texts }: LetterWithTexts, plan: Written): string[] {
  return [
    ...differing(letter.settings, plan.letter.settings, 'settings.'),
    ...(isDeepStrictEqual(letter.ownTexts, plan.letter.ownTexts) ? [] : ['texts']),
    ...plan.texts.flatMap((text) => differing(texts.get(text.language) ?? {}, text, `${text.language}.`)),
    ...differing(currentVersion(letter).older ?? {}, currentVersion(plan.letter).older ?? {}, 'kept-translation.'),
  ];
}

/** Fields that are undefined count as absent. */
function differing(before: object, after: object, prefix: string): string[] {
  const [old, young] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const names = [...new Set([...old.keys(), ...young.keys()])].sort();
  return names.filter((name) => !same(old.get(name), young.get(name))).map((name) => `${prefix}${name}`);
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
