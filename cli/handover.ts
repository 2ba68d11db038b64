/**
 * `npm run handover -- …`: sends a delivery to its addressees, records how it was handed over, and shows the state of
 * each mail.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { commandLine } from '../shared/audit/audit.ts';
import { planSend, recordByHand, sendHandover } from '../shared/handover/hand-over.ts';
import { byHandFields, type Handover, hasFailed, type SentCopy, stateOfCopy } from '../shared/handover/handover.ts';
import { type SendRequest, sendRequest, splitReader } from '../shared/handover/send-request.ts';
import { readHandover } from '../shared/handover/storage.ts';
import { type Acting, frozenText, type Outcome } from '../shared/handover/write-handover.ts';
import type { LetterText } from '../shared/letter/text.ts';
import { printFacts, requireArgument, runCommand, slugOf } from './command.ts';
import { changedJustNow, findDelivery } from './deliveries.ts';
import { findStack, Refusal, type Target } from './stack.ts';

const usage = `Usage:
  npm run handover -- show SLUG DELIVERY
  npm run handover -- send SLUG DELIVERY --to "The Mayor, mayor@town.example" --subject "…" --note FILE.txt [--copy-to ADDRESS] [--language en] [--now]
  npm run handover -- record SLUG DELIVERY --how in-person|posted --on 2026-11-20 [--place "…"] [--to "The Mayor"] [--recipient "…"]
DELIVERY is the number of a delivery or its id: npm run letter -- deliveries SLUG.
--to can be repeated. "send" says who would get it; with --now it is sent. Sent mail cannot be recalled.
--recipient is the person who received it; only the console shows it.
With --stack NAME the command reaches a deployed stack instead of the local one.`;

runCommand(async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      to: { type: 'string', multiple: true },
      subject: { type: 'string' },
      note: { type: 'string' },
      'copy-to': { type: 'string' },
      language: { type: 'string' },
      now: { type: 'boolean', default: false },
      how: { type: 'string' },
      on: { type: 'string' },
      place: { type: 'string' },
      recipient: { type: 'string' },
      stack: { type: 'string' },
    },
  });
  const [command, slug, which] = positionals;
  const acting = async () => actingOn(await findStack(values.stack), slug, which);
  switch (command) {
    case 'show':
      return show(await acting());
    case 'send':
      return send(await acting(), { ...values, copyTo: values['copy-to'] });
    case 'record':
      return record(await acting(), values);
    default:
      throw new Refusal(usage);
  }
});

async function actingOn(target: Target, word: string | undefined, which: string | undefined): Promise<Acting> {
  const letter = slugOf(word, usage);
  const delivery = await findDelivery(target, letter, requireArgument(which, usage));
  const handover = await readHandover(target.store, letter, delivery.id);
  return { store: target.store, letter, delivery, handover, by: commandLine, now: new Date() };
}

/** @throws Refusal when it was not done */
function orRefuse<Done>(outcome: Outcome<Done>): Done {
  if (outcome.outcome === 'refused') throw new Refusal(outcome.why);
  if (outcome.outcome === 'stale') throw new Refusal(changedJustNow);
  return outcome;
}

function show({ handover }: Acting): void {
  const { mails, byHand } = handover;
  if (Object.keys(mails).length + Object.keys(byHand).length === 0) console.log('Not handed over yet.');
  for (const copy of Object.values(mails)) printFacts(mailFacts(copy));
  for (const one of recordsOf(handover)) printFacts(one);
}

const lastChange = (copy: SentCopy) =>
  copy.arrivedAt ?? copy.complainedAt ?? copy.bouncedAt ?? copy.notSent?.at ?? copy.deliveredAt ?? copy.sentAt;

const stateWords: Readonly<Record<ReturnType<typeof stateOfCopy>, string>> = {
  queued: 'waiting to be sent',
  sent: 'sent',
  delivered: 'delivered to the mail server',
  bounced: 'came back',
  complained: 'marked as unwanted',
  'not-sent': 'not sent',
  arrived: 'receipt confirmed',
};

function mailFacts(copy: SentCopy): [string, string][] {
  const at = lastChange(copy) ?? copy.queuedAt;
  return [
    ['mail to', copy.isCopy ? 'yourself, as a copy' : copy.name],
    ['state', `${stateWords[stateOfCopy(copy)]}  ${at}`],
    ...(hasFailed(copy)
      ? [['to do', 'send it to another address, or record it by hand'] satisfies [string, string]]
      : []),
  ];
}

function recordsOf({ byHand }: Handover): [string, string][][] {
  return Object.entries(byHand)
    .toSorted(([, a], [, b]) => a.on.localeCompare(b.on))
    .map(([id, { how, on, place, recipient }]) => [
      [how, on],
      ['record', id],
      ...(place ? [['place', place] satisfies [string, string]] : []),
      ...(recipient ? [['taken by', recipient] satisfies [string, string]] : []),
    ]);
}

interface SendOptions {
  readonly to?: string[] | undefined;
  readonly subject?: string | undefined;
  readonly note?: string | undefined;
  readonly copyTo?: string | undefined;
  readonly language?: string | undefined;
  readonly now: boolean;
}

async function send(acting: Acting, options: SendOptions): Promise<void> {
  const request = await readRequest(acting, options);
  const { fresh, already } = orRefuse(await planSend(acting, request));
  if (!options.now) {
    for (const { name, email, isCopy } of fresh)
      printFacts([[isCopy ? 'copy to' : 'mail to', `${isCopy ? '' : `${name}  `}${email}`]]);
    if (already > 0) console.log(`${already} have it already.`);
    console.log('Nothing was sent. To send it, add --now.');
    return;
  }
  const done = orRefuse(await sendHandover(acting, request));
  console.log(`Mails to send: ${done.queued}. They leave within a minute. Have it already: ${done.already}.`);
}

/** @throws Refusal naming the option that is wrong */
async function readRequest(acting: Acting, options: SendOptions): Promise<SendRequest> {
  const { frozen } = acting.delivery;
  const language = options.language ?? frozen?.language;
  const text = language === undefined ? undefined : await frozenText(acting, language);
  const addressees = (options.to ?? []).map((one) => {
    const { name, email } = splitReader(one);
    if (name === '' || email === '') throw new Refusal(`"${one}": write a name, a comma and an email address.`);
    return { name, email, ...placeOf(name, text) };
  });
  const read = sendRequest.safeParse({
    subject: options.subject,
    note: noteIn(requireArgument(options.note, usage)),
    language,
    addressees,
    ...(options.copyTo === undefined ? {} : { copyTo: options.copyTo }),
  });
  if (!read.success) throw new Refusal(`${z.prettifyError(read.error)}\n\n${usage}`);
  return read.data;
}

function noteIn(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Refusal(`The cover note ${path} cannot be read.`);
  }
}

/** Someone with the name of one of the letter's addressees is that addressee: the public page says so. */
function placeOf(name: string | undefined, text: LetterText | undefined): { addressee?: number } {
  const place = text?.addressees.findIndex((one) => one.name === name) ?? -1;
  return place < 0 ? {} : { addressee: place };
}

interface RecordOptions {
  readonly to?: string[] | undefined;
  readonly how?: string | undefined;
  readonly on?: string | undefined;
  readonly place?: string | undefined;
  readonly recipient?: string | undefined;
}

async function record(acting: Acting, { to = [], how, on, place, recipient }: RecordOptions): Promise<void> {
  const { frozen } = acting.delivery;
  const text = frozen && (await frozenText(acting, frozen.language));
  const [name] = to;
  const of = placeOf(name, text);
  if (to.length > 1 || (name !== undefined && of.addressee === undefined)) {
    throw new Refusal(`--to is one of the letter’s addressees: ${text?.addressees.map((one) => one.name).join(', ')}`);
  }
  const read = byHandFields.safeParse({ how, on, place, recipient, ...of });
  if (!read.success) throw new Refusal(`${z.prettifyError(read.error)}\n\n${usage}`);
  orRefuse(await recordByHand(acting, read.data));
  console.log('Recorded. The letter’s page shows it within half a minute.');
}
