import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Engine } from './engine.ts';
import { listen, loopback } from './ports.ts';
import { codeOf } from './refusal.ts';

const getSecretValue = z.object({ SecretId: z.string() });

/**
 * Answers `GetSecretValue` as AWS Secrets Manager does, for one secret kept in the data folder: the functions read
 * their master key in the same way everywhere.
 */
export async function startSecrets(dataDir: string, secretId: string): Promise<Engine> {
  const secret = readOrCreate(join(dataDir, 'secret.json'));
  const server = createServer((request, response) => {
    answer(request, response, secretId, secret).catch(() => response.destroy());
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

function readOrCreate(path: string): string {
  const fresh = JSON.stringify({ masterKey: randomBytes(32).toString('base64') });
  try {
    // Only the owner may read it; and one that is there is never replaced, since it opens everything stored.
    writeFileSync(path, fresh, { mode: 0o600, flag: 'wx' });
    return fresh;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return readFileSync(path, 'utf8');
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  secretId: string,
  secret: string,
): Promise<void> {
  const body = await text(request);
  const reply = (status: number, value: object) => {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(value));
  };
  if (request.headers['x-amz-target'] !== 'secretsmanager.GetSecretValue') {
    return reply(400, { __type: 'InvalidRequestException', message: 'Only GetSecretValue is known here.' });
  }
  if (getSecretValue.safeParse(JSON.parse(body)).data?.SecretId !== secretId) {
    return reply(400, { __type: 'ResourceNotFoundException', message: 'There is no such secret here.' });
  }
  return reply(200, {
    ARN: `arn:aws:secretsmanager:us-east-1:000000000000:secret:${secretId}`,
    Name: secretId,
    SecretString: secret,
    VersionId: '00000000-0000-0000-0000-000000000001',
    VersionStages: ['AWSCURRENT'],
  });
}
