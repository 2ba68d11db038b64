/**
 * Parses `application/x-www-form-urlencoded` (https://url.spec.whatwg.org/#urlencoded-parsing) in one pass. The number
 * of fields is checked before anything is decoded, so the work is linear in the length of the body.
 */

/** Encodings in which browsers send forms: UTF-8, or that of an old page without `accept-charset`. */
export type FormCharset = 'utf-8' | 'windows-1252';

export interface FormPairs {
  /** Names and values in the order sent. */
  readonly pairs: readonly (readonly [name: string, value: string])[];
  readonly charset: FormCharset;
}

/**
 * @param most maximum number of fields
 * @returns the fields, or undefined when there are more. Bytes that are not UTF-8 are read as windows-1252, in which
 *   every byte has a meaning; only the person who typed the text can tell whether the result is right
 */
export function parseFormPairs(body: Uint8Array, most: number): FormPairs | undefined {
  let fields = 1;
  for (let at = body.indexOf(ampersand); at >= 0; at = body.indexOf(ampersand, at + 1)) {
    fields += 1;
    if (fields > most) return undefined;
  }
  const raw = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    .toString('latin1')
    .split('&')
    .filter((field) => field !== '')
    .map((field) => {
      const equals = field.indexOf('=');
      return equals < 0 ? [field, ''] : [field.slice(0, equals), field.slice(equals + 1)];
    })
    .map(([name = '', value = '']) => [percentDecode(name), percentDecode(value)] as const);
  const decoded = (charset: FormCharset) => {
    const decoder = new TextDecoder(charset, { fatal: true, ignoreBOM: true });
    return { pairs: raw.map(([name, value]) => [decoder.decode(name), decoder.decode(value)] as const), charset };
  };
  try {
    return decoded('utf-8');
  } catch {
    return decoded('windows-1252');
  }
}

const ampersand = 0x26;

/** @returns the bytes of a percent-encoded piece; a `%` that encodes nothing stands for itself */
function percentDecode(piece: string): Buffer {
  const bytes = piece
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}
