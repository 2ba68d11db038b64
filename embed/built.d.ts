/** What the build knows and puts in place of these names (infra/build/bundle-embed.ts). */

/** The languages that there are strings in, as BCP 47 tags with spaces between them. */
declare const LANGUAGES: string;
/** Part of the names of the files with strings; another one when a string changes. */
declare const TEXTS: string;
/** Name of the file that has what the form does. */
declare const LIVE: string;
/** Name of the file that solves proofs of work. */
declare const PROOF: string;
/** Name of the file that knows countries by all their names. */
declare const COUNTRIES: string;
