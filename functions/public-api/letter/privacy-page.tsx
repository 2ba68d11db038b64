/** The whole privacy notice. Its facts come from the letter's settings. */
import type { Context } from 'hono';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { backArrow } from '../ui/arrow.ts';
import { showPage } from '../ui/layout.tsx';
import { days, Said } from './privacy.tsx';
import { privacyIn } from './privacy-notice.ts';

type Privacy = NonNullable<Letter['settings']['privacy']>;

export function privacyPage(c: Context, letter: Letter, privacy: Privacy, texts: Texts, title: string) {
  const { keepDays } = letter.settings;
  const { language } = texts;
  const { purpose, recipients, retention } = privacyIn(letter, language);
  return showPage(c, 200, {
    title: `${texts.label('privacy.title')}${title}`,
    texts,
    look: letter,
    body: (
      <div class="card">
        <p class="screen">
          <a href={`/${letter.slug}`}>
            {backArrow(texts)} {texts.text('list.back')}
          </a>
        </p>
        <h1>{texts.text('privacy.title')}</h1>
        <p class="soft">{title}</p>
        <h2>{texts.text('privacy.controller')}</h2>
        <p>{privacy.controller}</p>
        <h2>{texts.text('privacy.purpose')}</h2>
        <p>
          <Said own={purpose} ours={texts.text('privacy.purpose-text')} language={language} />
        </p>
        <h2>{texts.text('privacy.consent')}</h2>
        <p>{texts.text('privacy.consent-text')}</p>
        <h2>{texts.text('privacy.kept')}</h2>
        <p>{texts.text('privacy.kept-text')}</p>
        <p>{texts.text('privacy.cookie')}</p>
        <h2>{texts.text('privacy.recipients')}</h2>
        <p>
          <Said own={recipients} ours={texts.text('privacy.recipients-text')} language={language} />
        </p>
        <h2>{texts.text('privacy.retention')}</h2>
        <p>
          <Said own={retention} ours={texts.text('privacy.retention-text')} language={language} />
        </p>
        <p>{texts.text('privacy.unconfirmed')}</p>
        <p>{texts.text('privacy.withdrawn')}</p>
        {keepDays !== undefined && (
          <p>
            {texts.label('privacy.after-closing')}
            {days(keepDays, texts.language)}
          </p>
        )}
        <h2>{texts.text('privacy.rights')}</h2>
        <p>{texts.text('privacy.rights-text')}</p>
        <p>
          <a href="/manage">{texts.text('privacy.manage')}</a>
        </p>
        <h2>{texts.text('privacy.contact')}</h2>
        <p>
          <a href={`mailto:${privacy.contact}`}>{privacy.contact}</a>
        </p>
      </div>
    ),
  });
}
