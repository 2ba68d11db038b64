/** The API answers the edge alone: it sends a secret with each request, which is what makes its word on the viewer good. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import * as z from 'zod';
import { problem } from './problem.ts';

/** Set by CloudFront (`infra/edge/edge.ts`); a client that writes it there is overruled. */
export const edgeHeader = 'x-undersigned-edge';

const siteHeader = 'x-undersigned-site';
const site = z.url({ protocol: /^https$/, hostname: z.regexes.domain });

/** @returns the origin under which the edge was asked; good only together with the edge's secret */
export function siteOf(c: Context): string | undefined {
  return site.safeParse(c.req.header(siteHeader)).data;
}

/** @param secrets gives the values that are good at the moment */
export function onlyFromEdge(secrets: () => Promise<readonly string[]>): MiddlewareHandler {
  return async (c, next) => {
    const sent = digest(c.req.header(edgeHeader) ?? '');
    // Each is compared, so that the time tells nothing, not even which one fits.
    const fits = (await secrets()).map((secret) => timingSafeEqual(digest(secret), sent));
    if (!fits.includes(true)) return problem(c, 'not-through-edge');
    return next();
  };
}

/** Of one length, whatever was sent. */
const digest = (text: string) => createHash('sha256').update(text).digest();
