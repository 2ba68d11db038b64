/** The script of the console. Stored with the bundle and read on demand. It contains nothing secret. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Hono } from 'hono';
import { problem } from '../../../shared/platform/http/problem.ts';

/** Beside this code in Lambda; otherwise where the build puts it. */
const places = ['./console/script.js', '../../../dist/console/script.js'].map((path) => new URL(path, import.meta.url));

export function scriptRoutes(app: Hono): void {
  app.get('/console/script.js', async (c) => {
    const place = places.find((one) => existsSync(one));
    if (!place) return problem(c, 'not-found');
    return c.body(await readFile(place), 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });
}
