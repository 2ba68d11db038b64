/** Ways to share the letter: plain links that load nothing, and what a device offers itself. */
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { ShareScript } from './script.tsx';
import { type ShareLink, shareLinks, shareText } from './share-links.ts';
import { askOrganisation, shareableOf } from './shared-letter.ts';

export const ShareSection: FC<{ letter: Letter; title: string; texts: Texts; publicUrl: string }> = (props) => {
  const { letter, title, texts } = props;
  const shared = shareableOf(props);
  const ask = askOrganisation(letter, shared, texts);
  return (
    <section class="share screen" id="share" aria-labelledby="share-title">
      <h2 id="share-title">{texts.text('share.title')}</h2>
      <button type="button" data-share="sheet" hidden>
        {texts.text('share.device')}
      </button>
      <div class="field">
        <label for="share-address">{texts.text('share.link')}</label>
        <input id="share-address" type="text" dir="ltr" value={shared.url} readonly data-share="address" />
      </div>
      <p>
        <button type="button" class="plain" data-share="copy" hidden>
          {texts.text('share.copy')}
        </button>{' '}
        <span role="status" data-share="said" data-says={texts.text('share.copied')} />
      </p>
      <ul class="ways">
        {shareLinks(shared).map((link) => (
          <li>
            <Way link={link} texts={texts} />
          </li>
        ))}
      </ul>
      {ask ? (
        <p>
          <a href={ask} rel="noopener noreferrer">
            {texts.text('share.ask')}
          </a>
        </p>
      ) : null}
      <ShareScript title={title} text={shareText(shared)} url={shared.url} />
    </section>
  );
};

const Way: FC<{ link: ShareLink; texts: Texts }> = ({ link: { name, href }, texts }) => (
  // Mail programs and apps open beside the page anyway.
  <a href={href} rel="noopener noreferrer" target={href.startsWith('https:') ? '_blank' : undefined}>
    {name ?? texts.text('share.email')}
  </a>
);
