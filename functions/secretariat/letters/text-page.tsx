/** The page to write a letter's text, with its preview beside it. */
import type { Context } from 'hono';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { LetterWithTexts } from '../../../shared/letter/unchanged-translations.ts';
import type { PageVisit } from '../guard.ts';
import { ErrorSummary, type Filled, Hidden } from '../ui/field.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import { Checklist } from './checklist-view.tsx';
import { Preview, previewOf, TextActions, TextFields } from './letter-form.tsx';
import { originalOf } from './letter-with-texts-in-path.ts';
import { Conflict, Saved, seenRevision } from './text-conflict.tsx';
import { differences } from './text-diff.ts';
import { togetherFields } from './translation-fields.ts';

export interface TextPage {
  readonly known: LetterWithTexts;
  readonly form: Filled;
  /** The text in the preview. */
  readonly shown: LetterText;
  readonly now: Date;
  readonly saved?: boolean;
  /** The typed text, when somebody else saved in the meantime. */
  readonly theirs?: LetterText | undefined;
}

export async function textPage(c: Context, visit: PageVisit, page: TextPage): Promise<Response> {
  const { known, form, shown, now, saved, theirs } = page;
  const { letter } = known;
  const isDraft = letter.state === 'draft';
  const status = theirs ? 409 : form.errors.size > 0 ? 422 : 200;
  const found = theirs ? await differences(originalOf(known), theirs) : [];
  return showPage(c, status, {
    title: 'Text',
    visit,
    letter,
    body: (
      <>
        {saved ? <Saved /> : null}
        <ErrorSummary errors={form.errors} />
        {theirs ? <Conflict found={found} language={letter.language} /> : null}
        <Checklist letter={letter} now={now} here="text" />
        {isDraft ? null : (
          <p class="note">This letter is public. Before you save a change, you see what differs and who is affected.</p>
        )}
        <div class="two">
          <form
            method="post"
            action={`/console/letters/${letter.slug}/text`}
            data-preview={`/console/letters/${letter.slug}/preview`}
          >
            <Csrf token={visit.csrf} />
            <input type="hidden" name="revision" value={seenRevision(letter, form, theirs)} />
            <input type="hidden" name="language" value={letter.language} />
            <TextFields form={form} />
            <Hidden values={togetherFields(form.values)} />
            <TextActions does={isDraft ? 'save' : 'review'}>{isDraft ? 'Save draft' : 'Review changes'}</TextActions>
          </form>
          <Preview>{await previewOf(shown)}</Preview>
        </div>
      </>
    ),
  });
}
