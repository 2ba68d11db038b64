/** Pages for refusals, with advice on what to do instead. */
import type { Context } from 'hono';
import { type ProblemName, problems } from '../../../shared/platform/http/problem.ts';
import { maxMegabytes } from '../form.ts';
import type { PageVisit } from '../guard.ts';
import { showPage } from './layout.tsx';

const advice: Partial<Record<ProblemName, string>> = {
  'not-signed-in': 'Your session is over. Sign in, go back and send the form again.',
  'not-allowed': 'Ask an owner of the letter to give you access.',
  'form-not-ours': 'Go back, reload the page and send the form again.',
  'body-too-large': `Choose a file of at most ${maxMegabytes} MB.`,
  'changed-meanwhile': 'Nothing was saved. Go back, reload the page and try again.',
  'not-found': 'It may have been removed, or the address may be wrong.',
  unavailable: 'Nothing was changed. Try again in a few minutes.',
  internal: 'Nothing was changed. Try again. If it keeps happening, tell whoever runs this site.',
};

/**
 * The page contains nothing about the visitor: a cache may keep errors, regardless of their headers
 * (infra/edge/edge.ts).
 *
 * @param visit if somebody is signed in
 * @returns the page for a problem, with its status
 */
export function refusalPage(c: Context, name: ProblemName, visit?: Omit<PageVisit, 'form'>): Promise<Response> {
  const { status, title } = problems[name];
  return showPage(c, status, {
    title,
    narrow: true,
    body: (
      <>
        <p>{advice[name] ?? 'Go back and try again.'}</p>
        <p>{visit ? <a href="/console">All letters</a> : <a href="/console/sign-in">Sign in</a>}</p>
      </>
    ),
  });
}
