/** Handlers for the owner's page: view, correct, hide, withdraw, be forgotten. Loaded with the first such request. */
import type { Context } from 'hono';
import { isDelivered } from '../../../shared/count/count.ts';
import { ensureFinal } from '../../../shared/letter/final-count.ts';
import { currentVersion, type Letter, languagesOf } from '../../../shared/letter/letter.ts';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import { publicationPolicy } from '../../../shared/letter/publication-policy.ts';
import { addressOf } from '../../../shared/mail/sender.ts';
import { hasBlocked, noteBlock } from '../../../shared/mailbox/block.ts';
import { suppressMailbox } from '../../../shared/mailbox/suppression.ts';
import { maxSmallBody, readBody } from '../../../shared/platform/http/body.ts';
import { fieldErrors, type ProblemName, problem } from '../../../shared/platform/http/problem.ts';
import { readToken } from '../../../shared/platform/token/token.ts';
import { clientOf } from '../../../shared/screening/client-address.ts';
import { isOverCap } from '../../../shared/screening/network-cap.ts';
import { provableDomain } from '../../../shared/signature/claims/claim.ts';
import { forget } from '../../../shared/signature/forget.ts';
import { requestLinks } from '../../../shared/signature/owner/link-request.ts';
import { ownView } from '../../../shared/signature/owner/owner-view.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { readSignature } from '../../../shared/signature/storage.ts';
import { bestLanguage } from '../../../shared/text/language.ts';
import { readUpload } from '../../../shared/upload/storage.ts';
import type { LinkRequestedBody } from '../answer-schemas.ts';
import { isClaimFree } from '../confirm/free-claim.ts';
import type { ApiContext } from '../context.ts';
import { titleOf } from '../letter-title.ts';
import { linkRequest } from '../request-schemas.ts';
import { stateOfToken } from '../token-lookup.ts';
import { formValues } from '../ui/form-values.ts';
import { askLinkPage, forgottenPage, linkRequestedPage, unusableLinkPage } from '../ui/links-page.tsx';
import { wantsPage } from '../wants-page.ts';
import { type ManageRequest, manage, manageRequest, objections } from './change-own-signature.ts';
import type { TooManyCorrections } from './correction-limits.ts';
import { type DomainProof, domainProofOf } from './domain-proof.ts';
import { type ManageView, managePage } from './page.tsx';
import type { DomainRefusal } from './verify-domain.ts';

/** Requests links by mailbox. The answer is the same for everybody. */
export async function postManageLinks(c: Context, api: ApiContext): Promise<Response> {
  const body = await readBody(c, maxSmallBody);
  const asked = 'problem' in body ? undefined : linkRequest.safeParse(body.fields);
  if ('problem' in body) return wantsPage(c) ? askLinkPage(c, 422, { wrong: true }) : problem(c, body.problem);
  if (!asked?.success) {
    if (wantsPage(c)) return askLinkPage(c, 422, { wrong: true });
    return problem(c, 'invalid-fields', asked && { errors: fieldErrors(asked.error) });
  }
  if (!(await isOverCap(api.store, await api.keys(), clientOf(c, api), 'links', api.now()))) {
    await requestLinks(api.store, asked.data, api.now());
  }
  if (wantsPage(c)) return linkRequestedPage(c, addressOf(api.mailFrom));
  return c.json({ status: 'link-requested' } satisfies LinkRequestedBody, 202);
}

/** Shows the stored data. */
export async function getManage(c: Context, api: ApiContext, token: string): Promise<Response> {
  const found = await findManaged(api, token);
  if ('problem' in found) {
    const read = readToken(token);
    // An owner who was forgotten and wanted no more mail can undo that.
    const isBlock = read !== undefined && wantsPage(c) && (await hasBlocked(api.store, read.token));
    return isBlock ? c.redirect(`/stop/${read.token}`, 303) : unusable(c, found.problem);
  }
  return show(c, api, found, 200);
}

/** The stored data as a file. */
export async function getManageData(c: Context, api: ApiContext, token: string): Promise<Response> {
  const found = await findManaged(api, token);
  if ('problem' in found) return unusable(c, found.problem);
  c.header('content-disposition', `attachment; filename="signature-${found.record.letter}.json"`);
  return c.json(ownView(found.record));
}

/** Does what the owner requests. */
export async function postManage(c: Context, api: ApiContext, token: string): Promise<Response> {
  const found = await findManaged(api, token);
  if ('problem' in found) return unusable(c, found.problem);
  const body = await readBody(c);
  if ('problem' in body) {
    return wantsPage(c)
      ? show(c, api, found, 422, {
          errors: [{ pointer: '#/', detail: 'could not be read' }],
          typed: formValues(body.fields),
        })
      : problem(c, body.problem);
  }
  const request = manageRequest.safeParse(body.fields);
  const errors = request.success ? objections(request.data, found.letter) : fieldErrors(request.error);
  if (!request.success || errors.length > 0) {
    if (!wantsPage(c)) return problem(c, 'invalid-fields', { errors });
    return show(c, api, found, 422, { errors, typed: formValues(body.fields) });
  }
  return applyRequest(c, api, { ...found, token }, request.data);
}

interface Managed {
  readonly record: SignatureRecord;
  readonly letter: Letter;
}

export async function findManaged(
  api: ApiContext,
  text: string,
): Promise<Managed | { problem: 'token-unknown' | 'token-expired' }> {
  const token = readToken(text);
  const record = token && (await readSignature(api.store, token.id));
  if (!record) return { problem: 'token-unknown' };
  const { state } = await stateOfToken(api, record, token.token, 'manage');
  const letter = state === 'valid' ? await api.letters.find(record.letter) : undefined;
  if (!letter) return { problem: state === 'expired' ? 'token-expired' : 'token-unknown' };
  return { record, letter };
}

/** For a link that cannot be used: says why and offers a new one. Status 200 for people, as for confirmation links. */
function unusable(c: Context, name: ProblemName): Response | Promise<Response> {
  return wantsPage(c) ? unusableLinkPage(c, name === 'token-expired') : problem(c, name);
}

async function applyRequest(
  c: Context,
  api: ApiContext,
  { record, letter, token }: Managed & { token: string },
  request: ManageRequest,
): Promise<Response> {
  const { store } = api;
  const now = api.now();
  const keys = await api.keys();
  await ensureFinal(store, letter);
  if (request.action === 'forget') {
    // First, while the address is known; afterwards only its keyed hash is.
    if (request.noMoreMail) {
      const asked = { at: now.toISOString(), because: 'asked' } as const;
      await noteBlock(store, keys, { token: readToken(token)?.token ?? token, email: record.email });
      await suppressMailbox(store, keys, record.email, asked, now.getTime());
    }
    await forget(store, keys, record.id, now);
    if (!wantsPage(c)) return c.json({ state: 'forgotten' });
    const undoAt = request.noMoreMail ? `/stop/${token}` : undefined;
    return forgottenPage(c, await textsOf(letter, record.language), undoAt);
  }
  if (request.action === 'verify-domain') return proveDomain(c, api, { record, letter });
  const managing = {
    store,
    keys,
    letter,
    mailboxDomain: async (email: string, organisationKey: string) =>
      (await import('../../../shared/mailbox/provider.ts')).mailboxDomainOf(email, organisationKey),
    now,
  };
  const after = await manage(managing, record, request).catch(deliveredInstead);
  if (after === 'delivered') return notAfterDelivery(c, api, { record, letter });
  if (!after) return unusable(c, 'token-unknown');
  if ('tooMany' in after) return notNow(c, api, { record, letter }, after, request);
  // See Other: reloading the next page sends nothing again, and it shows the stored state.
  return wantsPage(c) ? c.redirect(c.req.path, 303) : c.json(ownView(after));
}

function deliveredInstead(error: unknown): 'delivered' {
  if (isDelivered(error)) return 'delivered';
  throw error;
}

/** Nobody more is counted under a delivered letter. All other actions of the page stay available. */
function notAfterDelivery(c: Context, api: ApiContext, managed: Managed): Response | Promise<Response> {
  if (!wantsPage(c)) return problem(c, 'letter-delivered');
  return show(c, api, managed, 422, { errors: [], typed: new Map(), isTooLate: true });
}

/** Says when the signature can be corrected again, and keeps the typed values. */
function notNow(
  c: Context,
  api: ApiContext,
  managed: Managed,
  refused: TooManyCorrections,
  request: ManageRequest,
): Response | Promise<Response> {
  const { tooMany, until } = refused;
  c.header('retry-after', String(Math.max(1, Math.ceil((until.getTime() - api.now().getTime()) / 1000))));
  const name = tooMany === 'corrections' ? 'corrected-too-often' : 'organisation-changed-too-often';
  if (!wantsPage(c)) return problem(c, name, { detail: `It is possible again from ${until.toISOString()}` });
  return show(c, api, managed, 422, { errors: [], typed: formValues(request), refused });
}

/** Checks the domain; explains the problem when the line is not found. */
async function proveDomain(c: Context, api: ApiContext, managed: Managed): Promise<Response> {
  const { store } = api;
  const { record, letter } = managed;
  const [keys, network] = [await api.keys(), await api.network()];
  const { verifyDomain } = await import('./verify-domain.ts');
  const policy = publicationPolicy(letter.settings);
  const outcome = await verifyDomain({ store, keys, network, policy, now: api.now() }, record).catch(deliveredInstead);
  if (outcome === 'delivered') return notAfterDelivery(c, api, managed);
  if ('verified' in outcome) return wantsPage(c) ? c.redirect(c.req.path, 303) : c.json(ownView(outcome.verified));
  const { refused } = outcome;
  if (refused === 'gone') return unusable(c, 'token-unknown');
  if (wantsPage(c)) return show(c, api, managed, 422, undefined, refused);
  const proof = refused === 'not-proven' ? await proofFor(api, record) : undefined;
  const detail =
    proof && `Put ${proof.line} into a TXT record at ${proof.record}, or into a text file at ${proof.file}`;
  return problem(c, `domain-${refused}`, detail ? { detail } : {});
}

async function proofFor(api: ApiContext, record: SignatureRecord): Promise<DomainProof | undefined> {
  const domain = provableDomain(record);
  return domain ? domainProofOf(await api.keys(), record, domain) : undefined;
}

export async function show(
  c: Context,
  api: ApiContext,
  { record, letter }: Managed,
  status: 200 | 422,
  { errors = [], typed = new Map(), isTooLate, refused, logoFault }: Partial<ManageView> = {},
  domainRefusal?: Exclude<DomainRefusal, 'gone'>,
): Promise<Response> {
  if (!wantsPage(c)) return c.json(ownView(record));
  const version = currentVersion(letter);
  const language = bestLanguage([record.language], Object.keys(version.texts), letter.language);
  const titleIn = bestLanguage([record.language], languagesOf(letter), letter.language);
  const [title, text, placeIsFree, domainProof, logoUpload] = await Promise.all([
    titleOf(api, letter, titleIn),
    api.letters.text(letter.slug, version, language),
    isClaimFree(api.store, record),
    proofFor(api, record),
    record.logoUpload && readUpload(api.store, record.letter, 'logo', record.logoUpload),
  ]);
  const newText = record.letterVersion === version.id ? undefined : text;
  const canTakePlace = placeIsFree && letter.state !== 'delivered';
  return managePage(c, status, {
    record,
    letter,
    title,
    newText,
    placeIsFree: canTakePlace,
    errors,
    typed,
    isTooLate,
    refused,
    domainProof,
    logoUpload,
    logoFault,
    domainRefusal,
  });
}
