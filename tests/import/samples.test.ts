/** The sample files of docs/importing.md, each read by guessing alone. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tallyLines } from '../../shared/jobs/import/lines.ts';
import { linesIn, peopleIn, sheetOf } from './lists.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'samples');

interface Sample {
  readonly language: string;
  readonly reading: object;
  /** Line, name, organisation, country and address of each. */
  readonly people: readonly (readonly (string | number | undefined)[])[];
  readonly aside: object;
}

const samples: Readonly<Record<string, Sample>> = {
  'excel.xlsx': {
    language: 'en',
    reading: { sheet: 'Signatures', headerLine: 3 },
    people: [
      [4, 'Ingeborg Kaikant', 'Harbour Watch', 'NO', 'ingeborg@kaikant.example'],
      [5, 'Sindre Fortøyning', 'Harbour Watch', 'NO', 'sindre@kaikant.example'],
      [6, 'Wanjiru Bandarini', 'Mangrove Alliance', 'KE', 'wanjiru@mangrove.example'],
    ],
    aside: { title: 1, blank: 1, header: 1, hidden: 1 },
  },
  'excel-german.csv': {
    language: 'de',
    reading: { encoding: 'windows-1252', separator: 'semicolon', headerLine: 1 },
    people: [
      [2, 'Jürgen Steuerbordt', 'Hafenkante Köln e. V.', 'DE', 'j.steuerbordt@hafenkante.example'],
      [3, 'Änne Großsegel', undefined, 'AT', 'aenne@segelrunde.example'],
      [4, 'Zoë Backbordier', 'Quai ouvert', 'CH', 'zoe@quai-ouvert.example'],
    ],
    aside: { header: 1 },
  },
  'excel-unicode-text.txt': {
    language: 'pl',
    reading: { encoding: 'utf-16le', separator: 'tab', headerLine: 1 },
    people: [
      [2, 'Łucja Przystaniak', 'Stowarzyszenie „Przystań”', 'PL', 'lucja@przystan.example'],
      [3, 'Święcisława Żeglowicz', undefined, 'DE', 'sz@zagiel.example'],
    ],
    aside: { header: 1 },
  },
  'libreoffice-french.csv': {
    language: 'fr',
    reading: { encoding: 'utf-8', separator: 'comma', headerLine: 1 },
    people: [
      [2, 'Anne-Lise Embarcadère', 'Les Amis du quai, section sud', 'CI', 'al@embarcadere.example'],
      [3, 'Théophile Brise-Lames', undefined, 'BE', 'theo@brise-lames.example'],
      [4, 'Apolline Brise-Lames', undefined, 'BE', 'apolline@brise-lames.example'],
    ],
    aside: { header: 1 },
  },
  'google-sheets.csv': {
    language: 'en',
    reading: { encoding: 'utf-8', separator: 'comma', headerLine: 1 },
    people: [
      [2, 'Pip Moorings', undefined, 'GB', 'pip@moorings.example'],
      [3, 'Ottoline Tidewatch', 'Tidewatch Collective', 'US', 'office@tidewatch.example'],
      [5, 'Rosamund "Roz" Sluice', "Lock Keepers' Union", 'IE', 'r.sluice@lockkeepers.example'],
    ],
    aside: { header: 1, blank: 1 },
  },
  'civicrm.csv': {
    language: 'en',
    reading: { encoding: 'utf-8', separator: 'comma', headerLine: 1 },
    people: [
      [2, 'Cordelia M. Halyard', undefined, 'GB', 'c.halyard@tides.example'],
      [3, '', 'Estuary Forum', 'KE', 'info@estuary-forum.example'],
      [4, 'Barnaby Capstan', undefined, 'CA', 'barnaby@capstan.example'],
    ],
    aside: { header: 1 },
  },
  'action-network.csv': {
    language: 'en',
    reading: { encoding: 'utf-8', separator: 'comma', headerLine: 1 },
    people: [
      [2, 'Winifred Gangway', undefined, 'US', 'winifred@gangway.example'],
      [3, 'Thaddeus Bulkhead', 'Bulkhead Trust', 'GB', 'tb@bulkhead.example'],
    ],
    aside: { header: 1 },
  },
  'mailchimp.csv': {
    language: 'en',
    reading: { encoding: 'utf-8', separator: 'comma', headerLine: 1 },
    people: [
      [2, 'Leopoldine Ankerplätzer', 'Ankerplatz Wien', 'AT', 'leopoldine@ankerplatz.example'],
      [3, 'Domhnall Breakwater', undefined, 'IE', 'dom@breakwater.example'],
    ],
    aside: { header: 1 },
  },
};

it.each(Object.entries(samples))('%s gives back its people', async (name, { language, reading, people, aside }) => {
  const sheet = await sheetOf(await readFile(join(folder, name)), {}, language);
  expect(sheet.reading).toMatchObject(reading);
  const read = peopleIn(sheet, { language }).map((one) =>
    'why' in one ? [one.line, one.why] : [one.line, one.name, one.organisation, one.country, one.email],
  );
  expect(read).toEqual(people);
  expect(tallyLines(sheet.lines)).toEqual({ ...aside, row: people.length });
  expect(linesIn(sheet)).toBe(people.length + Object.values(aside).reduce((sum, count) => sum + count, 0));
});

it('all exist, and each is in the page', async () => {
  const page = await readFile(join(folder, '..', 'importing.md'), 'utf8');
  const files = await readdir(folder);
  expect(files.toSorted()).toEqual(Object.keys(samples).toSorted());
  for (const file of files) expect(page).toContain(`(samples/${file})`);
});
