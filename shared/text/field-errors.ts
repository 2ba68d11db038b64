/** The words for faults of typed fields. Browsers load it, too: it imports only types. */
import type { Fault, FaultCode } from '../platform/http/faults.ts';
import type { MessageKey, Texts } from './catalogue.ts';

const keys = {
  missing: 'form.missing',
  empty: 'form.missing',
  email: 'form.wrong-email',
  website: 'form.wrong-website',
  country: 'form.wrong-country',
  'country-unclear': 'form.wrong-country-unclear',
  'no-letter': 'form.wrong-no-letter',
  'address-in-name': 'form.wrong-address-in-name',
  damaged: 'form.wrong-damaged',
  'too-long': 'form.wrong-too-long',
  attestation: 'form.wrong-attestation',
  publication: 'form.wrong-publication',
  unsure: 'form.wrong-unsure',
} as const satisfies Readonly<Record<FaultCode, MessageKey>>;

/** A field error as the API answers it. Errors that only a program can make have no code. */
interface Described {
  readonly code?: FaultCode | undefined;
  readonly max?: number | undefined;
  readonly detail: string;
}

/** @returns the error in words for people */
export function describeFault({ code, max = 0 }: Fault, texts: Texts): string {
  return texts.text(keys[code], { max: texts.number(max) });
}

/** @returns the same for an error of the API; one without a code is described in general words */
export function describeFieldError({ code, max, detail }: Described, texts: Texts): string {
  // A newer server may know more codes.
  if (code !== undefined && code in keys) return describeFault({ code, max }, texts);
  return texts.language === 'en' ? detail : texts.text('form.wrong');
}
