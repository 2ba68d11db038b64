/** Turns a line of a file into a co-signatory, by the same rules as a submission. */
import * as z from 'zod';
import { coSignatoryKind } from '../../letter/letter.ts';
import { mailboxAddress } from '../../mailbox/address.ts';
import { country } from '../../organisation/country-code.ts';
import { foldCountry } from '../../organisation/find-country.ts';
import { faultSentence } from '../../platform/http/faults.ts';
import type { Keys } from '../../platform/token/keys.ts';
import { claimantAdded } from '../../signature/added.ts';
import { claimantOf } from '../../signature/claims/claim.ts';
import { faultWhenEmpty } from '../../signature/form-fields.ts';
import { keyOf } from '../../signature/organisation-key.ts';
import { publicName, typedInput } from '../../signature/submission.ts';
import { shownAs } from '../../signature/typed-facts.ts';
import {
  type CorrectableField,
  correctableFields,
  nameInForm,
  type Typed,
  typedOf,
} from '../../signature/typed-fields.ts';
import { formerFold } from '../../text/former-fold.ts';
import { languageTag, namedLanguage } from '../../text/language-tag.ts';
import { line } from '../../text/plain-text.ts';
import { type ImportField, type ImportMapping, nameParts } from './fields.ts';
import { isFormulaError } from './lines.ts';
import { nameOrderOf, personName } from './person-name.ts';

/** Maximum number of choices: they are all stored in one table row. */
const maxChosen = 500;

/** Settings that apply to every line. */
export const importSettings = z.object({
  /**
   * `mail`: asked to confirm, as after a submission. `paper`: counted separately, without a mail. `added`: as if each were
   * added by hand.
   */
  mode: z.enum(['mail', 'paper', 'added']),
  /** For lines that do not say. */
  kind: coSignatoryKind,
  /** Whether they agreed to have their names published. */
  publish: z.boolean(),
  /** Where and when it was signed. */
  note: line(300).optional(),
  language: languageTag,
  /** Order of names that come in several columns; by default that of the line's language. */
  nameOrder: z.enum(['given-first', 'family-first']).optional(),
  /** Countries chosen for unknown names, by `foldCountry`: see `unknownCountries`. */
  countries: z
    .record(z.string().max(200), country)
    .refine((chosen) => Object.keys(chosen).length <= maxChosen, `at most ${maxChosen} countries`)
    .optional(),
});
export type ImportSettings = z.infer<typeof importSettings>;

/**
 * @returns whether names come from one column or from several, but not from both, when it would be unclear which counts
 */
export function hasOneNameSource(mapping: ImportMapping): boolean {
  return mapping.name === undefined || nameParts.every((field) => mapping[field] === undefined);
}

export interface Candidate extends Typed {
  readonly kind: z.infer<typeof coSignatoryKind>;
  readonly organisationKey?: string | undefined;
  readonly email: string;
  readonly language: string;
  readonly note?: string | undefined;
  readonly claimant: string;
}

export type ReadRow =
  /** `without` names an optional field that was left out because it could not be read. */
  | { readonly ok: true; readonly candidate: Candidate; readonly without?: string }
  | { readonly ok: false; readonly why: string };

/** The fields of a submission, by their names in the record, and those that only lists have. */
const shape = z.object({
  ...typedInput,
  signatoryName: publicName.optional(),
  email: mailboxAddress.optional(),
  language: namedLanguage.optional(),
  note: line(300).optional(),
});
type ReadField = keyof typeof shape.shape;

const isCorrectable = (field: PropertyKey): field is CorrectableField => correctableFields.some((one) => one === field);

/** @returns the column that holds a field */
const columnOf = (field: PropertyKey): string => (isCorrectable(field) ? shownAs[field].column : String(field));

/** @returns the co-signatory, or what is wrong with the line: names of fields, never their values */
export function readRow(
  keys: Keys,
  cells: readonly string[],
  { mapping, settings }: { mapping: ImportMapping; settings: ImportSettings },
): ReadRow {
  const broken: string[] = [];
  const said = (field: ImportField) => {
    const index = mapping[field];
    const cell = (index === undefined ? undefined : cells[index]) || undefined;
    if (cell === undefined || !isFormulaError(cell)) return cell;
    broken.push(field);
    return undefined;
  };
  const kind = kindOf(said('kind')) ?? settings.kind;
  const given: Readonly<Record<string, string | undefined>> = {
    ...Object.fromEntries(correctableFields.map((field) => [field, said(shownAs[field].column)])),
    country: settings.countries?.[foldCountry(said('country') ?? '')] ?? said('country'),
    signatoryName: nameIn(said, settings),
    email: said('email'),
    language: said('language'),
    note: said('note'),
  };
  const dispensable = mayBeMissing(kind, settings.mode);
  const first = shape.safeParse(given);
  const wrong = first.error?.issues ?? [];
  const isLeftOut = (field: PropertyKey | undefined) => dispensable.some((one) => one === field);
  const kept = Object.entries(given).filter(
    ([field]) => !wrong.some(({ path }) => path[0] === field && isLeftOut(field)),
  );
  const parsed = first.success ? first : shape.safeParse(Object.fromEntries(kept));
  if (!parsed.success) return { ok: false, why: describeIssues(parsed.error.issues) };
  const { signatoryName = '', email = '', language, note, ...rest } = parsed.data;
  const typed = typedOf({ ...rest, signatoryName });
  const missing = missingIn({ ...typed, email }, kind, settings.mode);
  if (missing.length > 0) {
    const why = broken.length > 0 ? `; ${brokenWords(broken)}` : '';
    return { ok: false, why: `${missing.map(columnOf).join(', ')}: ${faultSentence({ code: 'missing' })}${why}` };
  }
  const without = [
    ...(wrong.length > 0 ? [describeIssues(wrong)] : []),
    ...(broken.length > 0 ? [brokenWords(broken)] : []),
  ];
  const about = { kind, ...typed, email };
  const { organisationName = '', country: code = '', signatoryRole = '' } = typed;
  const organisationKey = kind === 'organisation' ? keyOf(about) : undefined;
  // A line on paper is a duplicate only of the very same line, whichever release imported it. So it keeps its folding.
  const claimant =
    settings.mode === 'added'
      ? claimantAdded(keys, about)
      : kind === 'individual' && !email
        ? `paper:${keys.hash('individual', 'paper', formerFold(signatoryName), code, formerFold(organisationName), formerFold(signatoryRole), note ?? '')}`
        : claimantOf(keys, { ...about, organisationKey });
  return {
    ok: true,
    candidate: { ...about, organisationKey, claimant, language: language ?? settings.language, note },
    ...(without.length > 0 ? { without: without.join('; ') } : {}),
  };
}

/** Joins the parts of a name; a name in one column is kept unchanged. */
function nameIn(said: (field: ImportField) => string | undefined, settings: ImportSettings): string | undefined {
  const [given, middle, family, secondFamily] = nameParts.map(said);
  const read = namedLanguage.safeParse(said('language') ?? settings.language);
  const language = read.data ?? settings.language;
  const order = settings.nameOrder ?? nameOrderOf(language);
  return personName({ given, middle, family, secondFamily }, order, language) || said('name');
}

const brokenWords = (fields: readonly string[]) =>
  `${[...new Set(fields)].join(', ')}: shows an error of the spreadsheet`;

/** @returns the fields that a submission of that kind need not have, and the language: a line without is a signature */
function mayBeMissing(kind: Candidate['kind'], mode: ImportSettings['mode']): readonly ReadField[] {
  return [
    ...correctableFields.filter((field) => !isNeeded(field, kind)),
    'language',
    ...(mode === 'mail' ? [] : (['email'] as const)),
  ];
}

/** @returns the fields that are missing. On paper and added by hand, nobody needs a mailbox, nor an organisation a person */
function missingIn(
  fields: Typed & { readonly email: string },
  kind: Candidate['kind'],
  mode: ImportSettings['mode'],
): readonly ReadField[] {
  const nameNeeded = kind === 'individual' || mode === 'mail';
  const needed = correctableFields.filter(
    (field) => isNeeded(field, kind) && (field !== 'signatoryName' || nameNeeded),
  );
  return [...needed, ...(mode === 'mail' ? (['email'] as const) : [])].filter((field) => !fields[field]);
}

const isNeeded = (field: CorrectableField, kind: Candidate['kind']) =>
  faultWhenEmpty(nameInForm(field), { kind, display: undefined }) !== undefined;

const describeIssues = (issues: readonly z.core.$ZodIssue[]) =>
  issues.map(({ path, message }) => `${path.map(columnOf).join('.')}: ${message}`).join('; ');

function kindOf(text: string | undefined): 'organisation' | 'individual' | undefined {
  if (text === undefined) return undefined;
  if (/^(organi[sz]a[tcz]|org|ngo|verein|asoci|associ|органи|органі)/i.test(text)) return 'organisation';
  return /^(individu|person|particuli|einzel|osoba|физ|фіз)/i.test(text) ? 'individual' : undefined;
}
