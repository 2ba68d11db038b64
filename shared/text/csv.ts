/** Options of every CSV file (RFC 4180) that people open in a spreadsheet. */

/** A cell that starts like a formula gets an apostrophe: https://owasp.org/www-community/attacks/CSV_Injection */
export const csvOptions = { escape_formulas: true, record_delimiter: 'windows' } as const;
