/** The least that can be: what every function and route is compared with. */
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';

const app = new Hono().get('/', (c) => c.json({ status: 'ok' }));

export const handler = handle(app);
