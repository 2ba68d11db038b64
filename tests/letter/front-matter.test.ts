import { describe, expect, it } from 'vitest';
import { readLetterFile } from '../../shared/letter/file.ts';
import { signing } from '../../shared/letter/letter.ts';
import { letterFile, testLetter } from '../fixtures/world.ts';

const titled = (line: string) => readLetterFile(testLetter.replace(/title: .*/, line));
const faultsOf = (source: string) => {
  const read = readLetterFile(source);
  return read.ok ? [] : read.faults;
};

describe('the words of front matter', () => {
  it.each([
    ['title: Open letter #Rivers now', 'Open letter #Rivers now'],
    ['title: #RiversNow', '#RiversNow'],
    ['title: Our demand: clean air', 'Our demand: clean air'],
    ['title: Three demands:', 'Three demands:'],
    ['title: "Our demand: clean air"', 'Our demand: clean air'],
    ["title: 'It''s time'", 'It’s time'.replace('’', "'")],
    ['title: "Clean air" is a right', '"Clean air" is a right'],
    ['title: [Draft] Clean air', '[Draft] Clean air'],
    ['title: @Minister, act', '@Minister, act'],
    ['title: 100% clean air', '100% clean air'],
    ['title: %50 now', '%50 now'],
    ['title: *Now*', '*Now*'],
    ['title: & others', '& others'],
    ['title: > 50 ferries', '> 50 ferries'],
    ['title: ! Now', '! Now'],
    ['title: 2027', '2027'],
    ['title: 007', '007'],
    ['title: true', 'true'],
    ['title: Yes', 'Yes'],
    ['title: null', 'null'],
    ['title: C:\\ferries "x" # no'.replace(' # no', ''), 'C:\\ferries "x"'],
    ['title: >\n  Clean: air\n  #now', 'Clean: air #now'],
    ['title: Clean\n  air now', 'Clean air now'],
  ])('%j are kept: %s', (line, title) => {
    expect(titled(line)).toMatchObject({ ok: true, content: { text: { title } } });
  });

  it('are kept in lines of an address, in names and in numbers that begin with a zero', () => {
    const file = letterFile({
      '  - name: The Mayor': '  - name: The Mayor: Ann #1',
      '    lines: [Town Hall]': '    lines:\n      - Room 5: second floor\n      - #7 Quay\n      - 0123',
      '  role: Chair': '  role: Chair: all ferries',
    });
    expect(file.text.addressees[0]).toEqual({
      name: 'The Mayor: Ann #1',
      lines: ['Room 5: second floor', '#7 Quay', '0123'],
    });
    expect(file.text.convener.role).toBe('Chair: all ferries');
  });

  it('are queried when a remark follows, so that none is left out unnoticed', () => {
    expect(faultsOf(testLetter.replace(/title: .*/, 'title: Clean air # working title'))).toEqual([
      { line: 4, field: 'title', message: expect.stringMatching(/remark.*quotation marks/) },
    ]);
  });

  it('that were plain before are read as before', () => {
    const { text } = letterFile();
    expect(text).toEqual(letterFile({}).text);
    expect(letterFile({ 'goal: 50': 'goal: 50 # as agreed' }).settings.goal).toBe(50);
  });
});

describe('a date without a time', () => {
  it('includes the whole closing day, in the letter’s time zone', () => {
    const { settings } = letterFile({ 'goal: 50': 'closes: 2026-12-31\ntimeZone: Asia/Almaty' });
    expect(settings.closes).toBe('2026-12-31T18:59:59Z');
    const at = (moment: string) => signing({ state: 'open', settings }, new Date(moment));
    expect([at('2026-12-31T18:59:00Z'), at('2026-12-31T19:00:00Z')]).toEqual(['open', 'closed']);
  });

  it.each([
    ['opens: 2026-12-31\ntimeZone: America/New_York', { opens: '2026-12-31T05:00:00Z' }],
    ['closes: 2026-12-31', { closes: '2026-12-31T23:59:59Z' }],
    ['closes: 2026-10-25\ntimeZone: Europe/Berlin', { closes: '2026-10-25T22:59:59Z' }],
    ['closes: 2026-12-31 18:00\ntimeZone: Europe/Berlin', { closes: '2026-12-31T17:00:00Z' }],
    ['closes: 2026-12-31T18:00:30\ntimeZone: Europe/Berlin', { closes: '2026-12-31T17:00:30Z' }],
    ['closes: 2026-12-31T18:00:00+03:00', { closes: '2026-12-31T15:00:00Z' }],
    ['closes: "2026-12-31T18:00:00Z"', { closes: '2026-12-31T18:00:00Z' }],
  ])('%j', (fields, settings) => {
    expect(letterFile({ 'goal: 50': fields }).settings).toMatchObject(settings);
  });
});

describe('unreadable front matter', () => {
  it.each([
    ['goal: 50', 'closes: 31.12.2026', 19, 'closes', /a day, such as 2026-12-31/],
    ['goal: 50', 'closes: 2026-02-30', 19, 'closes', /a day, such as/],
    ['goal: 50', 'goal: many', 19, 'goal', /must be a number, such as 100/],
    ['goal: 50', 'goal: -1', 19, 'goal', /must be at least 1/],
    ['date: 2026-03-02', 'date: 2026-02-30', 5, 'date', /a day that there is/],
    ['[organisation, individual]', '[organisation, robot]', 15, 'accepts.1', /one of organisation, individual/],
    ['  contact: privacy@harbour.example', '  contact: nobody', 18, 'privacy.contact', /an email address/],
    ['goal: 50', 'goal: 50\ngoal: 60', 20, 'front matter', /second time/],
    ['goal: 50', '\tgoal: 50', 19, 'front matter', /begins with a tab/],
    ['role: Chair', 'role: "Chair', 14, 'front matter', /not closed/],
    ['goal: 50', 'goal 50', 19, 'front matter', /a name, a colon, a space/],
    ['title: Clean air for the harbour district', 'title:', 4, 'title', /./],
  ])('%s → %s is reported with its line and what to do', (from, to, line, field, message) => {
    const [fault] = faultsOf(testLetter.replace(from, to));
    expect(fault).toEqual({ line, field, message: expect.stringMatching(message) });
    expect(fault?.message).not.toMatch(/Invalid|ISO|expected|YAML|mapping|scalar|implicit/);
  });
});
