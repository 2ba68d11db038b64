/** The API documentation for people. */
import type { Context } from 'hono';
import { DescribedApi } from '../../../shared/platform/http/description/described.tsx';
import { textsFor } from '../../../shared/text/catalogue.ts';
import { showPage } from '../ui/layout.tsx';
import { describePublicApi } from './public-api.ts';

export async function docsPage(c: Context, publicUrl: string): Promise<Response> {
  const body = (
    <div class="card">
      <h1>API of Undersigned</h1>
      <p>
        JSON in UTF-8. Lists page by an opaque cursor. The same description for machines:{' '}
        <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1). What the secretariat does with a key is described at{' '}
        <a href="/v1/admin/docs">/v1/admin/docs</a>.
      </p>
      <DescribedApi description={describePublicApi(publicUrl)} />
    </div>
  );
  return showPage(c, 200, { title: 'API of Undersigned', texts: await textsFor('en'), body });
}
