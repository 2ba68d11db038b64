import { describe, expect, it } from 'vitest';
import { mailboxDomainOf } from '../../shared/mailbox/provider.ts';

describe('the domain of a mailbox', () => {
  it.each([
    ['a@example.com.kz', 'domain:example.com.kz', 'organisation'],
    ['a@mail.harbour.example', 'domain:harbour.example', 'organisation'],
    ['a@north.river.org.uk', 'domain:river.org.uk', 'organisation'],
    ['a@club.github.io', 'domain:club.github.io', 'organisation'],
    ['a@xn--bcher-kva.example', 'domain:xn--bcher-kva.example', 'organisation'],
    ['a@other.github.io', 'domain:club.github.io', 'other'],
    ['a@elsewhere.example', 'domain:harbour.example', 'other'],
    ['a@notharbour.example', 'domain:harbour.example', 'other'],
    ['a@t.me', 'domain:t.me/ferry', 'other'],
    ['a@harbour.example', 'name:KZ:harbour.example', 'other'],
    ['a@org.uk', 'domain:org.uk', 'other'],
    ['a@gmail.com', 'domain:gmail.com', 'free'],
    ['a@GMX.de', 'domain:harbour.example', 'free'],
    ['a@sub.gmail.com', 'domain:gmail.com', 'free'],
    ['a@mailinator.com', 'domain:mailinator.com', 'disposable'],
    ['a@x.y.mailinator.com', 'domain:mailinator.com', 'disposable'],
  ])('%s for %s is %s', async (email, key, says) => {
    expect(await mailboxDomainOf(email, key)).toBe(says);
  });
});
