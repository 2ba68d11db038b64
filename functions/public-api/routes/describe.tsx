/** The API described: for machines, for people, and whether it is up. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { textsFor } from '../../../shared/text/messages.ts';
import type { ApiContext } from '../context.ts';
import { DocsPage } from '../pages/docs.tsx';
import { showPage } from '../pages/layout.tsx';

const version = '1.0.0';

export function describeRoutes(app: OpenAPIHono, { publicUrl }: ApiContext): void {
  const document = () =>
    app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'Undersigned',
        version,
        description: 'Collects co-signatures for open letters. Errors are problem details (RFC 9457).',
        license: { name: 'MIT' },
      },
      servers: [{ url: publicUrl }],
    });

  app.openapi(
    createRoute({
      method: 'get',
      path: '/health',
      summary: 'Whether the function runs',
      responses: {
        200: {
          description: 'It does',
          content: { 'application/json': { schema: z.object({ status: z.literal('ok'), version: z.string() }) } },
        },
      },
    }),
    (c) => c.json({ status: 'ok' as const, version }, 200, { 'cache-control': 'no-store' }),
  );
  app.get('/openapi.json', (c) => c.json(document(), 200, { 'cache-control': 'public, max-age=300' }));
  app.get('/docs', (c) =>
    showPage(c, 200, { title: 'API of Undersigned', texts: textsFor('en'), body: <DocsPage document={document()} /> }),
  );
}
