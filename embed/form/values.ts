/** Converts the content of the form to the API's format. */
import type { CoSignatoryKind } from '../../shared/letter/letter.ts';
import { fieldsOf } from '../../shared/signature/form-fields.ts';
import { chosenKind, ruleOf } from './adapt.ts';
import { countryCode } from './countries.ts';
import { type FormModel, plainForm } from './model.ts';

/** Reads the fields of the form by their names. */
export interface Values {
  readonly kind: CoSignatoryKind;
  /** The typed or chosen text, trimmed; empty when there is none. */
  text(name: string): string;
  ticked(name: string): boolean;
}

export function readValues(form: HTMLFormElement, { letter }: Pick<FormModel, 'letter'>): Values {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  return {
    kind: chosenKind(form, letter),
    text,
    ticked: (name) => data.has(name),
  };
}

/** @returns the body of the submission without the proof; empty fields are omitted */
export function bodyOf(
  values: Values,
  { letter, texts, widget, wording }: FormModel,
): Readonly<Record<string, unknown>> {
  const { kind, text, ticked } = values;
  // On our own pages, the plain form inside the element knows which text was shown and where the person came from.
  const plain = plainForm(widget.host);
  const hidden = plain && new FormData(plain);
  const carried = (name: string) => hidden?.get(name)?.toString();
  const typed = (of: 'organisation' | 'signatory') =>
    Object.fromEntries(
      fieldsOf(of).flatMap(({ name, holds }) => {
        const value = text(name);
        // A field that is hidden from this kind of co-signatory may hold what was typed for the other.
        if (value === '' || !ruleOf({ letter }, name, kind)) return [];
        // Unknown countries are sent unchanged: the server knows more of them.
        const sent = holds === 'country' ? (countryCode(value, texts.language) ?? value) : value;
        return [[name.slice(of.length + 1), sent]];
      }),
    );
  const organisation = typed('organisation');
  return {
    kind,
    ...(Object.keys(organisation).length > 0 ? { organisation } : {}),
    signatory: typed('signatory'),
    attestation: kind === 'organisation' && ticked('attestation'),
    display: text('display'),
    consents: {
      publication: ticked('consents.publication'),
      updates: ticked('consents.updates'),
      partner: ticked('consents.partner'),
      ...(ticked('consents.followUp') ? { followUp: true } : {}),
    },
    letterVersion: carried('letterVersion') ?? letter.version,
    language: carried('language') ?? texts.language,
    textLanguage: carried('textLanguage') ?? letter.language,
    ...(wording === undefined ? {} : { wording }),
    ...(widget.partner === undefined ? {} : { partner: widget.partner }),
    ...(plain ? sourceIn(carried) : source()),
    homepage: text('homepage'),
  };
}

const utmNames = ['source', 'medium', 'campaign', 'term', 'content'];

/** @returns the source from the fields of the plain form */
function sourceIn(carried: (name: string) => string | undefined): { source?: object } {
  const page = carried('source.page');
  const utm = Object.fromEntries(
    utmNames.flatMap((name) => {
      const value = carried(`source.utm.${name}`);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const hasUtm = Object.keys(utm).length > 0;
  return page || hasUtm ? { source: { ...(page ? { page } : {}), ...(hasUtm ? { utm } : {}) } } : {};
}

/** The page and the campaign that led to the signature. The rest of the page's address is private. */
function source(): { source?: object } {
  const { protocol, origin, pathname, search } = location;
  if (!/^https?:$/.test(protocol)) return {};
  const query = new URLSearchParams(search);
  const utm = Object.fromEntries(
    utmNames.flatMap((name) => {
      const value = query.get(`utm_${name}`)?.trim().slice(0, 100);
      return value ? [[name, value]] : [];
    }),
  );
  const page = `${origin}${pathname}`.slice(0, 1000);
  return { source: { page, ...(Object.keys(utm).length > 0 ? { utm } : {}) } };
}
