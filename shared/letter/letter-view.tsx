/** The layout of a letter on pages and in previews: date, addressees, salutation, text, closing, signature block. */
import type { FC } from 'hono/jsx';
import type { Texts } from '../text/catalogue.ts';
import { direction } from '../text/language.ts';
import { writeDate } from '../text/texts.ts';
import type { Block, Inline } from './blocks.ts';
import type { StoredText } from './storage.ts';
import type { LetterText, Office } from './text.ts';

/** Heading level of the letter's title on the page. */
type Level = 1 | 2;

export const LetterBody: FC<{ stored: StoredText; level?: Level }> = ({ stored: { text, blocks }, level = 1 }) => (
  <div lang={text.language} dir={direction(text.language)}>
    <p class="date">
      <time datetime={text.date}>{writeDate(text.date, text.language)}</time>
    </p>
    {text.addressees.map(({ name, lines }) => (
      <address>
        <Lines lines={[name, ...lines]} />
      </address>
    ))}
    {level === 1 ? <h1>{text.title}</h1> : <h2 class="title">{text.title}</h2>}
    <p class="salutation">{text.salutation}</p>
    <div class="body">
      <Blocks blocks={blocks} level={level} />
    </div>
    {text.closing ? <p class="closing">{text.closing}</p> : null}
    <SignatureBlock convener={text.convener} />
  </div>
);

const SignatureBlock: FC<{ convener: LetterText['convener'] }> = ({ convener }) => (
  <p class="signature">
    <strong>{convener.signatory}</strong>
    <br />
    {convener.role ? (
      <>
        {convener.role}
        <br />
      </>
    ) : null}
    {convener.website ? (
      <a href={convener.website} rel="noopener">
        {convener.organisation}
      </a>
    ) : (
      convener.organisation
    )}
  </p>
);

/** Text that was compiled from Markdown. */
export const Blocks: FC<{ blocks: readonly Block[]; level: Level }> = ({ blocks, level }) => (
  <>
    {blocks.map((block) => (
      <BlockView block={block} level={level} />
    ))}
  </>
);

const BlockView: FC<{ block: Block; level: Level }> = ({ block, level }) => {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.children} />
        </p>
      );
    case 'heading': {
      const words = <Inlines inlines={block.children} />;
      return level === 1 ? <h2>{words}</h2> : <h3>{words}</h3>;
    }
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.children} level={level} />
        </blockquote>
      );
    case 'list': {
      const items = block.items.map((item) => (
        <li>
          <Blocks blocks={item} level={level} />
        </li>
      ));
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'rule':
      return <hr />;
  }
};

const Inlines: FC<{ inlines: readonly Inline[] }> = ({ inlines }) => (
  <>
    {inlines.map((inline) => (
      <InlineView inline={inline} />
    ))}
  </>
);

const InlineView: FC<{ inline: Inline }> = ({ inline }) => {
  switch (inline.type) {
    case 'text':
      return <>{inline.text}</>;
    case 'break':
      return <br />;
    case 'strong':
      return (
        <strong>
          <Inlines inlines={inline.children} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Inlines inlines={inline.children} />
        </em>
      );
    case 'link':
      return (
        <a href={inline.href} rel="noopener nofollow">
          <Inlines inlines={inline.children} />
        </a>
      );
  }
};

export const Offices: FC<{ offices: readonly Office[]; texts: Texts; language: string }> = ({
  offices,
  texts,
  language,
}) =>
  offices.length === 0 ? null : (
    <div class="offices" lang={language} dir={direction(language)}>
      {offices.map(({ name, lines, telephone, fax, email }) => (
        <address>
          <b>{name}</b>
          <br />
          <Lines lines={[...lines, ...(email ? [email] : [])]} />
          <NumberLine label={texts.label('letter.telephone')} number={telephone} />
          <NumberLine label={texts.label('letter.fax')} number={fax} />
        </address>
      ))}
    </div>
  );

const NumberLine: FC<{ label: string; number: string | undefined }> = ({ label, number }) =>
  number ? (
    <>
      <br />
      {label}
      <bdi dir="ltr">{number}</bdi>
    </>
  ) : null;

/** Each line has its own direction: a house number stays before an English street in an Arabic letter. */
const Lines: FC<{ lines: readonly string[] }> = ({ lines }) => (
  <>
    {lines.map((line, index) => (
      <>
        {index > 0 ? <br /> : null}
        <bdi>{line}</bdi>
      </>
    ))}
  </>
);
