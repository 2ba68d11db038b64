import { strFromU8, unzipSync } from 'fflate';
import { parseFragment } from 'parse5';
import { describe, expect, it, vi } from 'vitest';
import { makeWordDocument } from '../../functions/document/word.ts';
import { makeDocumentData } from '../fixtures/document.ts';
import { namesOf } from '../fixtures/document-names.ts';

/** @returns the text of each run, in order */
function textsIn(bytes: Uint8Array): string[] {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  return Array.from(xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g), ([, text = '']) => {
    const [node] = parseFragment(text).childNodes;
    return (node && 'value' in node ? node.value : '').replace(/[\u2068\u2069\u200b]/g, '');
  });
}

describe('the Word file of a delivery', () => {
  it('shows every name once', async () => {
    const data = makeDocumentData();
    const texts = textsIn((await makeWordDocument(data)).bytes);
    for (const name of namesOf(data)) {
      expect(
        texts.filter((text) => text === name),
        name,
      ).toHaveLength(1);
    }
  });

  it('is the same for the same data, at any time', async () => {
    const data = makeDocumentData();
    const first = await makeWordDocument(data);
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
    try {
      const second = await makeWordDocument(structuredClone(data));
      expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps markup in names as text', async () => {
    const data = makeDocumentData();
    const name = '</w:t><w:p/> & "quoted" ]]> &#0;';
    const individuals = [{ kind: 'individual' as const, name: `${name}\u0000\ud800\uffff` }];
    const made = await makeWordDocument({ ...data, undersigned: { ...data.undersigned, individuals } });
    expect(textsIn(made.bytes)).toContain(`${name}\ufffd`);
  });
});
