/** The mails, as text and as HTML. Names are data: plain text in one, escaped by JSX in the other. */
import type { Child } from 'hono/jsx';
import type { Letter } from '../letter/letter.ts';
import type { LetterText } from '../letter/text.ts';
import { countryName } from '../organisation/country.ts';
import { coSignatoryName, type SignatureRecord, textSeenBy } from '../signature/record.ts';
import { direction } from '../text/language.ts';
import { type Texts, textsFor, writeDate } from '../text/messages.ts';
import { printCode } from '../token/token.ts';

/** A mail ready to be put into an envelope. `html` is a whole document. */
export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailSubject {
  readonly record: SignatureRecord;
  readonly letter: Letter;
  /** The text as the signer read it. */
  readonly text: LetterText;
  readonly publicUrl: string;
}

/**
 * The mail that asks to confirm.
 *
 * @param proof the token of the link, the typed code, and until when both work
 */
export async function composeConfirmation(
  { record, letter, text, publicUrl }: MailSubject,
  proof: { token: string; code: string; expiresAt: Date },
): Promise<ComposedMail> {
  const texts = await textsFor(record.language);
  const values = { name: coSignatoryName(record), title: text.title };
  const link = `${publicUrl}/confirm/${proof.token}`;
  const code = printCode(proof.code);
  const asked = texts.text(
    record.kind === 'organisation' ? 'mail.confirm-organisation' : 'mail.confirm-individual',
    values,
  );
  const expires = texts.text('mail.confirm-expires', {
    date: writeDate(proof.expiresAt.toISOString(), texts.language),
  });
  const byCode = [
    `${texts.text('mail.confirm-code', { address: `${publicUrl}/confirm` })}`,
    texts.text('mail.confirm-code-letter', { letter: letter.slug }),
    texts.text('mail.confirm-code-code', { code }),
  ];
  return compose(texts, texts.text('mail.confirm-subject', values), text, {
    plain: [
      texts.text('mail.greeting', { name: record.signatoryName }),
      asked,
      `${texts.text('mail.confirm-press')}\n\n${link}`,
      byCode.join('\n'),
      expires,
      texts.text('mail.not-me'),
    ],
    rich: (
      <>
        <p>{texts.text('mail.greeting', { name: record.signatoryName })}</p>
        <p>{asked}</p>
        <p>{texts.text('mail.confirm-press')}</p>
        <p style="margin:24px 0">
          <a href={link} style={buttonStyle}>
            {texts.text('mail.confirm-button')}
          </a>
        </p>
        <p>
          {texts.text('mail.confirm-code', { address: `${publicUrl}/confirm` })}
          <br />
          {texts.text('mail.confirm-code-letter', { letter: letter.slug })}
          <br />
          {texts.text('mail.confirm-code-code', { code: '' })}{' '}
          <strong style="font:600 22px/1.4 ui-monospace,Menlo,Consolas,monospace;letter-spacing:.08em;white-space:nowrap">
            {code}
          </strong>
        </p>
        <p>{expires}</p>
        <p>{texts.text('mail.not-me')}</p>
      </>
    ),
  });
}

/** The mail after the confirmation: what was recorded, and whom to write to. */
export async function composeReceipt(
  { record, letter, text, publicUrl }: MailSubject,
  { manageToken }: { manageToken: string },
): Promise<ComposedMail> {
  const texts = await textsFor(record.language);
  const values = { name: coSignatoryName(record), title: text.title };
  const thanks = texts.text(record.duplicateOf ? 'mail.receipt-duplicate' : 'mail.receipt-text', values);
  const facts = factsOf(record, texts);
  const address = `${publicUrl}/${letter.slug} ${publicUrl}/manage/${manageToken}`;
  const contact = letter.settings.privacy?.contact;
  const change = contact ? [texts.text('mail.receipt-change', { contact })] : [];
  return compose(texts, texts.text('mail.receipt-subject', values), text, {
    plain: [
      texts.text('mail.greeting', { name: record.signatoryName }),
      thanks,
      `${texts.text('mail.receipt-facts')}\n${facts.map(([name, value]) => `  ${name}: ${value}`).join('\n')}`,
      `${texts.text('mail.receipt-letter')}\n${address}`,
      ...change,
    ],
    rich: (
      <>
        <p>{texts.text('mail.greeting', { name: record.signatoryName })}</p>
        <p>{thanks}</p>
        <p>{texts.text('mail.receipt-facts')}</p>
        <table style="border-collapse:collapse">
          {facts.map(([name, value]) => (
            <tr>
              <th style="text-align:start;vertical-align:top;padding:2px 16px 2px 0;font-weight:400;opacity:.8">
                {name}
              </th>
              <td style="padding:2px 0;word-break:break-word">{value}</td>
            </tr>
          ))}
        </table>
        <p>
          {texts.text('mail.receipt-letter')}
          <br />
          <a href={address} style="overflow-wrap:anywhere">
            {address}
          </a>
        </p>
        {change.map((line) => (
          <p>{line}</p>
        ))}
      </>
    ),
  });
}

function factsOf(record: SignatureRecord, texts: Texts): [string, string][] {
  const { kind, organisationName, signatoryName, signatoryRole, country, display } = record;
  const signatory = signatoryRole ? `${signatoryName}, ${signatoryRole}` : signatoryName;
  const facts: [string, string | undefined][] = [
    [texts.text(kind === 'organisation' ? 'mail.fact-organisation' : 'mail.fact-affiliation'), organisationName],
    [texts.text('mail.fact-signatory'), signatory],
    [texts.text('mail.fact-country'), country && countryName(country, texts.language)],
    [texts.text('mail.fact-date'), record.confirmedAt && texts.date(record.confirmedAt)],
    [
      texts.text('mail.fact-display'),
      texts.text(display === 'public' ? 'mail.fact-display-public' : 'mail.fact-display-withheld'),
    ],
    [texts.text('mail.fact-version'), textSeenBy(record)],
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, value]] : []));
}

const buttonStyle =
  'display:inline-block;padding:14px 22px;background:#175457;color:#fff;text-decoration:none;border-radius:6px;font-weight:600';

async function compose(
  texts: Texts,
  subject: string,
  letter: LetterText,
  { plain, rich }: { plain: string[]; rich: Child },
): Promise<ComposedMail> {
  const sentFor = texts.text('mail.sent-for', { convener: letter.convener.organisation });
  const page = (
    <html lang={texts.language} dir={direction(texts.language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
      </head>
      <body style="margin:0;padding:24px 16px;font:16px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
        <div style="max-width:560px;margin:0 auto">
          {rich}
          <hr style="border:0;border-top:1px solid #bbb;margin:24px 0" />
          <p style="font-size:14px">{sentFor}</p>
        </div>
      </body>
    </html>
  );
  return {
    subject,
    text: `${[...plain, `-- \n${sentFor}`].join('\n\n')}\n`,
    html: `<!doctype html>${await page}`,
  };
}

/* INTERIM */
export const composeReminder = composeConfirmation;
export const composeAlreadySigned = composeReceipt;
export const composeDuplicateNote = composeReceipt;
export const composeDisplaced = composeReceipt;
export const composeNewVersion = composeReceipt as (
  s: MailSubject & { newText: LetterText; changesUrl: string },
  t: { manageToken: string },
) => Promise<ComposedMail>;
export const composeWithdrawn = (s: MailSubject) => composeReceipt(s, { manageToken: '' });
export type LinkItem = { title: string; name: string } & (
  | { state: 'confirmed'; manageToken: string }
  | { state: 'pending'; token: string; code: string; expiresAt: Date; letter: string }
);
export const composeLinks = async ({
  publicUrl,
  items,
}: {
  language: string;
  publicUrl: string;
  items: LinkItem[];
}): Promise<ComposedMail> => ({
  subject: 'links',
  text: items
    .map((i) =>
      i.state === 'confirmed'
        ? `${publicUrl}/manage/${i.manageToken}`
        : `${publicUrl}/confirm/${i.token}\nCode: ${printCode(i.code)}`,
    )
    .join('\n'),
  html: '',
});
