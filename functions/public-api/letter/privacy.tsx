/** The privacy notice in short, beside the form. Its facts come from the letter's settings. */
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { type OwnSentence, privacyIn } from './privacy-notice.ts';

/**
 * Three lines that a signer needs before signing: the controller, the purpose, and how to withdraw. The rest is one
 * link away, once it is public.
 */
export const PrivacyBrief: FC<{
  letter: Letter;
  texts: Texts;
  /** Target of its link: never the frame on a partner's site. */
  target?: '_blank' | undefined;
}> = ({ letter, texts, target }) => {
  const { privacy } = letter.settings;
  if (!privacy) return null;
  const { purpose } = privacyIn(letter, texts.language);
  return (
    <div class="details">
      <strong>{texts.text('privacy.title')}</strong>
      <p>
        {texts.label('privacy.controller')}
        {privacy.controller}, <a href={`mailto:${privacy.contact}`}>{privacy.contact}</a>
      </p>
      <p>
        {texts.label('privacy.purpose')}
        <Said own={purpose} ours={texts.text('privacy.purpose-text')} language={texts.language} />
      </p>
      <p>
        {texts.text('privacy.your-choice')}{' '}
        {letter.state === 'draft' ? null : (
          <a href={`/${letter.slug}/privacy`} target={target}>
            {texts.text('privacy.more')}
          </a>
        )}
      </p>
    </div>
  );
};

/** @returns for example `90 days`, in the language */
export const days = (count: number, language: string) =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(count);

/** The letter's own sentence, with its language marked if it differs from the page's; else the default. */
export const Said: FC<{ own: OwnSentence | undefined; ours: string; language: string }> = ({ own, ours, language }) => {
  if (!own || own.language === language) return <>{own?.text ?? ours}</>;
  return (
    <span lang={own.language} dir="auto">
      {own.text}
    </span>
  );
};
