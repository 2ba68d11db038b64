/**
 * Pages shown in a frame on a partner's site. Each sends its height to the site, so that the frame need not scroll;
 * without JavaScript, or without the site's listener, it scrolls. docs/embedding.md has the listener.
 */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import type { LetterPartner } from '../../../shared/letter/partners.ts';
import { contentSecurityPolicy } from '../ui/csp.ts';

/**
 * Sends the height only to the site that shows the page, if it is the partner's: as `ancestorOrigins` says, or else the
 * referrer. When neither is known (Firefox after a form was sent, a site without referrers), each of the partner's
 * origins is a target, and the browser delivers the message only to the one that matches.
 */
const script = `(() => {
const me = document.currentScript;
const origins = me.dataset.origins.split(' ');
if (parent === window) return;
const referrer = document.referrer && new URL(document.referrer).origin;
const site = location.ancestorOrigins?.[0] ?? (referrer === location.origin ? '' : referrer);
const targets = site && site !== 'null' ? origins.filter((origin) => origin === site) : origins;
let reported = 0;
new ResizeObserver(() => {
const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
if (height === reported) return;
reported = height;
for (const target of targets) parent.postMessage({ type: 'undersigned:height', letter: me.dataset.letter, height }, target);
}).observe(document.documentElement);
})()`;

const scriptHash = `sha256-${createHash('sha256').update(script).digest('base64')}`;

/** Lets only the partner's sites show this answer in a frame, including isolated sites (COEP). */
export function allowFraming(c: Context, { origins }: LetterPartner, { hasElement }: { hasElement: boolean }): void {
  const selfAnd = ["'self'", ...origins].join(' ');
  // A form returned with errors may lead on to the partner's site.
  c.header(
    'content-security-policy',
    contentSecurityPolicy({ ancestors: selfAnd, actions: selfAnd, scriptHash, hasElement }),
  );
  c.header('cross-origin-resource-policy', 'cross-origin');
  c.header('cross-origin-embedder-policy', 'require-corp');
}

/** For the head of a framed page. */
export const HeightScript: FC<{ letter: string; partner: LetterPartner }> = ({ letter, partner: { origins } }) => (
  <script data-letter={letter} data-origins={origins.join(' ')}>
    {raw(script)}
  </script>
);
