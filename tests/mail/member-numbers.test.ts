/** Numbers in mails to members: with separators, in the right plural, and exact where they are known. */
import { expect, it } from 'vitest';
import { composeAlert } from '../../functions/mailer/mails/alert.ts';
import { composeDigest } from '../../functions/mailer/mails/digest.ts';
import { letterSlug } from '../../shared/ids.ts';
import type { AlertKind } from '../../shared/member/alert.ts';
import { textsFor } from '../../shared/text/catalogue.ts';
import { publicUrl } from '../fixtures/world.ts';

const letter = letterSlug.parse('clean-air');
const title = 'Clean air';

it('the daily mail separates thousands', async () => {
  const about = { letter, title, total: 12_450, more: 1_024, waiting: 7, disputes: 1_000 };
  const { subject, text } = await composeDigest({ letters: [about], publicUrl }, await textsFor('en'));
  expect(subject).toBe('Your letters today: +1,024 signatures, 7 to review');
  expect(text).toContain('Signatures: 12,450 (+1,024 since the last email)');
  expect(text).toContain('Complaints: 1,000');
  const one = { ...about, more: 1 };
  expect((await composeDigest({ letters: [one], publicUrl }, await textsFor('en'))).subject).toContain('+1 signature,');
});

it.each<[AlertKind, number, string]>([
  ['goal', 1, '1 signature: the goal is reached'],
  ['goal', 2_500, '2,500 signatures: the goal is reached'],
  ['burst', 1_203, '1,203 forms sent today, more than usual'],
  ['complaint', 1, '1 complaint to answer'],
  ['complaint', 50, '50 or more complaints to answer'],
  ['delivery', 2, '2 deliveries failed'],
])('an alert about %s with %i', async (kind, number, words) => {
  const { subject, text } = await composeAlert(
    { kind, letters: [{ letter, title, number }], publicUrl },
    await textsFor('en'),
  );
  expect(subject).toBe(words);
  expect(text).toContain(`: ${words}`);
});
