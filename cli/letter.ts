/** `npm run letter -- …`: imports letters from files, opens and closes them. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { commandLine } from '../shared/audit/audit.ts';
import { readCount } from '../shared/count/count.ts';
import { reopenLetter } from '../shared/delivery/reopen-letter.ts';
import { listDisputes } from '../shared/dispute/dispute.ts';
import type { LetterSlug } from '../shared/ids.ts';
import type { ImportOptions } from '../shared/letter/import.ts';
import { currentVersion, type Letter, languagesOf, signing } from '../shared/letter/letter.ts';
import { importLetter, setState } from '../shared/letter/lifecycle.ts';
import { olderVersionIn } from '../shared/letter/shown-version.ts';
import { listLetters, readLetter, readOwnWording } from '../shared/letter/storage.ts';
import { type TranslationChoices, translationChoice } from '../shared/letter/unchanged-translations.ts';
import { readSnapshot, type Snapshot } from '../shared/statistics/snapshot.ts';
import { printFacts, requireArgument, runCommand, slugOf } from './command.ts';
import { deliver, listOrChange } from './deliveries.ts';
import { readLetterFiles } from './letter-files.ts';
import { recountLetter } from './recount.ts';
import { findStack, Refusal, type Target } from './stack.ts';
import { updates } from './updates.ts';

const usage = `Usage:
  npm run letter -- import FILE.md [--open] [--correction "why"] [--translation LANGUAGE=still-fits|keep-older|hide …]
  npm run letter -- list
  npm run letter -- show SLUG
  npm run letter -- open SLUG
  npm run letter -- close SLUG
  npm run letter -- reopen SLUG
  npm run letter -- deliver SLUG [--interim] [--on 2026-11-20] [--us-letter] [--by-country] [--logos]
  npm run letter -- deliveries SLUG [--again ID | --cancel ID]
  npm run letter -- updates SLUG [--write LANGUAGE=FILE … [--mail-only]]
  npm run letter -- updates SLUG --send ID [--at 2026-11-30T09:00:00Z] [--insist]
  npm run letter -- updates SLUG --pause ID | --resume ID | --cancel ID
  npm run letter -- disputes SLUG
  npm run letter -- wording SLUG SHA-256
  npm run letter -- recount SLUG [--repair]
With --stack NAME the command reaches a deployed stack instead of the local one.`;

runCommand(run);

async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      open: { type: 'boolean' },
      correction: { type: 'string' },
      translation: { type: 'string', multiple: true, default: [] },
      on: { type: 'string' },
      interim: { type: 'boolean', default: false },
      'us-letter': { type: 'boolean', default: false },
      'by-country': { type: 'boolean', default: false },
      logos: { type: 'boolean', default: false },
      again: { type: 'string' },
      cancel: { type: 'string' },
      write: { type: 'string', multiple: true, default: [] },
      'mail-only': { type: 'boolean', default: false },
      send: { type: 'string' },
      at: { type: 'string' },
      insist: { type: 'boolean', default: false },
      pause: { type: 'string' },
      resume: { type: 'string' },
      repair: { type: 'boolean' },
      stack: { type: 'string' },
    },
  });
  const [command, subject, detail] = positionals;
  const target = () => findStack(values.stack);
  switch (command) {
    case 'import':
      return importFile(await target(), requireArgument(subject, usage), {
        open: values.open ?? false,
        correction: values.correction,
        unchanged: choicesOf(values.translation),
      });
    case 'list':
      return list(await target());
    case 'show':
      return show(await target(), slugOf(subject, usage));
    case 'open':
      return change(await target(), slugOf(subject, usage), 'open');
    case 'close':
      return change(await target(), slugOf(subject, usage), 'closed');
    case 'reopen':
      return reopen(await target(), slugOf(subject, usage));
    case 'deliver':
      return deliver(await target(), slugOf(subject, usage), {
        kind: values.interim ? 'interim' : 'final',
        deliveredOn: dayOf(values.on),
        options: {
          pageSize: values['us-letter'] ? 'us-letter' : 'a4',
          order: values['by-country'] ? 'country' : 'name',
          logos: values.logos,
        },
      });
    case 'deliveries':
      return listOrChange(await target(), slugOf(subject, usage), { again: values.again, cancel: values.cancel });
    case 'updates':
      return updates(await target(), slugOf(subject, usage), { ...values, mailOnly: values['mail-only'] });
    case 'disputes':
      return disputes(await target(), slugOf(subject, usage));
    case 'wording':
      return wording(await target(), slugOf(subject, usage), requireArgument(detail, usage));
    case 'recount':
      return recountLetter((await target()).store, slugOf(subject, usage), values.repair ?? false);
    default:
      throw new Refusal(usage);
  }
}

async function importFile(
  { store, publicUrl }: Target,
  path: string,
  options: Pick<ImportOptions, 'open' | 'correction' | 'unchanged'>,
): Promise<void> {
  const { file, translations } = await readLetterFiles(path);
  const plan = await importLetter(store, file, translations, { now: new Date(), ...options });
  if (plan.outcome === 'refused') {
    const how = plan.undecided?.map((one) => `--translation ${one}=still-fits|keep-older|hide`).join(' ');
    throw new Refusal(how ? `${plan.why}\n${how}` : plan.why);
  }
  const said = {
    created: 'Imported.',
    rewritten: 'The draft was replaced; nobody has signed it.',
    'new-version': 'The text changed, so this is a new version. Earlier signatures stay with the version they signed.',
    corrected: 'Corrected. The version stays the same, and the correction is shown on the page.',
    updated: 'Updated; the signed text is the same.',
    unchanged: 'Nothing changed.',
  } as const satisfies Record<typeof plan.outcome, string>;
  console.log(said[plan.outcome]);
  printOlder(plan.letter);
  if (plan.letter.state === 'draft') {
    console.log(`It is a draft and not public yet. Open it with: npm run letter -- open ${plan.letter.slug}`);
  }
  console.log(`${publicUrl}/${plan.letter.slug}`);
}

/** @throws Refusal when an argument is no choice */
function choicesOf(words: readonly string[]): TranslationChoices {
  return Object.fromEntries(
    words.map((word) => {
      const [language = '', choice] = word.split('=');
      const read = translationChoice.safeParse(choice);
      if (!read.success || language === '') {
        throw new Refusal(`"${word}" is not a choice. Write it like fr=keep-older (or still-fits, or hide).`);
      }
      return [language, read.data] as const;
    }),
  );
}

/** Says which translations are not of the current version. */
function printOlder(letter: Letter): void {
  const current = currentVersion(letter);
  const all = new Set(letter.versions.flatMap(({ texts }) => Object.keys(texts)));
  for (const language of [...all].filter((one) => current.texts[one] === undefined).sort()) {
    const shown = olderVersionIn(letter, language) ? 'shown, and marked as such' : 'hidden';
    console.log(`The translation in "${language}" is of an earlier version: ${shown}.`);
  }
}

async function list({ store }: Target): Promise<void> {
  const letters = await listLetters(store);
  if (letters.length === 0) console.log('There are no letters yet.');
  for (const { slug, title, ...letter } of letters)
    console.log(`${signing(letter, new Date()).padEnd(8)}${slug}  ${title}`);
}

async function show({ store, publicUrl }: Target, slug: LetterSlug): Promise<void> {
  const letter = await readLetter(store, slug);
  if (!letter) throw new Refusal(`There is no letter "${slug}".`);
  const count = await readCount(store, slug);
  printFacts(factsOf(letter, `${publicUrl}/${slug}`));
  if (count) {
    const { organisations, individuals, offline } = count;
    printFacts([['counted', `${organisations} organisations, ${individuals} individuals, ${offline} on paper`]]);
  }
  const snapshot = await readSnapshot(store, slug);
  if (snapshot) printFacts(breakdownOf(snapshot));
}

function factsOf(letter: Letter, address: string): [string, string][] {
  const { opens, closes, goal, accepts } = letter.settings;
  return [
    ['title', letter.title],
    ['address', address],
    ['state', letter.deliveredOn ? `delivered on ${letter.deliveredOn}` : signing(letter, new Date())],
    [
      'languages',
      languagesOf(letter)
        .map((one) => (olderVersionIn(letter, one) ? `${one} (older)` : one))
        .join(', '),
    ],
    ['accepts', accepts.join(', ')],
    ...(goal ? [['goal', String(goal)] satisfies [string, string]] : []),
    ...(opens ? [['opens', opens] satisfies [string, string]] : []),
    ...(closes ? [['closes', closes] satisfies [string, string]] : []),
    ['version', `${currentVersion(letter).id} (${letter.versions.length} in all)`],
    ...(letter.partners.length > 0
      ? [['partners', letter.partners.map(({ id }) => id).join(', ')] satisfies [string, string]]
      : []),
    ...letter.wordings.map((id): [string, string] => ['own wording', id]),
    ...letter.corrections.map(({ at, language, why }): [string, string] => [
      'correction',
      `${at.slice(0, 10)} ${language}: ${why}`,
    ]),
  ];
}

/** The most frequent first, on one line each. */
function breakdownOf({ asOf, by }: Snapshot): [string, string][] {
  const line = (numbers: Readonly<Record<string, number>>) =>
    Object.entries(numbers)
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, 10)
      .map(([name, number]) => `${name} ${number}`)
      .join(', ');
  return [
    ['snapshot', asOf],
    ['by country', line(by.country)],
    ['by language', line(by.language)],
    ['by partner', line(by.partner)],
    ['by level', line(by.verification)],
    ['by day', line(by.day)],
  ];
}

/** Prints the wording that signers agreed to, for signatures that name it. */
async function wording({ store }: Target, slug: LetterSlug, id: string): Promise<void> {
  const found = await readOwnWording(store, slug, id);
  if (!found) throw new Refusal(`The letter "${slug}" has never had the wording "${id}".`);
  printFacts([
    ['language', found.language],
    ['since', found.at],
  ]);
  for (const [key, text] of Object.entries(found.strings)) console.log(`${key}: ${text}`);
}

/** Returns undefined where no day is given. @throws Refusal when the argument is not a day */
function dayOf(word: string | undefined): string | undefined {
  const day = z.iso.date().optional().safeParse(word);
  if (!day.success) throw new Refusal(`"${word}" is not a date. Write it like 2026-11-20.`);
  return day.data;
}

async function change({ store, publicUrl }: Target, slug: LetterSlug, state: 'open' | 'closed'): Promise<void> {
  const changed = await setState(store, slug, state, new Date());
  if (!changed.ok) throw new Refusal(changed.why);
  console.log(`${state === 'open' ? 'Open' : 'Closed'}: ${publicUrl}/${slug}`);
}

/** Opens a letter again that was closed by mistake within the last day. */
async function reopen({ store, publicUrl }: Target, slug: LetterSlug): Promise<void> {
  const done = await reopenLetter(store, slug, commandLine, new Date());
  if (!done.ok) throw new Refusal(done.why);
  console.log(`Open: ${publicUrl}/${slug}`);
}

/** For the secretariat only: shows who says that an organisation did not sign, and how to answer. */
async function disputes({ store }: Target, slug: LetterSlug): Promise<void> {
  let page = await listDisputes(store, slug);
  if (page.items.length === 0) console.log('No disputes.');
  for (;;) {
    for (const { at, organisation, name, email, message } of page.items) {
      console.log(
        `${at}  ${organisation}\n  ${name} <${email}>${message ? `\n  ${message.replaceAll('\n', '\n  ')}` : ''}`,
      );
    }
    if (page.next === undefined) return;
    page = await listDisputes(store, slug, { before: page.next });
  }
}
