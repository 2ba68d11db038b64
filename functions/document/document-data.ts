/** The data of a delivery's documents: its frozen state, its remaining names, and the text of the letter. */
import type { Delivery, FrozenState } from '../../shared/delivery/delivery.ts';
import { type FrozenName, readFrozenNames } from '../../shared/delivery/frozen-names.ts';
import type { DocumentData } from '../../shared/document/document-data.ts';
import type { UploadId } from '../../shared/ids.ts';
import { readTextWithHash } from '../../shared/letter/storage.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { type ListedSignature, listedSignature } from '../../shared/signature/lists/public-list.ts';

type ListedEntry = DocumentData['undersigned']['pinned'][number];

/** A delivery whose list is frozen. */
export type FrozenDelivery = Delivery & { readonly frozen: FrozenState };

/** @returns the rows of the frozen list, those of erased people included, by commitment. Some 400 bytes each */
export async function readList(store: Store, { id, attempt }: Delivery): Promise<FrozenName[]> {
  const names: FrozenName[] = [];
  for await (const name of readFrozenNames(store, id)) if (name.attempt === attempt) names.push(name);
  return names.toSorted((a, b) => (a.commitment < b.commitment ? -1 : 1));
}

/** The parts that are the same in all languages. */
interface DocumentParts {
  readonly names: readonly FrozenName[];
  /** The convener's. */
  readonly logo: Uint8Array | undefined;
  /** Those of organisations that have a file. */
  readonly logos: ReadonlyMap<UploadId, Uint8Array>;
}

/** @returns the data of the document in one language */
export async function dataIn(
  store: Store,
  language: string,
  delivery: FrozenDelivery,
  { names, logo, logos }: DocumentParts,
): Promise<DocumentData> {
  const { letter: slug, id, kind, frozen, options } = delivery;
  const stored = await readTextWithHash(store, slug, language, frozen.texts[language] ?? '');
  if (!stored) throw new Error('the text of a frozen version is never deleted');
  const { title, date, addressees, salutation, closing, convener } = stored.text;
  const { at, number, hash, url, timeZone } = frozen;
  return {
    format: 1,
    letter: {
      ...{ slug, title, date, addressees, salutation, closing, convener },
      blocks: stored.blocks,
      language,
      officialLanguage: frozen.language,
      translationOf: frozen.older?.[language],
      timeZone,
    },
    ...(logo ? { logo: { type: 'image/png', data: base64(logo), description: convener.organisation } } : {}),
    ...(logos.size > 0 ? { logos: Object.fromEntries([...logos].map(([id, bytes]) => [id, base64(bytes)])) } : {}),
    undersigned: {
      ...sorted(names, logos),
      unnamed: frozen.counts.withheld,
      onPaper: frozen.counts.offline,
      order: options.order,
    },
    pageSize: options.pageSize,
    frozen: { delivery: id, kind, at, number, hash, url },
  };
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

type Undersigned = Pick<DocumentData['undersigned'], 'pinned' | 'organisations' | 'individuals'>;

function sorted(names: readonly FrozenName[], logos: DocumentParts['logos']): Undersigned {
  const listed = names.flatMap(({ listed: text, rank, logo }) =>
    text === undefined
      ? []
      : [{ ...listedSignature.parse(JSON.parse(text)), rank, logoId: logo && logos.has(logo) ? logo : undefined }],
  );
  const pinned = listed.filter(({ rank }) => rank !== undefined);
  const others = listed.filter(({ rank }) => rank === undefined).map(entryOf);
  return {
    pinned: pinned
      .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.signedAt.localeCompare(b.signedAt))
      .map(entryOf),
    organisations: others.filter((entry) => entry.kind === 'organisation'),
    individuals: others.filter((entry) => entry.kind === 'individual'),
  };
}

function entryOf(listed: ListedSignature & { readonly logoId: UploadId | undefined }): ListedEntry {
  const { kind, organisation, signatory, country: code, logoId } = listed;
  const person = signatory && { name: signatory.name, ...(signatory.role === null ? {} : { role: signatory.role }) };
  const country = code === null ? {} : { country: code };
  if (kind === 'organisation') {
    const name = organisation?.name ?? person?.name ?? '';
    return { kind, name, ...(person ? { signatory: person } : {}), ...country, ...(logoId ? { logo: logoId } : {}) };
  }
  return {
    kind,
    ...(person ?? { name: '' }),
    ...(organisation ? { affiliation: organisation.name } : {}),
    ...country,
  };
}

/**
 * @returns a file with which anybody can check the hash of the state, and each name that is still listed: see
 *   docs/decisions/053-frozen-state.md
 */
export function commitmentsFile(delivery: FrozenDelivery, names: readonly FrozenName[]): Uint8Array {
  const { at, version, counts, hash } = delivery.frozen;
  const commitments = names.map(({ commitment, salt, listed }) => ({
    commitment,
    // The text that was committed to, so that a reader needs no canonical form of their own.
    ...(salt === undefined || listed === undefined ? {} : { salt, signature: listed }),
  }));
  const content = { letter: delivery.letter, delivery: delivery.id, kind: delivery.kind, at, version, counts, hash };
  return Buffer.from(`${JSON.stringify({ ...content, commitments }, null, 1)}\n`);
}
