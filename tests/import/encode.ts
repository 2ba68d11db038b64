/** Encodes text in encodings for which there is only a decoder, by inverting the decoder. */
import type { Encoding } from '../../shared/jobs/import/reading-choice.ts';

const tables = new Map<Encoding, ReadonlyMap<string, readonly number[]>>();

function tableOf(encoding: Encoding): ReadonlyMap<string, readonly number[]> {
  const kept = tables.get(encoding);
  if (kept) return kept;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let one = 0; one < 256; one += 1) table.set(decoder.decode(Uint8Array.of(one)), [one]);
  const isWide = ['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'].includes(encoding);
  for (let one = 0x81; one < 0xff && isWide; one += 1) {
    for (let two = 0x40; two < 0xff; two += 1) {
      const sign = decoder.decode(Uint8Array.of(one, two));
      if ([...sign].length === 1 && !table.has(sign)) table.set(sign, [one, two]);
    }
  }
  tables.set(encoding, table);
  return table;
}

/** @throws Error when the encoding lacks a character */
export function encode(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le') return Uint8Array.from(Buffer.from(text, 'utf16le'));
  if (encoding === 'utf-16be') return Uint8Array.from(Buffer.from(text, 'utf16le').swap16());
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((sign) => {
      const bytes = table.get(sign);
      if (!bytes) throw new Error(`${encoding} has no ${sign}`);
      return bytes;
    }),
  );
}
