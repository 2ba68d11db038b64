/** The way in which the file was read, and a form to read it in another. */
import type { ImportJob } from '../../../shared/jobs/import/job.ts';
import { type Encoding, encoding, type Separator, separator } from '../../../shared/jobs/import/reading-choice.ts';
import { Choice } from '../ui/components.tsx';
import { Csrf } from '../ui/layout.tsx';
import { amount } from '../ui/number.ts';
import { showCell } from './lines.tsx';
import type { ShownImport } from './shown.ts';

const encodingWords = {
  'utf-8': 'UTF-8',
  'utf-16le': 'Unicode (UTF-16)',
  'utf-16be': 'Unicode (UTF-16, big-endian)',
  'windows-1252': 'Western European (Windows-1252)',
  'windows-1250': 'Central European (Windows-1250)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'windows-1253': 'Greek (Windows-1253)',
  'windows-1254': 'Turkish (Windows-1254)',
  'windows-1255': 'Hebrew (Windows-1255)',
  'windows-1256': 'Arabic and Persian (Windows-1256)',
  'windows-1257': 'Baltic (Windows-1257)',
  'windows-1258': 'Vietnamese (Windows-1258)',
  'windows-874': 'Thai (Windows-874)',
  'iso-8859-2': 'Central European (ISO 8859-2)',
  'koi8-u': 'Cyrillic (KOI8)',
  ibm866: 'Cyrillic (DOS)',
  macintosh: 'Western European (Macintosh)',
  shift_jis: 'Japanese (Shift JIS)',
  'euc-jp': 'Japanese (EUC)',
  gb18030: 'Chinese, simplified (GB 18030)',
  big5: 'Chinese, traditional (Big5)',
  'euc-kr': 'Korean (EUC)',
} as const satisfies Record<Encoding, string>;

const separatorWords = {
  comma: 'Comma ,',
  semicolon: 'Semicolon ;',
  tab: 'Tab',
  pipe: 'Vertical bar |',
  none: 'Nothing: there is one column',
} as const satisfies Record<Separator, string>;

export function ReadingForm({ visit, job, base }: ShownImport & { base: string }) {
  const { understood } = job;
  if (!understood) return null;
  const { reading, sheets, foreign } = understood;
  const hidden = (understood.aside.hidden ?? 0) > 0 || reading.hiddenRows === true;
  return (
    <form method="post" action={`${base}/reading`} class="card">
      <Csrf token={visit.csrf} />
      <h2>File format</h2>
      <div class="cards">
        {reading.sheet === undefined ? null : (
          <Choice
            name="sheet"
            label="Sheet"
            value={reading.sheet}
            options={sheets.map(({ name, lines, hidden: isHidden }) => [name, sheetLabel(name, lines, isHidden)])}
          />
        )}
        {reading.separator === undefined ? null : (
          <Choice
            name="separator"
            label="Columns are separated by"
            value={reading.separator}
            options={separator.options.map((one) => [one, separatorWords[one]])}
          />
        )}
        {reading.encoding === undefined ? null : (
          <Choice
            name="encoding"
            label="Character encoding"
            value={reading.encoding}
            options={encoding.options.map((one) => [one, encodingWords[one]])}
          />
        )}
        <Choice
          name="headerLine"
          label="Column names are in"
          value={String(reading.headerLine)}
          options={headerOptions(understood, (text) => showCell(visit, text))}
        />
      </div>
      {hidden ? (
        <label class="choice">
          <input type="checkbox" name="hiddenRows" value="yes" checked={reading.hiddenRows === true} />
          <span>
            Include hidden lines
            <span class="hint">Lines hidden in the spreadsheet, for example by a filter, are otherwise left out.</span>
          </span>
        </label>
      ) : null}
      {reading.encoding !== undefined && foreign.length > 0 ? (
        <div class="field">
          <p class="soft">Do these look right? If not, choose another encoding.</p>
          <ul>
            {foreign.map(({ number, text }) => (
              <li>
                {`Line ${number}: `}
                <bdi>{showCell(visit, text)}</bdi>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {understood.unknownFormulas > 0 ? (
        <p>
          {`${amount(understood.unknownFormulas, 'cell contains a formula without a result and is', 'cells contain a formula without a result and are')} read as empty. Open the file in your spreadsheet program, save it and upload it again.`}
        </p>
      ) : null}
      <button type="submit" class="quiet">
        Read the file this way
      </button>
    </form>
  );
}

function sheetLabel(name: string, lines: number, isHidden: boolean): string {
  const size = lines === 0 ? 'empty' : amount(lines, 'line', 'lines');
  return `${name} (${size}${isHidden ? ', hidden' : ''})`;
}

function headerOptions({ first, reading }: NonNullable<ImportJob['understood']>, show: (text: string) => string) {
  const { headerLine } = reading;
  const known = first.some(({ number }) => number === headerLine) || headerLine === 0;
  return [
    ...first.map(({ number, text }) => [String(number), `Line ${number}: ${show(text)}`] as const),
    ...(known ? [] : [[String(headerLine), `Line ${headerLine}`] as const]),
    ['0', 'No line: there are no column names'] as const,
  ];
}
