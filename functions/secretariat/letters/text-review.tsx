/**
 * The page shown before a public text is changed: the differences, how many signers they affect, and the kind of
 * change.
 */
import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { currentVersion, type Letter } from '../../../shared/letter/letter.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { LetterWithTexts } from '../../../shared/letter/unchanged-translations.ts';
import type { ConsoleContext } from '../context.ts';
import type { PageVisit } from '../guard.ts';
import { Choice, ErrorSummary, Field, type Filled, Hidden } from '../ui/field.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import { formatInZone, zoneOf } from '../ui/local-time.ts';
import { amount, formatNumber } from '../ui/number.ts';
import { readSigners, type Signers } from './affected-signers.ts';
import { differences } from './text-diff.ts';
import { Differences } from './text-diff-view.tsx';
import { textFields } from './text-fields.ts';
import { TranslationsTogether } from './translations-together.tsx';

export interface Review {
  readonly api: ConsoleContext;
  readonly known: LetterWithTexts;
  /** In the changed language. */
  readonly old: LetterText;
  readonly text: LetterText;
  /** Path below the letter's address. */
  readonly part: string;
  readonly values: Readonly<Record<string, string>>;
  /** Whether signed words change, so that the user has to choose the kind of change. */
  readonly asks: boolean;
  /** Why it cannot be a new version; undefined when it can. */
  readonly onlyCorrection?: string | undefined;
  /** By field. */
  readonly errors: Filled['errors'];
}

export async function reviewPage(c: Context, visit: PageVisit, review: Review): Promise<Response> {
  const { api, known, old, text, part, values, errors } = review;
  const { letter } = known;
  const [found, signers] = await Promise.all([differences(old, text), readSigners(api.store, letter)]);
  const carried = Object.fromEntries(Object.keys(textFields).map((name) => [name, values[name]]));
  return showPage(c, errors.size === 0 ? 200 : 422, {
    title: 'Review changes',
    visit,
    letter,
    body: (
      <>
        <ErrorSummary errors={errors} />
        <p>Nothing is saved yet.</p>
        <section class="card">
          <h2>Changes</h2>
          <p class="soft">
            <ins>Added</ins> and <del>removed</del> words.
          </p>
          <Differences found={found} language={text.language} />
        </section>
        <Affected signers={signers} letter={letter} />
        <form method="post" action={`/console/letters/${letter.slug}/${part}`} class="card">
          <Csrf token={visit.csrf} />
          <input type="hidden" name="revision" value={values['revision'] ?? letter.revision} />
          <Hidden values={carried} />
          {review.asks ? (
            <Kinds {...review} signers={signers} />
          ) : (
            <p>The signed text does not change, so the version stays the same.</p>
          )}
          {review.asks && review.onlyCorrection === undefined ? (
            <TranslationsTogether known={known} form={{ values, errors }} />
          ) : null}
          <p class="actions">
            <button type="submit" name="do" value="save">
              Save
            </button>
            <button class="quiet" type="submit" name="do" value="edit">
              Continue editing
            </button>
          </p>
        </form>
      </>
    ),
  });
}

const Kinds: FC<Review & { signers: Signers }> = ({ values, onlyCorrection, signers, errors }) => (
  <fieldset id="kind">
    <legend>What kind of change is it?</legend>
    {onlyCorrection === undefined ? (
      <Choice type="radio" name="kind" value="new-version" checked={values['kind'] === 'new-version'}>
        <strong>A new version.</strong> The meaning changed.{' '}
        {amount(signers.total, 'counted signature stays', 'counted signatures stay')} with the version that was signed.
        Each signer gets one email that asks whether they agree with this one.
      </Choice>
    ) : (
      <p>{onlyCorrection}</p>
    )}
    <Choice
      type="radio"
      name="kind"
      value="correction"
      checked={values['kind'] === 'correction' || onlyCorrection !== undefined}
    >
      <strong>A correction.</strong> A spelling or other small mistake. Existing signatures stay valid, nobody gets an
      email, and the letter’s page says what was corrected.
    </Choice>
    <Field
      name="why"
      label="What was corrected"
      hint="For a correction only, and shown in public. For example: the name of the river"
      form={{ values, errors }}
    />
  </fieldset>
);

const Affected: FC<{ signers: Signers; letter: Letter }> = ({ signers, letter }) => {
  const zone = zoneOf(letter);
  const current = currentVersion(letter).id;
  return (
    <section class="card">
      <h2>Who is affected</h2>
      <p class="figure">
        <b>{formatNumber(signers.total)}</b> counted now:{' '}
        {amount(signers.organisations, 'organisation', 'organisations')},{' '}
        {amount(signers.individuals, 'individual', 'individuals')}
        {signers.offline > 0 ? `, and ${formatNumber(signers.offline)} on paper` : ''}
      </p>
      {letter.versions.length > 1 && signers.byVersion.length > 0 ? (
        <table>
          <caption>
            Which version they signed{signers.asOf ? `, as of ${formatInZone(signers.asOf, zone)}` : ''}
          </caption>
          <thead>
            <tr>
              <th scope="col">Version of</th>
              <th scope="col" class="number">
                Signers
              </th>
            </tr>
          </thead>
          <tbody>
            {signers.byVersion.map(({ id, at, signers: number }) => (
              <tr>
                <th scope="row">
                  {formatInZone(at, zone)}
                  {id === current ? ' (current)' : ''}
                </th>
                <td class="number">{formatNumber(number)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {letter.versions.length > 1 && signers.byVersion.length === 0 ? (
        <p class="soft">The numbers by version appear within a quarter of an hour.</p>
      ) : null}
      <p class="soft">Unconfirmed signatures are not included.</p>
    </section>
  );
};
