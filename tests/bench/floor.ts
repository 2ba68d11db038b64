/**
 * The modules that every function of this kind loads at start, and nothing else: Hono, zod and a client for DynamoDB.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import * as z from 'zod';

const { TABLE_NAME } = z.object({ TABLE_NAME: z.string() }).parse(process.env);
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

const app = new Hono().get('/:pk', async (c) => {
  const { Item } = await client.send(new GetCommand({ TableName: TABLE_NAME, Key: { pk: c.req.param('pk'), sk: '' } }));
  return c.json(Item);
});

export const handler = handle(app);
