/** The page of a delivery: when its list was frozen, how to check it, its files, and how it was handed over. */
import type { FC } from 'hono/jsx';
import {
  type Delivery,
  type DeliveryFile,
  type DeliveryFileKind,
  findFile,
} from '../../../shared/delivery/delivery.ts';
import type { Answer } from '../../../shared/handover/answer.ts';
import type { PublicHandover } from '../../../shared/handover/handover.ts';
import { type Letter, languagesOf } from '../../../shared/letter/letter.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { MessageKey, Texts } from '../../../shared/text/catalogue.ts';
import type { Upload } from '../../../shared/upload/upload.ts';
import { textQuery } from '../page-language.ts';
import { backArrow } from '../ui/arrow.ts';
import { Answers, HandoverList } from './section.tsx';

export interface DeliveryPageView {
  readonly letter: Letter;
  readonly delivery: Delivery;
  /** The text that was delivered, in the reader's language if it has that. */
  readonly text: LetterText;
  readonly texts: Texts;
  readonly handovers: readonly PublicHandover[];
  readonly answers: readonly Answer[];
  /** Uploaded files of the letter. */
  readonly files: readonly Upload[];
}

export const DeliveryPage: FC<DeliveryPageView> = (view) => {
  const { letter, delivery, text, texts, handovers, answers, files: uploads } = view;
  return (
    <div class="card">
      <p class="screen">
        <a href={`/${letter.slug}`}>
          {backArrow(texts)} {texts.text('list.back')}
        </a>
      </p>
      <h1>{texts.text('delivery.number', { number: texts.number(delivery.number) })}</h1>
      <p class="soft">
        <bdi lang={text.language}>{text.title}</bdi>
      </p>
      <p>{texts.text(`delivery.${delivery.kind}`)}</p>
      <h2>{texts.text('delivery.handed-over')}</h2>
      {handovers.length === 0 ? (
        <p>{texts.text('delivery.ready')}</p>
      ) : (
        <HandoverList {...{ letter, handovers, text, texts }} />
      )}
      <h2>{texts.text('delivery.files')}</h2>
      <Files {...view} />
      <h2>{texts.text('delivery.check-title')}</h2>
      <Frozen {...view} />
      <p>{texts.text('delivery.check-text')}</p>
      <p>{texts.text('delivery.check-list')}</p>
      <Answers {...{ letter, texts, answers }} files={uploads} />
    </div>
  );
};

const Frozen: FC<DeliveryPageView> = ({ letter, delivery: { frozen, left }, texts }) => {
  if (!frozen) return null;
  const { timeZone = 'UTC' } = letter.settings;
  return (
    <dl class="facts">
      <dt>{texts.text('delivery.frozen')}</dt>
      <dd>
        <time datetime={frozen.at}>{texts.time(frozen.at, timeZone)}</time>
      </dd>
      <dt>{texts.text('delivery.signatures')}</dt>
      <dd>{texts.number(frozen.number)}</dd>
      <dt>{texts.text('delivery.left')}</dt>
      <dd>{texts.number(left)}</dd>
      <dt>{texts.text('delivery.hash')}</dt>
      <dd>
        <code dir="ltr">{frozen.hash}</code>
      </dd>
    </dl>
  );
};

const files: readonly (readonly [DeliveryFileKind, MessageKey])[] = [
  ['pdf', 'delivery.pdf'],
  ['archive', 'delivery.archive'],
  ['word', 'delivery.word'],
  ['list-csv', 'delivery.csv'],
  ['list-json', 'delivery.json'],
  ['commitments', 'delivery.commitments'],
];

const Files: FC<DeliveryPageView> = ({ letter, delivery, texts, text }) => {
  const languages = Object.keys(delivery.frozen?.texts ?? {});
  const shown = languagesOf(letter).filter((language) => languages.includes(language));
  const found = files.flatMap(([kind, label]) => {
    const file = findFile(delivery, kind, text.language);
    return file ? [{ kind, label, file }] : [];
  });
  const nameOf = (language: string) => new Intl.DisplayNames([texts.language], { type: 'language' }).of(language);
  return (
    <>
      <ul>
        {findFile(delivery, 'list-json', text.language) ? (
          <li>
            <a href={`/${letter.slug}/deliveries/${delivery.id}/names?${textQuery(text.language, texts)}`}>
              {texts.text('delivery.names')}
            </a>
          </li>
        ) : null}
        {found.map(({ kind, label, file }) => (
          <li>
            <a href={`/${letter.slug}/document/${delivery.id}${ending(kind)}?lang=${text.language}`}>
              {texts.text(label)}
            </a>{' '}
            <span class="soft">{sizeOf(file, texts)}</span>
          </li>
        ))}
      </ul>
      {shown.length > 1 ? (
        <p class="soft">{texts.text('delivery.binding', { language: nameOf(letter.language) ?? letter.language })}</p>
      ) : null}
    </>
  );
};

/** Addresses end like the files that they lead to. */
function ending(kind: DeliveryFileKind): string {
  return kind === 'pdf' ? '.pdf' : `/${kind}`;
}

function sizeOf({ bytes }: DeliveryFile, texts: Texts): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const value = bytes / (unit === 'kilobyte' ? 1000 : 1_000_000);
  const options = { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(texts.language, options).format(value);
}
