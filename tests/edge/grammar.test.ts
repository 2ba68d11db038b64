/** Code for CloudFront's engine only uses that engine's language, even where Node would run more. */
import { expect, test } from 'vitest';
import * as z from 'zod';
import { template } from '../infra/template.ts';
import { grammarFaults } from './grammar.ts';

const edgeFunction = z.object({
  Properties: z.object({
    FunctionCode: z.string(),
    FunctionConfig: z.object({ Runtime: z.literal('cloudfront-js-2.0') }),
  }),
});
const programs = Object.entries(template.findResources('AWS::CloudFront::Function')).map(
  ([id, found]) => [id, edgeFunction.parse(found).Properties.FunctionCode] as const,
);

test('there is a program at the edge', () => {
  expect(programs).toHaveLength(1);
});

test.each(programs)('%s only uses what its engine supports', (_, code) => {
  expect(grammarFaults(code)).toEqual([]);
});

test.each([
  ['const { request } = event;', 'ObjectBindingPattern'],
  ['const [one] = event.list;', 'ArrayBindingPattern'],
  ['event.list.map(({ tag }) => tag);', 'ObjectBindingPattern'],
  ['const ip = event.viewer?.ip;', 'optional chaining'],
  ['const one = event.one ?? 1;', 'the operator ??'],
  ['event.one ||= 1;', 'the operator ||='],
  ['const both = { ...event.one };', 'SpreadAssignment'],
  ['Math.max(...event.list);', 'SpreadElement'],
  ['const one = 1; const both = { one };', 'ShorthandPropertyAssignment'],
  ['const both = { [event.name]: 1 };', 'a computed name'],
  ['const both = { one() { return 1; } };', 'MethodDeclaration'],
  ['for (const one of event.list) log(one);', 'ForOfStatement'],
  ['class One {}', 'ClassDeclaration'],
  ['function* one() { return 1; }', 'a generator'],
  ['function one(two = 1) { return two; }', 'a default for a parameter'],
  ['try { one(); } catch { two(); }', 'catch without a name'],
  ['event.list.toSorted();', 'the method toSorted'],
  ['event.list.flatMap((one) => one);', 'the method flatMap'],
  ['const last = event.list.at;', 'the method at'],
  ['event.name.normalize("NFC");', 'the method normalize'],
  ['event.name.matchAll(/a/g);', 'the method matchAll'],
  ['event.name.localeCompare("a");', 'the method localeCompare'],
  ['Object.fromEntries(event.list);', 'Object.fromEntries'],
  ['Array.from(event.list);', 'Array.from'],
  ['new Map();', 'the name Map'],
  ['new Intl.Locale("de");', 'the name Intl'],
  ['structuredClone(event);', 'the name structuredClone'],
  ['fetch("https://example.org");', 'the name fetch'],
  ['/(?<=a)b/.test(event.name);', 'a regular expression of a later year'],
  ['/a/u.test(event.name);', 'the flags u of a regular expression'],
  ['event.list.forEach(async (one) => { await one; });', 'an async closure'],
  [`const long = "${'x'.repeat(10_300)}";`, 'are more than 10240'],
])('%s is refused', (line, fault) => {
  expect(grammarFaults(`function handler(event) { ${line} return event.request; }`).join('\n')).toContain(fault);
});

test('everything that AWS lists is accepted', () => {
  const source = `
    async function handler(event) {
      'use strict';
      let sum = 2 ** 3, text = \`\${event.name.padStart(3)} and
        \${event.name.replaceAll('a', 'b')}\`;
      const join = (first, ...others) => [first].concat(others).includes(1_000);
      outer: for (var name in event) { if (!Object.keys(event).length) break outer; else continue; }
      switch (typeof sum) { case 'number': sum += Number(text) || 0; break; default: throw new TypeError('no'); }
      try { await Promise.all([join(1, 2)]); } catch (error) { console.log(String(error)); } finally { sum--; }
      return /(?<year>\\d{4})/gi.exec(text) ? JSON.parse(text) : event.request;
    }`;
  expect(grammarFaults(source)).toEqual([]);
});
