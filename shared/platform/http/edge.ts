/**
 * Restricts the API to the edge, which sends a secret with each request. Only that makes its headers about the viewer
 * trustworthy.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import * as z from 'zod';
import { problem } from './problem.ts';

/** Set by CloudFront (`infra/edge/edge.ts`), which overwrites a client's value. */
export const edgeHeader = 'x-undersigned-edge';

const siteHeader = 'x-undersigned-site';
const site = z.url({ protocol: /^https$/, hostname: z.regexes.domain });

/** @returns the origin of the viewer's request; to be trusted only together with the edge's secret */
export function siteOf(c: Context): string | undefined {
  return site.safeParse(c.req.header(siteHeader)).data;
}

/** @param secrets returns the values that are valid now */
export function onlyFromEdge(secrets: () => Promise<readonly string[]>): MiddlewareHandler {
  return async (c, next) => {
    const sent = digest(c.req.header(edgeHeader) ?? '');
    // Compares every secret, so that the time reveals nothing, not even which one matches.
    const fits = (await secrets()).map((secret) => timingSafeEqual(digest(secret), sent));
    if (!fits.includes(true)) return problem(c, 'not-through-edge');
    return next();
  };
}

/** Gives every input the same length. */
const digest = (text: string) => createHash('sha256').update(text).digest();
