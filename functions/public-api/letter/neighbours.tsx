/** Links between a letter and those that it follows, or that follow it. */
import type { FC } from 'hono/jsx';
import type { LetterSlug } from '../../../shared/ids.ts';
import { languagesOf } from '../../../shared/letter/letter.ts';
import { versionShownIn } from '../../../shared/letter/shown-version.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { bestLanguage } from '../../../shared/text/language.ts';
import type { ApiContext } from '../context.ts';
import type { PublicLetter } from '../letter-cache.ts';

interface Neighbour {
  readonly slug: LetterSlug;
  readonly title: string;
}

export interface Neighbours {
  /** The letter that this one follows. */
  readonly earlier: readonly Neighbour[];
  /** Letters that follow this one. */
  readonly later: readonly Neighbour[];
}

/** Reads nothing for most letters, which have none. @returns public letters only, with their titles in that language */
export async function readNeighbours(api: ApiContext, letter: PublicLetter, language: string): Promise<Neighbours> {
  const { follows } = letter.settings;
  const find = async (slug: LetterSlug) => {
    const found = await api.letters.find(slug);
    return found && found.state !== 'draft' ? found : undefined;
  };
  const titled = async (found: PublicLetter | undefined): Promise<Neighbour[]> => {
    if (!found) return [];
    const best = bestLanguage([language], languagesOf(found), found.language);
    const stored = await api.letters.text(found.slug, versionShownIn(found, best), best);
    return [{ slug: found.slug, title: stored?.text.title ?? found.title }];
  };
  const [earlier, ...later] = await Promise.all([follows ? find(follows) : undefined, ...letter.followedBy.map(find)]);
  const following = later.filter((one) => one?.settings.follows === letter.slug);
  return { earlier: await titled(earlier), later: (await Promise.all(following.map(titled))).flat() };
}

export const NeighbourLinks: FC<Neighbours & { texts: Texts }> = ({ earlier, later, texts }) => (
  <>
    {earlier.map((one) => (
      <Line letter={one} sentence={texts.text('letter.follows', { title: marker })} />
    ))}
    {later.map((one) => (
      <Line letter={one} sentence={texts.text('letter.followed', { title: marker })} />
    ))}
  </>
);

/** Stands for the title until it becomes a link; no string of ours holds it. */
const marker = '\ufffe';

const Line: FC<{ letter: Neighbour; sentence: string }> = ({ letter: { slug, title }, sentence }) => {
  const [before = '', after = ''] = sentence.split(marker);
  return (
    <p class="note screen">
      {before}
      <a href={`/${slug}`}>
        <bdi>{title}</bdi>
      </a>
      {after}
    </p>
  );
};
