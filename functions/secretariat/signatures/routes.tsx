/** Routes for signatures: the list, one of them, and actions on it. */
import type { Context } from 'hono';
import { writeAudit } from '../../../shared/audit/audit.ts';
import { mailboxAddress } from '../../../shared/mailbox/address.ts';
import { readPartner } from '../../../shared/partner/storage.ts';
import { signatureListQuery } from '../../../shared/signature/lists/list-query.ts';
import { moderation, refusals } from '../../../shared/signature/moderation/actions.ts';
import { moderate } from '../../../shared/signature/moderation/moderate.ts';
import { undo } from '../../../shared/signature/moderation/undo.ts';
import { listUndoEntries } from '../../../shared/signature/moderation/undo-log.ts';
import { asSeen } from '../../../shared/signature/seen-record.ts';
import { readSignature } from '../../../shared/signature/storage.ts';
import { actorNames } from '../audit/search.ts';
import type { ConsoleContext } from '../context.ts';
import { readEvidenceFiles } from '../files/evidence.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { type LetterAndSignature, letterInPath, signatureOf, viewerRightsOf } from '../letter-in-path.ts';
import { partnerNames } from '../partners/partner-names.ts';
import { signalsOf } from '../review/signals.ts';
import { Alert, nameOf } from '../ui/components.tsx';
import { issueWords } from '../ui/issue-words.ts';
import { showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { findByMailbox } from './find.ts';
import { readSignatureList } from './list.ts';
import { SignatureList } from './list-page.tsx';
import { mergeCandidates } from './merge-candidates.ts';
import { SignaturePage } from './page.tsx';
import { undoRequest } from './undo-request.ts';

const base = '/console/letters/:letter/signatures';
const read = { permission: 'signature.read', of: 'letter' } as const;
const decide = { permission: 'signature.decide', of: 'letter' } as const;
const mailboxes = { permission: 'mailbox.read', of: 'letter' } as const;

export function signatureRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', base, read, (c, visit) => list(c, api, visit));
  guard.page('post', `${base}/find`, mailboxes, (c, visit) => find(c, api, visit));
  guard.page('get', `${base}/:signature`, read, async (c, visit) => {
    const found = await signatureOf(api, visit, c.req.param('signature'));
    return found ? show(c, api, visit, found) : refusalPage(c, 'not-found', visit);
  });
  guard.page('post', `${base}/:signature/mailbox`, mailboxes, (c, visit) => showMailbox(c, api, visit));
  guard.page('post', `${base}/:signature/act`, decide, (c, visit) => act(c, api, visit));
  guard.page('post', `${base}/:signature/undo`, decide, (c, visit) => takeBack(c, api, visit));
}

async function list(c: Context, api: ConsoleContext, visit: PageVisit): Promise<Response> {
  const letter = await letterInPath(api, visit);
  if (!letter) return refusalPage(c, 'not-found', visit);
  const asked = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ''));
  // Pages are lenient: an invalid filter is ignored.
  const query = signatureListQuery.safeParse(asked).data ?? signatureListQuery.parse({});
  const [page, partners] = await Promise.all([
    readSignatureList(api.store, letter.slug, query, viewerRightsOf(visit)),
    partnerNames(api.store, letter),
  ]);
  if (!page) return c.redirect(`/console/letters/${letter.slug}/signatures`, 303);
  return showPage(c, 200, {
    title: 'Signatures',
    visit,
    letter,
    body: <SignatureList {...{ letter, visit, query, page, partners }} />,
  });
}

/** Finds by exact mailbox. The mailbox is in no address, and the search is recorded. */
async function find(c: Context, api: ConsoleContext, visit: PageVisit): Promise<Response> {
  const letter = await letterInPath(api, visit);
  if (!letter) return refusalPage(c, 'not-found', visit);
  const email = mailboxAddress.safeParse(visit.form.fields['email'] ?? '');
  const query = signatureListQuery.parse({});
  const partners = await partnerNames(api.store, letter);
  if (!email.success) {
    const body = (
      <>
        <Alert title="Enter an email address, such as name@example.org" />
        <SignatureList
          {...{ letter, visit, query, partners, page: { records: [], next: undefined, looked: undefined } }}
        />
      </>
    );
    return showPage(c, 422, { title: 'Signatures', visit, letter, body });
  }
  const now = api.now();
  await writeAudit(api.store, { by: visit.actor, did: 'mailbox.seen', scope: letter.slug }, now);
  const sight = viewerRightsOf(visit);
  const asked = { email: email.data, cursor: visit.form.fields['cursor'], ...sight };
  const found = await findByMailbox(api.store, await api.keys(), letter.slug, asked);
  if (!found) return refusalPage(c, 'invalid-query', visit);
  const records = found.records.map((one) => asSeen(one, sight));
  const page = { records, next: undefined, looked: undefined };
  return showPage(c, 200, {
    title: 'Signatures of one email address',
    visit,
    letter,
    body: <SignatureList {...{ letter, visit, query, page, partners }} mailbox={{ ...found, email: email.data }} />,
  });
}

interface Said {
  readonly email?: string;
  readonly refused?: string;
  readonly status?: 200 | 409 | 422;
}

async function show(
  c: Context,
  api: ConsoleContext,
  visit: PageVisit,
  { letter, record }: Pick<LetterAndSignature, 'letter' | 'record'>,
  { email, refused, status = 200 }: Said = {},
): Promise<Response> {
  const [acts, nameActor, partner, signals, evidenceFiles] = await Promise.all([
    listUndoEntries(api.store, record.id),
    actorNames(api.store),
    record.partner === undefined ? undefined : readPartner(api.store, record.partner),
    signalsOf(api.store, record, viewerRightsOf(visit)),
    visit.may('signature.import') ? readEvidenceFiles(api.store, record) : [],
  ]);
  const done = acts.find(({ id }) => id === c.req.query('done'));
  const sight = viewerRightsOf(visit);
  const isOffered = visit.may('signature.decide') && sight.withNames;
  const candidates = isOffered ? await mergeCandidates(api.store, record, signals) : [];
  const view = {
    letter,
    visit,
    record,
    acts,
    nameOf: nameActor,
    partner: partner?.name,
    signals,
    evidenceFiles,
    candidates: candidates.map((one) => asSeen(one, sight)),
    email,
    refused,
    done,
  };
  return showPage(c, status, { title: nameOf(record), visit, letter, body: <SignaturePage {...view} /> });
}

async function showMailbox(c: Context, api: ConsoleContext, visit: PageVisit): Promise<Response> {
  const found = await signatureOf(api, visit, c.req.param('signature'));
  if (!found) return refusalPage(c, 'not-found', visit);
  const seen = { by: visit.actor, did: 'mailbox.seen', scope: found.letter.slug, subject: found.id } as const;
  await writeAudit(api.store, seen, api.now());
  return show(c, api, visit, found, { email: found.record.email });
}

const changedMeanwhile =
  'The details of this signature changed after you opened the page. Check the new details, then decide again.';

const actionLabels: Readonly<Record<string, string>> = {
  why: 'Reason',
  words: 'Your sentence to the signer',
  note: 'How do you know?',
  rank: 'Position',
  into: 'The signature that stays',
  chapter: 'Name of the chapter',
  sure: 'I am sure',
};

async function act(c: Context, api: ConsoleContext, visit: PageVisit): Promise<Response> {
  const found = await signatureOf(api, visit, c.req.param('signature'));
  if (!found) return refusalPage(c, 'not-found', visit);
  const { letter, id } = found;
  const { _csrf, next, after, intoTyped, ...fields } = visit.form.fields;
  const wanted = moderation.safeParse(intoTyped === undefined ? fields : { ...fields, into: intoTyped });
  const toReview = next === 'review';
  if (!wanted.success) {
    const refused = wanted.error.issues
      .map((issue) => `${actionLabels[String(issue.path[0])] ?? 'This action'}: ${issueWords(issue)}.`)
      .join(' ');
    return show(c, api, visit, found, { refused, status: 422 });
  }
  const { store } = api;
  const done = await moderate(
    { store, keys: await api.keys(), letter, by: visit.actor, now: api.now() },
    id,
    wanted.data,
  );
  if (done.outcome === 'gone') return refusalPage(c, 'not-found', visit);
  if (done.outcome !== 'done') {
    const now = await readSignature(store, id);
    const record = now ? asSeen(now, viewerRightsOf(visit)) : found.record;
    const refused = done.outcome === 'refused' ? refusals[done.why] : changedMeanwhile;
    return show(c, api, visit, { letter, record }, { refused, status: 409 });
  }
  const home = `/console/letters/${letter.slug}`;
  if (toReview) {
    const query = new URLSearchParams({ ...(after ? { after } : {}), ...(done.act ? { of: id, done: done.act } : {}) });
    return c.redirect(`${home}/review?${query}`, 303);
  }
  if (!done.record) return c.redirect(`${home}/signatures`, 303);
  return c.redirect(`${home}/signatures/${id}${done.act ? `?done=${done.act}` : ''}`, 303);
}

async function takeBack(c: Context, api: ConsoleContext, visit: PageVisit): Promise<Response> {
  const found = await signatureOf(api, visit, c.req.param('signature'));
  const asked = undoRequest.safeParse({ act: visit.form.fields['act'] });
  if (!found || !asked.success) return refusalPage(c, 'not-found', visit);
  const { letter, id } = found;
  const undoing = { letter: letter.slug, signature: id, act: asked.data.act, by: visit.actor };
  const undone = await undo(api.store, undoing, api.now());
  if (undone === 'gone') return refusalPage(c, 'not-found', visit);
  if (undone !== 'undone') return refusalPage(c, undone, visit);
  const home = `/console/letters/${letter.slug}`;
  return c.redirect(visit.form.fields['next'] === 'review' ? `${home}/review` : `${home}/signatures/${id}`, 303);
}
