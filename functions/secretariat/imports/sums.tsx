/** The totals of a list: every line of its file is in exactly one of them. */
import type { ImportJob } from '../../../shared/jobs/import/job.ts';
import type { AsideKind } from '../../../shared/jobs/import/lines.ts';
import { type Outcome, type SumName, sumsOf, total } from '../../../shared/jobs/import/sums.ts';
import { formatNumber } from '../ui/number.ts';

const outcomeWords = {
  good: 'can be imported',
  faulty: 'cannot be imported',
  twice: 'is in the list twice',
  duplicate: 'has already signed or been asked',
  imported: 'was imported',
  already: 'was already imported',
} as const satisfies Record<Outcome, string>;

export const notReadWords = {
  header: 'has the column names',
  title: 'is above the column names',
  blank: 'is empty',
  comment: 'is a comment that begins with #',
  separator: 'sets the column separator (sep=)',
  hidden: 'is hidden in the spreadsheet and left out',
} as const satisfies Record<AsideKind, string>;

const words: Readonly<Record<SumName, string>> = { ...outcomeWords, ...notReadWords, unchecked: 'not checked yet' };

/** @returns the meaning of an outcome for a line */
export const outcomeInWords = (outcome: Outcome) => outcomeWords[outcome];

export function Sums({ job }: { job: ImportJob }) {
  const sums = sumsOf(job);
  const lines = total(sums.map(([, sum]) => sum));
  return (
    <>
      <p>{lines === 1 ? 'The file has 1 line.' : `The file has ${formatNumber(lines)} lines. Each is counted once:`}</p>
      <ul>
        {sums.map(([name, sum]) => (
          <li>{`${formatNumber(sum)}: ${words[name]}`}</li>
        ))}
      </ul>
    </>
  );
}
