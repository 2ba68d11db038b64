/**
 * Content security policies of our pages: one style sheet, no third party, and no script but that of the form
 * (https://www.w3.org/TR/CSP3/).
 */
import { stylesHash } from './styles.ts';

interface Allowed {
  /** Sites that may show the page in a frame (CSP `frame-ancestors`). */
  readonly ancestors: string;
  /** Where its form may lead, including the answers to it. */
  readonly actions?: string;
  /** Hash of the only script in the page that may run. */
  readonly scriptHash?: string;
  /** Whether `<sign-on-form>` is on the page: its files and the API are of our own origin. */
  readonly hasElement?: boolean;
}

export function contentSecurityPolicy({ ancestors, actions = "'self'", scriptHash, hasElement }: Allowed): string {
  const scripts = [...(scriptHash ? [`'${scriptHash}'`] : []), ...(hasElement ? ["'self'"] : [])];
  return [
    "default-src 'none'",
    ...(scripts.length > 0 ? [`script-src ${scripts.join(' ')}`] : []),
    ...(hasElement ? ["connect-src 'self'"] : []),
    `style-src '${stylesHash}'`,
    "img-src 'self' data:",
    `form-action ${actions}`,
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

/** For a page that may not be framed. */
export const strict = contentSecurityPolicy({ ancestors: "'none'" });
/** For pages that we show in frames ourselves. */
export const ownFrames = contentSecurityPolicy({ ancestors: "'self'" });
/** The same with the form. */
export const ownFramesWithElement = contentSecurityPolicy({ ancestors: "'self'", hasElement: true });
