/** A mail as HTML: inline styles only, the reader's own colours, readable on a phone. */
import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import { Blocks } from '../../../shared/letter/letter-view.tsx';
import type { Tint } from '../../../shared/letter/tints.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { direction } from '../../../shared/text/language.ts';
import type { Part } from './parts.ts';
import { fillText, pieces } from './words.ts';

/** The convener's logo, a linked image of ours that is the same for everybody; and the colour. */
export interface MailLook {
  readonly logo?: { readonly src: string; readonly alt: string; readonly width: number; readonly height: number };
  readonly tint?: Tint;
}

export interface HtmlMail {
  readonly subject: string;
  /** Title in a few words, with a smaller line above it. */
  readonly title: string;
  /** Language of the title, if the secretariat wrote it. */
  readonly titleLanguage?: string | undefined;
  readonly step?: string | undefined;
  /** The letter, its sender and its look; a mail about several letters has none. */
  readonly letter?:
    | { readonly title: string; readonly convener: string; readonly look: MailLook; readonly url: string | undefined }
    | undefined;
  readonly parts: readonly Part[];
  readonly footer: string;
}

export async function writeHtml(mail: HtmlMail, texts: Texts) {
  const { subject, title, titleLanguage, step, letter, parts, footer } = mail;
  const look = letter?.look;
  const page = (
    <html lang={texts.language} dir={direction(texts.language)} style="color-scheme:light dark">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        {/* Stops mail programs from turning names and codes into phone numbers or addresses. */}
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no" />
        <title>{subject}</title>
      </head>
      <body style={style.body}>
        <div style="max-width:560px;margin:0 auto">
          {look?.logo ? (
            <p style="margin:0 0 20px">
              <img
                src={look.logo.src}
                alt={look.logo.alt}
                width={look.logo.width}
                height={look.logo.height}
                style={style.logo}
              />
            </p>
          ) : null}
          {step ? <p style={style.step}>{step}</p> : null}
          <h1 lang={titleLanguage} dir={titleLanguage && direction(titleLanguage)} style={style.title}>
            {title}
          </h1>
          {letter ? (
            <p style={look?.tint ? `${style.letter};border-inline-start-color:${look.tint.accent}` : style.letter}>
              {letter.url === undefined ? (
                <bdi style="font-weight:600">{letter.title}</bdi>
              ) : (
                <a href={letter.url} style={style.letterLink}>
                  <bdi>{letter.title}</bdi>
                </a>
              )}
              <br />
              <bdi style="font-size:15px">{letter.convener}</bdi>
            </p>
          ) : null}
          {parts.map((part) => (
            <Shown part={part} texts={texts} tint={look?.tint} />
          ))}
          <hr style={style.rule} />
          <p style="margin:0;font-size:14px;opacity:.85">
            <Words words={footer} />
          </p>
        </div>
      </body>
    </html>
  );
  return `<!doctype html>${await page}`;
}

const Shown: FC<{ part: Part; texts: Texts; tint?: Tint | undefined }> = ({ part, texts, tint }) => {
  const colours = tint ? `;background:${tint.accent};color:${tint.on}` : '';
  switch (part.is) {
    case 'paragraph':
      return (
        <p style={part.small ? style.smallPrint : style.paragraph}>
          <Words words={part.words} />
        </p>
      );
    case 'heading':
      return (
        <h2 style={style.heading}>
          <Words words={part.words} />
        </h2>
      );
    case 'lines':
      return (
        <p style={style.paragraph}>
          {part.lines.map((line, place) => (
            <>
              {place > 0 ? <br /> : null}
              <Words words={line} />
            </>
          ))}
        </p>
      );
    case 'button':
      return (
        <>
          {/* The cell has the colour too: some programs ignore the padding of links. */}
          <table role="presentation" style="border-collapse:separate;border-spacing:0;margin:24px 0 16px">
            <tr>
              <td style={style.buttonCell + colours}>
                <a href={part.href} style={style.button + colours}>
                  {part.label}
                </a>
              </td>
            </tr>
          </table>
          <p style={style.smallPrint}>
            {part.otherwise}
            <br />
            <Address href={part.href} />
          </p>
        </>
      );
    case 'link':
      return (
        <p style={part.small ? style.smallPrint : style.paragraph}>
          <Words words={part.words} />
          <br />
          <Address href={part.href} />
        </p>
      );
    case 'code':
      return (
        <p style={style.paragraph}>
          <Words words={fillText(texts, 'mail.code-code', { code: part.code })} valueStyle={style.code} />
        </p>
      );
    case 'facts':
      return (
        <>
          <p style={`${style.paragraph};margin-bottom:4px`}>
            <Words words={part.words} />
          </p>
          <table style="border-collapse:collapse;margin:0 0 16px;width:100%">
            {part.facts.map(({ name, value }) => (
              <tr>
                <th scope="row" style={style.factName}>
                  {name}
                </th>
                <td style={style.fact}>
                  <bdi>{value}</bdi>
                </td>
              </tr>
            ))}
          </table>
        </>
      );
    case 'text':
      return (
        <div lang={part.language} dir={direction(part.language)} style="margin:0 0 24px">
          {/* A mail has no style sheet, and text has no "<a " of its own: it is escaped. */}
          {raw(String(<Blocks blocks={part.blocks} level={1} />).replaceAll('<a ', `<a style="${link}" `))}
        </div>
      );
    case 'rule':
      return <hr style={style.rule} />;
  }
};

/** Wraps each value, so that it keeps its own text direction. */
const Words: FC<{ words: string; valueStyle?: string }> = ({ words, valueStyle }) => (
  <>
    {pieces(words).map(
      ({ text, value }): Child => (value ? <bdi style={valueStyle ?? styleOf(text)}>{text}</bdi> : text),
    )}
  </>
);

/** A mail address moves to the next line as a whole, instead of breaking at a hyphen. */
const styleOf = (value: string) => (/^\S+@\S+$/.test(value) ? 'display:inline-block;max-width:100%' : undefined);

/** The whole address, to read and to copy. It has no place to break, so it may break anywhere. */
const Address: FC<{ href: string }> = ({ href }) => (
  <a href={href} dir="ltr" style={style.address}>
    {href}
  </a>
);

/** Readable on any background: the browser's blue is not, where a mail program turns only the text light. */
const link = 'color:inherit;text-decoration:underline';

const style = {
  address: `${link};overflow-wrap:anywhere;word-break:break-word`,
  body: "margin:0;padding:24px 16px;font:17px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;overflow-wrap:anywhere;word-break:break-word",
  logo: 'display:block;max-width:100%;height:auto;background:#fff;padding:8px;border-radius:4px',
  step: 'margin:0 0 4px;font-size:14px;font-weight:600;opacity:.85',
  title: 'margin:0 0 16px;font-size:24px;line-height:1.25',
  letter: 'margin:0 0 24px;padding:2px 0;border-inline-start:4px solid #1d767a;padding-inline-start:14px',
  letterLink: `${link};font-weight:600`,
  paragraph: 'margin:0 0 16px',
  smallPrint: 'margin:0 0 16px;font-size:14px',
  heading: 'margin:24px 0 8px;font-size:18px;line-height:1.35',
  buttonCell: 'background:#1d767a;border-radius:8px;text-align:center',
  button:
    'display:inline-block;padding:16px 28px;font-size:18px;font-weight:600;line-height:1.3;color:#fff;background:#1d767a;border-radius:8px;text-decoration:none',
  code: 'font:600 24px/1.5 ui-monospace,Menlo,Consolas,monospace;letter-spacing:.08em;white-space:nowrap',
  factName:
    'width:34%;text-align:start;vertical-align:top;padding:5px 0;padding-inline-end:12px;font-weight:400;opacity:.85;overflow-wrap:break-word;word-break:normal',
  fact: 'vertical-align:top;padding:5px 0;font-weight:600',
  rule: 'border:0;border-top:1px solid #8a8f94;margin:24px 0',
} as const;
