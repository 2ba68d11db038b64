/** Times as typed and shown in a time zone. Stored in UTC. */
import type { Temporal } from 'temporal-polyfill';

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

/** @returns the moment for people, with the zone's abbreviation: `20 November 2026, 09:00 CET` */
export function formatInZone(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(at));
}
