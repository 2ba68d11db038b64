/** Pages for signals about a letter as a whole, and for reports that an organisation did not sign. */
import type { Context } from 'hono';
import { disputeId } from '../../../shared/dispute/dispute.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { letterInPath, viewerRightsOf } from '../letter-in-path.ts';
import { showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { answerRequest, giveAnswer, raiserOf, raiserRequest, readRaised } from './disputes.ts';
import { DisputesPage, RaiserPage } from './disputes-page.tsx';
import { letterSignals } from './letter-signals.ts';

const read = { permission: 'signature.decide', of: 'letter' } as const;
const mailboxes = { permission: 'mailbox.read', of: 'letter' } as const;
const home = '/console/letters/:letter';

export function signalRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', `${home}/signals`, read, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const signals = await letterSignals(api.store, letter.slug, viewerRightsOf(visit));
    const { SignalsPage } = await import('./signals-page.tsx');
    const body = <SignalsPage letter={letter} signals={signals} maySeeDomains={visit.may('mailbox.read')} />;
    return showPage(c, 200, { title: 'Unusual activity', visit, letter, body });
  });

  guard.page('get', `${home}/disputes`, read, (c, visit) => disputes(c, api, visit));
  guard.page('post', `${home}/disputes`, read, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    const { id, answer, signature, words } = visit.form.fields;
    const [of, fieldsVersion] = signature?.split(':') ?? [];
    const remove = answer === 'rejected' && of ? { signature: of, fieldsVersion } : undefined;
    const asked = answerRequest.safeParse({ id, answer, remove, words: words?.trim() || undefined, tell: true });
    if (!letter || !asked.success) return refusalPage(c, 'not-found', visit);
    const done = await giveAnswer(api, visit, letter, asked.data);
    if (done.outcome === 'refused') return disputes(c, api, visit, done.why);
    return done.outcome === 'done' ? c.redirect(c.req.path, 303) : refusalPage(c, 'not-found', visit);
  });

  guard.page('post', `${home}/disputes/mailbox`, mailboxes, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    const asked = raiserRequest.safeParse({ id: visit.form.fields['id'] });
    const raised = letter && asked.success ? await raiserOf(api, visit, letter, asked.data.id) : undefined;
    if (!letter || !raised) return refusalPage(c, 'not-found', visit);
    const body = <RaiserPage letter={letter} raised={raised} />;
    return showPage(c, 200, { title: 'Complaint', visit, letter, body });
  });
}

async function disputes(c: Context, api: ConsoleContext, visit: PageVisit, refused?: string): Promise<Response> {
  const letter = await letterInPath(api, visit);
  if (!letter) return refusalPage(c, 'not-found', visit);
  const before = disputeId.safeParse(c.req.query('before')).data;
  const found = await readRaised(api.store, letter, { before, ...viewerRightsOf(visit) });
  const view = { letter, csrf: visit.csrf, disputes: found, maySeeMailboxes: visit.may('mailbox.read'), refused };
  return showPage(c, refused ? 409 : 200, { title: 'Complaints', visit, letter, body: <DisputesPage {...view} /> });
}
