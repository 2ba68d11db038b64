/**
 * Reasons why a route takes more than three times as long as the validation of a submission, found by profiling
 * (2026-11): a list and a page of names validate, sort and write 100 rows; a page renders elements, most of them
 * countries.
 */
export const whyAbove: Readonly<Record<string, string>> = {
  confirm:
    'compares two records attribute by attribute and builds the transaction: record, claim, count and places in the lists',
  submit:
    'besides validating it makes an id and four hashes, reads letter and lists from caches, and builds two writes where ' +
    'most routes build one read',
  'letter as JSON':
    'a third is the count, as on its own; the rest chooses a language for the text, the strings and each privacy sentence, ' +
    'asks again for the module that is loaded on demand, and writes 6 kB of JSON',
  'list of 50 as JSON':
    'two answers of 52 rows are validated row by row, merged, cut to 50 and written as 14 kB of JSON',
  'letter page':
    'about 700 elements, 250 of them countries in the form and 150 names; 100 rows are validated as for the list; ' +
    'each name and the date make an Intl object of their own',
  'signatories page': 'about 500 elements, 250 of them countries in the filter and 150 names; rows as for the list',
  'form page': 'about 330 elements, 250 of them countries',
  'confirmation page': 'a page of about 30 elements, with the style sheet of 10 kB copied and encoded each time',
  badge: 'the count is validated row by row, and its plural form makes Intl objects of its own',
};
