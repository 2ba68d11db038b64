/** The content security policies of our pages: one style sheet, no script, no third party (https://www.w3.org/TR/CSP3/). */
import { stylesHash } from './styles.ts';

/**
 * @param ancestors who may show the page in a frame (CSP `frame-ancestors`)
 * @param actions where its form may lead, answers of ours included
 * @param script hash of the one script that may run
 */
export function contentSecurityPolicy(ancestors: string, actions = "'self'", script?: string): string {
  return [
    "default-src 'none'",
    ...(script ? [`script-src '${script}'`] : []),
    `style-src '${stylesHash}'`,
    "img-src 'self' data:",
    `form-action ${actions}`,
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

/** For a page that nobody shows in a frame. */
export const strict = contentSecurityPolicy("'none'");
/** For pages that we show in frames ourselves. */
export const ownFrames = contentSecurityPolicy("'self'");
