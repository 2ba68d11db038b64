/** The picture that networks show with a link to a letter. A request only reads: the document function draws it. */
import type { Context } from 'hono';
import { pictureKey, readPictures } from '../../../shared/picture/picture.ts';
import type { ApiContext } from '../context.ts';
import type { PublicLetter } from '../letter-cache.ts';
import { letterLanguage } from '../page-language.ts';
import { publicCache } from '../security-headers.ts';
import { defaultPicture } from './default-picture.ts';

/** One read of the table and one of the bucket; no more whatever is asked for. */
export async function showPicture(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const { made } = await readPictures(api.store, letter.slug);
  const wanted = letterLanguage(c, letter);
  const language = made?.languages.includes(wanted) ? wanted : made?.languages[0];
  const drawn = language === undefined ? undefined : await api.readFile(pictureKey(letter.slug, language));
  return c.body(new Uint8Array(drawn ?? defaultPicture), 200, {
    'content-type': 'image/png',
    'cache-control': publicCache,
    // A picture for any site, isolated ones (COEP) included.
    'cross-origin-resource-policy': 'cross-origin',
    vary: 'Accept-Language',
  });
}
