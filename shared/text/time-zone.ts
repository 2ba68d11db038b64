/** Time zones by their names in the IANA database (https://www.iana.org/time-zones). */
import * as z from 'zod';

/** `Europe/Berlin`, `UTC`; not an offset, which would be wrong after the next clock change. */
export const timeZone = z
  .string()
  .max(60)
  .refine((name) => /^[A-Za-z]/.test(name) && isKnown(name), 'choose a time zone, such as Europe/Berlin');

function isKnown(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false; // RangeError: no such zone
  }
}
