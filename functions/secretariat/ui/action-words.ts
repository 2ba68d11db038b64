/** Actions in words: for the audit log, the history of a signature, and messages after an action. */
import type { AuditAction, AuditEntry } from '../../../shared/audit/audit.ts';
import type { HistoryEvent } from '../../../shared/signature/record.ts';

/** Verb phrases that follow a member's name; `{it}` stands for the subject of the action. */
const phrases: Readonly<Record<AuditAction, string>> = {
  'session.started': 'signed in',
  'session.ended': 'signed out',
  'member.invited': 'invited {it}',
  'member.changed': 'changed the roles of {it}',
  'member.revoked': 'removed the access of {it}',
  'key.made': 'created the API key {it}',
  'key.revoked': 'revoked the API key {it}',
  'letter.created': 'created the letter',
  'letter.saved': 'saved the letter',
  'letter.corrected': 'corrected the text',
  'letter.new-version': 'published a new version of the text',
  'letter.translation-removed': 'removed a translation',
  'letter.preview-link-made': 'created a preview link',
  'letter.preview-link-revoked': 'revoked the preview link',
  'letter.opened': 'opened the letter',
  'letter.closed': 'closed the letter',
  'letter.reopened': 'reopened the letter',
  'letter.delivered': 'marked the letter as delivered',
  'delivery.started': 'started a delivery',
  'delivery.frozen': 'prepared the documents of a delivery',
  'delivery.retried': 'restarted a delivery',
  'handover.sent': 'sent the letter to its addressees',
  'handover.recorded': 'recorded how the letter was handed over',
  'handover.changed': 'changed the record of a handover',
  'handover.cancelled': 'cancelled a handover',
  'answer.recorded': 'recorded an answer',
  'answer.changed': 'changed an answer',
  'answer.removed': 'removed an answer',
  'upload.added': 'uploaded a file',
  'upload.published': 'published a file',
  'upload.hidden': 'unpublished a file',
  'upload.removed': 'deleted a file',
  'logo.approved': 'approved a logo',
  'logo.declined': 'rejected a logo',
  'update.written': 'wrote an update',
  'update.changed': 'changed an update',
  'update.removed': 'removed an update',
  'update.tested': 'sent a test of an update',
  'update.scheduled': 'scheduled an update',
  'update.started': 'sent an update',
  'update.paused': 'paused an update',
  'update.resumed': 'resumed an update',
  'update.cancelled': 'cancelled an update',
  'signature.approved': 'approved {it}',
  'signature.held': 'unpublished {it} for review',
  'signature.rejected': 'rejected {it}',
  'signature.asked': 'asked {it} for proof',
  'signature.vouched': 'confirmed that {it} signed',
  'signature.featured': 'changed the position of {it}',
  'signature.corrected': 'edited the details of {it}',
  'signature.change-declined': 'declined a change of {it}',
  'signature.merged': 'marked {it} as a duplicate',
  'signature.split': 'marked {it} as a separate organisation',
  'signature.resent': 'resent the email to {it}',
  'signature.withdrawn': 'withdrew the signature of {it}',
  'signature.forgotten': 'erased {it}',
  'signature.released': 'released {it}',
  'signature.undone': 'undid an action on {it}',
  'signature.imported': 'imported {it}',
  'signature.added': 'added {it} by hand',
  'signature.exported': 'exported signatures',
  'mailbox.seen': 'viewed the email address of {it}',
  'mailbox.suppressed': 'blocked an email address',
  'mailbox.released': 'unblocked an email address',
  'dispute.answered': 'answered a complaint',
  'partner.added': 'added the partner {it}',
  'partner.changed': 'changed the partner {it}',
  'partner.removed': 'removed the partner {it}',
  'lists.changed': 'changed the blocklist',
  'pause.changed': 'paused or resumed',
  'bulk.started': 'started a bulk action',
  'bulk.cancelled': 'cancelled a bulk action',
  'bulk.rolled-back': 'undid a bulk action',
  'snapshot.taken': 'updated the figures',
};

/** Words for a subject that has no name. */
const unnamed: Readonly<Record<string, string>> = {
  signature: 'a signature',
  mailbox: 'a signer',
  member: 'a former member',
  key: 'a deleted key',
  partner: 'a partner',
};

/** @returns the words before and after the subject; without a place for one, all of them are before it */
export function phraseOf({ did, subject, after: states }: Pick<AuditEntry, 'did' | 'subject' | 'after'>): Phrase {
  const words =
    did === 'pause.changed'
      ? pausePhrase(states)
      : did === 'mailbox.seen' && subject === undefined
        ? 'searched for an email address'
        : phrases[did];
  const [before = '', after] = words.split('{it}');
  return { before, after };
}

interface Phrase {
  readonly before: string;
  readonly after: string | undefined;
}

const pausables: Readonly<Record<string, string>> = { signing: 'signing', mails: 'emails', list: 'the public list' };

function pausePhrase(states: AuditEntry['after']): string {
  const [what = '', paused] = Object.entries(states ?? {})[0] ?? [];
  return `${paused === true ? 'paused' : 'resumed'} ${pausables[what] ?? 'something'}`;
}

/** @returns words for a subject that has no name any more, or none that the reader may see */
export function unnamedSubject(did: AuditAction): string {
  return unnamed[did.slice(0, did.indexOf('.'))] ?? 'something';
}

/** @returns the choices of the filter: each action, in words */
export function actionChoices(all: readonly AuditAction[]): (readonly [AuditAction, string])[] {
  return all.map((did) => [did, capital(phrases[did].replace('{it}', unnamedSubject(did)))] as const);
}

const done: Readonly<Partial<Record<AuditAction, string>>> = {
  'signature.approved': 'Approved',
  'signature.held': 'Unpublished for review',
  'signature.rejected': 'Rejected',
  'signature.asked': 'Asked for proof',
  'signature.vouched': 'Confirmed that the organisation signed',
  'signature.featured': 'Position changed',
  'signature.corrected': 'Details edited',
  'signature.change-declined': 'Change declined',
  'signature.merged': 'Marked as a duplicate',
  'signature.split': 'Marked as a separate organisation',
  'signature.resent': 'Email resent',
  'signature.withdrawn': 'Withdrawn',
  'signature.forgotten': 'Erased',
  'signature.released': 'Released',
};

/** @returns the action on the signature that is shown */
export function doneWords(did: AuditAction): string {
  return done[did] ?? capital(phrases[did].replace('{it}', 'it'));
}

/** Events of a signature that no member caused. */
export const happenedWords: Readonly<Record<HistoryEvent, string>> = {
  withdrawn: 'Withdrawn by the signer',
  corrected: 'Details corrected by the signer',
  switched: 'Switched between organisation and individual',
  hidden: 'Name withheld by the signer',
  shown: 'Name shown by the signer',
  consents: 'Consents changed',
  'carried-over': 'Carried over to the new version of the text',
  displaced: 'Replaced by a signature with better proof',
  'took-place': 'Counted instead of the signature before it',
  verified: 'Domain verified',
  approved: 'Approved',
  held: 'Held for review',
  rejected: 'Rejected',
  merged: 'Marked as a duplicate',
  split: 'Marked as a separate organisation',
  restored: 'Restored',
  proposed: 'Change requested by the signer',
  declined: 'Change declined',
};

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
