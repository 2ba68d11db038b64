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
          Everything that the <a href="/console">console</a> can do, for programs. Send your key as{' '}
          <code>Authorization: Bearer us_…</code>; owners create keys under <a href="/console/keys">API keys</a>. All
          data is JSON in UTF-8. Description for programs: <a href="/v1/admin/openapi.json">/v1/admin/openapi.json</a>{' '}
          (OpenAPI 3.1). The public API is described at <a href="/docs">/docs</a>.
        </p>
        <div class="card">
          <DescribedApi description={describeAdminApi(publicUrl, routes)} />
        </div>
      </>
    ),
  });
}
