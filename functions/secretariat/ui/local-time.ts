/** Times as typed and shown in a time zone. Stored in UTC. */
import type { Temporal } from 'temporal-polyfill';
import type { Letter } from '../../../shared/letter/letter.ts';
import { remembered } from '../../../shared/text/remembered.ts';

export type UtcResult = { ok: true; at: string } | { ok: false; why: string };

/**
 * @param local `2026-11-20T09:00`, as `<input type="datetime-local">` sends it
 * @param timeZone IANA name
 * @returns the moment in UTC, or why there is none: clocks there skip that time, or show it twice
 */
export async function toUtc(local: string, timeZone: string): Promise<UtcResult> {
  const { Temporal } = await import('temporal-polyfill');
  let typed: Temporal.PlainDateTime;
  try {
    typed = Temporal.PlainDateTime.from(local);
  } catch {
    return { ok: false, why: 'is not a day and a time' };
  }
  try {
    const zoned = typed.toZonedDateTime(timeZone, { disambiguation: 'reject' });
    return { ok: true, at: new Date(zoned.epochMilliseconds).toISOString() };
  } catch {
    return { ok: false, why: `clocks change at that time in ${timeZone}: choose another hour` };
  }
}

/** @returns the moment as a value for `<input type="datetime-local">`, to the minute */
export function toLocalInput(at: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(new Date(at)).replace(' ', 'T');
}

/** The zone of a letter that has none of its own. */
export const usualZone = 'UTC';

/** @returns the time zone in which people read the times of a letter */
export const zoneOf = ({ settings }: Pick<Letter, 'settings'>): string => settings.timeZone ?? usualZone;

const formatter = (month: 'long' | 'short') =>
  remembered(
    (timeZone) =>
      new Intl.DateTimeFormat('en-GB', {
        timeZone,
        day: 'numeric',
        month,
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZoneName: 'short',
      }),
  );
const [long, short] = [formatter('long'), formatter('short')];

/** @returns the moment in a sentence, with the zone's abbreviation: `20 November 2026 at 09:00 CET` */
export function formatInZone(at: string, timeZone: string): string {
  return long(timeZone).format(new Date(at));
}

/** @returns the moment in a table or list: `20 Nov 2026, 09:00 CET` */
export function shortInZone(at: string, timeZone: string): string {
  return short(timeZone).format(new Date(at));
}

const day = remembered((timeZone) => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone }));

/** @returns the day without its year: `2026-11-20` becomes `20 Nov` */
export const shortDay = (date: string): string => day('UTC').format(new Date(date));
