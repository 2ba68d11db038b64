/** Proves that the log check at the end of the run would find a leak (rule 10). */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { makeSignatureId } from '../../shared/ids.ts';
import { logError, logWarning } from '../../shared/platform/config/log.ts';
import { makeToken } from '../../shared/platform/token/token.ts';
import { checkFolder, findPersonal, logSuffix, wordsSuffix } from '../fixtures/log-check.ts';
import { captureChild, hushLogs, printTotals } from '../fixtures/logs.ts';
import { personalMail, personalWords } from '../fixtures/personal.ts';

const found = (line: string, word: string) => findPersonal([line], [word]).map((finding) => finding.word);

describe('the log check', () => {
  const mailbox = 'Planted.Person@planted.example';

  it.each([
    ['as it is', `{"level":"WARN","message":"no mail to ${mailbox}"}`],
    ['in another case', `failed for ${mailbox.toLowerCase()}`],
    ['in an address', `GET /manage?email=${encodeURIComponent(mailbox)}`],
  ])('finds a planted mailbox %s', (_how, line) => {
    expect(found(line, mailbox)).toEqual([mailbox]);
  });

  it('finds a name as JSON writes it', () => {
    const name = 'Jo "the Pen" Example';
    expect(found(JSON.stringify({ name }), name)).toEqual([name]);
  });

  it('finds the token and the code of a mail, and half a token', () => {
    const { token } = makeToken(makeSignatureId(), 'confirm', 0);
    personalMail('somebody@planted.example', `https://sign.example/confirm/${token}\nCode: ABCD-2345`);
    for (const line of [`POST /confirm/${token}`, `token ${token.slice(20)}`, 'code ABCD2345', 'code abcd-2345']) {
      expect(findPersonal([line], personalWords()), line).not.toEqual([]);
    }
  });

  it('finds nothing in clean logs', () => {
    expect(found('{"level":"ERROR","message":"request failed","route":"/manage/:token"}', mailbox)).toEqual([]);
    expect(found('a short name is part of many words', 'Jo')).toEqual([]);
  });

  it('reads the files of all processes of a run', () => {
    const folder = mkdtempSync(join(tmpdir(), 'undersigned-planted-'));
    appendFileSync(join(folder, `1${wordsSuffix}`), `${mailbox}\nSomebody Else\n`);
    appendFileSync(join(folder, `2${logSuffix}`), `fine\nmail to ${mailbox} failed\n`);
    const { findings } = checkFolder(folder);
    rmSync(folder, { recursive: true });
    expect(findings).toEqual([{ word: mailbox, line: `mail to ${mailbox.toLowerCase()} failed` }]);
  });
});

describe('the logs that are kept', () => {
  const kept = () =>
    readdirSync(inject('logs'))
      .filter((name) => name === `${process.pid}${logSuffix}`)
      .map((name) => readFileSync(join(inject('logs'), name), 'utf8'))
      .join('');
  const marker = `marker-${process.pid}`;

  it('are the lines of the functions, of the console and of child processes, hushed or not', async () => {
    hushLogs();
    logError(`${marker} of the public API`, {});
    logWarning(`${marker} of a function`, {});
    console.error(`${marker} of the console`);
    const child = spawn(process.execPath, ['-e', `console.log('${marker} out'); console.error('${marker} err')`]);
    captureChild(child.stdout, child.stderr);
    await new Promise((resolve) => child.once('close', resolve));
    for (const from of ['of the public API', 'of a function', 'of the console', 'out', 'err']) {
      expect(kept(), from).toContain(`${marker} ${from}`);
    }
  });

  it('are not the totals of a test itself, which may use any word', () => {
    printTotals({ [`${marker} of a total`]: 1 });
    expect(kept()).not.toContain(`${marker} of a total`);
  });
});
