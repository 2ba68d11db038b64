/** The look of a letter on its pages: the convener's colour and logo. */
import { createHash } from 'node:crypto';
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import { fitted, logoPath } from '../../../shared/letter/look.ts';
import { type Tint, tintsOf } from '../../../shared/letter/tints.ts';

export type PageLook = Pick<Letter, 'settings'>;

/** The elements of partner sites are on our pages, too, and take the colour from there. */
const rules = ({ accent, on }: Tint) =>
  `:root{--accent:${accent};--on-accent:${on};--signon-accent:${accent};--signon-on-accent:${on}}`;

/** @returns the style sheet of the letter's colour, and its hash for the policy of the page; undefined without one */
export function lookStyles({ settings: { colour } }: PageLook): { styles: string; hash: string } | undefined {
  if (colour === undefined) return undefined;
  const { light, dark } = tintsOf(colour);
  const styles = `${rules(light)}@media screen and (prefers-color-scheme:dark){${rules(dark)}}`;
  return { styles, hash: `sha256-${createHash('sha256').update(styles).digest('base64')}` };
}

const box = { width: 240, height: 96 };

/** The convener's logo. Its description is the name of the organisation. */
export const Logo: FC<{ letter: Pick<Letter, 'slug' | 'logo'>; organisation: string }> = ({ letter, organisation }) =>
  letter.logo ? (
    <p class="logo">
      <img src={logoPath(letter.slug, letter.logo)} alt={organisation} {...fitted(letter.logo, box)} />
    </p>
  ) : null;
