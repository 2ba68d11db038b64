/** The overview page of a letter. */
import type { FC } from 'hono/jsx';
import { everything } from '../../../shared/ids.ts';
import { closedSince, type Letter, languagesOf, type Signing, signing } from '../../../shared/letter/letter.ts';
import type { LetterWithTexts } from '../../../shared/letter/unchanged-translations.ts';
import { languageName } from '../../../shared/text/language-names.ts';
import { writeDate } from '../../../shared/text/texts.ts';
import type { PageVisit } from '../guard.ts';
import { numberOf, type Task } from '../to-do/task.ts';
import { TaskLink } from '../to-do/task-link.tsx';
import { formatInZone, zoneOf } from '../ui/local-time.ts';
import { formatNumber } from '../ui/number.ts';
import type { Signers } from './affected-signers.ts';
import { Checklist } from './checklist-view.tsx';
import { LastSignatures, Week } from './latest.tsx';
import type { NewsOfWeek } from './news-of-week.ts';
import { StateForms } from './state-forms.tsx';

export interface OverviewProps {
  readonly known: LetterWithTexts;
  readonly signers: Signers;
  readonly visit: PageVisit;
  readonly publicUrl: string;
  readonly now: Date;
  /** Open tasks that this visitor may do. */
  readonly tasks: readonly Task[];
  readonly news: NewsOfWeek | undefined;
  readonly reopenUntil: Date | undefined;
  /** Why something was not done. */
  readonly wrong: string | undefined;
}

export const Overview: FC<OverviewProps> = (props) => {
  const { known, signers, tasks, news, visit, publicUrl, now, reopenUntil, wrong } = props;
  const { letter } = known;
  return (
    <>
      {wrong === undefined ? null : (
        <div class="alert" role="alert">
          <h2>Nothing was changed</h2>
          <p>{wrong}</p>
        </div>
      )}
      <Checklist letter={letter} now={now} />
      {letter.state === 'draft' ? null : <Figures letter={letter} signers={signers} />}
      <div class="two">
        <div>
          {tasks.length > 0 ? (
            <section class="card">
              <h2>To do</h2>
              <ul>
                {tasks.map((task) => (
                  <li>
                    {numberOf(task)} <TaskLink slug={letter.slug} task={task} />
                    {task.detail ? `: ${task.detail}` : null}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          {news ? <Week news={news} zone={zoneOf(letter)} /> : null}
          <section class="card">
            <h2>Details</h2>
            <State letter={letter} now={now} />
            {visit.may('letter.state') ? (
              <StateForms letter={letter} csrf={visit.csrf} now={now} reopenUntil={reopenUntil} />
            ) : null}
          </section>
        </div>
        <div>
          {news ? <LastSignatures letter={letter} latest={news.latest} /> : null}
          <Links letter={letter} publicUrl={publicUrl} />
          {visit.may('letter.write', everything) ? (
            <p>
              <a class="button quiet" href={`/console/letters/${letter.slug}/duplicate`}>
                Copy this letter
              </a>
            </p>
          ) : null}
        </div>
      </div>
    </>
  );
};

const Figures: FC<{ letter: Letter; signers: Signers }> = ({ letter: { settings }, signers }) => {
  const figures: [number, string][] = [
    [signers.total, settings.goal === undefined ? 'counted' : `counted, of ${formatNumber(settings.goal)}`],
    [signers.organisations, signers.organisations === 1 ? 'organisation' : 'organisations'],
    [signers.individuals, signers.individuals === 1 ? 'individual' : 'individuals'],
    ...(signers.offline > 0 ? [[signers.offline, 'on paper, counted separately'] satisfies [number, string]] : []),
    ...(signers.added > 0 ? [[signers.added, 'of these added by the secretariat'] satisfies [number, string]] : []),
  ];
  return (
    <section class="figures" aria-label="Figures">
      {figures.map(([number, label]) => (
        <p class="card figure">
          <b>{formatNumber(number)}</b> {label}
        </p>
      ))}
    </section>
  );
};

const stateNames: Readonly<Record<Signing, string>> = {
  draft: 'Draft',
  paused: 'Signing is paused',
  'not-yet': 'Open, signing has not started',
  open: 'Open',
  closed: 'Closed',
};

const State: FC<{ letter: Letter; now: Date }> = ({ letter, now }) => {
  const { opens, closes } = letter.settings;
  const zone = zoneOf(letter);
  const state = signing(letter, now);
  const closed = closedSince(letter, now);
  const facts: [string, string | undefined][] = [
    ['State', letter.state === 'delivered' ? 'Delivered' : stateNames[state]],
    ['Delivered on', letter.deliveredOn && writeDate(letter.deliveredOn, 'en')],
    ['Signing starts', opens && formatInZone(opens, zone)],
    ['Signing ends', closed ? undefined : closes && formatInZone(closes, zone)],
    ['Closed on', closed && formatInZone(closed.toISOString(), zone)],
    ['Versions', String(letter.versions.length)],
    ['Corrections', letter.corrections.length > 0 ? String(letter.corrections.length) : undefined],
    [
      'Languages',
      languagesOf(letter)
        .map((tag) => languageName(tag) ?? tag)
        .join(', '),
    ],
    ['Last changed', formatInZone(letter.updatedAt, zone)],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) =>
        value === undefined ? null : (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ),
      )}
    </dl>
  );
};

const Links: FC<{ letter: Letter; publicUrl: string }> = ({ letter, publicUrl }) => {
  const address = `${publicUrl}/${letter.slug}`;
  if (letter.state === 'draft') {
    return (
      <section class="card">
        <h2>Public pages</h2>
        <p>
          Once open, the letter will be at <strong>{address}</strong>. Until then nobody else can see it.
        </p>
      </section>
    );
  }
  const pages = [
    ['', 'Letter and form'],
    ['/signatories', 'List of signatures'],
    ['/form', 'Form only'],
    ['/privacy', 'Privacy notice'],
    ['/changes', 'Versions and corrections'],
    ['/badge.svg', 'Badge with the count'],
  ] as const;
  return (
    <section class="card">
      <h2>Public pages</h2>
      <ul>
        {pages.map(([path, label]) => (
          <li>
            <a href={`${address}${path}`}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
};
