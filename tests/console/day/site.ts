/** The site of a world at a real address, and a member's browser that checks each page for visible problems. */
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { listen, loopback } from '../../../infra/local/ports.ts';
import { axeViolations } from '../../fixtures/axe.ts';
import { rememberingStore } from '../../fixtures/remember-reads.ts';
import { makeWorld, noNetwork, type World } from '../../fixtures/world.ts';

/** @returns the world, its address, and a function that closes it */
export async function openSite(clock: { now: number }) {
  let world: World | undefined;
  const server = createServer(
    getRequestListener((request, env) => {
      const isConsole = /^\/(console|v1\/admin)(\/|$)/.test(new URL(request.url).pathname);
      // No two requests arrive at the same moment.
      clock.now += 250;
      const app = isConsole ? world?.secretariat.app : world?.app;
      return app?.fetch(request, env) ?? new Response(undefined, { status: 503 });
    }),
  );
  const url = `http://${loopback}:${await listen(server, 0)}`;
  world = makeWorld(await rememberingStore(), clock, noNetwork, { site: url });
  const close = () => new Promise((resolve) => server.close(resolve));
  return { world, url, close };
}

export const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Rules that depend on colours and widths; the others are the same in every view. */
export const byLook = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block'];

/** Labels of tables whose rows stack, which therefore never scroll horizontally. */
const widerThanTheirBox = `[...document.querySelectorAll('.scroll:has(.stacks)')]
  .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
  .map((box) => box.getAttribute('aria-label'))`;

/** Checks the page on a phone and on a desktop, light and dark: axe finds nothing, and nothing scrolls horizontally. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['CONSOLE_SHOTS'];
  if (folder) await mkdir(folder, { recursive: true });
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const isFirst = width === 390 && colorScheme === 'light';
      const found = await axeViolations(page, isFirst ? { tags: levels } : { rules: byLook });
      expect(found, `${name}, ${width}, ${colorScheme}`).toEqual([]);
      if (folder) {
        await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      }
    }
    expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(width);
    expect(await page.evaluate(widerThanTheirBox), `tables of ${name} at ${width}`).toEqual([]);
  }
}
