/** Choices for reading a file. Those left out are detected. */
import * as z from 'zod';
import { maxLines } from './limits.ts';

/** Encodings by their labels in the Encoding standard (https://encoding.spec.whatwg.org/#names-and-labels). */
export const encoding = z.enum([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'koi8-u',
  'ibm866',
  'macintosh',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
]);
export type Encoding = z.infer<typeof encoding>;

/** The separator between columns of a text file; `none` when there is one column. */
export const separator = z.enum(['comma', 'semicolon', 'tab', 'pipe', 'none']);
export type Separator = z.infer<typeof separator>;

export const readingChoice = z.object({
  sheet: z.string().max(200).optional().describe('Sheet of a workbook. Default: the first visible one with a table.'),
  encoding: encoding.optional().describe('For text files. Default: detected.'),
  separator: separator.optional().describe('For text files. Default: detected.'),
  headerLine: z
    .int()
    .min(0)
    .max(maxLines)
    .optional()
    .describe('Line with the column names; 0 for none. Default: detected.'),
  hiddenRows: z.boolean().optional().describe('Whether to include lines that are hidden in the spreadsheet'),
});
export type ReadingChoice = z.infer<typeof readingChoice>;
