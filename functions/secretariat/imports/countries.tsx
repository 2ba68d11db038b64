/** Unrecognised country names; each is assigned once for all of its lines. */
import type { ImportJob } from '../../../shared/jobs/import/job.ts';
import { countriesIn, countryName } from '../../../shared/organisation/country.ts';
import { Csrf } from '../ui/layout.tsx';
import { amount } from '../ui/number.ts';

export function CountriesForm({ csrf, job, base }: { csrf: string; job: ImportJob; base: string }) {
  const unknown = job.unknownCountries;
  const chosen = Object.entries(job.settings?.countries ?? {});
  if (unknown.length === 0 && chosen.length === 0) return null;
  return (
    <form method="post" action={`${base}/countries`} class="card">
      <Csrf token={csrf} />
      <h2>Unknown countries</h2>
      <p>
        We do not recognise these countries, or there is more than one with the name. Enter the name or code, such as
        Kazakhstan or KZ. Leave it empty if you do not know.
      </p>
      <datalist id="countries">
        {countriesIn('en').map(([, name]) => (
          <option value={name} />
        ))}
      </datalist>
      {unknown.map(({ key, name, lines, options }, index) => (
        <Country
          id={`country-${index}`}
          country={key}
          label={`${name} (${amount(lines, 'line', 'lines')})`}
          hint={
            options.length > 0 ? `One of: ${options.map((code) => countryName(code, 'en')).join(', ')}.` : undefined
          }
        />
      ))}
      {chosen.map(([key, code], index) => (
        <Country
          id={`country-chosen-${index}`}
          country={key}
          label={`${key} (chosen)`}
          value={countryName(code, 'en')}
        />
      ))}
      <button type="submit">Use these countries</button>
    </form>
  );
}

function Country(props: { id: string; country: string; label: string; hint?: string | undefined; value?: string }) {
  return (
    <div class="field">
      <label for={props.id}>
        <bdi>{props.label}</bdi>
      </label>
      {props.hint ? (
        <span class="hint" id={`${props.id}-hint`}>
          {props.hint}
        </span>
      ) : null}
      <input
        id={props.id}
        name={`country.${props.country}`}
        type="text"
        list="countries"
        value={props.value}
        aria-describedby={props.hint ? `${props.id}-hint` : undefined}
      />
    </div>
  );
}
