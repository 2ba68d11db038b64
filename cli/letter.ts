/** `npm run letter -- …`: imports letters from files, opens and closes them. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { commandLine } from '../shared/audit/audit.ts';
import { reopenLetter } from '../shared/delivery/reopen-letter.ts';
import { listDisputes } from '../shared/dispute/dispute.ts';
import type { LetterSlug } from '../shared/ids.ts';
import { signing } from '../shared/letter/letter.ts';
import { setState } from '../shared/letter/lifecycle.ts';
import { listLetters, readOwnWording } from '../shared/letter/storage.ts';
import { printFacts, requireArgument, runCommand, slugOf } from './command.ts';
import { deliver, listOrChange } from './deliveries.ts';
import { choicesOf, importFile } from './import-letter.ts';
import { recountLetter } from './recount.ts';
import { showLetter } from './show-letter.ts';
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
      return showLetter(await target(), slugOf(subject, usage));
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

async function list({ store }: Target): Promise<void> {
  const letters = await listLetters(store);
  if (letters.length === 0) console.log('There are no letters yet.');
  for (const { slug, title, ...letter } of letters)
    console.log(`${signing(letter, new Date()).padEnd(8)}${slug}  ${title}`);
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
