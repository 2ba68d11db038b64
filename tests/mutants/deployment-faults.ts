/** Faults in the deployment, which a review of the first release against AWS found. */
import { edit, type Fault } from './fault.ts';

export const deploymentFaults: readonly Fault[] = [
  {
    id: 'B1',
    what: 'the edge function destructures, which CloudFront’s engine cannot',
    edits: [edit('infra/edge/viewer-request.js', 'const request = event.request;', 'const { request } = event;')],
    check: { file: 'tests/edge/grammar.test.ts' },
  },
  {
    id: 'B2',
    what: 'the mailer may send for the sender’s identity alone, which the sandbox refuses',
    edits: [
      edit(
        'infra/mailer.ts',
        "resources: [arn('identity', '*')]",
        "resources: [arn('identity', config.sender.asWritten)]",
      ),
    ],
    check: { file: 'tests/infra/ses-sandbox.test.ts' },
  },
  {
    id: 'B3',
    what: 'the public API calls ConditionCheckItem without the permission',
    edits: [edit('infra/public-api.ts', "      'dynamodb:ConditionCheckItem',\n", '')],
    check: { file: 'tests/system/aws-errors/conflict.slow.test.ts', tests: 'co-signatories' },
  },
  {
    id: 'B4',
    what: 'names that are unique in an account lack the region',
    edits: [edit('infra/names.ts', 'Stack.of(scope).region, ', '')],
    check: { file: 'tests/infra/aws-limits.test.ts' },
  },
  {
    id: 'B5',
    what: 'the construct of the table moves, and its logical id with it',
    edits: [
      edit('infra/storage.ts', "new Table(this, 'Table', {", "new Table(this, 'Rows', {"),
      edit('infra/storage.ts', "    pinLogicalId(this.table, 'table');\n", ''),
    ],
    check: { file: 'tests/infra/released.slow.test.ts' },
  },
  {
    id: 'B5',
    what: 'an index of the released table changes in place',
    edits: [
      edit(
        'shared/platform/store/table.ts',
        "sortKey: 'nameSort', projects: publicAttributes",
        "sortKey: 'nameSort', projects: ['listed']",
      ),
    ],
    check: { file: 'tests/infra/released.slow.test.ts' },
  },
  {
    id: 'B5',
    what: 'AWS is told to generate another master key',
    edits: [
      edit(
        'infra/secrets.ts',
        "generateStringKey: 'masterKey',\n        passwordLength: 64",
        "generateStringKey: 'masterKey',\n        passwordLength: 65",
      ),
    ],
    check: { file: 'tests/infra/released.slow.test.ts' },
  },
  {
    id: 'B6',
    what: 'a first deployment that fails leaves a secret that costs money',
    edits: [edit('infra/secrets.ts', 'RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE', 'RemovalPolicy.RETAIN')],
    check: { file: 'tests/system/account/first-deployment.slow.test.ts' },
  },
  {
    id: 'B6',
    what: 'the doctor does not see that a new account may not use CloudFront yet',
    edits: [edit('cli/doctor/ask-account.ts', "if (/must be verified/i.test(message)) return 'unverified';", '')],
    check: { file: 'tests/doctor/before.test.ts' },
  },
  {
    id: 'D1',
    what: 'a single write that meets a transaction is not tried again',
    edits: [
      edit(
        'shared/platform/store/retry.ts',
        'return isUnavailable(error) &&',
        "return error.name !== 'TransactionConflictException' && isUnavailable(error) &&",
      ),
    ],
    check: { file: 'tests/system/aws-errors/conflict.slow.test.ts' },
  },
  {
    id: 'D2',
    what: 'a mailer whose answer was lost takes its own lease for another’s',
    edits: [
      edit(
        'shared/mail/lease.ts',
        'if (found?.leaseOwner.S !== owner) return undefined;',
        'if (found) return undefined;',
      ),
    ],
    check: { file: 'tests/mail/lease.test.ts' },
  },
  {
    id: 'D3',
    what: 'mail is set aside after five receives, which ten executions reach',
    edits: [edit('shared/mail/receives.ts', 'maxReceives = 10;', 'maxReceives = 5;')],
    check: { file: 'tests/system/account/account.scale.test.ts', tests: 'no mail is set aside' },
  },
  {
    id: 'D3',
    what: 'the doctor finds ten executions enough',
    edits: [edit('cli/doctor/empty-account.ts', 'leastExecutions = 100', 'leastExecutions = 10')],
    check: { file: 'tests/doctor/before.test.ts' },
  },
  {
    id: 'D4',
    what: 'what SES refuses for good is tried again for weeks',
    edits: [
      edit(
        'functions/mailer/ses-error.ts',
        "rejection(error.message, who) : (named[name] ?? 'later')",
        "'later' : 'later'",
      ),
    ],
    check: { file: 'tests/mail/ses-errors.slow.test.ts' },
  },
  {
    id: 'D5',
    what: 'the edge shows an error of one reader to others for ten seconds',
    edits: [
      edit(
        'infra/edge/edge.ts',
        'errorResponses: errors.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),',
        '',
      ),
    ],
    check: { file: 'tests/infra/edge.test.ts' },
  },
  {
    id: 'D6',
    what: 'uploads may be larger than an event of Lambda',
    edits: [edit('functions/secretariat/form.ts', 'maxMegabytes = 4;', 'maxMegabytes = 5;')],
    check: { file: 'tests/console/upload.slow.test.ts' },
  },
  {
    id: 'D7',
    what: 'a transaction that was cancelled for a busy table counts as a lost race',
    edits: [
      edit(
        'shared/platform/store/transaction.ts',
        'if (!isPassing(reasons) || attempt >= maxAttempts) throw error;',
        'if (!isPassing(reasons) || attempt >= 1) return { reasons: [{ code: conditionFailed, item: undefined }] };',
      ),
    ],
    check: { file: 'tests/store/transaction.test.ts' },
  },
];
