/** Logos of organisations above their names. */
import { describe, expect, it } from 'vitest';
import { typesetLetter } from '../../functions/document/compile.ts';
import { makeWordDocument } from '../../functions/document/word.ts';
import { maxLogos } from '../../shared/document/choices.ts';
import { type DocumentData, documentData } from '../../shared/document/document-data.ts';
import { makeUploadId } from '../../shared/ids.ts';
import { compileOne, makeDocumentData } from '../fixtures/document.ts';
import { namesIn, namesOf } from '../fixtures/document-names.ts';
import { pngOf, pngOfSize } from '../fixtures/pictures.ts';

/** A letter whose first organisations have logos of these sizes. */
async function withLogos(sizes: readonly (readonly [width: number, height: number])[]) {
  const data = makeDocumentData();
  const pictures = await Promise.all(
    sizes.map(async ([width, height]) => [makeUploadId(), (await pngOf(width, height)).toString('base64')] as const),
  );
  const organisations = data.undersigned.organisations.map((entry, place) => ({
    ...entry,
    logo: pictures[place]?.[0],
  }));
  return documentData.parse({
    ...data,
    logos: Object.fromEntries(pictures),
    undersigned: { ...data.undersigned, organisations },
  });
}

const countIn = (pdf: Uint8Array, part: RegExp) => Buffer.from(pdf).toString('latin1').match(part)?.length ?? 0;
/** Each logo is two: its colours, and its transparency. */
const pictures = /\/Subtype\s*\/Image/g;

describe('a document with logos of organisations', () => {
  // PDF/UA-1 refuses a picture that has neither a description nor is marked as decoration.
  it.each(['pdf-ua-1', 'pdf-a-3a'] as const)(
    'has a picture for each as %s, the same for the same data',
    async (standard) => {
      const data = await withLogos([
        [160, 80],
        [80, 80],
        [37, 80],
      ]);
      const [plain, made, again] = [
        await compileOne(makeDocumentData(), { standard }),
        await compileOne(data, { standard }),
        await compileOne(structuredClone(data), { standard }),
      ];
      expect([countIn(plain.bytes, pictures), countIn(made.bytes, pictures)]).toEqual([0, 2 * 3]);
      expect(Buffer.from(again.bytes).equals(Buffer.from(made.bytes))).toBe(true);
    },
  );

  it('shows every name once, and describes no logo', async () => {
    const data = await withLogos([[160, 80]]);
    expect((await namesIn(data)).toSorted()).toEqual(namesOf(data).toSorted());
    const { view } = await typesetLetter(data);
    expect(JSON.stringify(view).match(/Aral Legal Aid/g)).toHaveLength(1);
  });

  it.each([
    ['wide', [160, 4], { width: 80, height: 2 }],
    ['high', [4, 80], { width: 0.9, height: 18 }],
    ['tiny', [2, 2], { width: 18, height: 18 }],
  ] as const)('fits a %s one into its place', async (_, size, shown) => {
    const { view } = await typesetLetter(await withLogos([size]));
    expect(JSON.stringify(view)).toContain(`"width":${shown.width},"height":${shown.height}}`);
  });

  it('has none in the lists and in the Word file', async () => {
    const [data, plain] = [await withLogos([[160, 80]]), makeDocumentData()];
    const [one, other] = [await typesetLetter(data), await typesetLetter(plain)];
    for (const list of ['undersigned.json', 'undersigned.csv']) expect(one.files[list]).toEqual(other.files[list]);
    expect(await makeWordDocument(data)).toEqual(await makeWordDocument(plain));
  });
});

describe('logos that are no data of a document', () => {
  const png = '\x89PNG\r\n\x1a\n';
  const refused = (bytes: Buffer) => ({ [makeUploadId()]: bytes.toString('base64') });
  it.each([
    ['a file that says that it is huge', async () => refused(pngOfSize(60_000, 60_000))],
    ['something else', async () => refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))],
    ['a PNG that ends early', async () => refused(Buffer.from(png, 'latin1'))],
    ['a file of 600 kB', async () => refused(Buffer.concat([await pngOf(9, 9), Buffer.alloc(600_000)]))],
    ['a name that is no id', async () => ({ '../view': (await pngOf(9, 9)).toString('base64') })],
    [
      'more than the limit',
      async () => {
        const one = (await pngOf(9, 9)).toString('base64');
        return Object.fromEntries(Array.from({ length: maxLogos + 1 }, () => [makeUploadId(), one]));
      },
    ],
  ])('%s', async (_, make) => {
    const data: unknown = { ...makeDocumentData(), logos: await make() };
    expect(documentData.safeParse(data).success).toBe(false);
    expect(documentData.safeParse({ ...makeDocumentData(), logos: {} } satisfies DocumentData).success).toBe(true);
  });
});
