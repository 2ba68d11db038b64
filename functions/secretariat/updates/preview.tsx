/** An update as its readers see it: as an email, and under the letter. */
import type { Letter } from '../../../shared/letter/letter.ts';
import { Blocks } from '../../../shared/letter/letter-view.tsx';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import { direction } from '../../../shared/text/language.ts';
import { type Update, wordsIn } from '../../../shared/update/update.ts';

interface Shown {
  readonly letter: Letter;
  readonly update: Update;
  readonly language: string;
}

export async function Preview({ letter, update, language: wanted }: Shown) {
  const { language, words } = wordsIn(update, letter, wanted);
  const texts = await textsOf(letter, wanted);
  return (
    <div class="two">
      <section class="card" aria-label="As an email">
        <p class="hint">As an email</p>
        <div lang={language} dir={direction(language)}>
          <h2>{words.subject}</h2>
          <Blocks blocks={words.blocks} level={2} />
        </div>
        <hr />
        <div class="soft" lang={texts.language} dir={direction(texts.language)}>
          {update.mailOnly ? null : <p>{texts.text('mail.update-page')} …</p>}
          <p>{texts.text('mail.letter')} …</p>
          <p>{texts.text('mail.update-why', { title: letter.title })}</p>
          <p>{texts.text('mail.update-stop')} …</p>
          <p>{texts.text('mail.manage')}</p>
        </div>
      </section>
      {update.mailOnly ? null : (
        <section class="card" aria-label="Under the letter">
          <p class="hint">Under the letter</p>
          <div class="letter" lang={language} dir={direction(language)}>
            <h2>{words.subject}</h2>
            <Blocks blocks={words.blocks} level={2} />
          </div>
        </section>
      )}
    </div>
  );
}
