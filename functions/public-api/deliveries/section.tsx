/** The part of a letter's page that says when it was handed over, and what its addressees answered. */
import type { Child, FC } from 'hono/jsx';
import type { Delivery } from '../../../shared/delivery/delivery.ts';
import type { Answer } from '../../../shared/handover/answer.ts';
import { type PublicHandover, publicHandovers } from '../../../shared/handover/handover.ts';
import type { Handed } from '../../../shared/handover/storage.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { Blocks } from '../../../shared/letter/letter-view.tsx';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { direction } from '../../../shared/text/language.ts';
import { publicFiles } from '../../../shared/upload/public-files.ts';
import type { Upload } from '../../../shared/upload/upload.ts';

/** A delivery that somebody has. */
export interface HandedOver {
  readonly delivery: Delivery;
  readonly handovers: readonly PublicHandover[];
}

/** @returns the deliveries that were handed over, latest first */
export function handedOver(deliveries: readonly Delivery[], { handovers, files }: Handed): HandedOver[] {
  return deliveries
    .flatMap((delivery) => {
      const found = handovers.find((one) => one.delivery === delivery.id);
      const shown = found && !delivery.cancelledAt ? publicHandovers(found, files) : [];
      return delivery.frozen && shown.length > 0 ? [{ delivery, handovers: shown }] : [];
    })
    .toReversed();
}

const day = 24 * 3600 * 1000;

/** @returns the days since the last handover, once they are as many as the letter waits for an answer */
function daysWithoutAnswer({ settings }: Letter, handed: readonly HandedOver[], answers: readonly Answer[], now: Date) {
  const last = handed
    .flatMap(({ handovers }) => handovers.map(({ on }) => on))
    .sort()
    .at(-1);
  if (settings.noAnswerAfterDays === undefined || last === undefined || answers.length > 0) return undefined;
  const days = Math.floor((now.getTime() - Date.parse(last)) / day);
  return days >= settings.noAnswerAfterDays ? days : undefined;
}

export interface DeliveryView {
  readonly letter: Letter;
  readonly text: LetterText;
  readonly texts: Texts;
  readonly deliveries: readonly Delivery[];
  readonly handed: Handed;
  readonly now: Date;
}

export const DeliverySection: FC<DeliveryView> = ({ letter, text, texts, deliveries, handed, now }) => {
  const shown = handedOver(deliveries, handed);
  const { answers, files } = handed;
  const days = daysWithoutAnswer(letter, shown, answers, now);
  return (
    <>
      {shown.length > 0 ? (
        <section class="undersigned screen" aria-labelledby="delivery-title">
          <h2 id="delivery-title">{texts.text('delivery.title')}</h2>
          {shown.map(({ delivery, handovers }) => (
            <>
              <HandoverList {...{ letter, handovers, text, texts }} />
              <p>
                <a href={`/${letter.slug}/deliveries/${delivery.id}`}>
                  {shown.length > 1
                    ? `${texts.text('delivery.number', { number: texts.number(delivery.number) })} – `
                    : null}
                  {texts.text('delivery.more')}
                </a>
              </p>
            </>
          ))}
        </section>
      ) : null}
      <Answers {...{ letter, texts, answers, files, days }} />
    </>
  );
};

/** Each handover on a line: the day, how, to whom, where. */
export const HandoverList: FC<{
  letter: Pick<Letter, 'slug'>;
  handovers: readonly PublicHandover[];
  text: LetterText;
  texts: Texts;
}> = ({ letter, handovers, text, texts }) => (
  <ul class="names">
    {handovers.map(({ how, on, place, addressee, scans = [] }) => {
      const name = addressee === undefined ? undefined : text.addressees[addressee]?.name;
      const parts: Child[] = [
        texts.text(`delivery.${how}`),
        ...(name === undefined ? [] : [<bdi lang={text.language}>{name}</bdi>]),
        ...(place === undefined ? [] : [<bdi>{place}</bdi>]),
        ...scans.map((id) => <a href={`/${letter.slug}/file/${id}`}>{texts.text('delivery.scan')}</a>),
      ];
      return (
        <li>
          <time class="who" datetime={on}>
            {texts.date(on)}
          </time>
          <span class="more">
            {parts.map((part, index) => (
              <>
                {index > 0 ? ' · ' : null}
                {part}
              </>
            ))}
          </span>
        </li>
      );
    })}
  </ul>
);

/** The addressees' answers, or the number of days without one. */
export const Answers: FC<{
  letter: Pick<Letter, 'slug'>;
  texts: Texts;
  answers: readonly Answer[];
  /** Uploaded files of the letter. */
  files: readonly Upload[];
  days?: number | undefined;
}> = ({ letter, texts, answers, files, days }) =>
  answers.length === 0 && days === undefined ? null : (
    <section class="undersigned" aria-labelledby="answer-title">
      <h2 id="answer-title">{texts.text('answer.title')}</h2>
      {days === undefined ? null : <p>{texts.text('answer.none', { count: texts.number(days) })}</p>}
      {answers.map(({ id, from, receivedOn, language, blocks }) => (
        <article>
          <h3>
            <bdi lang={language}>{from}</bdi>
          </h3>
          <p class="soft">
            <time datetime={receivedOn}>{texts.date(receivedOn)}</time>
          </p>
          <div lang={language} dir={direction(language)}>
            <Blocks blocks={blocks} level={2} />
          </div>
          {publicFiles(files, (target) => target.kind === 'answer' && target.answer === id).map((file) => (
            <p>
              <a href={`/${letter.slug}/file/${file}`}>{texts.text('answer.file')}</a>
            </p>
          ))}
        </article>
      ))}
    </section>
  );
