/** Values that depend on a text alone are made once, and never without limit. */
import { expect, it } from 'vitest';
import { remembered } from '../../shared/text/remembered.ts';

it('makes a value once for each text', () => {
  let made = 0;
  const value = remembered((text) => {
    made += 1;
    return { text };
  });
  expect(value('en')).toBe(value('en'));
  expect(value('de')).toEqual({ text: 'de' });
  expect(made).toBe(2);
});

it('remembers no error', () => {
  let fails = true;
  const value = remembered((text) => {
    if (fails) throw new Error('not now');
    return text;
  });
  expect(() => value('en')).toThrow('not now');
  fails = false;
  expect(value('en')).toBe('en');
});

it('forgets when a request sends more and more texts, and is right all the same', () => {
  let made = 0;
  const value = remembered((text) => {
    made += 1;
    return `value of ${text}`;
  });
  for (let number = 0; number < 5_000; number += 1) expect(value(String(number))).toBe(`value of ${number}`);
  expect(value('0')).toBe('value of 0');
  expect(made).toBe(5_001);
});
