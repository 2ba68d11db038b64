import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Engine } from './engine.ts';
import { listen, loopback } from './ports.ts';
import { codeOf } from './refusal.ts';

const request = z.object({ SecretId: z.string(), SecretString: z.string().optional() });

/**
 * Answers `GetSecretValue` and `PutSecretValue` as AWS Secrets Manager does, for one secret in the data folder, so that
 * the functions read their master key in the same way everywhere.
 */
export async function startSecrets(dataDir: string, secretId: string): Promise<Engine> {
  const path = join(dataDir, 'secret.json');
  readOrCreate(path);
  const server = createServer((request, response) => {
    answer(request, response, secretId, path).catch(() => response.destroy());
  });
  const port = await listen(server, 0);
  return {
    endpoint: `http://${loopback}:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function readOrCreate(path: string): void {
  const fresh = JSON.stringify({ masterKey: randomBytes(32).toString('base64') });
  try {
    // Readable by the owner only. An existing secret is never replaced, since all stored data depends on it.
    writeFileSync(path, fresh, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

async function answer(
  incoming: IncomingMessage,
  response: ServerResponse,
  secretId: string,
  path: string,
): Promise<void> {
  const body = await text(incoming);
  const reply = (status: number, value: object) => {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(value));
  };
  const operation = incoming.headers['x-amz-target'];
  if (operation !== 'secretsmanager.GetSecretValue' && operation !== 'secretsmanager.PutSecretValue') {
    return reply(400, {
      __type: 'InvalidRequestException',
      message: 'Only GetSecretValue and PutSecretValue are known here.',
    });
  }
  const asked = request.safeParse(JSON.parse(body)).data;
  if (asked?.SecretId !== secretId) {
    return reply(400, { __type: 'ResourceNotFoundException', message: 'There is no such secret here.' });
  }
  const about = {
    ARN: `arn:aws:secretsmanager:us-east-1:000000000000:secret:${secretId}`,
    Name: secretId,
    VersionId: '00000000-0000-0000-0000-000000000001',
    VersionStages: ['AWSCURRENT'],
  };
  if (operation === 'secretsmanager.GetSecretValue') {
    return reply(200, { ...about, SecretString: readFileSync(path, 'utf8') });
  }
  // Written atomically, since all stored data depends on it.
  writeFileSync(`${path}.part`, asked.SecretString ?? '', { mode: 0o600 });
  renameSync(`${path}.part`, path);
  return reply(200, about);
}
