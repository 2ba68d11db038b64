/** Routes for files of evidence: internal to the secretariat, so none of them publishes anything. */
import type { Context } from 'hono';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit } from '../guard.ts';

/** The right to add by hand: such a file may show a mailbox. */
const adds = { permission: 'signature.import', of: 'letter' } as const;

type Handlers = typeof import('./evidence-handlers.tsx');

export function evidenceRoutes(guard: Guard, api: ConsoleContext): void {
  const on = (method: 'get' | 'post', path: string, handler: keyof Handlers) =>
    // Seldom needed, so it is loaded on demand.
    guard.page(method, `/console/letters/:letter/${path}`, adds, async (c: Context, visit: PageVisit) =>
      (await import('./evidence-handlers.tsx'))[handler](c, visit, api),
    );
  on('post', 'signatures/:signature/evidence', 'beginFile');
  on('get', 'evidence/:evidence', 'showFile');
  on('get', 'evidence/:evidence/content', 'showContent');
  on('post', 'evidence/:evidence/arrived', 'fileArrived');
  on('post', 'evidence/:evidence/remove', 'removeFile');
}
