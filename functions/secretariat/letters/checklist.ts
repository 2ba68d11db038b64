/** The steps from a new draft to an open letter. */
import { type Actor, auditPut } from '../../../shared/audit/audit.ts';
import { currentVersion, type Letter } from '../../../shared/letter/letter.ts';
import { writeLetter } from '../../../shared/letter/write-letter.ts';
import type { Store } from '../../../shared/platform/store/store.ts';

export interface Step {
  readonly name: string;
  /** The part of the letter's pages where it is done. */
  readonly part: string;
  /** The remaining work; undefined when the step is done. */
  readonly left: string | undefined;
}

/** @returns the steps of a draft, in order. The letter can be opened when all are done. */
export function stepsOf(letter: Letter, now: Date): readonly Step[] {
  const { settings, checked = {} } = letter;
  const isPast = settings.closes !== undefined && new Date(settings.closes) <= now;
  return [
    { name: 'Text', part: 'text', left: undefined },
    {
      name: 'Who may sign',
      part: 'settings#signing',
      left: isPast
        ? 'Change the closing date: it is in the past.'
        : checked.signers === undefined
          ? 'Check who may sign and until when, then save.'
          : undefined,
    },
    {
      name: 'Privacy',
      part: 'settings#privacy',
      left: settings.privacy
        ? undefined
        : 'Add a controller and a contact to the privacy notice. You need them to open the letter.',
    },
    {
      name: 'Preview',
      part: 'preview',
      left:
        checked.preview === currentVersion(letter).id
          ? undefined
          : 'Read the letter as it will appear, and confirm it.',
    },
  ];
}

/** @returns why a draft cannot be opened yet, in one sentence; undefined when it can */
export function whyNotOpen(letter: Letter, now: Date): string | undefined {
  const left = stepsOf(letter, now).flatMap((step) => (step.left === undefined ? [] : [step.left]));
  return left.length === 0 ? undefined : left.join(' ');
}

/**
 * Notes that a step was looked at. One transaction, with a line in the audit trail.
 *
 * @returns false when the letter changed since it was read
 */
export async function markChecked(
  store: Store,
  letter: Letter,
  step: 'signers' | 'preview',
  by: Actor,
  now: Date,
): Promise<boolean> {
  const at = now.toISOString();
  const done = step === 'signers' ? { signers: at } : { preview: currentVersion(letter).id };
  const next: Letter = {
    ...letter,
    checked: { ...letter.checked, ...done },
    revision: letter.revision + 1,
    updatedAt: at,
  };
  const line = auditPut(store, { by, did: 'letter.saved', scope: letter.slug, fields: [`checked.${step}`] }, now);
  return writeLetter(store, next, [], [], [line]);
}
