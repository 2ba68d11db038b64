import { describe, expect, it } from 'vitest';
import { isAbout, isMailKind, mailFacts, mailKind } from '../../shared/mail/kind.ts';

describe('the registry of mails', () => {
  it('puts mails that somebody waits for on the urgent queue, and no others', () => {
    const urgent = mailKind.options.filter((kind) => mailFacts(kind).lane === 'urgent');
    expect(urgent).toEqual(['confirmation', 'sign-in']);
  });

  it('names a cap for each mail that a stranger can cause, and for no others', () => {
    const capped = mailKind.options.filter((kind) => mailFacts(kind).cap);
    expect(capped).toEqual(['confirmation', 'reminder', 'link', 'sign-in', 'disputed', 'dispute-answer', 'test']);
  });

  it('keeps the link of a mail on the row that it is about', () => {
    for (const kind of mailKind.options) {
      const { tokens } = mailFacts(kind);
      if (isAbout(kind, 'submission')) expect(tokens).toBe('confirmTokens');
      else if (isAbout(kind, 'signature')) expect([undefined, 'manageTokens']).toContain(tokens);
      else expect([undefined, 'tokens']).toContain(tokens);
    }
  });

  it.each(['expiry', 'toString', '__proto__', 'Receipt', ''])('has no mail named "%s"', (name) => {
    expect(isMailKind(name)).toBe(false);
    expect(mailKind.safeParse(name).success).toBe(false);
  });
});
