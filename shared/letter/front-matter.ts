/**
 * Reads front matter by people who do not know YAML: text stays as typed, with any characters, and error messages say
 * how to fix it.
 */
import { Temporal } from 'temporal-polyfill';
import type { ErrorCode, YAMLError } from 'yaml';

/** Text fields, at any level. Everything after the colon belongs to them. */
const words =
  /^(\s*(?:- +)?(?:title|salutation|closing|name|organisation|signatory|role|telephone|fax|controller|purpose|recipients|retention):)[ \t]+(\S.*?)[ \t]*$/;
const lineOfAddress = /^(\s*-)[ \t]+(\S.*?)[ \t]*$/;

const comment = 'the words after “ #” would be left out as a remark: delete them, or put all of it in quotation marks';

export interface FrontMatterFault {
  readonly line: number;
  readonly field: string;
  readonly message: string;
}

/**
 * Quotes text that YAML would read as something else because of a colon, a `#` or its first character. Line numbers
 * stay the same.
 *
 * @returns the same front matter for the parser, and the lines that are ambiguous
 */
export function quoteAmbiguousText(yaml: string): { yaml: string; faults: FrontMatterFault[] } {
  const lines = yaml.split('\n');
  const faults: FrontMatterFault[] = [];
  /** Indentation of the key of a multi-line text (`|` or `>`) while inside of it; the same for `lines:`. */
  let block = -1;
  let address = -1;
  const kept = lines.map((line, index) => {
    if (line.trim() === '') return line;
    const indent = line.search(/\S/);
    if (block >= 0 && indent > block) return line;
    block = /:[ \t]+[|>][+-]?\d?[ \t\r]*$/.test(line) ? indent : -1;
    if (address >= 0 && !(indent >= address && line.trim().startsWith('-'))) address = -1;
    const [, key, value] = (address >= 0 ? lineOfAddress : words).exec(line.replace(/\r$/, '')) ?? [];
    if (/^\s*(?:- +)?lines:\s*$/.test(line)) address = indent;
    const after = lines[index + 1] ?? '';
    const goesOn = after.trim() !== '' && after.search(/\S/) > indent && !/^\s*(-|[\w.-]+:)(\s|$)/.test(after);
    if (block >= 0 || key === undefined || value === undefined || goesOn || isPlain(value)) return line;
    if (/\s#(\s|$)/.test(value)) {
      faults.push({ line: index + 2, field: key.trim().replace(/^- +|:$/g, '') || 'lines', message: comment });
      return line;
    }
    return `${key} ${JSON.stringify(value)}`;
  });
  return { yaml: kept.join('\n'), faults };
}

/** @returns whether YAML reads exactly this text, or it is quoted already */
function isPlain(value: string): boolean {
  if (/^"(?:[^"\\]|\\.)*"(?:\s+#.*)?$/.test(value) || /^'(?:[^']|'')*'(?:\s+#.*)?$/.test(value)) return true;
  // Quotation marks that close on another line.
  if (/^["'][^"']*$/.test(value)) return true;
  return !/^[[\]{}&*!|>%@`"'?,#]|^-\s|:\s|:$|\s#/.test(value);
}

const explained: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: 'the line is moved in too far or not far enough: what belongs together begins below one another',
  BLOCK_AS_IMPLICIT_KEY:
    'there are two colons: put everything after the first of them in quotation marks, as in purpose: "To ask: why?"',
  DUPLICATE_KEY: 'the field stands here for the second time: keep one of them',
  MULTILINE_IMPLICIT_KEY: 'a line like this is a name, a colon, a space and what it is, as in goal: 100',
  TAB_AS_INDENT: 'the line begins with a tab: use spaces',
  UNEXPECTED_TOKEN: 'a sign stands where it means something else: put the words in quotation marks',
};

/** @returns the parser's error in words for people, with the remedy; and its line, if it is another */
export function explainYamlError({ code, message }: YAMLError, yaml: string): { message: string; line?: number } {
  if (code === 'MISSING_CHAR' && /quote|\]|\}/.test(message)) {
    const opened = yaml.split('\n').findIndex((line) => (line.match(/"/g)?.length ?? 0) % 2 === 1);
    const unclosed =
      'something is opened and not closed: look for a quotation mark or a bracket without its other half';
    return { message: unclosed, ...(opened < 0 ? {} : { line: opened + 2 }) };
  }
  return { message: plainly(code) };
}

function plainly(code: ErrorCode): string {
  return (
    explained[code] ??
    'the line cannot be understood: it is a name, a colon, a space and what it is, as in goal: 100; words with other signs in them stand in quotation marks'
  );
}

/**
 * @param typed a day alone, a day and a time, or a time with its offset
 * @param end whether a day alone means its last second
 * @returns the time, in the letter's time zone if it names none; undefined when it is not a time
 */
export function readDateTime(typed: string, timeZone: string, end: boolean): string | undefined {
  const text = typed.trim().replace(/^(\d{4}-\d\d-\d\d) +(?=\d)/, '$1T');
  try {
    if (/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) && /T/i.test(text)) return Temporal.Instant.from(text).toString();
    const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
    const local = isDay
      ? Temporal.PlainDate.from(text).toPlainDateTime(end ? '23:59:59' : '00:00:00')
      : Temporal.PlainDateTime.from(text);
    return local.toZonedDateTime(timeZone).toInstant().toString();
  } catch {
    return undefined; // RangeError: no such day, time or zone
  }
}
