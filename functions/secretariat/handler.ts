/** The secretariat's console and its API: handles requests below /console and /v1/admin from the edge. */
import { Hono } from 'hono';
import { readEnvironment, secretariatEnv } from '../../shared/platform/config/env.ts';
import { logError } from '../../shared/platform/config/log.ts';
import { edgeSecrets, secretKeys } from '../../shared/platform/config/secret.ts';
import { siteOf } from '../../shared/platform/http/edge.ts';
import { lambdaHandler, refuseUnreadable, streamEvents } from '../../shared/platform/http/lambda-event.ts';
import { problem } from '../../shared/platform/http/problem.ts';
import { openStore } from '../../shared/platform/store/store.ts';
import { createConsole } from './app.ts';
import type { ConsoleFiles } from './context.ts';
import { maskStreamErrors } from './mask-stream-errors.ts';
import { allPages } from './pages.ts';
import { securityHeaders } from './security-headers.ts';

const env = readEnvironment(secretariatEnv);
const edge = env.EDGE_SECRET_ID === undefined ? undefined : edgeSecrets(env.EDGE_SECRET_ID);
edge?.().catch(() => undefined);

const store = openStore(env.TABLE_NAME);
const keys = secretKeys(env.SECRET_ID);

/** The client of S3 is loaded with the first file. */
const files: ConsoleFiles = {
  async form(wanted) {
    const [{ openBucket }, { uploadForm }] = await Promise.all([
      import('../../shared/platform/bucket/bucket.ts'),
      import('../../shared/platform/bucket/form.ts'),
    ]);
    return uploadForm(openBucket(env.BUCKET_NAME), wanted, new Date());
  },
  async link(key, fileName) {
    const { linkTo, openBucket } = await import('../../shared/platform/bucket/bucket.ts');
    return linkTo(openBucket(env.BUCKET_NAME), key, fileName);
  },
  async read(key) {
    const { openBucket, readObject } = await import('../../shared/platform/bucket/bucket.ts');
    return readObject(openBucket(env.BUCKET_NAME), key);
  },
};

const consoleAt = (publicUrl: string) => {
  const context = {
    store,
    keys,
    edge,
    publicUrl,
    mailFrom: env.MAIL_FROM,
    secretariatEmail: env.SECRETARIAT_EMAIL,
    files,
    now: () => new Date(),
  };
  const pages = createConsole(context, [allPages]).app;
  let calls: Hono | undefined;
  /** Most instances only show pages, so the calls of the API are loaded with the first of them. */
  const forPath = async (path: string): Promise<Hono> => {
    if (!path.startsWith('/v1/')) return pages;
    const { allCalls } = await import('./calls.ts');
    calls ??= createConsole(context, [allCalls]).app;
    return calls;
  };
  return { publicUrl, forPath };
};

/** Created for the site of the first request; recreated in the rare case that a request comes to another. */
let current: ReturnType<typeof consoleAt> | undefined;

export const app = new Hono();
app.use(securityHeaders);
app.use(refuseUnreadable);
app.onError((error, c) => {
  logError('request failed', { error: error.name });
  return problem(c, 'internal');
});
app.all('*', async (c) => {
  const site = env.PUBLIC_URL ?? siteOf(c);
  if (site === undefined) return problem(c, 'not-through-edge');
  if (current?.publicUrl !== site) current = consoleAt(site);
  const asked = await current.forPath(c.req.path);
  return maskStreamErrors(await asked.fetch(c.req.raw, c.env));
});

export const handler = streamEvents(app) ?? lambdaHandler(app);
