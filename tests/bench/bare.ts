/** The minimal baseline: every function and route is compared with it. */
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';

const app = new Hono().get('/', (c) => c.json({ status: 'ok' }));

export const handler = handle(app);
