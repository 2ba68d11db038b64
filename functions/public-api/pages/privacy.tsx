/** The privacy notice in short, beside the form. Its facts come from the letter's settings. */
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Texts } from '../../../shared/text/messages.ts';

/** What one must know before one signs; the rest is one link away. */
export const PrivacyBrief: FC<{
  letter: Letter;
  texts: Texts;
  /** Where its link opens: not in the frame on somebody's site. */
  target?: '_blank' | undefined;
}> = ({ letter, texts, target }) => {
  const { privacy } = letter.settings;
  if (!privacy) return null;
  return (
    <div class="details">
      <strong>{texts.text('privacy.title')}</strong>
      <p>
        {texts.label('privacy.controller')}
        {privacy.controller}, <a href={`mailto:${privacy.contact}`}>{privacy.contact}</a>
      </p>
      <p>
        {texts.label('privacy.purpose')}
        {privacy.purpose ?? texts.text('privacy.purpose-text')}
      </p>
      <p>
        {texts.label('privacy.consent')}
        {texts.text('privacy.consent-text')}
      </p>
      <p>
        {texts.label('privacy.retention')}
        {privacy.retention ?? texts.text('privacy.retention-text')}
      </p>
      <p>{texts.text('privacy.unconfirmed')}</p>
      <p>
        <a href={`/${letter.slug}/privacy`} target={target}>
          {texts.text('privacy.more')}
        </a>
      </p>
    </div>
  );
};
