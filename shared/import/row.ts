/** From a line of a file to a co-signatory, by the same rules as a submission. */
import * as z from 'zod';
import { coSignatoryKind } from '../letter/letter.ts';
import { mailboxAddress } from '../mailbox/address.ts';
import { country, optionalCountry } from '../organisation/country-code.ts';
import { foldCountry } from '../organisation/find-country.ts';
import { optionalWebsite } from '../organisation/website.ts';
import { claimantOf } from '../signature/claim.ts';
import { keyOf } from '../signature/organisation-of.ts';
import { optionalName, publicName } from '../signature/submission.ts';
import { formerFold } from '../text/former-fold.ts';
import { languageTag, namedLanguage } from '../text/language-tag.ts';
import { line } from '../text/plain.ts';
import type { Keys } from '../token/keys.ts';

export const importFields = [
  'name',
  'organisation',
  'email',
  'country',
  'website',
  'role',
  'kind',
  'language',
  'note',
] as const;
export type ImportField = (typeof importFields)[number];

/** Which column holds what, by number. */
export const importMapping = z.partialRecord(z.enum(importFields), z.int().min(0).max(100));
export type ImportMapping = z.infer<typeof importMapping>;

/** What holds for every line. */
export const importSettings = z.object({
  /** `mail`: asked to confirm, as after a submission. `paper`: counted apart, without a mail. */
  mode: z.enum(['mail', 'paper']),
  /** Of lines that do not say. */
  kind: coSignatoryKind,
  /** Whether they agreed that their names are published. */
  publish: z.boolean(),
  /** Where and when it was signed. */
  note: line(300).optional(),
  language: languageTag,
  /** What was chosen for names of countries that nobody knows, by `foldCountry`: see `unknownCountries`. */
  countries: z.record(z.string(), country).optional(),
});
export type ImportSettings = z.infer<typeof importSettings>;

export interface Candidate {
  readonly kind: z.infer<typeof coSignatoryKind>;
  readonly organisationName?: string | undefined;
  readonly organisationWebsite?: string | undefined;
  readonly organisationKey?: string | undefined;
  readonly country?: string | undefined;
  readonly signatoryName: string;
  readonly signatoryRole?: string | undefined;
  readonly email: string;
  readonly language: string;
  readonly note?: string | undefined;
  readonly claimant: string;
}

export type ReadRow =
  /** `without` names what was left out, as nobody could read it, and it may be missing. */
  | { readonly ok: true; readonly candidate: Candidate; readonly without?: string }
  | { readonly ok: false; readonly why: string };

/** @returns what names the columns like that, guessed from words that people use */
export function guessMapping(columns: readonly string[]): ImportMapping {
  const words: Record<ImportField, RegExp> = {
    name: /^(full )?name$|signator|person|nom\b|nombre|имя/i,
    organisation: /organi[sz]ation|company|ngo|verein|association/i,
    email: /e-?mail|mailbox/i,
    country: /country|land\b|pays|país|страна/i,
    website: /web|site|url|domain/i,
    role: /role|function|title|position/i,
    kind: /^kind$|^type$/i,
    language: /lang/i,
    note: /note|comment|sheet|remark/i,
  };
  const found = importFields.flatMap((field) => {
    const index = columns.findIndex((column) => words[field].test(column));
    return index < 0 ? [] : [[field, index] as const];
  });
  return importMapping.parse(Object.fromEntries(found));
}

const shape = z.object({
  organisation: optionalName,
  website: optionalWebsite,
  country: optionalCountry,
  name: publicName.optional(),
  role: optionalName,
  email: mailboxAddress.optional(),
  language: namedLanguage.optional(),
  note: line(300).optional(),
});

/** @returns who it is, or what is wrong with the line: names of fields, never what they hold */
export function readRow(
  keys: Keys,
  cells: readonly string[],
  { mapping, settings }: { mapping: ImportMapping; settings: ImportSettings },
): ReadRow {
  const said = (field: ImportField) => {
    const index = mapping[field];
    return (index === undefined ? undefined : cells[index]) || undefined;
  };
  const kind = kindOf(said('kind')) ?? settings.kind;
  const given = {
    organisation: said('organisation'),
    website: said('website'),
    country: settings.countries?.[foldCountry(said('country') ?? '')] ?? said('country'),
    name: said('name'),
    role: said('role'),
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
  if (!parsed.success) return { ok: false, why: inWords(parsed.error.issues) };
  const { organisation, website: site, country: code, name, role, email, language, note } = parsed.data;
  const missing = [
    ...(kind === 'organisation' && !organisation ? ['organisation'] : []),
    ...(kind === 'organisation' && !code ? ['country'] : []),
    ...(kind === 'individual' || settings.mode === 'mail' ? (name ? [] : ['name']) : []),
    ...(settings.mode === 'mail' && !email ? ['email'] : []),
  ];
  if (missing.length > 0) return { ok: false, why: `${missing.join(', ')}: is missing` };
  const about = {
    kind,
    organisationName: organisation,
    organisationWebsite: site,
    country: code,
    signatoryName: name ?? '',
    signatoryRole: role,
    email: email ?? '',
  };
  const organisationKey = kind === 'organisation' ? keyOf(about) : undefined;
  // A line on paper meets the very same line alone, in whichever release it was imported: so it keeps its folding.
  const claimant =
    kind === 'individual' && !email
      ? `paper:${keys.hash('individual', 'paper', formerFold(about.signatoryName), code ?? '', formerFold(organisation ?? ''), formerFold(role ?? ''), note ?? '')}`
      : claimantOf(keys, { ...about, organisationKey });
  return {
    ok: true,
    candidate: { ...about, organisationKey, claimant, language: language ?? settings.language, note },
    ...(wrong.length > 0 ? { without: inWords(wrong) } : {}),
  };
}

/** @returns the fields without which a line is still somebody's signature */
function mayBeMissing(kind: Candidate['kind'], mode: ImportSettings['mode']): readonly ImportField[] {
  return [
    ...(['website', 'role', 'language'] as const),
    ...(kind === 'individual' ? (['organisation', 'country'] as const) : []),
    ...(mode === 'paper' ? (['email'] as const) : []),
  ];
}

const inWords = (issues: readonly z.core.$ZodIssue[]) =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');

function kindOf(text: string | undefined): 'organisation' | 'individual' | undefined {
  if (text === undefined) return undefined;
  if (/^(organi[sz]ation|org)/i.test(text)) return 'organisation';
  return /^(individual|person)/i.test(text) ? 'individual' : undefined;
}
