/** The link by which partners read a draft. */
import type { FC } from 'hono/jsx';
import { Csrf } from '../ui/layout.tsx';
import { formatInZone } from '../ui/local-time.ts';

interface PreviewLinkProps {
  /** The link, right after it was made: it is stored as a hash. */
  readonly link: string | undefined;
  /** When the current link was made, if there is one. */
  readonly since: string | undefined;
  readonly csrf: string;
  readonly action: string;
  readonly zone: string;
}

export const PreviewLink: FC<PreviewLinkProps> = ({ link, since, csrf, action, zone }) => (
  <section class="card">
    <h2>Preview link</h2>
    <p>
      For partners who agree on the text first. Anyone with the link can read the draft; search engines are told to
      leave it out. Once the letter is open, the link leads to its page.
    </p>
    {link ? (
      <div class="snippet" role="status">
        <p>Copy the link now. You cannot see it again.</p>
        <pre id="preview-link" data-copy="">
          {link}
        </pre>
      </div>
    ) : null}
    {since ? <p>The current link was created on {formatInZone(since, zone)}.</p> : null}
    <div class="actions">
      <form method="post" action={`${action}/link`}>
        <Csrf token={csrf} />
        <button class="quiet" type="submit">
          {since ? 'Replace the link' : 'Create a link'}
        </button>
      </form>
      {since ? (
        <form method="post" action={`${action}/link/revoke`}>
          <Csrf token={csrf} />
          <button class="grave" type="submit">
            Revoke the link
          </button>
        </form>
      ) : null}
    </div>
  </section>
);
