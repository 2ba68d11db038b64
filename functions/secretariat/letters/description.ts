/** API description of letters. */

import type { AdminOperation } from '../admin-operation.ts';
import { letterSchemas } from './api.ts';
import { wordsSchemas } from './words-api.ts';

const base = '/v1/admin/letters';
const one = `${base}/{letter}`;
const found = { description: 'The letter', json: letterSchemas.letter };

export const letterOperations: readonly AdminOperation[] = [
  {
    method: 'get',
    path: base,
    summary: 'The letters that you have to do with',
    answers: { 200: { description: 'Their names and states', json: letterSchemas.list } },
  },
  {
    method: 'post',
    path: base,
    summary: 'Write a letter; it is a draft',
    body: letterSchemas.make,
    answers: { 201: { ...found, description: 'The draft' } },
  },
  {
    method: 'get',
    path: one,
    summary: 'A letter as it is now, with its texts',
    answers: { 200: found },
  },
  {
    method: 'put',
    path: one,
    summary: 'Save a text, a translation or the settings, or say what saving would do',
    details:
      'A change of the text makes a new version, unless `correction` says why it is the same letter still. `dryRun` saves nothing and tells the difference and how many signers it concerns.',
    body: letterSchemas.save,
    answers: { 200: { description: 'What was done, or would be', json: letterSchemas.saved } },
    problems: ['changed-meanwhile'],
  },
  {
    method: 'delete',
    path: `${one}/translations/{language}`,
    summary: 'Remove a translation of the current version',
    details:
      'It is shown no more, nor are the strings that the letter words itself in that language. The text that signers read stays kept and is found by its hash. The first language binds and is not removed.',
    answers: { 204: { description: 'It is gone' } },
    problems: ['changed-meanwhile', 'not-possible'],
  },
  {
    method: 'get',
    path: `${one}/words/{language}`,
    summary: 'The strings of pages and mails that the letter words itself in one of its languages, and ours',
    answers: { 200: { description: 'Both, by the same keys', json: wordsSchemas.words } },
  },
  {
    method: 'put',
    path: `${one}/words/{language}`,
    summary: 'Word strings of pages and mails in one of its languages',
    details:
      'What is left out is ours again. A string holds the same placeholders as ours. What signers agree to is worded as a whole or not at all; of what they were shown, the words stay kept.',
    body: wordsSchemas.save,
    answers: { 200: { description: 'As they are now', json: wordsSchemas.words } },
    problems: ['changed-meanwhile'],
  },
  {
    method: 'post',
    path: `${one}/state`,
    summary: 'Open, close, or say that it was delivered',
    body: letterSchemas.state,
    answers: { 200: found },
  },
  {
    method: 'post',
    path: `${one}/copies`,
    summary: 'Duplicate a letter',
    details: 'The copy is a draft with the same text, translations and settings, without signatures and partners.',
    body: letterSchemas.copy,
    answers: { 201: { ...found, description: 'The copy' } },
    problems: ['letter-not-found'],
  },
];
