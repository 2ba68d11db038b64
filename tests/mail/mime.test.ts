/** Mails that we write ourselves have the bytes that nodemailer writes. */
import fc from 'fast-check';
import MailComposer from 'nodemailer/lib/mail-composer';
import { expect, it } from 'vitest';
import { writeTexts } from '../../functions/mailer/mime.ts';

/** Spaces at the ends of lines, lone and paired line ends, long words, and characters of one to four bytes. */
const pieces = [
  'a',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '=',
  '.',
  '--',
  'ü',
  '字',
  '👋🏽',
  '\ud800',
  'word '.repeat(30),
  'x'.repeat(200),
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((some) => some.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ maxLength: 300 }),
);
/** Neither empty, as that is one part only, nor with spaces at the end, after which lines are broken elsewhere. */
const written = text.filter((some) => /[^ \t]$/.test(some));
const composed = (mail: { subject: string; text: string; html: string; name: string }) =>
  new MailComposer({
    ...{ subject: mail.subject, text: mail.text, html: mail.html },
    from: { name: mail.name, address: 'letters@undersigned.example' },
    to: { name: '', address: 'office@reader.example' },
    headers: { 'Auto-Submitted': 'auto-generated', 'List-Id': '<letter.undersigned.example>' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();

it('writes the bytes that nodemailer writes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.record({ subject: text, text: written, html: written, name: text }), async (mail) => {
      const node = composed(mail);
      expect(writeTexts(node).toString('latin1')).toBe((await node.build()).toString('latin1'));
    }),
    { numRuns: 300 },
  );
});

it('encodes mostly foreign letters as base64, as nodemailer does', async () => {
  const node = composed({
    subject: 'Обращение',
    text: 'Подтвердите подпись\n'.repeat(20),
    html: '<p>Привет',
    name: 'Ян',
  });
  const written = writeTexts(node).toString('latin1');
  expect(written).toContain('Content-Transfer-Encoding: base64');
  expect(written).toBe((await node.build()).toString('latin1'));
});

it('writes no files', () => {
  const file = { filename: 'letter.pdf', content: Buffer.from('%PDF') };
  const node = new MailComposer({ text: 'See the file.', attachments: [file] }).compile();
  expect(() => writeTexts(node)).toThrow('only texts');
});
