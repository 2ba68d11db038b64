/** A time for people, in the time zone of the letter. Pages about all letters use UTC, so that two members read the same. */
import { shortInZone, usualZone } from './local-time.ts';

export function Timestamp({ at, zone = usualZone }: { at: string; zone?: string }) {
  return <time datetime={at}>{shortInZone(at, zone)}</time>;
}
