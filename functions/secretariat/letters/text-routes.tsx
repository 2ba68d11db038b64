/** Routes to write a letter's text: preview, review of the changes, save. */
import type { Context } from 'hono';
import type { LetterWithTexts } from '../../../shared/letter/unchanged-translations.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { noErrors } from '../ui/field.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { previewOf } from './letter-form.tsx';
import { letterWithTextsInPath, originalOf } from './letter-with-texts-in-path.ts';
import { saveText } from './save-text.ts';
import { draftOf, fieldsOfText, readText } from './text-fields.ts';
import { textPage } from './text-page.tsx';
import { withOriginal } from './translation-fields.ts';

const write = { permission: 'letter.write', of: 'letter' } as const;

export function letterTextRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', '/console/letters/:letter/text', write, async (c, visit) => {
    const known = await letterWithTextsInPath(c, api);
    if (!known) return refusalPage(c, 'not-found', visit);
    const original = originalOf(known);
    const form = { values: fieldsOfText(original), errors: noErrors };
    return textPage(c, visit, {
      known,
      form,
      shown: original,
      now: api.now(),
      saved: c.req.query('saved') !== undefined,
    });
  });

  guard.page('post', '/console/letters/:letter/text', write, async (c, visit) => {
    const known = await letterWithTextsInPath(c, api);
    return known ? act(c, api, visit, known) : refusalPage(c, 'not-found', visit);
  });

  /** Returns only the preview, for the script. Stores nothing. */
  guard.page('post', '/console/letters/:letter/preview', write, async (c, visit) => {
    const known = await letterWithTextsInPath(c, api);
    if (!known) return refusalPage(c, 'not-found', visit);
    const { fields } = visit.form;
    const isTranslation = fields['language'] !== known.letter.language;
    return showPreview(c, api, isTranslation ? withOriginal(fields, originalOf(known)) : fields);
  });
  guard.page('post', '/console/new-letter/preview', { permission: 'letter.write', of: 'everything' }, (c, visit) =>
    showPreview(c, api, visit.form.fields),
  );
}

async function showPreview(c: Context, api: ConsoleContext, fields: Readonly<Record<string, string>>) {
  return c.html(<div>{await previewOf(draftOf(fields, api.now()))}</div>);
}

function act(c: Context, api: ConsoleContext, visit: PageVisit, known: LetterWithTexts): Promise<Response> {
  const fields: Record<string, string> = { ...visit.form.fields, language: known.letter.language };
  return saveText(c, api, visit, known, {
    part: 'text',
    fields,
    read: readText(fields),
    old: originalOf(known),
    changeTo: (text) => ({ text }),
    show: (page) => textPage(c, visit, { ...page, shown: draftOf(fields, api.now()), now: api.now() }),
  });
}
