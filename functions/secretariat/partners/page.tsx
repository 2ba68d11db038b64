/** One partner of a letter: its numbers, the code for its pages, its sites, the link to its figures. */
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Partner } from '../../../shared/partner/partner.ts';
import { ErrorSummary, Field, type Filled } from '../ui/field.tsx';
import { Csrf } from '../ui/layout.tsx';
import { formatInZone, zoneOf } from '../ui/local-time.ts';
import { NextStepFields } from '../ui/next-step-fields.tsx';
import { amount } from '../ui/number.ts';
import { FiguresOfPartner } from './figures-page.tsx';
import { OriginsField } from './list-page.tsx';
import type { PartnerFigures } from './read-partner-figures.ts';
import { mailFor, Snippet, snippetsFor } from './snippet.tsx';

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
  const zone = zoneOf(letter);
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <FiguresOfPartner figures={figures} zone={zone} />
      {figures.held > 0 ? <p class="soft">{amount(figures.held, 'more is', 'more are')} held as likely spam.</p> : null}
      <section class="card">
        <h2>Code for the partner’s site</h2>
        {snippetsFor(publicUrl, letter.slug, partner.id).map((snippet) => (
          <Snippet {...snippet} />
        ))}
      </section>
      <section class="card">
        <h2>Email for the webmaster</h2>
        <Snippet label="Email" id="snippet-mail" text={mailFor(publicUrl, letter, partner.id)} />
      </section>
      {writes ? <LinkForms {...props} action={`${action}/link`} zone={zone} /> : null}
      {writes ? <Change {...props} action={action} /> : null}
      {writes ? (
        <form method="post" action={`${action}/remove`} class="card">
          <Csrf token={csrf} />
          <h2>Removal</h2>
          <p>Its sites stop showing the form within a minute. Its numbers are kept.</p>
          <button class="grave" type="submit">
            Remove partner
          </button>
        </form>
      ) : null}
    </>
  );
};

const LinkForms: FC<PartnerProps & { action: string; zone: string }> = ({ link, linkSince, csrf, action, zone }) => (
  <section class="card">
    <h2>Link to its figures</h2>
    <p>Anyone with the link sees the numbers above without signing in, but nothing about people.</p>
    {link ? (
      <div class="note" role="status">
        <p>Copy the link now. You cannot see it again.</p>
        <Snippet label="The link" id="figures-link" text={link} />
      </div>
    ) : null}
    {linkSince ? <p>The current link was created on {formatInZone(linkSince, zone)}.</p> : null}
    <div class="actions">
      <form method="post" action={action}>
        <Csrf token={csrf} />
        <button class="quiet" type="submit">
          {linkSince ? 'Replace the link' : 'Create a link'}
        </button>
      </form>
      {linkSince ? (
        <form method="post" action={`${action}/revoke`}>
          <Csrf token={csrf} />
          <button class="grave" type="submit">
            Revoke the link
          </button>
        </form>
      ) : null}
    </div>
  </section>
);

const Change: FC<PartnerProps & { action: string }> = ({ partner, form, csrf, action, writesShared }) => {
  const others = partner.letters.length - 1;
  if (!writesShared) {
    return (
      <p class="soft">
        It is also a partner of letters that you cannot change. Ask an owner to change its name and sites. Sites:{' '}
        {partner.origins.join(', ') || 'none'}
      </p>
    );
  }
  return (
    <form method="post" action={action} class="card">
      <Csrf token={csrf} />
      <h2>Name and sites</h2>
      {others > 0 ? (
        <p class="soft">Changes also apply to its {others === 1 ? 'other letter' : `${others} other letters`}.</p>
      ) : null}
      <Field name="name" label="Name" form={form} required />
      <OriginsField form={form} />
      <NextStepFields
        form={form}
        hint="Optional. For people who signed on the partner’s sites, and on one of these sites, such as https://valley-radio.example/thanks."
      />
      <button type="submit">Save</button>
    </form>
  );
};
