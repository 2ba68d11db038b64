/**
 * `npm run letter -- updates`: lists the updates of a letter, writes one from files, reports its recipients, sends,
 * pauses, resumes or cancels it. They are sent by the running stack.
 */
import { readFile } from 'node:fs/promises';
import { commandLine } from '../shared/audit/audit.ts';
import type { LetterSlug } from '../shared/ids.ts';
import {
  cancelUpdate,
  type Deciding,
  type Outcome,
  pauseUpdate,
  resumeUpdate,
  sendUpdate,
} from '../shared/update/control.ts';
import { writeUpdate } from '../shared/update/edit.ts';
import { listUpdates, readSending, readUpdate } from '../shared/update/storage.ts';
import { type Update, updateFields } from '../shared/update/update.ts';
import { printFacts } from './command.ts';
import { Refusal, type Target } from './stack.ts';

export interface UpdateOptions {
  /** Files, each `LANGUAGE=path`. The first line of a file is the subject; the text follows after an empty line. */
  readonly write: readonly string[];
  readonly mailOnly: boolean;
  readonly send?: string | undefined;
  readonly at?: string | undefined;
  readonly insist: boolean;
  readonly pause?: string | undefined;
  readonly resume?: string | undefined;
  readonly cancel?: string | undefined;
}

/** @throws Refusal when it is not possible */
export async function updates(target: Target, slug: LetterSlug, options: UpdateOptions): Promise<void> {
  const { write, send, pause, resume, cancel } = options;
  if (write.length > 0) return show(target, await writeFrom(target, slug, options));
  if (send !== undefined) {
    const at = options.at === undefined ? new Date() : momentOf(options.at);
    return decide(target, slug, send, (deciding) => sendUpdate(deciding, at, options.insist));
  }
  if (pause !== undefined) return decide(target, slug, pause, (deciding) => pauseUpdate(deciding, 'secretariat'));
  if (resume !== undefined) return decide(target, slug, resume, resumeUpdate);
  if (cancel !== undefined) return decide(target, slug, cancel, cancelUpdate);
  const all = await listUpdates(target.store, slug, 'consistent');
  if (all.length === 0) console.log('There are no updates yet.');
  for (const one of all) await show(target, one);
}

async function writeFrom({ store }: Target, slug: LetterSlug, { write, mailOnly }: UpdateOptions): Promise<Update> {
  const texts = await Promise.all(write.map(readWords));
  const read = updateFields.safeParse({ texts: Object.fromEntries(texts), mailOnly });
  if (!read.success) {
    throw new Refusal(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  }
  return writeUpdate({ store, letter: slug, by: commandLine, now: new Date() }, read.data);
}

async function readWords(argument: string): Promise<[string, { subject: string; text: string }]> {
  const [, language, path] = /^([^=]+)=(.+)$/.exec(argument) ?? [];
  if (language === undefined || path === undefined) throw new Refusal(`Write LANGUAGE=FILE, not "${argument}".`);
  const content = await readFile(path, 'utf8').catch(() => {
    throw new Refusal(`The file "${path}" cannot be read.`);
  });
  const [subject = '', ...lines] = content.split('\n');
  return [language, { subject: subject.replace(/^#\s*/, ''), text: lines.join('\n') }];
}

function momentOf(text: string): Date {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new Refusal(`"${text}" is not a time, such as 2026-11-30T09:00:00Z.`);
  return at;
}

async function decide(
  target: Target,
  slug: LetterSlug,
  id: string,
  decision: (deciding: Deciding) => Promise<Outcome>,
): Promise<void> {
  const { store } = target;
  const update = await readUpdate(store, slug, id);
  if (!update) throw new Refusal(`The letter "${slug}" has no update "${id}".`);
  const done = await decision({ store, update, by: commandLine, now: new Date() });
  switch (done.outcome) {
    case 'done':
      return show(target, done.update);
    case 'stale':
      throw new Refusal('The update changed just now. Try again.');
    case 'too-soon':
      throw new Refusal('Another update of this letter is sent within a day. Send it anyway with --insist.');
    case 'refused':
      throw new Refusal(done.why);
  }
}

async function show({ store, publicUrl }: Target, update: Update): Promise<void> {
  const { id, letter, state, texts, mailOnly, sendAt, startedAt, pausedBecause } = update;
  const { chosen, sent, bounced, complained } = await readSending(store, letter, id);
  const [language = '', words] = Object.entries(texts)[0] ?? [];
  printFacts([
    ['update', id],
    ['subject', `${words?.subject ?? ''}  (${language}${Object.keys(texts).length > 1 ? ' and others' : ''})`],
    ['state', pausedBecause ? `${state} (${pausedBecause})` : state],
    ...(sendAt ? [['to be sent', sendAt] satisfies [string, string]] : []),
    ...(startedAt
      ? [
          ['begun', startedAt] satisfies [string, string],
          ['mails', `${sent} of ${chosen} sent, ${bounced} bounced, ${complained} marked as spam`] satisfies [
            string,
            string,
          ],
        ]
      : []),
    ...(startedAt && !mailOnly ? [['page', `${publicUrl}/${letter}/news/${id}`] satisfies [string, string]] : []),
  ]);
}
