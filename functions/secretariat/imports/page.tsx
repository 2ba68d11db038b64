/** One import: how the file was read, the meaning of its columns, the findings in its lines, its progress. */
import type { Context } from 'hono';
import { Csrf, showPage } from '../ui/layout.tsx';
import { formatNumber } from '../ui/number.ts';
import { CountriesForm } from './countries.tsx';
import { ImportLines } from './lines.tsx';
import { stateWords } from './list-page.tsx';
import { MappingForm } from './mapping.tsx';
import { ReadingForm } from './reading.tsx';
import type { ShownImport } from './shown.ts';
import { Sums } from './sums.tsx';

export function importPage(c: Context, status: 200 | 409 | 422, shown: ShownImport): Promise<Response> {
  const { visit, letter, job, wrong } = shown;
  const base = `/console/letters/${letter.slug}/import/${job.sk}`;
  const isOpen = job.state === 'mapping' || job.state === 'checked';
  return showPage(c, status, {
    title: 'Import a list',
    visit,
    letter,
    body: (
      <>
        {wrong ? (
          <div class="alert" role="alert">
            <p>{wrong}</p>
          </div>
        ) : null}
        <ImportStatus {...shown} base={base} />
        {job.state === 'checked' ? <CountriesForm csrf={visit.csrf} job={job} base={base} /> : null}
        {isOpen ? <ReadingForm {...shown} base={base} /> : null}
        {isOpen ? <MappingForm {...shown} base={base} /> : null}
        <ImportLines {...shown} base={base} />
      </>
    ),
  });
}

/** Progress of the import, all its totals, and the next possible actions. */
function ImportStatus({ visit, job, base }: ShownImport & { base: string }) {
  const isWorking = job.state === 'checking' || job.state === 'importing';
  const isOver = job.state === 'done' || job.state === 'cancelled';
  const good = job.sums.good ?? 0;
  const percent = isWorking ? `: ${Math.round((100 * job.next) / job.parts)}%` : '';
  return (
    <div class="note">
      <p>
        {`The list is ${stateWords[job.state]}${percent}.`}
        {job.state === 'mapping' || job.state === 'checked' ? ' Nobody has been imported or emailed yet.' : ''}
      </p>
      <Sums job={job} />
      {isWorking ? (
        <PostButton csrf={visit.csrf} action={`${base}/step`} label="Continue and show progress" advances />
      ) : null}
      {job.state === 'checked' && good > 0 ? (
        <PostButton csrf={visit.csrf} action={`${base}/start`} label={startLabel(good, job.settings?.mode)} />
      ) : null}
      {job.state === 'checked' && good === 0 ? (
        <p>No line can be imported. The table below says why for each line.</p>
      ) : null}
      {isOver ? null : <PostButton csrf={visit.csrf} action={`${base}/cancel`} label="Discard" grave />}
    </div>
  );
}

function startLabel(good: number, mode: 'mail' | 'paper' | 'added' | undefined): string {
  const some = formatNumber(good);
  if (mode === 'paper') return `Import ${some} collected on paper`;
  if (mode === 'added') return `Add ${some} to the list`;
  return good === 1 ? 'Import 1 and send an email to confirm' : `Import ${some} and email each of them to confirm`;
}

function PostButton(props: { csrf: string; action: string; label: string; grave?: boolean; advances?: boolean }) {
  return (
    <form method="post" action={props.action} data-advance={props.advances ? '' : undefined}>
      <Csrf token={props.csrf} />
      <p>
        <button type="submit" class={props.grave ? 'grave' : undefined}>
          {props.label}
        </button>
      </p>
    </form>
  );
}
