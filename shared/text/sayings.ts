/** What is wrong with a field, for people. Browsers load it, too: it imports only types. */
import type { MessageKey, Texts } from './messages.ts';

/** What the API says is wrong, in the reader's language; what is not here is said in general words. */
const sayings: ReadonlyMap<string, MessageKey> = new Map([
  ['is missing', 'form.missing'],
  ['not an email address', 'form.wrong-email'],
  ['not the address of a website, such as https://example.org', 'form.wrong-website'],
  ['must contain a letter or a digit', 'form.wrong-no-letter'],
  ['must not start with = + - or @', 'form.wrong-formula'],
  ['must not contain a web address', 'form.wrong-address-in-name'],
  ['confirm that you are authorised to sign for the organisation', 'form.wrong-attestation'],
  ['agree to be listed by name, or choose to have the name withheld', 'form.wrong-publication'],
  ['tick the box to be sure', 'form.wrong-unsure'],
]);

/** @param detail what the API says of a field (`errors` of a problem) */
export function inWords(detail: string, texts: Texts): string {
  const key = sayings.get(detail);
  if (key) return texts.text(key);
  return texts.language === 'en' ? detail : texts.text('form.wrong');
}
