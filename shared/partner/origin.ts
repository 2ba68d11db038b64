/** Web origins, as browsers write them (https://html.spec.whatwg.org/multipage/browsers.html#origin). */
import * as z from 'zod';

/**
 * Host names that `frame-ancestors` accepts: no wildcards, and no addresses except the loopback's
 * (https://www.w3.org/TR/CSP3/#match-hosts).
 */
const hostName = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/;
const loopback = /^(localhost|[a-z0-9-]+\.localhost|127\.0\.0\.1)$/;

/** `https://example.org`, with a port if it is not the default; `http://` for this machine only. */
export const webOrigin = z
  .string()
  .max(300)
  .transform((text, context) => {
    const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
    const isOwnMachine = url !== undefined && loopback.test(url.hostname);
    const isBare = url !== undefined && url.href === `${url.origin}/`;
    if (url && isBare && isOwnMachine && ['http:', 'https:'].includes(url.protocol)) return url.origin;
    if (url && isBare && url.protocol === 'https:' && hostName.test(url.hostname)) return url.origin;
    context.addIssue({
      code: 'custom',
      message: 'enter the address of a website, such as https://example.org, without a path or *',
    });
    return z.NEVER;
  });
