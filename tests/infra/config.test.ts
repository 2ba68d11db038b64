import { expect, test } from 'vitest';
import { placeholderMailFrom, readConfig } from '../../infra/config.ts';
import { defaultContext } from './context.ts';

const read = (context: Record<string, unknown>) => readConfig((name) => context[name]);

test('the context of cdk.json is enough for cdk synth', () => {
  expect(read(defaultContext())).toMatchObject({ mailFrom: placeholderMailFrom, retainData: true });
});

test.each([
  ['letters@example.org', 'letters@example.org', 'example.org'],
  ['  letters@example.org ', 'letters@example.org', 'example.org'],
  ['Our Campaign <Letters@Mail.Example.org>', 'letters@mail.example.org', 'mail.example.org'],
  ['"Doe, Jo" <jo@example.org>', 'jo@example.org', 'example.org'],
])('%s is sent from %s of %s', (mailFrom, address, domain) => {
  expect(read({ mailFrom }).sender).toEqual({ address, domain });
});

test.each([undefined, '', 'letters', 'Name <letters>', 'a@b@c', 42])(
  '%s is no sender, and the error says what is',
  (mailFrom) => {
    expect(() => read({ mailFrom })).toThrow('-c mailFrom=letters@your-organisation.org');
  },
);

test('a value from the command line is text', () => {
  expect(read({ mailFrom: 'a@example.org', retainData: 'false' }).retainData).toBe(false);
  expect(() => read({ mailFrom: 'a@example.org', retainData: 'perhaps' })).toThrow('retainData must be true or false');
});
