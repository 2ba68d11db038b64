/** Compresses responses that the edge does not: CloudFront compresses only what its cache policy lets it cache. */
import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';

const squeeze = compress();

/**
 * Gzip for pages, lists and exports, including streamed ones. Cacheable responses are left to the edge, which
 * compresses better. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
 *
 * The length of a compressed page reveals whether words in its address also occur in its text. So a page for a member
 * is compressed only if no other site can have requested it (docs/decisions/017-compression.md).
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
