/** Routes with which a delivery is sent, or a handover in person or by post is recorded. */
import type { Context } from 'hono';
import { recordByHand, sendHandover } from '../../../shared/handover/hand-over.ts';
import { byHandFields } from '../../../shared/handover/handover.ts';
import { linksValidFor } from '../../../shared/handover/handover-mail.ts';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { type Filled, noErrors } from '../ui/field.tsx';
import { issueWords } from '../ui/issue-words.ts';
import { refusalPage } from '../ui/refusal.tsx';
import { byHandPage, readByHand } from './by-hand-page.tsx';
import { actingOn, deliveryInPath, frozenText, type LetterAndDelivery } from './delivery-in-path.ts';
import { backTo, delivers, showDelivery } from './routes.tsx';
import { freshFields, readSend } from './send-fields.ts';
import { previewPage, sendPage } from './send-page.tsx';

const byHandLabels: Readonly<Record<string, string>> = {
  how: 'How did they get it?',
  on: 'Day',
  place: 'Place',
  recipient: 'Who took it',
  addressee: 'Addressee',
};

interface Found extends LetterAndDelivery {
  /** The frozen text in the official language. */
  readonly text: LetterText;
}

export function handoverRoutes(guard: Guard, api: ConsoleContext): void {
  const one = '/console/letters/:letter/deliveries/:delivery';
  const onFrozen = (
    method: 'get' | 'post',
    path: string,
    handle: (c: Context, visit: PageVisit, found: Found) => Promise<Response>,
  ) =>
    guard.page(method, one + path, delivers, async (c, visit) => {
      const found = await deliveryInPath(c, api, visit);
      const text = found && (await frozenText(api, found, found.letter.language));
      if (!found) return refusalPage(c, 'not-found', visit);
      return text
        ? handle(c, visit, { ...found, text })
        : showDelivery(c, api, visit, found, 'The list is not frozen yet.');
    });

  onFrozen('get', '/send', (c, visit, found) => {
    const form = { values: freshFields(found.letter, found.text), errors: noErrors };
    return sendPage(c, { ...found, visit, form });
  });

  onFrozen('post', '/send', async (c, visit, found) => {
    const { fields } = visit.form;
    const read = readSend(fields, found.text);
    const form: Filled = { values: fields, errors: read.ok ? noErrors : read.errors };
    if (!read.ok || fields['do'] === 'edit') return sendPage(c, { ...found, visit, form });
    const request = read.content;
    const text = await frozenText(api, found, request.language);
    if (!text)
      return sendPage(c, { ...found, visit, form: { ...form, errors: new Map([['language', 'Choose a language.']]) } });
    if (fields['do'] !== 'send') {
      const texts = await textsOf(found.letter, request.language);
      const linksExpire = new Date(api.now().getTime() + linksValidFor);
      return previewPage(c, { ...found, visit, form, request, texts, text, linksExpire });
    }
    const done = await sendHandover(actingOn(api, visit, found), request);
    // Somebody pressed twice, or another member sent it at the same moment: the page shows who has it.
    if (done.outcome === 'stale') return backTo(c, found);
    if (done.outcome === 'refused') return showDelivery(c, api, visit, found, done.why);
    return backTo(c, found);
  });

  onFrozen('get', '/by-hand', async (c, visit, found) => {
    const form = { values: { how: 'in-person', on: api.now().toISOString().slice(0, 10) }, errors: noErrors };
    return byHandPage(c, { ...found, visit, form });
  });

  onFrozen('post', '/by-hand', async (c, visit, found) => {
    const { fields } = visit.form;
    const read = byHandFields.safeParse(readByHand(fields));
    if (!read.success) {
      const errors = new Map(
        read.error.issues.map((issue) => {
          const name = String(issue.path[0] ?? '');
          return [name, `${byHandLabels[name] ?? 'This field'}: ${issueWords(issue)}`];
        }),
      );
      return byHandPage(c, { ...found, visit, form: { values: fields, errors } });
    }
    const done = await recordByHand(actingOn(api, visit, found), read.data);
    if (done.outcome === 'stale') return refusalPage(c, 'changed-meanwhile', visit);
    if (done.outcome === 'done') return backTo(c, found);
    return byHandPage(c, { ...found, visit, form: { values: fields, errors: new Map([['on', done.why]]) } });
  });
}
