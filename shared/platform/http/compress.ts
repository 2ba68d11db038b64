/** Compresses answers that the edge does not: CloudFront compresses only what its cache policy lets it keep. */
import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';

const squeeze = compress();

/**
 * Gzip for pages, lists and exports, also while they are streamed. What the edge keeps it compresses itself, and better.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
 *
 * The length of a compressed page tells whether words in its address also stand in its text. So a page for a member is
 * compressed only when no other site can have asked for it (docs/decisions/017-compression.md).
 */
export const compressed: MiddlewareHandler = async (c, next) => {
  await next();
  const isKept = /\b(s-maxage|immutable)\b/.test(c.res.headers.get('cache-control') ?? '');
  if (!isKept && !isFromElsewhere(c.req.raw.headers)) await squeeze(c, async () => {});
};

/** Browsers name the site that a request comes from (https://w3c.github.io/webappsec-fetch-metadata/). */
function isFromElsewhere(headers: Headers): boolean {
  return headers.has('cookie') && !/^(same-origin|none)$/.test(headers.get('sec-fetch-site') ?? '');
}
