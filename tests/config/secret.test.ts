import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../infra/local/engine.ts';
import { localAws } from '../../infra/local/environment.ts';
import { listen } from '../../infra/local/ports.ts';
import { startSecrets } from '../../infra/local/secrets.ts';
import { RekeyInProgress, secretKeys } from '../../shared/platform/config/secret.ts';
import { deriveKeys } from '../../shared/platform/token/keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'undersigned-secret-'));
const minute = 60_000;
let secrets: Engine;

beforeEach(async () => {
  secrets = await startSecrets(folder, 'master');
  vi.useFakeTimers({ toFake: ['Date'] });
  const { accessKeyId, secretAccessKey } = localAws.credentials;
  const environment = {
    AWS_ENDPOINT_URL: secrets.endpoint,
    AWS_REGION: localAws.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_MAX_ATTEMPTS: '1',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await secrets.stop();
  rmSync(join(folder, 'secret.json'), { force: true });
});

const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * minute);

describe('a secret', () => {
  it('stays in use for an hour when it cannot be read again, and no longer', async () => {
    const keys = secretKeys('master');
    const hash = (await keys()).hash('content', 'x');
    await secrets.stop();
    for (const minutes of [6, 1, 50]) {
      later(minutes);
      expect((await keys()).hash('content', 'x')).toBe(hash);
    }
    later(10);
    await expect(keys()).rejects.toThrow();
  });

  it('is read again after half a minute, and not before', async () => {
    const keys = secretKeys('master');
    const hash = (await keys()).hash('content', 'x');
    await secrets.stop();
    rmSync(join(folder, 'secret.json'));
    const port = Number(new URL(secrets.endpoint).port);
    let asked = 0;
    const broken = createServer((_, response) => {
      asked += 1;
      response.writeHead(500).end('{}');
    });
    await listen(broken, port);
    later(6);
    for (let time = 0; time < 3; time += 1) expect((await keys()).hash('content', 'x')).toBe(hash);
    expect(asked).toBe(1);
    later(1);
    await keys();
    expect(asked).toBe(2);
    broken.closeAllConnections();
    await new Promise((resolve) => broken.close(resolve));
  });

  it('fails when it was never read, and is retried with the next request', async () => {
    const { endpoint } = secrets;
    await secrets.stop();
    const keys = secretKeys('master');
    await expect(keys()).rejects.toThrow();
    secrets = await startSecrets(folder, 'master');
    vi.stubEnv('AWS_ENDPOINT_URL', secrets.endpoint);
    expect(secrets.endpoint).not.toBe(endpoint);
    expect((await keys()).hash('content', 'x')).toHaveLength(43);
  });

  it('is unusable during its change, also for instances that had read it; half a minute later it works again', async () => {
    const path = join(folder, 'secret.json');
    const keys = secretKeys('master');
    const hash = (await keys()).hash('mailbox', 'x');
    const { masterKey } = JSON.parse(readFileSync(path, 'utf8'));
    const next = 'n'.repeat(40);
    const resting = { since: '2026-11-28T00:00:00.000Z', next, stoppedSigning: true };
    writeFileSync(path, JSON.stringify({ masterKey, resting }));
    expect((await keys()).hash('mailbox', 'x')).toBe(hash);
    later(6);
    await expect(keys()).rejects.toThrow(RekeyInProgress);
    writeFileSync(path, JSON.stringify({ masterKey: next, former: [masterKey] }));
    await expect(keys()).rejects.toThrow(RekeyInProgress);
    later(0.6);
    const fresh = await keys();
    expect(fresh.hash('mailbox', 'x')).not.toBe(hash);
    expect(fresh.since(deriveKeys(masterKey).hash('backup'))?.('mailbox', hash)).toBe(fresh.hash('mailbox', 'x'));
    expect(fresh.since(deriveKeys('o'.repeat(40)).hash('backup'))).toBeUndefined();
  });
});
