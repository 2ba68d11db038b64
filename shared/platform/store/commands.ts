/**
 * The operations on the table, with the names, inputs and outputs of `@aws-sdk/lib-dynamodb`: items are JavaScript
 * values. Above the retries of a call its middleware sees an input with such values.
 */
import { $Command, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type {
  BatchGetCommandInput,
  BatchGetCommandOutput,
  BatchWriteCommandInput,
  BatchWriteCommandOutput,
  DeleteCommandInput,
  DeleteCommandOutput,
  DynamoDBDocumentClient,
  GetCommandInput,
  GetCommandOutput,
  PutCommandInput,
  PutCommandOutput,
  QueryCommandInput,
  QueryCommandOutput,
  ScanCommandInput,
  ScanCommandOutput,
  ServiceInputTypes,
  ServiceOutputTypes,
  TransactWriteCommandInput,
  TransactWriteCommandOutput,
  UpdateCommandInput,
  UpdateCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import type { Metadata } from '../aws/post.ts';
import { type AttributeMap, fromAttributes, toAttributes } from './attribute-values.ts';
import { type Answer, callWith } from './call.ts';

interface Operation<Input, Output> {
  readonly name: string;
  /** Carried out once, however often it is sent. */
  readonly isTransaction?: true;
  /** @returns the body of the request */
  readonly write: (input: Input) => object;
  readonly read: (answer: Answer, $metadata: Metadata) => Output;
}

type Config = DynamoDBClient['config'];
type Stack = DynamoDBDocumentClient['middlewareStack'];

/** @returns the command of that operation: `new` gives it an input, as with the SDK */
function command<Input extends ServiceInputTypes, Output extends ServiceOutputTypes>({
  name,
  isTransaction,
  write,
  read,
}: Operation<Input, Output>) {
  const Command = class extends $Command<Input, Output, Config, ServiceInputTypes, ServiceOutputTypes> {
    readonly input: Input;

    constructor(input: Input) {
      super();
      this.input = input;
    }

    /** Called by the client, which then calls the result. */
    resolveMiddleware(stack: Stack, config: Config) {
      // All attempts share one token, so the transaction runs once.
      const token = isTransaction ? { ClientRequestToken: crypto.randomUUID() } : {};
      const call = callWith(config);
      return stack.resolve<Input, Output>(
        async ({ input }) => {
          const { answer, $metadata } = await call(name, JSON.stringify({ ...token, ...write(input) }));
          return { output: read(answer, $metadata), response: undefined };
        },
        { commandName: `${name}Command`, clientName: 'DynamoDBClient' },
      );
    }
  };
  // The SDK identifies commands by class name.
  return Object.defineProperty(Command, 'name', { value: `${name}Command` });
}

/** The parts of an input that hold values. */
interface WithValues {
  readonly Key?: object | undefined;
  readonly Item?: object | undefined;
  readonly ExclusiveStartKey?: object | undefined;
  readonly ExpressionAttributeValues?: object | undefined;
}

function written(input: WithValues): object {
  const { Key, Item, ExclusiveStartKey, ExpressionAttributeValues } = input;
  return {
    ...input,
    ...(Key ? { Key: toAttributes(Key) } : {}),
    ...(Item ? { Item: toAttributes(Item) } : {}),
    ...(ExclusiveStartKey ? { ExclusiveStartKey: toAttributes(ExclusiveStartKey) } : {}),
    ...(ExpressionAttributeValues ? { ExpressionAttributeValues: toAttributes(ExpressionAttributeValues) } : {}),
  };
}

const inEach = <From, To>(of: Readonly<Record<string, From>> | undefined, change: (one: From) => To) =>
  Object.fromEntries(Object.entries(of ?? {}).map(([name, one]) => [name, change(one)]));

const items = (some: readonly AttributeMap[]) => some.map(fromAttributes);

const changed = ({ Attributes }: Answer, $metadata: Metadata) => ({
  $metadata,
  ...(Attributes ? { Attributes: fromAttributes(Attributes) } : {}),
});

const page = ({ Items, LastEvaluatedKey, Count, ScannedCount }: Answer, $metadata: Metadata) => ({
  ...{ $metadata, Count, ScannedCount },
  ...(Items ? { Items: items(Items) } : {}),
  ...(LastEvaluatedKey ? { LastEvaluatedKey: fromAttributes(LastEvaluatedKey) } : {}),
});

export const GetCommand = command<GetCommandInput, GetCommandOutput>({
  name: 'GetItem',
  write: written,
  read: ({ Item }, $metadata) => ({ $metadata, ...(Item ? { Item: fromAttributes(Item) } : {}) }),
});

export const PutCommand = command<PutCommandInput, PutCommandOutput>({
  name: 'PutItem',
  write: written,
  read: changed,
});

export const UpdateCommand = command<UpdateCommandInput, UpdateCommandOutput>({
  name: 'UpdateItem',
  write: written,
  read: changed,
});

export const DeleteCommand = command<DeleteCommandInput, DeleteCommandOutput>({
  name: 'DeleteItem',
  write: written,
  read: changed,
});

export const QueryCommand = command<QueryCommandInput, QueryCommandOutput>({
  name: 'Query',
  write: written,
  read: page,
});

export const ScanCommand = command<ScanCommandInput, ScanCommandOutput>({
  name: 'Scan',
  write: written,
  read: page,
});

export const BatchGetCommand = command<BatchGetCommandInput, BatchGetCommandOutput>({
  name: 'BatchGetItem',
  write: ({ RequestItems, ...more }) => ({
    ...more,
    RequestItems: inEach(RequestItems, (asked) => ({ ...asked, Keys: asked.Keys?.map(toAttributes) })),
  }),
  read: ({ Responses, UnprocessedKeys }, $metadata) => ({
    $metadata,
    Responses: inEach(Responses, items),
    UnprocessedKeys: inEach(UnprocessedKeys, (left) => ({ ...left, Keys: items(left.Keys) })),
  }),
});

export const BatchWriteCommand = command<BatchWriteCommandInput, BatchWriteCommandOutput>({
  name: 'BatchWriteItem',
  write: ({ RequestItems, ...more }) => ({
    ...more,
    RequestItems: inEach(RequestItems, (writes) =>
      writes.map(({ PutRequest, DeleteRequest }) => ({
        ...(PutRequest ? { PutRequest: written(PutRequest) } : {}),
        ...(DeleteRequest ? { DeleteRequest: written(DeleteRequest) } : {}),
      })),
    ),
  }),
  read: ({ UnprocessedItems }, $metadata) => ({
    $metadata,
    UnprocessedItems: inEach(UnprocessedItems, (writes) =>
      writes.map(({ PutRequest, DeleteRequest }) => ({
        ...(PutRequest ? { PutRequest: { Item: fromAttributes(PutRequest.Item) } } : {}),
        ...(DeleteRequest ? { DeleteRequest: { Key: fromAttributes(DeleteRequest.Key) } } : {}),
      })),
    ),
  }),
});

export const TransactWriteCommand = command<TransactWriteCommandInput, TransactWriteCommandOutput>({
  name: 'TransactWriteItems',
  isTransaction: true,
  write: ({ TransactItems, ...more }) => ({
    ...more,
    TransactItems: TransactItems?.map(({ Put, Update, Delete, ConditionCheck }) => ({
      ...(Put ? { Put: written(Put) } : {}),
      ...(Update ? { Update: written(Update) } : {}),
      ...(Delete ? { Delete: written(Delete) } : {}),
      ...(ConditionCheck ? { ConditionCheck: written(ConditionCheck) } : {}),
    })),
  }),
  read: (_, $metadata) => ({ $metadata }),
});
