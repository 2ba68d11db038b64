/** Routes for a letter's figures: charts, tables, files, and the press line. */
import type { Context } from 'hono';
import * as z from 'zod';
import { writeAudit } from '../../../shared/audit/audit.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import { snapshotInProgress, takeSnapshotNow } from '../../../shared/statistics/take-snapshot.ts';
import { isoTimestamp } from '../../../shared/time.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, Visit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';
import { refusalPage } from '../ui/refusal.tsx';
import { type Picture, pictures } from './charts/options.ts';
import { type Figure, figureIds } from './figures.ts';
import { figuresPage } from './page.tsx';
import { readFigures } from './read-figures.ts';

const needs = { permission: 'figures.read', of: 'letter' } as const;

const figuresView = z.object({
  letter: z.string(),
  figures: z
    .array(
      z.object({
        id: z.enum(figureIds),
        title: z.string(),
        note: z.string().describe('What the numbers mean'),
        asOf: isoTimestamp,
        columns: z.array(z.string()),
        rows: z.array(z.array(z.union([z.string(), z.number()]))),
        codes: z
          .array(z.string())
          .optional()
          .describe('Codes of countries, partners and languages, in the order of the rows'),
      }),
    )
    .describe('Empty before the first snapshot'),
  press: z.array(z.object({ language: z.string(), line: z.string() })).describe('One sentence for the press'),
  underWay: z.object({ asOf: isoTimestamp, rows: z.int() }).nullable().describe('A snapshot in progress'),
});
const snapshotTaken = z.object({ whole: z.boolean().describe('False while the snapshot is still being completed') });

/**
 * Longest time that a request counts, in milliseconds. A hundred thousand signatures usually take less; housekeeping
 * continues with the rest.
 */
const countsFor = 6_000;

export function figuresRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', '/console/letters/:letter/figures', needs, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    const [found, underWay] = await Promise.all([
      readFigures(api.store, letter, api.now()),
      snapshotInProgress(api.store, letter),
    ]);
    return figuresPage(c, { visit, letter, found, underWay });
  });

  guard.page('post', '/console/letters/:letter/figures', needs, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    if (!letter) return refusalPage(c, 'not-found', visit);
    await takeNow(api, letter, visit);
    return c.redirect(`/console/letters/${letter.slug}/figures`, 303);
  });

  guard.page('get', '/console/letters/:letter/figures/:picture/picture.svg', needs, async (c, visit) => {
    const [letter, picture] = [await letterInPath(api, visit), pictures.find((one) => one === c.req.param('picture'))];
    const figure = letter && picture && (await figureOf(api, letter, figureBehind(picture)));
    return figure ? pictureOf(c, picture, figure) : refusalPage(c, 'not-found', visit);
  });

  guard.page('get', '/console/letters/:letter/figures/:figure/table.csv', needs, async (c, visit) => {
    const letter = await letterInPath(api, visit);
    const figure = letter && (await figureOf(api, letter, c.req.param('figure') ?? ''));
    if (!letter || !figure) return refusalPage(c, 'not-found', visit);
    const { tableCsv } = await import('../exports/table.ts');
    c.header('content-type', 'text/csv; charset=utf-8');
    c.header(
      'content-disposition',
      `attachment; filename="${letter.slug}-${figure.id}-${figure.asOf.slice(0, 10)}.csv"`,
    );
    return c.body(tableCsv(figure));
  });
}

/** Adds the calls for figures. */
export function figuresApiRoutes(guard: Guard, api: ConsoleContext): void {
  guard.api(
    {
      method: 'get',
      path: '/v1/admin/letters/:letter/figures',
      needs,
      summary: 'Get the figures and the press line of a letter, from the last snapshot',
      answers: { 200: { description: 'The figures', json: figuresView } },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      const { figures, press } = (await readFigures(api.store, letter, api.now())) ?? { figures: [], press: [] };
      const underWay = (await snapshotInProgress(api.store, letter)) ?? null;
      return visit.reply(200, { letter: letter.slug, figures, press, underWay });
    },
  );

  guard.api(
    {
      method: 'post',
      path: '/v1/admin/letters/:letter/figures',
      needs,
      summary: 'Take a new snapshot',
      answers: { 200: { description: 'Taken, or started', json: snapshotTaken } },
    },
    async (c, visit) => {
      const letter = await letterInPath(api, visit);
      if (!letter) return problem(c, 'letter-not-found');
      return visit.reply(200, { whole: await takeNow(api, letter, visit) });
    },
  );
}

/** @returns whether the new snapshot is complete */
async function takeNow(api: ConsoleContext, letter: Letter, { actor: by }: Visit): Promise<boolean> {
  const until = performance.now() + countsFor;
  const whole = await takeSnapshotNow(api.store, letter, api.now(), () => performance.now() < until);
  await writeAudit(api.store, { by, did: 'snapshot.taken', scope: letter.slug, after: { whole } }, api.now());
  return whole;
}

/** The map and the bars show the same numbers. */
const figureBehind = (picture: Picture) => (picture === 'map' ? 'countries' : picture);

async function figureOf(api: ConsoleContext, letter: Letter, id: string): Promise<Figure | undefined> {
  return (await readFigures(api.store, letter, api.now()))?.figures.find((figure) => figure.id === id);
}

async function pictureOf(c: Context, picture: Picture, figure: Figure): Promise<Response> {
  const [{ chartOf }, { renderSvg }] = await Promise.all([import('./charts/options.ts'), import('./charts/render.ts')]);
  const look = { dark: c.req.query('theme') === 'dark', small: c.req.query('size') === 'small' };
  const { option, width, height } = chartOf(picture, figure, look);
  const description = `${figure.note} As of ${figure.asOf}.`;
  c.header('content-type', 'image/svg+xml; charset=utf-8');
  return c.body(renderSvg(option, { width, height, title: figure.title, description }));
}
