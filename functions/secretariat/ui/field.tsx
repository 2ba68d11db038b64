/** Form fields with their typed values and errors. */
import type { Child, FC } from 'hono/jsx';

/** The contents of a form, by field name. */
export interface Filled {
  readonly values: Readonly<Record<string, string | undefined>>;
  /** A sentence for each field with an error; under '' for errors that concern no single field. */
  readonly errors: ReadonlyMap<string, string>;
}

export const noErrors: ReadonlyMap<string, string> = new Map();

interface FieldProps {
  readonly name: string;
  readonly label: Child;
  readonly hint?: Child;
  readonly form: Filled;
}

type Kind = 'text' | 'email' | 'url' | 'number' | 'date' | 'datetime-local';

export const Field: FC<
  FieldProps & {
    type?: Kind;
    required?: boolean;
    lang?: string | undefined;
    list?: string;
    max?: number;
    readonly?: boolean;
  }
> = ({ type = 'text', required, lang, list, max, readonly, ...field }) => (
  <Labelled {...field}>
    <input
      {...attributesOf(field)}
      type={type}
      value={field.form.values[field.name]}
      required={required}
      lang={lang}
      dir={lang ? 'auto' : undefined}
      list={list}
      max={max}
      min={type === 'number' ? 1 : undefined}
      readonly={readonly}
    />
  </Labelled>
);

export const TextField: FC<
  FieldProps & { lang?: string | undefined; rows?: number; class?: string; editor?: boolean }
> = ({ lang, rows, class: look, editor = false, ...field }) => (
  <Labelled {...field}>
    <textarea
      {...attributesOf(field)}
      rows={rows}
      class={look}
      lang={lang}
      dir={lang ? 'auto' : undefined}
      data-editor={editor ? '' : undefined}
    >
      {field.form.values[field.name]}
    </textarea>
  </Labelled>
);

export const Select: FC<FieldProps & { options: readonly (readonly [value: string, label: string])[] }> = ({
  options,
  ...field
}) => (
  <Labelled {...field}>
    <select {...attributesOf(field)}>
      {options.map(([value, label]) => (
        <option value={value} selected={field.form.values[field.name] === value}>
          {label}
        </option>
      ))}
    </select>
  </Labelled>
);

export interface OptionGroup {
  readonly label: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/** A long list, in groups. @param note data for the page's script */
export const GroupedSelect: FC<
  FieldProps & { groups: readonly OptionGroup[]; note?: Record<`data-${string}`, string> }
> = ({ groups, note = {}, ...field }) => {
  const value = field.form.values[field.name];
  // An option can be in two groups; the first one is selected.
  const first = groups.findIndex(({ options }) => options.some(([option]) => option === value));
  return (
    <Labelled {...field}>
      <select {...attributesOf(field)} {...note}>
        {groups.map(({ label, options }, index) => (
          <optgroup label={label}>
            {options.map(([option, name]) => (
              <option value={option} selected={index === first && option === value}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Labelled>
  );
};

/** A checkbox, or a radio button. */
export const Choice: FC<{
  type: 'checkbox' | 'radio';
  name: string;
  value: string;
  checked?: boolean | undefined;
  children?: Child;
}> = ({ children, ...input }) => {
  const id = `${idOf(input.name)}-${input.value}`;
  return (
    <label class="choice" for={id}>
      <input id={id} {...input} />
      <span>{children}</span>
    </label>
  );
};

const Labelled: FC<FieldProps & { children?: Child }> = ({ name, label, hint, form, children }) => {
  const wrong = form.errors.get(name);
  return (
    <div class="field">
      <label for={idOf(name)}>{label}</label>
      {hint ? (
        <span class="hint" id={aboutOf(name, 'hint')}>
          {hint}
        </span>
      ) : null}
      {wrong ? (
        <span class="wrong" id={aboutOf(name, 'wrong')}>
          {wrong}
        </span>
      ) : null}
      {children}
    </div>
  );
};

function attributesOf({ name, hint, form }: FieldProps) {
  const id = idOf(name);
  const wrong = form.errors.has(name);
  const about = [wrong ? aboutOf(name, 'wrong') : '', hint ? aboutOf(name, 'hint') : '']
    .filter((one) => one !== '')
    .join(' ');
  return { id, name, 'aria-describedby': about || undefined, 'aria-invalid': wrong ? ('true' as const) : undefined };
}

const idOf = (name: string) => name.replaceAll('.', '-');
/** With a dot, which no field id contains: there are fields named `form.email` and `form.email-hint`. */
const aboutOf = (name: string, what: 'hint' | 'wrong') => `${idOf(name)}.${what}`;

/** Errors at the top of the page, each with a link to its field. */
export const ErrorSummary: FC<{ errors: ReadonlyMap<string, string>; title?: string }> = ({
  errors,
  title = 'Not saved yet',
}) =>
  errors.size === 0 ? null : (
    <div class="alert" role="alert">
      <h2>{title}</h2>
      <ul>
        {[...errors].map(([name, message]) => (
          <li>{name === '' ? message : <a href={`#${idOf(name)}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );

/** Typed values in hidden fields. */
export const Hidden: FC<{ values: Filled['values'] }> = ({ values }) => (
  <>
    {Object.entries(values).map(([name, value]) =>
      value === undefined ? null : <input type="hidden" name={name} value={value} />,
    )}
  </>
);
