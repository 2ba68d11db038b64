/**
 * Links with which a reader shares a letter. They load nothing until somebody follows one, and they name the letter
 * only: nothing tells who shared it, or on which page.
 */
import { direction } from '../../../shared/text/language.ts';

/** The networks, with the names that they are known by in every language, in the order in which they are offered. */
const networkNames = {
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  signal: 'Signal',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  facebook: 'Facebook',
  linkedin: 'LinkedIn',
  x: 'X',
} as const;
type Network = keyof typeof networkNames;
const isNetwork = (name: string): name is Network => Object.hasOwn(networkNames, name);

/** A letter as it is shared. */
export interface Shareable {
  readonly title: string;
  /** The address of the letter's page. */
  readonly url: string;
  /** Language of the sentence. */
  readonly language: string;
  /** @returns the sentence that goes with the link, with that title in it */
  readonly sentence: (title: string) => string;
}

export interface ShareLink {
  /** Name of the network; undefined for a mail. */
  readonly name: string | undefined;
  readonly href: string;
}

/** @returns a link for a mail, and one for each network */
export function shareLinks(shared: Shareable): ShareLink[] {
  const mail = mailDraft(shared.title, [fitted(shared, longest.address), shared.url]);
  const networks = Object.keys(networkNames).filter(isNetwork);
  return [
    { name: undefined, href: mail },
    ...networks.map((network) => ({ name: networkNames[network], href: hrefOf[network](shared) })),
  ];
}

/** @returns only the sentence, for the share sheet of a device, which takes the address separately */
export function shareText(shared: Shareable): string {
  return fitted(shared, longest.address);
}

/** @returns a `mailto:` link without a recipient, with that subject and these paragraphs (RFC 6068) */
export function mailDraft(subject: string, paragraphs: readonly string[]): string {
  const body = paragraphs.map(harmless).join('\r\n\r\n');
  return `mailto:?subject=${encode(harmless(subject))}&body=${encode(body)}`;
}

const hrefOf: Readonly<Record<Network, (shared: Shareable) => string>> = {
  whatsapp: (shared) => `https://wa.me/?text=${encode(message(shared, longest.address))}`,
  telegram: (shared) =>
    `https://t.me/share/url?url=${encode(shared.url)}&text=${encode(fitted(shared, longest.address))}`,
  // Opens the app, as Signal has no page for that.
  signal: (shared) => `sgnl://send?text=${encode(message(shared, longest.address))}`,
  // The page of the Mastodon project asks for the reader's server. What follows the # is not sent to it.
  mastodon: (shared) => `https://share.joinmastodon.org/#text=${encode(message(shared, longest.mastodon))}`,
  bluesky: (shared) => `https://bsky.app/intent/compose?text=${encode(message(shared, longest.bluesky(shared.url)))}`,
  facebook: ({ url }) => `https://www.facebook.com/sharer/sharer.php?u=${encode(url)}`,
  linkedin: ({ url }) => `https://www.linkedin.com/sharing/share-offsite/?url=${encode(url)}`,
  x: (shared) => `https://x.com/intent/post?text=${encode(fitted(shared, longest.x))}&url=${encode(shared.url)}`,
};

/** Limit of a sentence, in the unit in which the network counts. The address and a blank line are added to it. */
interface Limit {
  readonly max: number;
  readonly lengthOf: (text: string) => number;
}

const blankLine = 2;
/** Mastodon and X count each URL as this many characters. */
const addressCounts = 23;
const graphemes = (text: string) => [...new Intl.Segmenter().segment(text)].length;
const encodedLength = (text: string) => encode(text).length;

const longest = {
  /** Mail programs and chats take addresses of about 2,000 characters; the rest is for the letter's own address. */
  address: { max: 1500, lengthOf: encodedLength },
  /** https://docs.joinmastodon.org/user/posting/#text */
  mastodon: { max: 500 - addressCounts - blankLine, lengthOf: graphemes },
  /** https://docs.bsky.app/docs/advanced-guides/posts: 300 graphemes, of which the address counts as a whole. */
  bluesky: (url: string): Limit => ({ max: 300 - url.length - blankLine, lengthOf: graphemes }),
  /** https://docs.x.com/fundamentals/counting-characters: 280, of which most scripts count two for a character. */
  x: { max: 280 - addressCounts - 1, lengthOf: weightOnX },
} as const;

function weightOnX(text: string): number {
  let weight = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isLight = code <= 4351 || (code >= 8192 && code <= 8205) || (code >= 8208 && code <= 8223);
    weight += isLight || (code >= 8242 && code <= 8247) ? 1 : 2;
  }
  return weight;
}

/** The address stands on a line of its own, so that no script before it changes its order. */
function message(shared: Shareable, limit: Limit): string {
  return `${fitted(shared, limit)}\n\n${shared.url}`;
}

/** @returns the sentence within the limit: with a shorter title or, where that is not enough, cut at its end */
function fitted({ title, language, sentence }: Shareable, { max, lengthOf }: Limit): string {
  const write = (name: string) => harmless(sentence(isolated(name, language)));
  const name = harmless(title);
  if (lengthOf(write(name)) <= max) return write(name);
  const short = longestStart(name, (start) => lengthOf(write(`${start}…`)) <= max);
  if (short !== undefined) return write(`${short}…`);
  const cut = longestStart(write('…'), (start) => lengthOf(`${start}…`) <= max);
  return cut === undefined ? '' : `${cut}…`;
}

/** @returns the longest start of the text, in whole characters as people see them, that fits; undefined if none does */
function longestStart(text: string, fits: (start: string) => boolean): string | undefined {
  const ends = [0, ...[...new Intl.Segmenter().segment(text)].map(({ index, segment }) => index + segment.length)];
  let known = -1;
  let beyond = ends.length;
  while (beyond - known > 1) {
    const middle = Math.floor((known + beyond) / 2);
    if (fits(text.slice(0, ends[middle]).trimEnd())) known = middle;
    else beyond = middle;
  }
  return known < 0 ? undefined : text.slice(0, ends[known]).trimEnd();
}

/** Blocks of right-to-left scripts (UAX 9, table 4). */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const leftToRight = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}])\p{L}/u;

/** A title in a script of the other direction would reorder the words around it (UAX 9, directional isolates). */
function isolated(title: string, language: string): string {
  const other = direction(language) === 'rtl' ? leftToRight : rightToLeft;
  return other.test(title) ? `\u2068${title}\u2069` : title;
}

/** Nothing that reorders or hides text, and no half of a character, which cannot be encoded. */
const harmful = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066\u2067]+/gu;
const harmless = (text: string) => text.toWellFormed().replace(harmful, ' ');
const encode = (text: string) => encodeURIComponent(text.toWellFormed());
