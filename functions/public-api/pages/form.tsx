/** The sign-on form: plain HTML, works without JavaScript, and keeps what was typed when something has to be mended. */
import type { Child, FC } from 'hono/jsx';
import type { FieldError } from '../../../shared/http/problem.ts';
import { currentVersion, type Letter } from '../../../shared/letter/letter.ts';
import { countryCodes, countryName } from '../../../shared/organisation/country.ts';
import type { MessageKey, Texts } from '../../../shared/text/messages.ts';

export interface FormState {
  /** What was sent, by the names of the fields. */
  readonly values: ReadonlyMap<string, string>;
  readonly errors: readonly FieldError[];
}

export const emptyForm: FormState = { values: new Map(), errors: [] };

interface Part {
  readonly texts: Texts;
  readonly state: FormState;
}

export const SignForm: FC<Part & { letter: Letter; language: string }> = ({ letter, language, texts, state }) => {
  const { accepts, privacy } = letter.settings;
  const [only, another] = accepts;
  const value = (name: string) => state.values.get(name);
  return (
    <form class="card" id="sign" method="post" action={`/v1/letters/${letter.slug}/signatures`} novalidate={true}>
      <p class="step">{texts.text('form.step')}</p>
      <h2>{texts.text('letter.sign')}</h2>
      <ErrorSummary texts={texts} state={state} />
      <input type="hidden" name="letterVersion" value={value('letterVersion') ?? currentVersion(letter).id} />
      <input type="hidden" name="language" value={language} />
      {another === undefined ? (
        <input type="hidden" name="kind" value={only} />
      ) : (
        <fieldset>
          <legend>{texts.text('form.kind')}</legend>
          {accepts.map((kind) => (
            <label class="choice">
              <input type="radio" name="kind" value={kind} checked={(value('kind') ?? only) === kind} />
              <span>{texts.text(`form.kind-${kind}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <fieldset>
        <legend>{texts.text('form.organisation')}</legend>
        {accepts.includes('individual') ? <p class="hint">{texts.text('form.organisation-hint')}</p> : null}
        <Field name="organisation.name" label="form.organisation-name" complete="organization" {...{ texts, state }} />
        <Field
          name="organisation.website"
          label="form.website"
          hint="form.website-hint"
          type="url"
          complete="url"
          {...{ texts, state }}
        />
        <CountryField {...{ texts, state }} />
      </fieldset>
      <fieldset>
        <legend>{texts.text('form.person')}</legend>
        <Field name="signatory.name" label="form.name" complete="name" {...{ texts, state }} />
        <Field name="signatory.role" label="form.role" complete="organization-title" {...{ texts, state }} />
        <Field
          name="signatory.email"
          label="form.email"
          hint="form.email-hint"
          type="email"
          complete="email"
          {...{ texts, state }}
        />
      </fieldset>
      <fieldset>
        <legend>{texts.text('form.display')}</legend>
        <p class="hint">{texts.text('form.display-hint')}</p>
        {(['public', 'withheld'] as const).map((display) => (
          <label class="choice">
            <input type="radio" name="display" value={display} checked={(value('display') ?? 'public') === display} />
            <span>{texts.text(`form.display-${display}`)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{texts.text('form.consents')}</legend>
        {accepts.includes('organisation') ? (
          <Tick name="attestation" label="form.attestation" {...{ texts, state }} />
        ) : null}
        <Tick name="consents.publication" label="form.publication" {...{ texts, state }} />
        <Tick name="consents.updates" label="form.updates" {...{ texts, state }} />
      </fieldset>
      <div class="trap" aria-hidden="true">
        <label>
          {texts.text('form.honeypot')}
          <input type="text" name="homepage" tabindex={-1} autocomplete="off" />
        </label>
      </div>
      <button type="submit" class="huge">
        {texts.text('form.submit')}
      </button>
      {privacy ? (
        <div class="details">
          <strong>{texts.text('form.privacy')}</strong>
          <p>
            {texts.text('form.privacy-text', { controller: privacy.controller, contact: privacy.contact })}{' '}
            {privacy.retention ? texts.text('form.privacy-retention', { retention: privacy.retention }) : null}{' '}
            {texts.text('form.privacy-unconfirmed')}
          </p>
        </div>
      ) : null}
    </form>
  );
};

const fieldId = (name: string) => `f-${name.replaceAll('.', '-')}`;
const pointerOf = (name: string) => `#/${name.replaceAll('.', '/')}`;
const errorOf = ({ errors }: FormState, name: string) =>
  errors.find(({ pointer }) => pointer === pointerOf(name))?.detail;

const labels: Readonly<Record<string, MessageKey>> = {
  '#/organisation/name': 'form.organisation-name',
  '#/organisation/website': 'form.website',
  '#/organisation/country': 'form.country',
  '#/signatory/name': 'form.name',
  '#/signatory/role': 'form.role',
  '#/signatory/email': 'form.email',
  '#/attestation': 'form.consents',
  '#/consents/publication': 'form.consents',
};

const ErrorSummary: FC<Part> = ({ texts, state: { errors } }) => {
  if (errors.length === 0) return null;
  return (
    <div class="alert" role="alert" id="errors">
      <h2>{texts.plural('form.errors', errors.length)}</h2>
      <ul>
        {errors.map(({ pointer, detail }) => {
          const label = labels[pointer];
          return (
            <li>
              {label ? (
                <a href={`#${fieldId(pointer.slice(2).replaceAll('/', '.'))}`}>
                  {texts.text(label)}: {detail}
                </a>
              ) : (
                `${pointer.slice(2).replaceAll('/', '.')}: ${detail}`
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};

const Frame: FC<Part & { name: string; label: MessageKey; hint?: MessageKey | undefined; children?: Child }> = (
  props,
) => {
  const { name, label, hint, texts, state, children } = props;
  const error = errorOf(state, name);
  return (
    <div class="field">
      <label for={fieldId(name)}>{texts.text(label)}</label>
      {hint ? (
        <span class="hint" id={`${fieldId(name)}-hint`}>
          {texts.text(hint)}
        </span>
      ) : null}
      {error ? (
        <span class="wrong" id={`${fieldId(name)}-wrong`}>
          {error}
        </span>
      ) : null}
      {children}
    </div>
  );
};

/** Ties the hint and the error to the field for those who do not see them. */
function describedBy(name: string, hint: unknown, state: FormState) {
  const wrong = errorOf(state, name) !== undefined;
  const ids = [...(hint ? [`${fieldId(name)}-hint`] : []), ...(wrong ? [`${fieldId(name)}-wrong`] : [])];
  return {
    ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}),
    ...(wrong ? ({ 'aria-invalid': 'true' } as const) : {}),
  };
}

const Field: FC<
  Part & { name: string; label: MessageKey; hint?: MessageKey; type?: 'text' | 'email' | 'url'; complete: string }
> = ({ name, label, hint, type = 'text', complete, texts, state }) => (
  <Frame {...{ name, label, hint, texts, state }}>
    <input
      {...describedBy(name, hint, state)}
      id={fieldId(name)}
      // An address without https:// is fine for us, not for type=url.
      type={type === 'url' ? 'text' : type}
      inputmode={type === 'text' ? undefined : type}
      name={name}
      value={state.values.get(name)}
      maxlength={type === 'text' ? 200 : 500}
      autocomplete={complete}
    />
  </Frame>
);

const CountryField: FC<Part> = ({ texts, state }) => {
  const name = 'organisation.country';
  const chosen = state.values.get(name);
  return (
    <Frame name={name} label="form.country" {...{ texts, state }}>
      <select {...describedBy(name, undefined, state)} id={fieldId(name)} name={name} autocomplete="country">
        <option value="">{texts.text('form.country-choose')}</option>
        {countriesIn(texts.language).map(([code, country]) => (
          <option value={code} selected={code === chosen}>
            {country}
          </option>
        ))}
      </select>
    </Frame>
  );
};

const sortedCountries = new Map<string, readonly (readonly [string, string])[]>();

/** @returns codes and names of all countries, sorted as the language sorts; sorted once per instance */
export function countriesIn(language: string): readonly (readonly [string, string])[] {
  const known = sortedCountries.get(language);
  if (known) return known;
  const collator = new Intl.Collator(language);
  const sorted = countryCodes
    .map((code) => [code, countryName(code, language)] as const)
    .sort(([, a], [, b]) => collator.compare(a, b));
  sortedCountries.set(language, sorted);
  return sorted;
}

const Tick: FC<Part & { name: string; label: MessageKey }> = ({ name, label, texts, state }) => {
  const error = errorOf(state, name);
  return (
    <label class="choice">
      <input
        {...describedBy(name, undefined, state)}
        type="checkbox"
        id={fieldId(name)}
        name={name}
        value="true"
        checked={state.values.get(name) !== undefined}
      />
      <span>
        {error ? (
          <span class="wrong" id={`${fieldId(name)}-wrong`}>
            {error}
          </span>
        ) : null}
        {texts.text(label)}
      </span>
    </label>
  );
};
