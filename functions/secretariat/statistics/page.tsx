/** Charts of a letter, each with its table, its file and its time. */
import type { Context } from 'hono';
import type { Letter } from '../../../shared/letter/letter.ts';
import { direction } from '../../../shared/text/language.ts';
import type { PageVisit } from '../guard.ts';
import { Csrf, showPage } from '../ui/layout.tsx';
import { shortDay, zoneOf } from '../ui/local-time.ts';
import { formatNumber } from '../ui/number.ts';
import { Table } from '../ui/table.tsx';
import { Timestamp } from '../ui/timestamp.tsx';
import type { Picture } from './charts/options.ts';
import type { Figure } from './figures.ts';
import type { Figures } from './read-figures.ts';

interface Shown {
  readonly visit: PageVisit;
  readonly letter: Letter;
  readonly found: Figures | undefined;
  /** A new snapshot that is being counted. */
  readonly underWay: { readonly asOf: string; readonly rows: number } | undefined;
}

export function figuresPage(c: Context, { visit, letter, found, underWay }: Shown): Promise<Response> {
  const base = `/console/letters/${letter.slug}/figures`;
  const snapshot = found?.figures.find(({ id }) => id === 'countries');
  return showPage(c, 200, {
    title: 'Figures',
    visit,
    letter,
    body: (
      <>
        <form method="post" action={base} class="card">
          <Csrf token={visit.csrf} />
          <p>
            {snapshot ? (
              <>
                Last updated <Timestamp at={snapshot.asOf} zone={zoneOf(letter)} />. Updated every 15 minutes while
                people sign.
              </>
            ) : (
              'No breakdown yet. It appears with the first signatures.'
            )}
          </p>
          {underWay ? (
            <p class="soft">
              Updating: {formatNumber(underWay.rows)} signatures counted so far. Reload the page in a minute.
            </p>
          ) : null}
          <button type="submit" class="quiet">
            Update now
          </button>
        </form>
        {found ? <Press press={found.press} /> : null}
        {found?.figures.map((figure) => (
          <FigureCard figure={figure} base={base} zone={zoneOf(letter)} />
        ))}
      </>
    ),
  });
}

function Press({ press }: Pick<Figures, 'press'>) {
  return (
    <section class="card">
      <h2>Press line</h2>
      <p class="soft">One sentence with the current count, in every language of the letter.</p>
      {press.map(({ language, line }) => (
        <div class="snippet">
          <p id={`press-${language}`} lang={language} dir={direction(language)} data-copy="">
            {line}
          </p>
        </div>
      ))}
    </section>
  );
}

/** Bars beside the map, on which the smallest countries cannot be seen. */
const picturesOf = ({ id }: Figure): readonly Picture[] => (id === 'countries' ? ['map', 'countries'] : [id]);

function FigureCard({ figure, base, zone }: { figure: Figure; base: string; zone: string }) {
  const { id, title, note, asOf, columns, rows } = figure;
  return (
    <section class="card" id={id}>
      <h2>{title}</h2>
      {rows.length === 0 ? <p>Nothing to show yet.</p> : null}
      {rows.length > 0
        ? picturesOf(figure).map((picture) => <Chart picture={picture} title={title} base={base} />)
        : null}
      <p class="soft">
        {firstSentence(note)} As of <Timestamp at={asOf} zone={zone} />.
      </p>
      {note === firstSentence(note) ? null : (
        <details>
          <summary>
            How this is counted<span class="away">: {title}</span>
          </summary>
          <p class="soft">{note}</p>
        </details>
      )}
      {rows.length > 0 ? (
        <details>
          <summary>
            Table<span class="away">: {title}</span>
          </summary>
          <Table
            label={`Table: ${title}`}
            columns={columns.map((column, index) => (index > 0 ? { number: column || 'Figure' } : column || 'Figure'))}
            plain
            stacks
          >
            {rows.map(([name, ...cells]) => (
              <tr>
                <th scope="row">
                  <bdi>{id === 'over-time' ? shortDay(name) : name}</bdi>
                </th>
                {cells.map((cell, index) => (
                  <td class="number" data-label={columns[index + 1] || 'Figure'}>
                    {typeof cell === 'number' ? formatNumber(cell) : cell}
                  </td>
                ))}
              </tr>
            ))}
          </Table>
        </details>
      ) : null}
      <p>
        <a class="button quiet" href={`${base}/${id}/table.csv`} aria-label={`Download CSV: ${title}`}>
          Download CSV
        </a>
      </p>
    </section>
  );
}

/** One line under the chart; the rest is a click away. */
const firstSentence = (note: string) => /^.*?\.(?= |$)/.exec(note)?.[0] ?? note;

/** Matches the page: light or dark, wide or narrow. */
function Chart({ picture, title, base }: { picture: Picture; title: string; base: string }) {
  const at = (theme: string, size: string) => `${base}/${picture}/picture.svg?theme=${theme}&size=${size}`;
  const narrow = '(max-width: 48rem)';
  const dark = '(prefers-color-scheme: dark)';
  const alt = `${title}${picture === 'map' ? ', as a map' : ''}. The numbers are in the table below.`;
  return (
    <picture>
      <source media={`${dark} and ${narrow}`} srcset={at('dark', 'small')} />
      <source media={dark} srcset={at('dark', 'large')} />
      <source media={narrow} srcset={at('light', 'small')} />
      <img class="chart" src={at('light', 'large')} alt={alt} loading="lazy" />
    </picture>
  );
}
