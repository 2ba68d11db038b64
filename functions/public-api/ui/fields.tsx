/** The fields of the form. Each is tied to its label, hint and error for assistive technology. */
import type { Child, FC } from 'hono/jsx';
import type { CoSignatoryKind } from '../../../shared/letter/letter.ts';
import { countriesIn } from '../../../shared/organisation/country.ts';
import type { FieldError } from '../../../shared/platform/http/problem.ts';
import { fieldsOf, onlyKindOf } from '../../../shared/signature/form-fields.ts';
import type { MessageKey, Texts } from '../../../shared/text/catalogue.ts';

export interface FormState {
  /** Submitted values, by field name. */
  readonly values: ReadonlyMap<string, string>;
  readonly errors: readonly FieldError[];
}

export const emptyForm: FormState = { values: new Map(), errors: [] };

export interface FieldContext {
  readonly texts: Texts;
  readonly state: FormState;
}

export const fieldId = (name: string) => `f-${name.replaceAll('.', '-')}`;
export const pointerOf = (name: string) => `#/${name.replaceAll('.', '/')}`;
const errorOf = ({ errors }: FormState, name: string) =>
  errors.find(({ pointer }) => pointer === pointerOf(name))?.detail;

/** @returns whether the field has an error */
export const isWrong = (state: FormState, name: string) => errorOf(state, name) !== undefined;

/**
 * Class of a part of the form that one kind of co-signatory sees: the style sheet hides it while the other is chosen.
 *
 * @param only undefined for parts that everybody sees
 */
export const shownTo = (only: CoSignatoryKind | undefined) => (only ? `only-${only}` : '');

interface Framed extends FieldContext {
  readonly name: string;
  readonly label: MessageKey;
  readonly hint?: MessageKey | undefined;
  /** The only kind of co-signatory that is asked for it. */
  readonly only?: CoSignatoryKind | undefined;
}

const Frame: FC<Framed & { children?: Child }> = ({ name, label, hint, only, texts, state, children }) => {
  const error = errorOf(state, name);
  return (
    // A field with a value or an error is never hidden.
    <div class={error || state.values.get(name) ? 'field' : `field ${shownTo(only)}`}>
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

/** Ties the hint and the error to the field for screen readers. */
function describedBy(name: string, hint: unknown, state: FormState) {
  const wrong = isWrong(state, name);
  const ids = [...(hint ? [`${fieldId(name)}-hint`] : []), ...(wrong ? [`${fieldId(name)}-wrong`] : [])];
  return {
    ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}),
    ...(wrong ? ({ 'aria-invalid': 'true' } as const) : {}),
  };
}

export const Field: FC<Framed & { type?: 'text' | 'email' | 'url'; complete: string }> = (props) => {
  const { name, label, hint, only, type = 'text', complete, texts, state } = props;
  return (
    <Frame {...{ name, label, hint, only, texts, state }}>
      <input
        {...describedBy(name, hint, state)}
        id={fieldId(name)}
        // We accept an address without https://, type=url does not.
        type={type === 'url' ? 'text' : type}
        inputmode={type === 'text' ? undefined : type}
        // Addresses are written from left to right in every language.
        dir={type === 'text' ? undefined : 'ltr'}
        name={name}
        value={state.values.get(name)}
        maxlength={type === 'text' ? 200 : 500}
        autocomplete={complete}
      />
    </Frame>
  );
};

const CountryField: FC<FieldContext & { name: string; label: MessageKey; complete: string }> = (props) => {
  const { name, label, complete, texts, state } = props;
  const chosen = state.values.get(name);
  return (
    <Frame {...{ name, label, texts, state }}>
      <select {...describedBy(name, undefined, state)} id={fieldId(name)} name={name} autocomplete={complete}>
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

export const Checkbox: FC<Framed> = ({ name, label, only, texts, state }) => {
  const error = errorOf(state, name);
  return (
    <label class={`choice ${shownTo(only)}`}>
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

/** A field that people neither see nor reach; only a program fills it in. */
export const Honeypot: FC<Pick<FieldContext, 'texts'>> = ({ texts }) => (
  <div class="trap" aria-hidden="true">
    <label>
      {texts.text('form.honeypot')}
      <input type="text" name="homepage" tabindex={-1} autocomplete="off" />
    </label>
  </div>
);

const inputTypes = { name: 'text', website: 'url', email: 'email' } as const;

/** The typed fields of a group; the same for signing and for correcting, where the mailbox stays. */
export const TypedFields: FC<
  FieldContext & {
    of: 'organisation' | 'signatory';
    accepts: readonly CoSignatoryKind[];
    withMailbox?: boolean;
    emailHint?: MessageKey | undefined;
  }
> = (props) => {
  const { of, accepts, withMailbox = true, emailHint, texts, state } = props;
  return (
    <div class="pairs">
      {fieldsOf(of).map((field) => {
        const { name, holds, label, hint, complete } = field;
        if (holds === 'country') return <CountryField {...{ name, label, complete, texts, state }} />;
        if (holds === 'email' && !withMailbox) return null;
        const only = onlyKindOf(field);
        if (only && !accepts.includes(only) && !state.values.get(name)) return null;
        const said = holds === 'email' ? (emailHint ?? hint) : hint;
        return <Field {...{ name, label, only, complete, texts, state }} hint={said} type={inputTypes[holds]} />;
      })}
    </div>
  );
};
