/** The secretariat's API documentation for people. */
import type { Context } from 'hono';
import { DescribedApi } from '../../../shared/platform/http/description/described.tsx';
import type { GuardedRoute } from '../guard.ts';
import { showPage } from '../ui/layout.tsx';
import { describeAdminApi } from './admin-api.ts';

export async function adminDocsPage(c: Context, publicUrl: string, routes: readonly GuardedRoute[]): Promise<Response> {
  return showPage(c, 200, {
    title: 'API of the secretariat',
    body: (
      <>
        <p>
          What the <a href="/console">console</a> does, for machines. Send a key as{' '}
          <code>Authorization: Bearer us_…</code>; owners make keys under <a href="/console/keys">Keys</a>. JSON in
          UTF-8. The same description for machines: <a href="/v1/admin/openapi.json">/v1/admin/openapi.json</a> (OpenAPI
          3.1). What everybody may ask is described at <a href="/docs">/docs</a>.
        </p>
        <div class="card">
          <DescribedApi description={describeAdminApi(publicUrl, routes)} />
        </div>
      </>
    ),
  });
}
