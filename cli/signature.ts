/** `npm run signature -- …`: shows signatures to the secretariat and applies its decisions. */
import { parseArgs } from 'node:util';
import { commandLine, writeAudit } from '../shared/audit/audit.ts';
import { type LetterSlug, type SignatureId, signatureId } from '../shared/ids.ts';
import { readLetter } from '../shared/letter/storage.ts';
import { type Moderation, refusals } from '../shared/signature/moderation/actions.ts';
import { moderate } from '../shared/signature/moderation/moderate.ts';
import { listAwaitingReview } from '../shared/signature/moderation/review.ts';
import { stateOf } from '../shared/signature/owner/owner-view.ts';
import { fieldsVersion, fieldsVersionOf } from '../shared/signature/public-fields.ts';
import type { SignatureRecord } from '../shared/signature/record.ts';
import { coSignatoryName } from '../shared/signature/states.ts';
import { readSignature } from '../shared/signature/storage.ts';
import { printFacts, requireArgument, runCommand, slugOf } from './command.ts';
import { signatureFacts } from './signature-facts.ts';
import { findStack, Refusal, type Target } from './stack.ts';

const usage = `Usage:
  npm run signature -- review SLUG              list what awaits a decision
  npm run signature -- show ID [--mailbox]      show one signature, with its mailbox only if you ask
  npm run signature -- approve ID --seen VERSION               count and list it, including the change its signer asked for
  npm run signature -- decline ID --seen VERSION               decline that change
  npm run signature -- reject ID --seen VERSION --why "…"      remove it; somebody else can then sign for the organisation
  npm run signature -- vouch ID --seen VERSION --note "…"      confirm that the organisation signed; say in the note how you checked
  npm run signature -- withdraw ID                             withdraw it at the signer's request; they get an email
\`review\` and \`show\` print the VERSION of the public fields. A decision is refused if they have changed since.
Add --stack NAME for a deployed stack instead of the local one.`;

/** Maximum length of a reason or note. */
const longestText = 500;

runCommand(async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      mailbox: { type: 'boolean', default: false },
      why: { type: 'string' },
      note: { type: 'string' },
      seen: { type: 'string' },
      stack: { type: 'string' },
    },
  });
  const [command, subject] = positionals;
  const target = () => findStack(values.stack);
  switch (command) {
    case 'review':
      return review(slugOf(subject, usage), await target());
    case 'show':
      return show(idOf(subject), await target(), values.mailbox);
    case 'withdraw':
      return runAction(idOf(subject), await target(), { do: command });
    case 'approve':
    case 'decline':
      return runAction(idOf(subject), await target(), { do: command, ...seenIn(values) });
    case 'reject':
      return runAction(idOf(subject), await target(), {
        do: 'reject',
        why: textOf(values.why, '--why'),
        ...seenIn(values),
      });
    case 'vouch':
      return runAction(idOf(subject), await target(), {
        do: 'vouch',
        note: textOf(values.note, '--note'),
        ...seenIn(values),
      });
    default:
      throw new Refusal(usage);
  }
});

function idOf(word: string | undefined): SignatureId {
  const id = signatureId.safeParse(requireArgument(word, usage));
  if (!id.success) throw new Refusal(`"${word}" is not the id of a signature. \`review\` prints the ids.`);
  return id.data;
}

/** @throws Refusal without a version: a decision applies to the version that was seen */
function seenIn({ seen }: { seen?: string | undefined }): { fieldsVersion: string } {
  const version = fieldsVersion.safeParse(seen);
  if (version.success) return { fieldsVersion: version.data };
  throw new Refusal(
    'Add --seen VERSION, so that the decision applies to what you saw. `review` and `show` print the version.',
  );
}

function textOf(text: string | undefined, option: string): string {
  const said = text?.trim();
  if (!said) throw new Refusal(`Add ${option} "…" with your reason. It is stored with the decision.`);
  if (said.length > longestText) throw new Refusal(`${option} can be at most ${longestText} characters long.`);
  return said;
}

async function review(slug: LetterSlug, { store }: Target): Promise<void> {
  if (!(await readLetter(store, slug))) throw new Refusal(`There is no letter "${slug}".`);
  let found = 0;
  let after: string | undefined;
  do {
    const { waiting, next } = await listAwaitingReview(store, slug, { after });
    for (const record of waiting) console.log(lineOf(record));
    found += waiting.length;
    after = next;
  } while (after !== undefined);
  if (found === 0) console.log('Nothing awaits review.');
}

function lineOf(record: SignatureRecord): string {
  const {
    id,
    confirmedAt = '',
    reviewBecause = 'level',
    proposal,
    verification = 'mailbox',
    country = '',
    kind,
  } = record;
  const because = proposal ? 'change' : reviewBecause;
  const seen = fieldsVersionOf(record, { withNames: true });
  const about = [seen, confirmedAt.slice(0, 10), because.padEnd(11), verification.padEnd(14), kind.padEnd(12)];
  return [id, ...about, `${coSignatoryName(record)}${country ? ` (${country})` : ''}`].join('  ');
}

async function show(id: SignatureId, { store }: Target, withMailbox: boolean): Promise<void> {
  const record = await readSignature(store, id);
  if (!record) throw new Refusal('There is no such signature. It may have been deleted.');
  if (withMailbox) {
    const seen = { by: commandLine, did: 'mailbox.seen', scope: record.letter, subject: id } as const;
    await writeAudit(store, seen, new Date());
  }
  printFacts(signatureFacts(record, withMailbox));
}

async function runAction(id: SignatureId, { store, keys }: Target, wanted: Moderation): Promise<void> {
  const record = await readSignature(store, id);
  const letter = record && (await readLetter(store, record.letter));
  if (!letter) throw new Refusal('There is no signature with that id.');
  const moderating = { store, keys: await keys(), letter, by: commandLine, now: new Date() };
  const done = await moderate(moderating, id, wanted);
  if (done.outcome === 'refused') throw new Refusal(refusals[done.why]);
  if (done.outcome === 'changed-meanwhile') {
    throw new Refusal('Its public fields have changed since then. Look at them again with `show`, then decide.');
  }
  if (done.outcome === 'gone' || !done.record) throw new Refusal('The signature no longer exists.');
  console.log(`${coSignatoryName(done.record)}: ${stateOf(done.record)}`);
}
