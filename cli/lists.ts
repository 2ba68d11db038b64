/** `npm run lists -- …`: denied mailboxes, domains and networks, and trusted networks, in force within a minute. */
import { parseArgs } from 'node:util';
import { commandLine } from '../shared/audit/audit.ts';
import { editLists, type ListRequest } from '../shared/screening/edit.ts';
import { type ListEntry, readListEntry } from '../shared/screening/entry.ts';
import { readMailLists, readNetworkLists } from '../shared/screening/lists.ts';
import { readRange } from '../shared/screening/network.ts';
import { requireArgument, runCommand } from './command.ts';
import { findStack, Refusal, type Target } from './stack.ts';

const usage = `Usage:
  npm run lists -- deny WHAT      sends no mail to an address or a domain; holds submissions from a network
  npm run lists -- allow NETWORK  lifts the caps for a network, such as a conference; denied entries stay denied
  npm run lists -- remove WHAT    removes it from every list
  npm run lists -- show [WHAT]    shows the lists, or whether WHAT is on one
WHAT is an email address (name@example.org), a domain with its subdomains (example.org) or a network
(203.0.113.5, 203.0.113.0/24, 2001:db8::/32). Email addresses are stored as keyed hashes only.
With --stack NAME the command reaches a deployed stack instead of the local one.`;

runCommand(async (args) => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { stack: { type: 'string' } } });
  const [command, what, more] = positionals;
  if (more !== undefined) throw new Refusal(usage);
  const target = () => findStack(values.stack);
  switch (command) {
    case 'deny':
      return deny(await target(), requireArgument(what, usage));
    case 'allow':
      return allow(await target(), requireArgument(what, usage));
    case 'remove':
      return remove(await target(), requireArgument(what, usage));
    case 'show':
      return what === undefined ? showAll(await target()) : showOne(await target(), what);
    default:
      throw new Refusal(usage);
  }
});

async function readEntry({ keys }: Target, what: string): Promise<ListEntry> {
  const entry = readListEntry(await keys(), what);
  if (entry) return entry;
  throw new Refusal(`"${what}" is not an email address, a domain or a network.\n${usage}`);
}

async function edit({ store, keys }: Target, wanted: ListRequest): Promise<void> {
  const done = await editLists(store, await keys(), { ...wanted, by: commandLine }, new Date());
  if (!done) throw new Refusal(usage);
}

async function deny(target: Target, what: string): Promise<void> {
  await readEntry(target, what);
  await edit(target, { do: 'deny', what });
  console.log('Denied. This takes effect within a minute.');
}

async function allow(target: Target, what: string): Promise<void> {
  if (!readRange(what)) throw new Refusal('Only a network can be allowed, such as 203.0.113.0/24.');
  await edit(target, { do: 'allow', what });
  console.log('Allowed. This takes effect within a minute.');
}

async function remove(target: Target, what: string): Promise<void> {
  await readEntry(target, what);
  await edit(target, { do: 'remove', what });
  console.log('Removed from every list. This takes effect within a minute.');
}

async function showOne(target: Target, what: string): Promise<void> {
  const { denies, value } = await readEntry(target, what);
  const all = { ...(await readMailLists(target.store)), ...(await readNetworkLists(target.store)) };
  const isAllowed = denies === 'deniedNetworks' && all.allowedNetworks.has(value);
  console.log(all[denies].has(value) ? 'Denied.' : isAllowed ? 'Allowed.' : 'Not on any list.');
}

async function showAll({ store }: Target): Promise<void> {
  const { deniedMailboxes, deniedDomains } = await readMailLists(store);
  const { deniedNetworks, allowedNetworks } = await readNetworkLists(store);
  console.log(`Denied email addresses: ${deniedMailboxes.size} (stored as keyed hashes)`);
  for (const [title, entries] of [
    ['Denied domains', deniedDomains],
    ['Denied networks', deniedNetworks],
    ['Allowed networks', allowedNetworks],
  ] as const) {
    console.log(`${title}: ${entries.size === 0 ? 'none' : ''}`);
    for (const entry of [...entries].toSorted()) console.log(`  ${entry}`);
  }
}
