/** Constants that the build inserts for these names (infra/build/bundle-embed.ts). */

/** Languages with strings, as BCP 47 tags with spaces between them. */
declare const LANGUAGES: string;
/** Part of the names of the files with strings; it changes when a string changes. */
declare const TEXTS: string;
/** Name of the file with the behaviour of the form. */
declare const LIVE: string;
/** Name of the file with ways to share the letter. */
declare const SHARE: string;
/** Name of the file that solves proofs of work. */
declare const PROOF: string;
/** Name of the file with all names of countries. */
declare const COUNTRIES: string;
