/** Sentences that people stumbled over, and what else is not said in plain English. None may come back. */
import { expect, it } from 'vitest';
import { shownStrings } from './shown-strings.ts';

/** Each as it once stood on a page or in a mail. */
const formerSentences: readonly RegExp[] = [
  /What waits|Nothing waits|You have seen all that waits/,
  /^waits$|lost its place|held silently/i,
  /^Shown by(?! name)/,
  /Hold it for a look|Let it stand first|Correct a name on request|Merge, or split a chapter|Forget it for ever/,
  /What it says$|What proves it|What was agreed to|What became of it/,
  /Do to many|To the ticked ones|To all that this list finds/,
  /Published without a look of the secretariat|How well a co-signatory must be proven/,
  /Days to keep|So long after closing, what is not published is erased/,
  /Rightly: the signature went|The signature stands\b|Nothing to go by/,
  /That you looked is written/,
  /Its text is then a version|it is no draft again/,
  /Its tag: en, fr|This language binds/,
  /Press the button to come in|The link is then used up/,
  /all letters there are and will be/,
  /signs from a free mailbox|anybody could have it/,
  /It shows less proof than the letter asks for/,
  /Drop the list|^Look at it$/,
  /not a country code of ISO 3166-1/,
  /^Take away|can no longer show the form of this letter/,
  /Nobody has counted/,
  /^Not said$/,
  /Look into your mailbox/,
  /\(step 2 of 2\): /,
  /^Receipt: /,
  /^The signature of \S+ under the letter .* is confirmed/,
  /It was not you\?/,
  /has taken the place of yours/,
  /Show that the domain is yours|put this line in one of two places/,
  /this is signed now/,
];

/** Words and turns that nobody would say aloud to a campaign officer or a signer. */
const turns: readonly RegExp[] = [
  /\bwritten down\b/i,
  /\bfor the moment\b/i,
  /\bfor ever\b/i,
  /\bgo on\b(?! with|ing)/i,
  /\bsecretariat’s eyes\b/i,
  /\b(?:some|any)body\b/i,
  /\bmeanwhile\b/i,
  /\bshall\b/i,
  /\bmay be left empty\b/i,
  /\btold once\b/i,
  /(?<!`)\bmailbox(?:es)?\b/i,
];

/** The console, public pages, mails and the embedded form; and what they show of the rules in `shared`. */
const isOnScreen = (file: string) =>
  /^(?:embed|functions\/(?:mailer\/mails|public-api|secretariat))\/.*\.tsx?$|^en\.ts/.test(file) &&
  !/api-docs|(?:^|[/-])(?:api|description|answer-schemas|operations)\.ts$|-api\.ts$/.test(file);
/** Keys, class names and the like have no space; nor have they a capital at the start. */
const isSaid = (words: string) => / /.test(words) || /^\p{Lu}/u.test(words);

const strings = shownStrings();

it('no string has a sentence that people stumbled over', () => {
  expect(strings.length).toBeGreaterThan(3000);
  const found = strings.filter(({ words }) => formerSentences.some((former) => former.test(words)));
  expect(found).toEqual([]);
});

it('strings contain no phrase that confused readers', () => {
  const said = strings.filter(({ file, words }) => isOnScreen(file) && isSaid(words));
  expect(said.length).toBeGreaterThan(1000);
  expect(said.filter(({ words }) => turns.some((turn) => turn.test(words)))).toEqual([]);
});

it.each(['What waits', 'waits', 'Look into your mailbox', 'To all that this list finds …', 'Receipt: {} signed “{}”'])(
  '“%s” would be found',
  (words) => {
    expect(formerSentences.some((former) => former.test(words))).toBe(true);
  },
);
