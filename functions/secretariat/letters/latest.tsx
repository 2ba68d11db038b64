/** Parts of the overview of a letter: the last week as a curve, and the last signatures. */
import type { Letter } from '../../../shared/letter/letter.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { remembered } from '../../../shared/text/remembered.ts';
import { nameOf, StateMark } from '../ui/components.tsx';
import { zoneOf } from '../ui/local-time.ts';
import { formatNumber } from '../ui/number.ts';
import { Timestamp } from '../ui/timestamp.tsx';
import type { NewsOfWeek } from './news-of-week.ts';

const weekdayIn = remembered((language) => new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }));
/** Size of the drawing, with room for a number above each point and a day below. */
const [width, height, step, edge, top, bottom] = [350, 120, 50, 25, 26, 24] as const;

/** The curve has its numbers as text, so it needs no other description. */
export function Week({ news: { week }, zone }: { news: NewsOfWeek; zone: string }) {
  if (!week) return null;
  const highest = Math.max(1, ...week.days.map(({ number }) => number));
  const points = week.days.map(({ day, number }, place) => ({
    day: weekdayIn('en').format(new Date(day)),
    number,
    x: edge + place * step,
    y: height - bottom - (number / highest) * (height - top - bottom),
  }));
  return (
    <section class="card">
      <h2>Last seven days</h2>
      <svg class="curve" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="week-title">
        <title id="week-title">{`Confirmed signatures: ${points.map(({ day, number }) => `${day} ${number}`).join(', ')}`}</title>
        <polyline points={points.map(({ x, y }) => `${x},${y.toFixed(1)}`).join(' ')} />
        {points.map(({ x, y, day, number }) => (
          <>
            <circle cx={x} cy={y.toFixed(1)} r="3" />
            <text x={x} y={(y - 8).toFixed(1)}>
              {formatNumber(number)}
            </text>
            <text x={x} y={height - 4} class="day">
              {day}
            </text>
          </>
        ))}
      </svg>
      <p class="soft">
        Confirmed signatures, by day in UTC. Last updated: <Timestamp at={week.asOf} zone={zone} />
      </p>
    </section>
  );
}

export function LastSignatures({ letter, latest }: { letter: Letter; latest: readonly SeenRecord[] }) {
  const zone = zoneOf(letter);
  return (
    <section class="card">
      <h2>Last signatures</h2>
      {latest.length === 0 ? <p>Nobody has confirmed a signature yet.</p> : null}
      <ul class="bare">
        {latest.map((record) => (
          <li>
            <a href={`/console/letters/${letter.slug}/signatures/${record.id}`}>
              <bdi>{nameOf(record)}</bdi>
            </a>{' '}
            <StateMark record={record} />{' '}
            <span class="soft">
              <Timestamp at={record.confirmedAt ?? record.submittedAt} zone={zone} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
