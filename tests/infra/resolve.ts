/** Evaluates a template's expressions for one region and stack, as far as they are known before the deployment. */
import * as z from 'zod';

export interface Place {
  readonly region: string;
  readonly account?: string;
  readonly stack?: string;
}

const ref = z.strictObject({ Ref: z.string() });
const join = z.strictObject({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });
const attribute = z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });

/** @returns the value as text; a value that only the deployment knows is represented by its logical id */
export function resolved(value: unknown, place: Place): string {
  const { region, account = '123456789012', stack = 'Undersigned' } = place;
  const known: Readonly<Record<string, string>> = {
    'AWS::Region': region,
    'AWS::AccountId': account,
    'AWS::Partition': 'aws',
    'AWS::StackName': stack,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  const asRef = ref.safeParse(value);
  if (asRef.success) return known[asRef.data.Ref] ?? `<${asRef.data.Ref}>`;
  const asAttribute = attribute.safeParse(value);
  if (asAttribute.success) return `<${asAttribute.data['Fn::GetAtt'].join('.')}>`;
  const asJoin = join.safeParse(value);
  if (asJoin.success) {
    const [between, parts] = asJoin.data['Fn::Join'];
    return parts.map((part) => resolved(part, place)).join(between);
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
