/** Field errors in words for people. Browsers load it, too: it imports only types. */
import type { MessageKey, Texts } from './catalogue.ts';

/** Errors of the API with their translations; any other is described in general words. */
const sayings: ReadonlyMap<string, MessageKey> = new Map([
  ['is missing', 'form.missing'],
  ['must not be empty', 'form.missing'],
  ['not an email address', 'form.wrong-email'],
  ['not the address of a website, such as https://example.org', 'form.wrong-website'],
  ['not a country; use its name or a code such as KZ', 'form.wrong-country'],
  ['more than one country has this name', 'form.wrong-country-unclear'],
  ['must contain a letter or a digit', 'form.wrong-no-letter'],
  ['must not contain a web address', 'form.wrong-address-in-name'],
  ['contains a character that was damaged on its way; type it again', 'form.wrong-damaged'],
  ['confirm that you are authorised to sign for the organisation', 'form.wrong-attestation'],
  ['agree to be listed by name, or choose to have the name withheld', 'form.wrong-publication'],
  ['tick the box to be sure', 'form.wrong-unsure'],
]);

/** @param detail the API's error for a field (`errors` of a problem) */
export function describeFieldError(detail: string, texts: Texts): string {
  const key = sayings.get(detail);
  if (key) return texts.text(key);
  const [, max] = /^at most (\d+) characters$/.exec(detail) ?? [];
  if (max) return texts.text('form.wrong-too-long', { max: texts.number(Number(max)) });
  return texts.language === 'en' ? detail : texts.text('form.wrong');
}
