/** The figures of a letter as tables, with their meaning and time. Pure, so pages, files and the API show the same. */
import type { Count } from '../../../shared/count/count.ts';
import type { Day } from '../../../shared/count/daily-submissions.ts';
import { countryName } from '../../../shared/organisation/country.ts';
import { notGiven, others } from '../../../shared/statistics/breakdown.ts';
import type { Snapshot } from '../../../shared/statistics/snapshot.ts';
import { remembered } from '../../../shared/text/remembered.ts';

export const figureIds = ['over-time', 'funnel', 'countries', 'partners', 'languages', 'goal'] as const;
export type FigureId = (typeof figureIds)[number];

export interface Figure {
  readonly id: FigureId;
  readonly title: string;
  /** Explains what the numbers mean, and what they do not. */
  readonly note: string;
  readonly asOf: string;
  readonly columns: readonly string[];
  /** The first cell names the line. */
  readonly rows: readonly (readonly [string, ...(string | number)[]])[];
  /** Code for each line where it differs from the name: that of a country or language. */
  readonly codes?: readonly string[];
}

export interface FiguresInput {
  readonly count: Count;
  readonly snapshot: Snapshot;
  readonly days: readonly Day[];
  readonly now: Date;
  /** Names of partners, by id. */
  readonly partners: ReadonlyMap<string, string>;
}

/** @returns every figure. They match the count if nobody has signed since the snapshot */
export function figuresOf(input: FiguresInput): Figure[] {
  return [overTime(input), funnel(input), ...shares(input), goal(input)];
}

const day = 24 * 3600 * 1000;

function overTime({ snapshot, days }: FiguresInput): Figure {
  const { confirmedDay, publishedDay } = snapshot.by;
  const mails = new Map(days.map((one) => [one.day, one]));
  const known = [...mails.keys(), ...Object.keys(confirmedDay), ...Object.keys(publishedDay)].sort();
  const rows: Figure['rows'][number][] = [];
  const [first, last] = [known[0], known.at(-1)];
  if (first !== undefined && last !== undefined) {
    for (let at = Date.parse(first); at <= Date.parse(last); at += day) {
      const date = new Date(at).toISOString().slice(0, 10);
      const { mailed = 0, held = 0 } = mails.get(date) ?? {};
      rows.push([date, mailed + held, mailed, confirmedDay[date] ?? 0, publishedDay[date] ?? 0]);
    }
  }
  return {
    id: 'over-time',
    title: 'Signatures over time',
    note: 'Days are in UTC. Submitted: forms sent. Mailed: forms for which we sent the email to confirm; the others are held as likely spam. Confirmed and published: by the day of the confirmation, without those withdrawn since. Forms of the last minutes may be missing.',
    asOf: snapshot.asOf,
    columns: ['Day', 'Submitted', 'Mailed', 'Confirmed', 'Published'],
    rows,
  };
}

function funnel({ snapshot, days }: FiguresInput): Figure {
  const { standing } = snapshot.by;
  const at = (...names: string[]) => names.reduce((sum, name) => sum + (standing[name] ?? 0), 0);
  const mailed = days.reduce((sum, one) => sum + one.mailed, 0);
  const held = days.reduce((sum, one) => sum + one.held, 0);
  const steps: [string, number][] = [
    ['Submitted', mailed + held],
    ['Mailed', mailed],
    ['Confirmed', at('published', 'withheld', 'waiting', 'aside')],
    ['Counted', at('published', 'withheld')],
    ['Published', at('published')],
  ];
  const share = (number: number) => (mailed + held === 0 ? '' : percent(number / (mailed + held)));
  return {
    id: 'funnel',
    title: 'From submitted to published',
    note: 'Submitted: forms sent. Mailed: forms for which we sent the email to confirm; the others are held as likely spam. Confirmed: without those withdrawn since. Counted: confirmed, approved and not a duplicate. Published: counted and shown by name. Signatures on paper are not included.',
    asOf: snapshot.asOf,
    columns: ['Step', 'Signatures', 'Of those submitted'],
    rows: steps.map(([name, number]) => [name, number, share(number)]),
  };
}

function shares({ snapshot, partners }: FiguresInput): Figure[] {
  const { by, total, asOf } = snapshot;
  const table = (numbers: Readonly<Record<string, number>>, nameOf: (code: string) => string, none = 'Not given') => {
    const sorted = Object.entries(numbers).toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    return {
      asOf,
      rows: sorted.map(([code, number]): Figure['rows'][number] => [
        code === notGiven ? none : code === others ? 'All others' : nameOf(code),
        number,
        percent(total === 0 ? 0 : number / total),
      ]),
      codes: sorted.map(([code]) => code),
    };
  };
  const counted = 'All counted signatures, including withheld names, without those on paper.';
  const last = ['Signatures', 'Share'];
  return [
    {
      id: 'countries',
      title: 'By country',
      note: counted,
      columns: ['Country', ...last],
      ...table(by.country, (code) => countryName(code, 'en')),
    },
    {
      id: 'partners',
      title: 'By partner',
      note: counted,
      columns: ['Partner', ...last],
      ...table(by.partner, (code) => partners.get(code) ?? code, 'This letter’s own page'),
    },
    {
      id: 'languages',
      title: 'By language',
      note: counted,
      columns: ['Language', ...last],
      ...table(by.language, languageName),
    },
  ];
}

function goal({ count, now }: FiguresInput): Figure {
  const total = count.organisations + count.individuals;
  return {
    id: 'goal',
    title: 'Progress towards the goal',
    note: 'The current count. Signatures on paper are counted separately.',
    asOf: now.toISOString(),
    columns: ['', 'Signatures', 'Of the goal'],
    rows: [
      ['Counted', total, count.goal === undefined ? '' : percent(total / count.goal)],
      ['On paper', count.offline, ''],
      ['Added by the secretariat', count.added, ''],
      ['Goal', count.goal ?? 'none', ''],
    ],
  };
}

const percentageIn = remembered(
  (language) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }),
);
const percent = (share: number) => percentageIn('en').format(share);

const languagesIn = remembered((language) => new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }));

/** Signers may send any tag; an invalid one is shown unchanged. */
function languageName(tag: string): string {
  try {
    return languagesIn('en').of(tag) ?? tag;
  } catch {
    return tag;
  }
}
