/** Faults that break a rule which holds for every signature: at least two for each of the rules 1 to 15. */
import { edit, type Fault } from './fault.ts';

export const ruleFaults: readonly Fault[] = [
  {
    id: 'R1',
    what: 'the relay does not report what it could not queue',
    edits: [
      edit(
        'functions/relay/relay.ts',
        'batchItemFailures: failed ? [{ itemIdentifier: failed.sequenceNumber }] : []',
        'batchItemFailures: []',
      ),
    ],
    check: { file: 'tests/mail/lost-messages.test.ts' },
  },
  {
    id: 'R1',
    what: 'the sweep queues nothing again',
    edits: [
      edit(
        'functions/housekeeping/sweep.ts',
        'const mails = due.filter((mail) => !isStopped(mail));',
        'const mails = due.filter((mail) => !isStopped(mail)).slice(0, 0);',
      ),
    ],
    check: { file: 'tests/mail/lost-messages.test.ts' },
  },
  {
    id: 'R1',
    what: 'a submission is in no index of what is due',
    edits: [
      edit(
        'shared/signature/save-submission.ts',
        `      dueShard: dueShardOf(record.id),
`,
        '',
      ),
    ],
    check: { file: 'tests/mail/lost-messages.test.ts' },
  },
  {
    id: 'R2',
    what: 'opening the link confirms',
    edits: [
      edit('functions/public-api/confirm/routes.ts', '(await page()).getConfirm(', '(await page()).postConfirm('),
    ],
    check: { file: 'tests/api/tokens.test.ts' },
  },
  {
    id: 'R2',
    what: 'opening the link to block mail blocks it',
    edits: [edit('functions/public-api/not-me/routes.ts', '(await page()).getNotMe(', '(await page()).postNotMe(')],
    check: { file: 'tests/mail-feedback/stop.test.ts' },
  },
  {
    id: 'R3',
    what: 'an expired token is valid',
    edits: [edit('shared/platform/token/token.ts', `candidate.expiresAt > now ? 'valid' : 'expired'`, `'valid'`)],
    check: { file: 'tests/api/tokens.test.ts' },
  },
  {
    id: 'R3',
    what: 'the token to confirm also opens the owner’s page',
    edits: [
      edit(
        'functions/public-api/token-lookup.ts',
        "purpose === 'confirm' ? record.confirmTokens : record.manageTokens",
        '[...record.confirmTokens, ...record.manageTokens]',
      ),
      edit(
        'shared/platform/token/token.ts',
        "createHash('sha256').update(",
        "createHash('sha256').update(token).update('' && ",
      ),
    ],
    check: { file: 'tests/api/tokens.test.ts' },
  },
  {
    id: 'R3',
    what: 'a code may be guessed a thousand times',
    edits: [edit('functions/public-api/confirm/code.ts', 'maxWrongTries = 10;', 'maxWrongTries = 1000;')],
    check: { file: 'tests/mailbox/code.test.ts' },
  },
  {
    id: 'R4',
    what: 'a mailbox gets fifty unanswered mails a day',
    edits: [edit('functions/mailer/mail-cap.ts', 'maxUnanswered = 5;', 'maxUnanswered = 50;')],
    check: { file: 'tests/mailbox/kept-place.test.ts' },
  },
  {
    id: 'R4',
    what: 'beyond its cap a network gets another answer',
    edits: [
      edit(
        'functions/public-api/sign/submit.ts',
        `if (screened.outcome === 'drop') return 'accepted';`,
        `if (screened.outcome === 'drop') return 'key-reused';`,
      ),
    ],
    check: { file: 'tests/system/abuse/caps.slow.test.ts', tests: 'gets the usual answer' },
  },
  {
    id: 'R4',
    what: 'a code typed for an unknown mailbox is not counted',
    edits: [
      edit(
        'functions/public-api/confirm/code.ts',
        'const isCounted = await countTry(store, mailbox, newest ? counterOf(newest) : counterOfHour(now), now);',
        'const isCounted = newest ? await countTry(store, mailbox, counterOf(newest), now) : true;',
      ),
    ],
    check: { file: 'tests/system/abuse/mailbox-oracle.test.ts' },
  },
  {
    id: 'R5',
    what: 'the secretariat approves a withdrawn signature',
    edits: [
      edit(
        'shared/signature/moderation/moderate.ts',
        "if (record.withdrawnAt) return wanted.do === 'withdraw' ? undefined : 'is-withdrawn';",
        '',
      ),
    ],
    check: { file: 'tests/signature/review.test.ts', tests: 'is refused for a withdrawn' },
  },
  {
    id: 'R5',
    what: 'a change overwrites another that was made since the record was read',
    edits: [
      edit(
        'shared/signature/update-item.ts',
        `if (!movesMail) return { expression: '#revision = :read', names: ['revision'], values: { ':read': revision } };`,
        `if (!movesMail) return { expression: 'attribute_exists(pk)', names: [], values: {} };`,
      ),
    ],
    check: { file: 'tests/signature/race.test.ts', tests: 'of two changes' },
  },
  {
    id: 'R5',
    what: 'a second submitter overwrites a signature',
    edits: [
      edit(
        'shared/signature/save-submission.ts',
        `    ConditionExpression: 'attribute_not_exists(pk)',
  };
}

interface Put`,
        `    ConditionExpression: 'attribute_not_exists(nothing)',
  };
}

interface Put`,
      ),
    ],
    check: { file: 'tests/system/abuse/proof.test.ts' },
  },
  {
    id: 'R6',
    what: 'a claim is written without its condition',
    edits: [
      edit(
        'shared/signature/claims/move-claim.ts',
        `holder ? 'signature = :holder' : 'attribute_not_exists(signature)',`,
        `holder ? 'signature = :holder' : 'attribute_not_exists(nothing)',`,
      ),
    ],
    check: { file: 'tests/signature/race.test.ts', tests: 'of fifty' },
  },
  {
    id: 'R6',
    what: 'the better proof does not win',
    edits: [
      edit(
        'shared/signature/claims/claim.ts',
        `return later.kind === 'organisation' && isProven(later) && !isProven(holder);`,
        'return false;',
      ),
    ],
    check: { file: 'tests/verification/domain.test.ts', tests: 'a better proof' },
  },
  {
    id: 'R6',
    what: 'a person who signs again with accents is counted twice',
    edits: [
      edit(
        'shared/signature/claims/claim.ts',
        'canonicalMailbox(record.email), foldName(record.signatoryName)',
        'canonicalMailbox(record.email), record.signatoryName',
      ),
    ],
    check: { file: 'tests/stories/signing.test.ts', tests: 'is counted once' },
  },
  {
    id: 'R7',
    what: 'a withdrawal does not count down',
    edits: [
      edit(
        'shared/signature/commit.ts',
        `    ...was.filter((as) => !is.includes(as)).map((as) => ({ letter, id, as, change: -1 as const })),
`,
        '',
      ),
    ],
    check: { file: 'tests/stories/signing.test.ts' },
  },
  {
    id: 'R7',
    what: 'the reconciliation finds no difference',
    edits: [edit('functions/housekeeping/reconcile.ts', 'sum + Math.abs(difference[as])', 'sum')],
    check: { file: 'tests/housekeeping/reconcile.test.ts' },
  },
  {
    id: 'R8',
    what: 'the list returns the row',
    edits: [
      edit(
        'shared/signature/lists/public-list.ts',
        'toListed(publicRow.parse(listed))',
        '({ ...toListed(publicRow.parse(listed)), ...Object(listed) })',
      ),
    ],
    check: { file: 'tests/housekeeping/snapshots.test.ts', tests: 'are in no public list' },
  },
  {
    id: 'R8',
    what: 'a listed signature keeps the fields that nobody removed',
    edits: [
      edit('shared/signature/lists/public-list.ts', 'publicRow = z.object({', 'publicRow = z.looseObject({'),
      edit('shared/signature/lists/public-list.ts', '  return {\n    kind,', '  return {\n    ...found,\n    kind,'),
    ],
    check: { file: 'tests/housekeeping/snapshots.test.ts', tests: 'are in no public list' },
  },
  {
    id: 'R9',
    what: 'a signature names the current version, not the one that was read',
    edits: [
      edit(
        'functions/public-api/sign/submit.ts',
        '  if (letterVersion) return findVersion(letter, letterVersion);',
        '',
      ),
    ],
    check: { file: 'tests/api/submit.test.ts' },
  },
  {
    id: 'R9',
    what: 'the wording that was shown is replaced by the current one',
    edits: [edit('functions/public-api/sign/submit.ts', 'wording: sent.wording ?? wordingOf(', 'wording: wordingOf(')],
    check: { file: 'tests/letter/own-texts.test.ts' },
  },
  {
    id: 'R10',
    what: 'a submission is logged',
    edits: [
      edit(
        'functions/public-api/sign/handlers.ts',
        `  countMetric('Submitted');`,
        `  console.log(JSON.stringify(parsed.data));
  countMetric('Submitted');`,
      ),
    ],
    check: { file: 'tests/api/submit.test.ts' },
  },
  {
    id: 'R10',
    what: 'the address of a network is stored',
    edits: [
      edit(
        'shared/screening/network-use.ts',
        `const hash = keys.hash('network', String(today), network, ...(of ? [] : [door]));`,
        `const hash = ['network', String(today), network, ...(of ? [] : [door])].join();`,
      ),
    ],
    check: { file: 'tests/system/abuse/caps.test.ts' },
  },
  {
    id: 'R11',
    what: 'a letter has one count row',
    edits: [edit('shared/platform/store/keys.ts', 'export const countShards = 16;', 'export const countShards = 1;')],
    check: { file: 'tests/bench/traffic.test.ts' },
  },
  {
    id: 'R11',
    what: 'a count is read with a Scan',
    edits: [
      edit('shared/count/count.ts', 'import { QueryCommand }', 'import { ScanCommand as QueryCommand }'),
      edit('shared/count/count.ts', "KeyConditionExpression: 'pk = :partition'", "FilterExpression: 'pk = :partition'"),
    ],
    check: { file: 'tests/stories/signing.test.ts' },
  },
  {
    id: 'R12',
    what: 'an instance never reads a letter again',
    edits: [
      edit(
        'functions/public-api/letter-cache.ts',
        'if (known && known.until > now()) return known.value;',
        'if (known) return known.value;',
      ),
    ],
    check: { file: 'tests/console/letters.test.ts' },
  },
  {
    id: 'R12',
    what: 'an instance never reads the lists again',
    edits: [
      edit(
        'shared/screening/lists.ts',
        'if (found && found.until > now) return found.value;',
        'if (found) return found.value;',
      ),
    ],
    check: { file: 'tests/system/abuse/lists.test.ts' },
  },
  {
    id: 'R13',
    what: 'a withheld name is shown',
    edits: [
      edit(
        'shared/signature/states.ts',
        `return isCounted(record) && record.display === 'public' && !isOnPaper(record);`,
        'return isCounted(record) && !isOnPaper(record);',
      ),
    ],
    check: { file: 'tests/signature/hidden.test.ts', tests: 'two withheld names' },
  },
  {
    id: 'R13',
    what: 'a hidden signature takes the public claim',
    edits: [
      edit(
        'shared/signature/claims/claim-key.ts',
        `const isPublic = kind === 'individual' || isShown(record) || provenBy === undefined;`,
        'const isPublic = true;',
      ),
    ],
    check: { file: 'tests/signature/hidden.test.ts', tests: 'two withheld names' },
  },
  {
    id: 'R14',
    what: 'a decision on an outdated page is applied',
    edits: [
      edit(
        'shared/signature/public-fields.ts',
        `return version === fieldsVersionOf(record, { withNames: false }) ? 'unnamed' : undefined;`,
        `return 'unnamed';`,
      ),
    ],
    check: { file: 'tests/signature/changes.test.ts', tests: 'a decision on an outdated page' },
  },
  {
    id: 'R14',
    what: 'a correction of an accepted signature is public at once',
    edits: [
      edit(
        'functions/public-api/manage/change-own-signature.ts',
        'const next = acceptedAs(found)',
        'const next = acceptedAs(found) && !found',
      ),
    ],
    check: { file: 'tests/signature/changes.test.ts', tests: 'a change that awaits review' },
  },
  {
    id: 'R15',
    what: 'a displaced signer is not told',
    edits: [
      edit(
        'shared/signature/transitions.ts',
        `return withMail(addToHistory(next, 'displaced', now), 'displaced', now);`,
        `return addToHistory(next, 'displaced', now);`,
      ),
    ],
    check: { file: 'tests/verification/domain.test.ts', tests: 'a better proof' },
  },
  {
    id: 'R15',
    what: 'a signer is not told that a change was declined',
    edits: [
      edit(
        'shared/signature/moderation/transitions.ts',
        `return withMail(addToHistory({ ...record, proposal: undefined }, 'declined', now), 'receipt', now);`,
        `return addToHistory({ ...record, proposal: undefined }, 'declined', now);`,
      ),
    ],
    check: { file: 'tests/signature/changes.test.ts', tests: 'a change that awaits review' },
  },
];
