/** One partner of a letter: its numbers, the code for its pages, its sites, the link to its figures. */
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Partner } from '../../../shared/partner/partner.ts';
import { ErrorSummary, Field, type Filled } from '../ui/field.tsx';
import { Csrf } from '../ui/layout.tsx';
import { formatInZone } from '../ui/local-time.ts';
import { FiguresOfPartner } from './figures-page.tsx';
import { OriginsField } from './list-page.tsx';
import type { PartnerFigures } from './read-partner-figures.ts';
import { Snippet, snippetsFor } from './snippet.tsx';

interface PartnerProps {
  readonly letter: Letter;
  readonly partner: Partner;
  readonly figures: PartnerFigures;
  /** Just created, and shown only this once. */
  readonly link: string | undefined;
  readonly linkSince: string | undefined;
  readonly form: Filled;
  readonly csrf: string;
  readonly publicUrl: string;
  readonly writes: boolean;
  readonly writesShared: boolean;
}

export const PartnerView: FC<PartnerProps> = (props) => {
  const { letter, partner, figures, form, csrf, publicUrl, writes } = props;
  const action = `/console/letters/${letter.slug}/partners/${partner.id}`;
  const zone = letter.settings.timeZone ?? 'UTC';
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <FiguresOfPartner figures={figures} zone={zone} />
      {figures.held > 0 ? (
        <p class="soft">{figures.held} more were held without a mail: they looked like abuse, or were one too many.</p>
      ) : null}
      <section class="card">
        <h2>To copy into its pages</h2>
        {snippetsFor(publicUrl, letter.slug, partner.id).map((snippet) => (
          <Snippet {...snippet} />
        ))}
      </section>
      {writes ? <LinkForms {...props} action={`${action}/link`} zone={zone} /> : null}
      {writes ? <Change {...props} action={action} /> : null}
      {writes ? (
        <form method="post" action={`${action}/remove`} class="card">
          <Csrf token={csrf} />
          <h2>Take away</h2>
          <p>Its sites can no longer show the form of this letter, within a minute. Its numbers are kept.</p>
          <button class="grave" type="submit">
            Take {partner.name} from this letter
          </button>
        </form>
      ) : null}
    </>
  );
};

const LinkForms: FC<PartnerProps & { action: string; zone: string }> = ({ link, linkSince, csrf, action, zone }) => (
  <section class="card">
    <h2>A page of its own figures</h2>
    <p>Whoever has the link sees the numbers above, and nothing about people. It needs no sign-in.</p>
    {link ? (
      <div class="note" role="status">
        <p>Copy it now: it is not shown again.</p>
        <Snippet label="The link" id="figures-link" text={link} />
      </div>
    ) : null}
    {linkSince ? <p>There is a link since {formatInZone(linkSince, zone)}.</p> : null}
    <div class="actions">
      <form method="post" action={action}>
        <Csrf token={csrf} />
        <button class="quiet" type="submit">
          {linkSince ? 'Make a new link; the old one ends' : 'Make a link'}
        </button>
      </form>
      {linkSince ? (
        <form method="post" action={`${action}/revoke`}>
          <Csrf token={csrf} />
          <button class="grave" type="submit">
            End the link
          </button>
        </form>
      ) : null}
    </div>
  </section>
);

const Change: FC<PartnerProps & { action: string }> = ({ letter, partner, form, csrf, action, writesShared }) => {
  const others = partner.letters.length - 1;
  if (!writesShared) {
    return (
      <p class="soft">
        It is also a partner of letters that you may not change, so its name and sites are changed by an owner. Sites:{' '}
        {partner.origins.join(', ') || 'none'}
      </p>
    );
  }
  return (
    <form method="post" action={action} class="card">
      <Csrf token={csrf} />
      <h2>Name and sites</h2>
      {others > 0 ? (
        <p class="soft">
          They hold for its other letters, too: {partner.letters.filter((slug) => slug !== letter.slug).join(', ')}
        </p>
      ) : null}
      <Field name="name" label="Name" form={form} required />
      <OriginsField form={form} />
      <button type="submit">Save</button>
    </form>
  );
};
