/** Routes to add one co-signatory by hand. */
import type { Context } from 'hono';
import * as z from 'zod';
import { letterSlug, makeSignatureId, type SignatureId, signatureId } from '../../../shared/ids.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import type { AddOutcome } from '../../../shared/signature/added.ts';
import { type Addition, addition, missingIn } from '../../../shared/signature/addition.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';
import { noErrors } from '../ui/field.tsx';
import { showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import type { AddView } from './page.tsx';

const adds = { permission: 'signature.import', of: 'letter' } as const;
const path = '/console/letters/:letter/add';

const wrongs: Readonly<Record<Exclude<AddOutcome['outcome'], 'added'>, string>> = {
  duplicate: 'This co-signatory is already listed under the letter.',
  'not-open': 'The letter is a draft or was delivered, so nobody can be added.',
};

export function additionRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', path, adds, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const added = signatureId.safeParse(c.req.query('added')).data;
    return show(c, visit, letter, { values: { language: letter.language }, errors: noErrors, added });
  });

  guard.page('post', path, adds, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const { _csrf, ...values } = visit.form.fields;
    const asked = addition.safeParse(values);
    if (!asked.success) return show(c, visit, letter, { values, errors: sentences(asked.error, values) });
    const id = makeSignatureId();
    const { outcome } = await add(api, visit, letter, id, asked.data);
    if (outcome !== 'added') return show(c, visit, letter, { values, errors: new Map([['', wrongs[outcome]]]) });
    return c.redirect(`${c.req.path}?${new URLSearchParams({ added: id })}`, 303);
  });
}

/** Adds the call that adds one by hand. */
export function additionApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api(
    {
      method: 'post',
      path: '/v1/admin/letters/:letter/signatures',
      needs: adds,
      summary: 'Add one co-signatory by hand',
      details:
        'Listed and counted like others, marked in public, and counted again as “added by the secretariat”. With an email address, a mail offers to object.',
      body: addition,
      answers: { 201: { description: 'Added', json: z.object({ id: signatureId, letter: letterSlug }) } },
      problems: ['not-possible'],
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      const id = makeSignatureId();
      const { outcome } = await add(api, visit, letter, id, visit.body);
      if (outcome !== 'added') return problem(c, 'not-possible', { detail: wrongs[outcome] });
      return visit.reply(201, { id, letter: letter.slug });
    },
  );
}

/** Seldom needed, and it loads the Public Suffix List, so it is loaded on demand. */
async function add(
  { store, keys, now }: ConsoleContext,
  { actor }: Pick<PageVisit, 'actor'>,
  letter: Letter,
  id: SignatureId,
  asked: Addition,
): Promise<AddOutcome> {
  const { addByHand } = await import('../../../shared/signature/added.ts');
  return addByHand({ store, keys: await keys(), letter, by: actor, now: now() }, id, asked);
}

type Shown = Pick<AddView, 'values' | 'errors'> & { readonly added?: AddView['added'] };

async function show(c: Context, visit: PageVisit, letter: Letter, shown: Shown): Promise<Response> {
  const { AddPage } = await import('./page.tsx');
  const body = <AddPage letter={letter} csrf={visit.csrf} added={undefined} {...shown} />;
  return showPage(c, shown.errors.size > 0 ? 422 : 200, { title: 'Add by hand', visit, letter, narrow: true, body });
}

/** @returns a sentence for each field with an error, in the order of the form */
function sentences(error: z.ZodError, values: Readonly<Record<string, string>>): Map<string, string> {
  const wrong = new Set<PropertyKey>([...error.issues.map(({ path: [name] }) => name ?? ''), ...missingIn(values)]);
  const found = Object.entries(known).filter(([name]) => wrong.has(name));
  return new Map(found.length > 0 ? found : [['', 'Something in the form is not possible.']]);
}

const known: Readonly<Record<string, string>> = {
  organisationName: 'Enter the name of the organisation.',
  organisationWebsite: 'Enter a web address, such as https://example.org, or leave it empty.',
  country: 'Choose a country.',
  signatoryName: 'Enter the name of the person.',
  email: 'Enter an email address, such as name@example.org, or leave it empty.',
  evidence: 'Say how they agreed, for example “by email of 3 May, to Rita”.',
  agreed: 'Confirm that they agreed to be listed by name.',
};
