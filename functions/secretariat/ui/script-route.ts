/** The scripts of the console. Stored with the bundle and read on demand. They contain nothing secret. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Hono } from 'hono';
import { problem } from '../../../shared/platform/http/problem.ts';

/** Beside this code in Lambda; otherwise where the build puts it. */
const folders = ['./console/', '../../../dist/console/'].map((path) => new URL(path, import.meta.url));

export function scriptRoutes(app: Hono): void {
  for (const name of ['script.js', 'editor.js']) {
    app.get(`/console/${name}`, async (c) => {
      const place = folders.map((folder) => new URL(name, folder)).find((one) => existsSync(one));
      if (!place) return problem(c, 'not-found');
      return c.body(await readFile(place), 200, { 'content-type': 'text/javascript; charset=utf-8' });
    });
  }
}
