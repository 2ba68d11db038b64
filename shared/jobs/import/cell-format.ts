/** Number formats of cells: dates, leading zeros, per cent (ECMA-376 part 1, 18.8.30 and 18.8.31). */

/** Formats that every spreadsheet knows by number, apart from those for plain numbers. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
};
/** Other numbers for the same dates, used in East Asia and Thailand. */
const eastAsianDates = (id: number) => (id >= 27 && id <= 36) || (id >= 50 && id <= 58) || (id >= 71 && id <= 81);

/** @returns the format with that number; undefined when the number is shown unchanged */
export function formatOf(id: number, own: ReadonlyMap<number, string>): string | undefined {
  return own.get(id) ?? builtIn[id] ?? (eastAsianDates(id) ? 'yyyy-mm-dd' : undefined);
}

/**
 * @param is1904 whether the workbook counts days from 1904
 * @returns the number as a reader sees it. Dates come as year, month and day, which means the same in every country
 */
export function formatNumber(value: number, format: string | undefined, is1904: boolean): string {
  const [positive = ''] = (format ?? '').split(';');
  const plain = positive
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (/[ymdhs]/.test(plain) && !plain.includes('general')) return formatMoment(value, plain, is1904);
  if (/^0{2,}$/.test(plain) && Number.isInteger(value) && value >= 0) return String(value).padStart(plain.length, '0');
  const [, decimals = ''] = /\.(0+)/.exec(plain) ?? [];
  if (plain.includes('%')) return `${plainNumber(Number((value * 100).toFixed(decimals.length)))}%`;
  return plainNumber(value);
}

/** Digits beyond the fifteenth are rounding errors. */
const plainNumber = (value: number) => {
  const rounded = Number(value.toPrecision(15));
  return Math.abs(rounded) < 1e21
    ? rounded.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 15 })
    : String(rounded);
};

const dayLength = 24 * 60 * 60 * 1000;

function formatMoment(value: number, format: string, is1904: boolean): string {
  // Spreadsheets treat 1900 as a leap year.
  const days = is1904 ? value + 1462 : value < 60 ? value + 1 : value;
  const at = new Date(Math.round(((days - 25569) * dayLength) / 1000) * 1000);
  if (value < 0 || Number.isNaN(at.getTime()) || at.getTime() > Date.UTC(9999, 11, 31)) return plainNumber(value);
  const iso = at.toISOString();
  const time = iso.slice(11, 19);
  const isDate = /[yd]/.test(format) || !/[hs]/.test(format);
  if (!isDate) return /s/.test(format) ? time : time.slice(0, 5);
  return /[hs]/.test(format) ? `${iso.slice(0, 10)} ${time.slice(0, 5)}` : iso.slice(0, 10);
}
