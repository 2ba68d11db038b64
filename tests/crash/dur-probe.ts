import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { launchDynamoDB } from '../../infra/local/dynamodb.ts';
import { createTable } from '../../infra/local/create-table.ts';
import { localAws } from '../../infra/local/environment.ts';
const mode = process.argv[2] ?? 'put'; const rounds = Number(process.argv[3] ?? 5);
for (let round = 0; round < rounds; round++) {
  const dir = mkdtempSync('/tmp/dur/d-');
  let e = await launchDynamoDB({ databaseDir: join(dir, 'dynamodb') }); await e.ready;
  const open = (endpoint: string) => DynamoDBDocumentClient.from(new DynamoDBClient({ ...localAws, endpoint, maxAttempts: 1 }));
  await createTable(new DynamoDBClient({ ...localAws, endpoint: e.endpoint }), 't');
  let c = open(e.endpoint);
  const N = 200; const acked: number[] = []; const enough = 20 + Math.floor(Math.random() * 140);
  const Item = (n: number) => ({ pk: `a${n}`, sk: 'x', n: 0, ...(mode.includes('gsi') ? { dueShard: 'D', dueAt: String(n), listKey: 'L', newestSort: String(n), nameSort: String(n) } : {}) });
  if (mode.startsWith('update') || mode.startsWith('tx')) for (let n = 0; n < N; n++) await c.send(new PutCommand({ TableName: 't', Item: Item(n) }));
  await Promise.all(Array.from({ length: N }, async (_, n) => { try {
    if (mode.startsWith('put')) await c.send(new PutCommand({ TableName: 't', Item: Item(n) }));
    else if (mode.startsWith('update')) await c.send(new UpdateCommand({ TableName: 't', Key: { pk: `a${n}`, sk: 'x' }, UpdateExpression: 'SET n = :one', ExpressionAttributeValues: { ':one': 1 } }));
    else await c.send(new TransactWriteCommand({ TransactItems: [
      { Update: { TableName: 't', Key: { pk: `a${n}`, sk: 'x' }, UpdateExpression: 'SET n = :one', ExpressionAttributeValues: { ':one': 1 } } },
      { Put: { TableName: 't', Item: { pk: `c${n}`, sk: 'y' } } },
      { Update: { TableName: 't', Key: { pk: 'count', sk: String(n % 16) }, UpdateExpression: 'ADD n :one', ExpressionAttributeValues: { ':one': 1 } } } ] }));
    acked.push(n); if (acked.length === enough) process.kill(e.pid, 'SIGKILL'); } catch {} }));
  await e.ended;
  e = await launchDynamoDB({ databaseDir: join(dir, 'dynamodb') }); await e.ready; c = open(e.endpoint);
  const get = async (pk: string, sk: string) => (await c.send(new GetCommand({ TableName: 't', Key: { pk, sk }, ConsistentRead: true }))).Item;
  let lost = 0, claims = 0, ones = 0, count = 0;
  for (let n = 0; n < N; n++) { const i = await get(`a${n}`, 'x'); const ok = mode.startsWith('put') ? i : i?.n === 1; if (ok) ones++; if (acked.includes(n) && !ok) lost++; if (mode.startsWith('tx')) claims += (await get(`c${n}`, 'y')) ? 1 : 0; }
  if (mode.startsWith('tx')) for (let s = 0; s < 16; s++) count += Number((await get('count', String(s)))?.n ?? 0);
  console.log(mode, { enough, acked: acked.length, lost, ones, claims, count });
  await e.stop();
}
