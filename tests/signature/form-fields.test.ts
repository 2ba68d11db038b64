import { describe, expect, it } from 'vitest';
import { fieldErrors } from '../../shared/platform/http/problem.ts';
import {
  describeFields,
  type FieldName,
  faultWhenEmpty,
  fieldLabels,
  typedFields,
} from '../../shared/signature/form-fields.ts';
import { submission } from '../../shared/signature/submission.ts';
import {
  asStored,
  correctableFields,
  nothingTyped,
  typedOf,
  typedValues,
} from '../../shared/signature/typed-fields.ts';
import { describeFieldError } from '../../shared/text/field-errors.ts';
import { en } from '../../shared/text/languages/en.ts';
import { nl } from '../../shared/text/languages/nl.ts';
import { makeTexts } from '../../shared/text/texts.ts';

const typed: Readonly<Record<FieldName, string>> = {
  'organisation.name': 'Lakeside Choir',
  'organisation.website': 'lakeside-choir.example',
  'organisation.country': 'nl',
  'signatory.name': 'Ada Visser',
  'signatory.role': 'Conductor',
  'signatory.email': 'ada@lakeside-choir.example',
};

/** @returns a submission that lacks one field */
function without(lacking: string, kind: 'organisation' | 'individual', display = 'public') {
  const levels: Record<string, Record<string, string>> = { organisation: {}, signatory: {} };
  for (const [name, value] of Object.entries(typed)) {
    const [level = '', last = ''] = name.split('.');
    if (name !== lacking) levels[level] = { ...levels[level], [last]: value };
  }
  return {
    ...{ kind, display, ...levels },
    attestation: lacking !== 'attestation',
    consents: { publication: lacking !== 'consents.publication' },
  };
}

const pointerTo = (name: string) => `#/${name.replaceAll('.', '/')}`;

describe.each(['organisation', 'individual'] as const)('the form of an %s', (kind) => {
  it.each([...typedFields.map(({ name }) => name), 'attestation', 'consents.publication'])(
    'lets %s be empty exactly when its table says so',
    (name) => {
      for (const display of ['public', 'withheld']) {
        const parsed = submission.safeParse(without(name, kind, display));
        const code = faultWhenEmpty(name, { kind, display });
        const errors = parsed.success ? [] : fieldErrors(parsed.error);
        expect(errors.map((error) => [error.pointer, error.code])).toEqual(code ? [[pointerTo(name), code]] : []);
      }
    },
  );

  it('is described as it is checked', () => {
    for (const { name, required, kinds } of describeFields([kind])) {
      expect(kinds).toEqual([kind]);
      if (name !== 'kind')
        expect([name, required]).toEqual([name, faultWhenEmpty(name, { kind, display: 'public' }) !== undefined]);
    }
  });
});

it('says twice what only some must fill in', () => {
  const said = describeFields(['organisation', 'individual']);
  expect(said.filter(({ name }) => name === 'organisation.country')).toEqual([
    { name: 'organisation.country', required: true, kinds: ['organisation'] },
    { name: 'organisation.country', required: false, kinds: ['individual'] },
  ]);
  expect(said.filter(({ name }) => name === 'attestation')).toEqual([
    { name: 'attestation', required: true, kinds: ['organisation'] },
  ]);
  expect(said.map(({ name }) => name)).toEqual(expect.arrayContaining(fieldLabels().map(([name]) => name)));
});

it('takes every typed field from the form to the record and back', () => {
  const sent = submission.parse(without('', 'organisation'));
  const record = { ...asStored(sent), email: sent.signatory.email };
  expect(Object.fromEntries(typedValues(record))).toEqual({
    ...typed,
    'organisation.website': 'https://lakeside-choir.example/',
    'organisation.country': 'NL',
  });
  expect(Object.values(record)).not.toContain(undefined);
  expect(Object.keys(typedOf(record)).toSorted()).toEqual(correctableFields.toSorted());
  expect(Object.values(nothingTyped).filter(Boolean)).toEqual([]);
});

describe('an error of a field', () => {
  const wrong = (change: object) => {
    const parsed = submission.safeParse({ ...without('', 'organisation'), ...change });
    return parsed.success ? [] : fieldErrors(parsed.error);
  };

  it.each([
    [{ signatory: { name: '…', email: 'ada@x.example' } }, 'no-letter', 'must contain a letter or a digit'],
    [
      { signatory: { name: 'see https://x.example', email: 'ada@x.example' } },
      'address-in-name',
      'must not contain a web address',
    ],
    [{ signatory: { name: 'Ada', email: 'ada' } }, 'email', 'not an email address'],
    [{ signatory: { name: 'Ada', email: 'ada..v@x.example' } }, 'email', 'not an email address'],
    [
      { organisation: { name: 'X1', country: 'Atlantis' } },
      'country',
      'not recognised; use its name or a two-letter code such as KZ',
    ],
    [{ organisation: { name: 'X1', country: 'Korea' } }, 'country-unclear', 'more than one country has this name'],
    [
      { organisation: { name: 'X1', country: 'NL', website: 'nowhere' } },
      'website',
      'not the address of a website, such as https://example.org',
    ],
    [{ comment: ' \n ' }, 'empty', 'must not be empty'],
    [{ comment: 'a \ufffd b' }, 'damaged', 'contains a character that was damaged on its way; type it again'],
  ])('%j has a code, and the sentence that it always had', (change, code, detail) => {
    expect(wrong(change)).toEqual([expect.objectContaining({ code, detail })]);
  });

  it.each([
    [{ comment: 'x'.repeat(1001) }, 1000],
    [{ comment: 'x'.repeat(9000) }, 1000],
    [{ signatory: { name: 'Ada', email: `${'a'.repeat(1200)}@x.example` } }, 254],
    [{ signatory: { name: 'Ada', email: `a@${'b.'.repeat(130)}example` } }, 254],
    [{ organisation: { name: 'X1', country: 'NL', website: 'x'.repeat(501) } }, 500],
  ])('says how long a text may be', (change, max) => {
    const [error] = wrong(change);
    expect(error).toMatchObject({ code: 'too-long', max, detail: `at most ${max} characters` });
    expect(error && describeFieldError(error, makeTexts('nl', nl))).toBe(
      nl['form.wrong-too-long'].replace('{max}', new Intl.NumberFormat('nl').format(max)),
    );
  });

  it('is described by its code, whatever the sentence says', () => {
    const said = { code: 'email', detail: 'anything' } as const;
    expect(describeFieldError(said, makeTexts('nl', nl))).toBe(nl['form.wrong-email']);
    expect(describeFieldError(said, makeTexts('en', en))).toBe(en['form.wrong-email']);
  });

  it('without a code is described in general words, but in English as the API says it', () => {
    const said = { detail: 'is not a known field' };
    expect(describeFieldError(said, makeTexts('nl', nl))).toBe(nl['form.wrong']);
    expect(describeFieldError(said, makeTexts('en', en))).toBe(said.detail);
  });
});
