/**
 * No page of the console shows an id, a key, a hash, a tag or the value of a closed list where there is a name for it, a
 * date that is not in words, or a large number without separators.
 */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, it } from 'vitest';
import { auditAction } from '../../shared/audit/audit.ts';
import { coSignatoryKind } from '../../shared/letter/letter.ts';
import { heldBecause } from '../../shared/mail/held-because.ts';
import { dueKind } from '../../shared/mail/kind.ts';
import { permissions, role } from '../../shared/member/role.ts';
import { UpdateCommand } from '../../shared/platform/store/commands.ts';
import { countKeys } from '../../shared/platform/store/keys.ts';
import { signatureState } from '../../shared/signature/owner/owner-view.ts';
import { verificationLevel } from '../../shared/verification/level.ts';
import { signIn } from '../fixtures/members.ts';
import { registerPartner } from '../fixtures/partners.ts';
import { rememberingStore } from '../fixtures/remember-reads.ts';
import { versionOf } from '../fixtures/secretariat.ts';
import { endorsement, makeWorld, tokenIn } from '../fixtures/world.ts';
import { rights } from './rights.ts';
import { fill, letter, setScene } from './route-fixtures.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** Elements whose text is meant to be copied or typed as it is, and the fields of forms. */
const notProse = new Set(['pre', 'code', 'kbd', 'script', 'style', 'textarea', 'head']);

/** @returns the texts that can be seen, each as one element has it */
function textsIn(node: Node): string[] {
  if ('tagName' in node && notProse.has(node.tagName)) return [];
  if (node.nodeName === '#text' && 'value' in node) {
    const words = node.value.replace(/\s+/g, ' ').trim();
    return words === '' ? [] : [words];
  }
  return 'childNodes' in node ? node.childNodes.flatMap(textsIn) : [];
}

const values: readonly string[] = [
  ...auditAction.options,
  ...permissions,
  ...role.options,
  ...verificationLevel.options,
  ...dueKind.options,
  ...heldBecause.options,
  ...coSignatoryKind.options,
  ...signatureState.options,
];
/** A value that no text holds by chance, anywhere in a text. */
const unmistakable = values.filter((value) => /[.-]/.test(value));
/** These are words for people, too: the state of a signature, and what a letter is called nowhere else. */
const alsoWords = new Set(['withdrawn', 'rejected', 'duplicate', 'merged', 'counted', 'receipt', 'invitation']);
/** Ids are in base 32, hashes in hexadecimal; both have digits. */
const id = /\b(?=[a-z]*\d)[0-9a-z]{16,}\b(?!@)/;
/** A day as machines write it. */
const isoDay = /\b\d{4}-\d\d(?:-\d\d)?\b/;
/** Four digits or more in a row, which are no year. */
const bareNumber = /(?<![\w.,/#-])(?!(?:19|20)\d\d\b)\d{4,}(?![\w/-])/;
/** Text that one page may hold, with the reason. */
const allowed: readonly (readonly [path: RegExp, words: RegExp, because: string])[] = [
  [/\/import\/:import$/, /GB 18030/, 'the name of an encoding'],
  [/\/import\/:import$/, /^KZ$/, 'the line of the uploaded file, as it is'],
];
const tagOrCode = /^(?:[a-z]{2}(?:-[A-Za-z]{2,4})?|[A-Z]{2})$/;

function faultsIn(words: string): string[] {
  const inside = (value: string) => new RegExp(`(?<![\\w.-])${value.replaceAll('.', '\\.')}(?![\\w-])`).test(words);
  return [
    ...(id.test(words) ? ['an id'] : []),
    ...(tagOrCode.test(words) ? ['a tag or a code'] : []),
    ...(isoDay.test(words) ? ['a date that is not in words'] : []),
    ...(bareNumber.test(words) ? ['a number without separators'] : []),
    ...new Set([...unmistakable.filter(inside), ...values.filter((value) => value === words && !alsoWords.has(value))]),
  ];
}

it('a page is searched for what people cannot read', () => {
  const page =
    '<p>signature.approved – reviewBecause</p><b>mailbox-domain</b><i>en</i><u>9gk2m4x0q7w8e1r5t6y3</u><td>KZ</td><em>2026-03-02</em><em>12450 names</em>';
  const found = textsIn(parse(page)).flatMap(faultsIn);
  expect(found).toEqual([
    'signature.approved',
    'mailbox-domain',
    'a tag or a code',
    'an id',
    'a tag or a code',
    'a date that is not in words',
    'a number without separators',
  ]);
  const fine =
    '<p>Rita approved Night Shelter Osh</p><code>en</code><td>Kazakhstan</td><span>rejected</span><em>2 Mar 2026, 10:00 CET</em><em>12,450 names in 2026</em>';
  expect(textsIn(parse(fine)).flatMap(faultsIn)).toEqual([]);
});

it('no page shows an id or a value where there is a name', async () => {
  const world = makeWorld(await rememberingStore(), { now: Date.parse('2026-03-02T09:00:00Z') });
  const scene = await setScene(world);
  const [countRow] = countKeys(letter);
  const more = { organisations: 1_234, individuals: 10_567, offline: 2_310 };
  await world.store.client.send(
    new UpdateCommand({
      TableName: world.store.table,
      Key: countRow,
      UpdateExpression: 'ADD organisations :organisations, individuals :individuals, #offline :offline',
      ExpressionAttributeNames: { '#offline': 'offline' },
      ExpressionAttributeValues: Object.fromEntries(Object.entries(more).map(([name, number]) => [`:${name}`, number])),
    }),
  );
  await registerPartner({ store: world.store, clock: { ...world.clock } }, 'valley-radio');
  // The public API keeps a letter for half a minute.
  world.clock.now += 60_000;
  await world.submit(letter, endorsement(2, { partner: 'valley-radio' }));
  await world.sendMails();
  const last = world.mails.at(-1);
  await world.confirm(last ? tokenIn(last) : '');
  const browser = await signIn(world);
  const base = `/console/letters/${letter}/signatures/${scene.signature}`;
  for (const wanted of [{ do: 'hold' }, { do: 'approve' }, { do: 'vouch', note: 'By phone' }]) {
    const fieldsVersion = await versionOf(world, { id: scene.signature });
    await browser.send(`${base}/act`, { ...wanted, fieldsVersion });
  }
  await browser.send(`${base}/mailbox`);
  await browser.send(`/console/letters/${letter}/pauses`, { what: 'list', paused: 'true' });
  const pages = [...rights.keys()]
    .flatMap((route) => /^get (\/console\S*)$/i.exec(route)?.[1] ?? [])
    // A partner's own figures need a link of their own.
    .filter((path) => !path.includes(':slug'));
  expect(pages.length).toBeGreaterThan(30);
  const faults: string[] = [];
  for (const path of pages) {
    const answer = await browser.request(await fill(path, scene));
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
    for (const words of textsIn(parse(await answer.text()))) {
      if (allowed.some(([page, text]) => page.test(path) && text.test(words))) continue;
      for (const fault of faultsIn(words)) faults.push(`${path}: ${fault} in “${words.slice(0, 80)}”`);
    }
  }
  expect(faults).toEqual([]);
});
