/** `npm run partner -- …`: sites that may embed the form of a letter, in force within a minute. */
import { parseArgs } from 'node:util';
import { commandLine } from '../shared/audit/audit.ts';
import { readTally, sumOfTally, type TallyRow } from '../shared/count/partner-tally.ts';
import { type PartnerId, partnerId } from '../shared/ids.ts';
import { nextStep } from '../shared/letter/next-step.ts';
import type { Partner } from '../shared/partner/partner.ts';
import { addPartner, changePartner, removePartner } from '../shared/partner/register.ts';
import { listPartners, readPartner } from '../shared/partner/storage.ts';
import type { Store } from '../shared/platform/store/store.ts';
import { readSnapshot } from '../shared/statistics/snapshot.ts';
import { printFacts, requireArgument, runCommand, slugOf } from './command.ts';
import { findStack, Refusal, type Target } from './stack.ts';

const usage = `Usage:
  npm run partner -- add ID --name "…" --origin https://… --letter SLUG   lets a site embed the letter's form
  npm run partner -- list
  npm run partner -- show ID                                            with its numbers
  npm run partner -- next ID --address https://… [--redirect]           the page that its signers go to next: a link, or at once
  npm run partner -- next ID --none                                     no such page
  npm run partner -- remove ID [--origin https://…] [--letter SLUG]       removes these, or the whole partner
--origin and --letter can be repeated. "add" for an existing partner adds to it, or changes its name.
With --stack NAME the command reaches a deployed stack instead of the local one.`;

runCommand(async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      origin: { type: 'string', multiple: true },
      letter: { type: 'string', multiple: true },
      address: { type: 'string' },
      redirect: { type: 'boolean', default: false },
      none: { type: 'boolean', default: false },
      stack: { type: 'string' },
    },
  });
  const [command, word, more] = positionals;
  if (more !== undefined) throw new Refusal(usage);
  const target = () => findStack(values.stack);
  const parts = () => ({
    name: values.name,
    origins: values.origin ?? [],
    letters: (values.letter ?? []).map((slug) => slugOf(slug, usage)),
  });
  switch (command) {
    case 'add':
      return add(await target(), idOf(word), parts());
    case 'list':
      return list(await target());
    case 'show':
      return show(await target(), idOf(word));
    case 'next':
      return setNext(await target(), idOf(word), values);
    case 'remove':
      return remove(await target(), idOf(word), parts());
    default:
      throw new Refusal(usage);
  }
});

function idOf(word: string | undefined): PartnerId {
  const id = partnerId.safeParse(requireArgument(word, usage));
  if (!id.success) throw new Refusal(`"${word}" cannot be the id of a partner: lower-case letters, digits, hyphens.`);
  return id.data;
}

async function add(target: Target, id: PartnerId, parts: Parameters<typeof addPartner>[2]): Promise<void> {
  const changed = await addPartner(target.store, id, parts, new Date());
  if (!changed.ok) throw new Refusal(changed.why);
  if (changed.partner) printFacts(factsOf(changed.partner, target));
  console.log('This takes effect within a minute.');
}

/** Sets the page after signing, under all letters of the partner. */
async function setNext(
  target: Target,
  id: PartnerId,
  { address, redirect, none }: { address?: string; redirect: boolean; none: boolean },
): Promise<void> {
  if (none === (address !== undefined) || (none && redirect)) throw new Refusal(usage);
  const next = none ? undefined : nextStep.safeParse({ address, redirect });
  if (next?.error) throw new Refusal(next.error.issues.map(({ message }) => message).join('; '));
  const before = await readPartner(target.store, id);
  if (!before) throw new Refusal(`There is no partner "${id}".`);
  const { name, origins } = before;
  const changed = await changePartner(target.store, id, { name, origins, next: next?.data }, new Date(), commandLine);
  if (!changed.ok) throw new Refusal(changed.why);
  if (changed.partner) printFacts(factsOf(changed.partner, target));
  console.log('This takes effect within a minute.');
}

async function list({ store }: Target): Promise<void> {
  const partners = await listPartners(store);
  if (partners.length === 0) console.log('There are no partners yet.');
  for (const { id, name, letters } of partners) console.log(`${id}  ${name}  (${letters.join(', ') || 'no letter'})`);
}

async function show(target: Target, id: PartnerId): Promise<void> {
  const partner = await readPartner(target.store, id);
  if (!partner) throw new Refusal(`There is no partner "${id}".`);
  const rows = await readTally(target.store, id);
  printFacts([
    ...factsOf(partner, target),
    ...(await numbersOf(target.store, partner, rows)),
    ['by page', mostFrequent(rows, ({ page }) => page)],
    ['by campaign', mostFrequent(rows, ({ campaign }) => campaign)],
  ]);
}

async function remove({ store }: Target, id: PartnerId, parts: Parameters<typeof removePartner>[2]): Promise<void> {
  const changed = await removePartner(store, id, parts, new Date());
  if (!changed.ok) throw new Refusal(changed.why);
  console.log(
    changed.partner
      ? 'Removed. This takes effect within a minute.'
      : 'Partner removed. This takes effect within a minute. Its numbers are kept.',
  );
}

function factsOf({ id, name, addedAt, origins, letters, next }: Partner, { publicUrl }: Target): [string, string][] {
  return [
    ['id', id],
    ['name', name],
    ['added', addedAt],
    ['origins', origins.join(', ') || 'none'],
    ...letters.map((slug): [string, string] => ['form', `${publicUrl}/${slug}/form?partner=${id}`]),
    ...(next ? [['next', `${next.address}${next.redirect ? ' (at once)' : ''}`] satisfies [string, string]] : []),
  ];
}

/** Submissions as the mailer counted them, and counted signatures as of the letter's last snapshot. */
async function numbersOf(store: Store, { id, letters }: Partner, rows: readonly TallyRow[]) {
  const facts: [string, string][] = [];
  for (const slug of letters) {
    const { mailed, held } = sumOfTally(rows.filter(({ letter }) => letter === slug));
    facts.push(['submitted', `${slug}: ${mailed + held}, of them ${held} held without a mail`]);
    const snapshot = await readSnapshot(store, slug);
    const counted = snapshot ? `${snapshot.by.partner[id] ?? 0}, as of ${snapshot.asOf}` : 'no snapshot was taken yet';
    facts.push(['counted', `${slug}: ${counted}`]);
  }
  return facts;
}

/** The most frequent first, on one line each. */
function mostFrequent(rows: readonly TallyRow[], nameOf: (row: TallyRow) => string | undefined): string {
  const groups = Map.groupBy(rows, (row) => nameOf(row) ?? '-');
  return [...groups]
    .map(([name, same]) => [name, sumOfTally(same).mailed] as const)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 10)
    .map(([name, number]) => `${name} ${number}`)
    .join(', ');
}
