/** The look of a letter in its mails. */
import type { Letter } from '../../../shared/letter/letter.ts';
import { fitted, logoPath } from '../../../shared/letter/look.ts';
import { tintsOf } from '../../../shared/letter/tints.ts';
import type { MailLook } from './html.tsx';

const box = { width: 200, height: 80 };

/** @param organisation the convener: the description of the logo for people who do not see it */
export function mailLook(
  {
    slug,
    logo,
    settings: { colour },
  }: Pick<Letter, 'slug' | 'logo'> & { settings: Pick<Letter['settings'], 'colour'> },
  organisation: string,
  publicUrl: string,
): MailLook {
  return {
    ...(logo ? { logo: { src: publicUrl + logoPath(slug, logo), alt: organisation, ...fitted(logo, box) } } : {}),
    ...(colour === undefined ? {} : { tint: tintsOf(colour).light }),
  };
}
