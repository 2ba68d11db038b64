/** Parts of a template that several tests use, validated when they are read. */
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { makeStack } from './stack.ts';

const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([z.array(schema), schema.transform((one) => [one])]);

const statement = z.object({
  Effect: z.string(),
  Action: oneOrMore(z.string()),
  Resource: oneOrMore(z.unknown()),
  Condition: z.unknown().optional(),
});
export type Statement = z.infer<typeof statement>;

const policy = z.object({ Properties: z.object({ PolicyDocument: z.object({ Statement: z.array(statement) }) }) });
const lambda = z.object({
  Properties: z.object({
    Description: z.string(),
    Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
    Runtime: z.string(),
    Architectures: z.array(z.string()),
    MemorySize: z.number(),
    Timeout: z.number(),
  }),
});

export const template = Template.fromStack(makeStack());

/** All resources of one type; `name` selects those with this logical id, apart from the hash at its end. */
function resources<T>(type: string, schema: z.ZodType<T>, name?: string, of = template): T[] {
  return Object.entries(of.findResources(type))
    .filter(([id]) => name === undefined || id.replace(/[0-9A-F]{8}$/, '') === name)
    .map(([, found]) => schema.parse(found));
}

/** @returns the one resource of a type with that name: the ids of its constructs in `infra/`, joined */
export function resource<T>(type: string, name: string, schema: z.ZodType<T>): T {
  const [one, ...others] = resources(type, schema, name);
  if (one === undefined || others.length > 0) throw new Error(`not one ${type} is called ${name}`);
  return one;
}

export const functionNamed = (name: string) => resource('AWS::Lambda::Function', name, lambda).Properties;
export const functions = () => resources('AWS::Lambda::Function', lambda).map(({ Properties }) => Properties);

/** Statements of a function's role, in any template. */
export const statementsOf = (of: Template, name: string): Statement[] =>
  resources('AWS::IAM::Policy', policy, `${name}RoleDefaultPolicy`, of).flatMap(
    ({ Properties }) => Properties.PolicyDocument.Statement,
  );

/** Statements of a function's role in the template of the default configuration. */
export const allowedTo = (name: string): Statement[] =>
  resource('AWS::IAM::Policy', `${name}RoleDefaultPolicy`, policy).Properties.PolicyDocument.Statement;

export const everyStatement = (): Statement[] =>
  resources('AWS::IAM::Policy', policy).flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
