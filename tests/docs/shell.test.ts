import { expect, it } from 'vitest';
import { commandsIn } from './shell.ts';

it.each<[string, string[][]]>([
  [
    'npm ci && npm start',
    [
      ['npm', 'ci'],
      ['npm', 'start'],
    ],
  ],
  ['a b   # a comment\n# another\nc', [['a', 'b'], ['c']]],
  [`curl -d '{\n "a": "b # c" }' x > out.csv`, [['curl', '-d', '{\n "a": "b # c" }', 'x']]],
  ['a \\\n  b', [['a', 'b']]],
  [
    'link=$(curl -s x | grep -o "y*") ; send "$link" -H "k: \\"v\\""',
    [
      ['curl', '-s', 'x'],
      ['grep', '-o', 'y*'],
      ['link=$(curl -s x | grep -o "y*")'],
      ['send', '$link', '-H', 'k: "v"'],
    ],
  ],
  ['a ""', [['a', '']]],
  ['', []],
])('splits %j', (script, commands) => {
  expect(commandsIn(script)).toEqual(commands);
});

it('refuses a quote that does not end', () => {
  expect(() => commandsIn('a "b')).toThrow('does not end');
});
