/** The app: every route, and what happens when none fits or something fails. */

import { Logger } from '@aws-lambda-powertools/logger';
import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { fieldErrors, problem } from '../../shared/http/problem.ts';
import { textsFor } from '../../shared/text/messages.ts';
import type { ApiContext } from './context.ts';
import { wantsPage } from './negotiate.ts';
import { messagePage } from './pages/message.tsx';
import { confirmRoutes } from './routes/confirm.tsx';
import { describeRoutes } from './routes/describe.tsx';
import { letterRoutes } from './routes/letter.ts';
import { pageRoutes } from './routes/pages.tsx';
import { signRoutes } from './routes/sign.tsx';
import { securityHeaders } from './security.ts';

const logger = new Logger({ serviceName: 'public-api' });

/** @returns the Hono app; the same in Lambda, in the local stack and in tests */
export function createApp(api: ApiContext): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (!result.success) return problem(c, 'invalid-query', { errors: fieldErrors(result.error) });
      return undefined;
    },
  });
  app.use(securityHeaders);
  letterRoutes(app, api);
  signRoutes(app, api);
  confirmRoutes(app, api);
  describeRoutes(app, api);
  pageRoutes(app, api);

  app.notFound((c) => {
    if (!wantsPage(c)) return problem(c, 'not-found');
    const texts = textsFor('en');
    return messagePage(c, 404, texts, {
      title: texts.text('page.not-found-title'),
      text: texts.text('page.not-found-text'),
    });
  });
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500) return problem(c, 'malformed-body');
    // The name and where it happened, never the message: it may quote what was sent.
    logger.error('request failed', { error: error.name, method: c.req.method, route: c.req.routePath });
    const name = isBusy(error) ? 'unavailable' : 'internal';
    if (!wantsPage(c)) return problem(c, name);
    const texts = textsFor('en');
    const status = name === 'unavailable' ? 503 : 500;
    return messagePage(c, status, texts, {
      title: texts.text('page.error-title'),
      text: texts.text('page.error-text'),
    });
  });
  return app;
}

/** Errors of DynamoDB that say "later" (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html). */
function isBusy({ name }: Error): boolean {
  return [
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'ThrottlingException',
    'TransactionCanceledException',
    'TransactionConflictException',
    'TransactionInProgressException',
  ].includes(name);
}
