/** Reads the ledger of erasures that `npm run erasures -- list` prints. */
import { readFile } from 'node:fs/promises';
import { type SignatureId, signatureId } from '../shared/ids.ts';
import { Refusal } from './stack.ts';

/** @throws Refusal when the file holds anything but ids */
export async function readLedger(file: string): Promise<SignatureId[]> {
  const lines = (await readFile(file, 'utf8')).split(/\s+/).filter((line) => line !== '');
  return lines.map((line) => {
    const id = signatureId.safeParse(line);
    if (!id.success) throw new Refusal(`${file} contains something that is not a signature id.`);
    return id.data;
  });
}
