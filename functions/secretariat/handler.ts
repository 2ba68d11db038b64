/** The secretariat's console and its API, started by the edge for what is below /console and /v1/admin. */
import { handle } from 'hono/aws-lambda';
import { secretariatEnv } from '../../shared/config/env.ts';
import { edgeSecrets, secretKeys } from '../../shared/config/secret.ts';
import { openStore } from '../../shared/store/store.ts';
import { createConsole } from './app.ts';

const env = secretariatEnv.parse(process.env);
const edge = env.EDGE_SECRET_ID === undefined ? undefined : edgeSecrets(env.EDGE_SECRET_ID);
edge?.().catch(() => undefined);

export const { app } = createConsole({
  store: openStore(env.TABLE_NAME),
  keys: secretKeys(env.SECRET_ID),
  edge,
  publicUrl: env.PUBLIC_URL,
  mailFrom: env.MAIL_FROM,
  secretariatEmail: env.SECRETARIAT_EMAIL,
  now: () => new Date(),
});

export const handler = handle(app);
