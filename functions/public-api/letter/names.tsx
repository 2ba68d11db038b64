/** Names of co-signatories for people to read. */
import type { Child, FC } from 'hono/jsx';
import { currentVersion, type Letter } from '../../../shared/letter/letter.ts';
import { fitted, logoPath } from '../../../shared/letter/look.ts';
import type { ListedSignature } from '../../../shared/signature/lists/public-list.ts';
import { detailsOf, linkedWebsite } from '../../../shared/signature/lists/signatory-line.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';

/** Signers of an earlier version are marked, with a link to the words that they signed. */
export const Names: FC<{ items: readonly ListedSignature[]; texts: Texts; letter: Letter }> = ({
  items,
  texts,
  letter,
}) => (
  <ul class="names">
    {items.map((item) => (
      <li>
        {item.logo ? (
          <img
            class="of-name"
            src={logoPath(letter.slug, item.logo)}
            alt=""
            loading="lazy"
            {...fitted(item.logo, { width: 96, height: 40 })}
          />
        ) : null}
        <Name item={item} />
        <Mark item={item} texts={texts} />
        <span class="more">
          {[...detailsOf(item, texts), ...olderVersion(item, texts, letter)].map((detail, index) => (
            <>
              {index > 0 ? ' · ' : null}
              <bdi>{detail}</bdi>
            </>
          ))}
        </span>
      </li>
    ))}
  </ul>
);

/** A name that may lead to the organisation's website. We vouch for no website, and tell it nothing about the reader. */
const Name: FC<{ item: ListedSignature }> = ({ item }) => {
  const name = <bdi class="who">{item.kind === 'organisation' ? item.organisation?.name : item.signatory?.name}</bdi>;
  const website = linkedWebsite(item);
  return website ? (
    <a href={website} rel="nofollow noopener noreferrer">
      {name}
    </a>
  ) : (
    name
  );
};

/**
 * An organisation's verification, in two or three words, with an explanation that opens. The lowest level, a confirmed
 * mailbox, is not mentioned.
 */
const Mark: FC<{ item: ListedSignature; texts: Texts }> = ({ item: { kind, verification, added }, texts }) =>
  added ? (
    <>
      {' '}
      <span class="mark added">{texts.text('list.added')}</span>
    </>
  ) : kind === 'individual' || verification === 'mailbox' ? null : (
    <>
      {' '}
      <details class={`mark ${verification}`}>
        <summary>{texts.text(`mark.${verification}`)}</summary>
        <p>{texts.text(`mark.about-${verification}`)}</p>
      </details>
    </>
  );

function olderVersion({ letterVersion }: ListedSignature, texts: Texts, letter: Letter): Child[] {
  if (letterVersion === currentVersion(letter).id) return [];
  return [<a href={`/${letter.slug}/changes?version=${letterVersion}`}>{texts.text('letter.older-version')}</a>];
}
