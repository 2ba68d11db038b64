/** A letter's settings as the fields of a form, and back. */
import { type Letter, type LetterSettings, letterSettings } from '../../../shared/letter/letter.ts';
import { colourFault } from '../../../shared/letter/tints.ts';
import { timeZone } from '../../../shared/text/time-zone.ts';
import type { Form } from '../form.ts';
import type { Filled } from '../ui/field.tsx';
import { toLocalInput, toUtc, usualZone } from '../ui/local-time.ts';
import { fieldsOfNextStep, nextStepIn } from '../ui/next-step-fields.tsx';
import { errorsOf, type ReadFields } from './text-fields.ts';

export const settingsFields = {
  accepts: 'Who may sign',
  goal: 'Goal',
  timeZone: 'Time zone',
  opens: 'Signing starts',
  closes: 'Signing ends',
  publishedFrom: 'Which organisations appear without your approval?',
  individualsPublishedFrom: 'Which individuals appear without your approval?',
  confirmWithinDays: 'Days to confirm',
  keepDays: 'Days after closing',
  noAnswerAfterDays: 'Days until the page says that nobody answered',
  nameOrder: 'Order of the names',
  unlisted: 'On the home page',
  replyTo: 'Replies go to',
  colour: 'Colour',
  asksFollowUp: 'Ask signers whether you may ask them about a new letter',
  follows: 'Letter that this one follows',
  'next.address': 'Page after signing',
  'privacy.controller': 'Controller',
  'privacy.contact': 'Contact',
  'privacy.purpose': 'Purpose',
  'privacy.recipients': 'Recipients',
  'privacy.retention': 'Retention',
} as const satisfies Record<string, string>;

/** @returns the settings as form fields; times are in the letter's time zone */
export function fieldsOfSettings(settings: LetterSettings): Record<string, string> {
  const { accepts, privacy, next, asksFollowUp, opens, closes, timeZone: zone = usualZone, ...rest } = settings;
  const fields = {
    ...rest,
    timeZone: zone,
    accepts: accepts.length > 1 ? 'both' : accepts[0],
    opens: opens && toLocalInput(opens, zone),
    closes: closes && toLocalInput(closes, zone),
    ...fieldsOfNextStep(next),
    asksFollowUp: asksFollowUp ? 'yes' : 'no',
    ...Object.fromEntries(Object.entries(privacy ?? {}).map(([name, value]) => [`privacy.${name}`, value])),
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

/**
 * Times that were not changed keep their seconds. A time in the past is refused, unless it was stored before and the
 * letter is no draft: then it is history.
 *
 * @returns the settings, or the errors by field
 */
export async function readSettings(
  { fields }: Form,
  { settings: before, state }: Pick<Letter, 'settings' | 'state'>,
  now: Date,
): Promise<ReadFields<LetterSettings>> {
  const zone = timeZone.safeParse(fields['timeZone'] ?? usualZone);
  const errors = new Map<string, string>();
  if (!zone.success) errors.set('timeZone', 'Time zone: choose one from the list, such as Europe/Berlin');
  const times = await Promise.all(
    (['opens', 'closes'] as const).map(async (name) => {
      const typed = fields[name];
      if (typed === undefined || !zone.success) return [name, undefined] as const;
      const kept = before[name];
      const isKept = kept !== undefined && toLocalInput(kept, zone.data) === typed;
      if (isKept && (state !== 'draft' || new Date(kept) > now)) return [name, kept] as const;
      const read = await toUtc(typed, zone.data);
      if (!read.ok) errors.set(name, `${settingsFields[name]}: ${read.why}`);
      else if (new Date(read.at) <= now) errors.set(name, `${settingsFields[name]}: ${inThePast[name]}`);
      return [name, read.ok ? read.at : undefined] as const;
    }),
  );
  const read = letterSettings.safeParse({
    ...Object.fromEntries(times),
    accepts: acceptsOf(fields['accepts']),
    goal: numberIn(fields['goal']),
    publishedFrom: fields['publishedFrom'],
    individualsPublishedFrom: fields['individualsPublishedFrom'],
    confirmWithinDays: numberIn(fields['confirmWithinDays']),
    keepDays: numberIn(fields['keepDays']),
    noAnswerAfterDays: numberIn(fields['noAnswerAfterDays']),
    nameOrder: fields['nameOrder'],
    unlisted: fields['unlisted'] === undefined ? undefined : fields['unlisted'] === 'true',
    replyTo: fields['replyTo'],
    colour: fields['colour'],
    next: nextStepIn(fields),
    asksFollowUp: fields['asksFollowUp'] === 'yes' ? true : undefined,
    follows: fields['follows']?.trim(),
    timeZone: zone.data,
    privacy: privacyIn(fields),
  });
  if (!read.success) for (const [name, why] of errorsOf(read.error, settingsFields)) errors.set(name, why);
  const fault = read.data?.colour === undefined ? undefined : colourFault(read.data.colour);
  if (fault) errors.set('colour', `Colour: ${fault}`);
  const { opens, closes } = read.data ?? {};
  if (opens && closes && !errors.has('closes') && new Date(opens) >= new Date(closes)) {
    errors.set('closes', 'Signing ends: must be later than the start');
  }
  return read.success && errors.size === 0 ? { ok: true, content: read.data } : { ok: false, errors };
}

const inThePast = {
  opens: 'is in the past. Leave it empty to start when you open the letter',
  closes: 'is in the past. Choose a later time, or close the letter on its overview',
} as const;

const acceptsOf = (typed: string | undefined) => (typed === 'both' ? ['organisation', 'individual'] : [typed]);

/** A value that is not a number becomes NaN, which the schema refuses. */
const numberIn = (typed: string | undefined) => (typed === undefined ? undefined : Number(typed.trim()));

function privacyIn(fields: Filled['values']) {
  const names = ['controller', 'contact', 'purpose', 'recipients', 'retention'] as const;
  const given = names.flatMap((name) => {
    const value = fields[`privacy.${name}`];
    return value === undefined ? [] : [[name, value] as const];
  });
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
