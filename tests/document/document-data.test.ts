import { describe, expect, it } from 'vitest';
import { documentData } from '../../shared/document/document-data.ts';
import { documentFile, fileName, mediaType } from '../../shared/document/files.ts';
import { letterSlug } from '../../shared/ids.ts';
import { makeDocumentData } from '../fixtures/document.ts';

describe('the data of a document', () => {
  it('survives being stored as JSON', () => {
    const data = makeDocumentData();
    expect(documentData.parse(JSON.parse(JSON.stringify(data)))).toEqual(data);
  });

  it('takes no field that is not for the public', () => {
    const data = makeDocumentData();
    const [organisation] = data.undersigned.organisations;
    const leaking = { ...organisation, email: 'sam@example.org' };
    const undersigned = { ...data.undersigned, organisations: [leaking] };
    expect(documentData.safeParse({ ...data, undersigned }).success).toBe(false);
  });
});

describe('the files of a delivery', () => {
  it('have different names that need no escaping in a header or an address', () => {
    const names = documentFile.options.map((file) => fileName(file, letterSlug.parse('free-the-press')));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]+\.[a-z]+$/);
    expect(names[0]).toBe('free-the-press.pdf');
    for (const file of documentFile.options) expect(mediaType(file)).toMatch(/^[a-z]+\/[a-z.-]+$/);
  });
});
