/**
 * Converts between JavaScript values and DynamoDB attribute values, as `@aws-sdk/util-dynamodb` does, in one pass and
 * for the types that rows of ours have: undefined values are left out.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
 */

/** An attribute value in JSON. Binary values are in base64. */
export type AttributeValue = Readonly<Record<string, unknown>>;
export type AttributeMap = Readonly<Record<string, AttributeValue>>;

/**
 * @returns the attribute value
 * @throws for a value that DynamoDB cannot hold: not a finite, safe number; an empty set; an object of a class
 */
function toAttribute(value: unknown): AttributeValue {
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'number':
      return { N: toNumber(value) };
    case 'boolean':
      return { BOOL: value };
    case 'object':
      return value === null ? { NULL: true } : objectToAttribute(value);
    default:
      throw new Error(`DynamoDB holds no ${typeof value}`);
  }
}

function objectToAttribute(value: object): AttributeValue {
  if (Array.isArray(value)) return { L: value.filter((one) => one !== undefined).map(toAttribute) };
  if (value instanceof Set) return setToAttribute(value);
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') };
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new Error('DynamoDB holds no object of a class');
  return { M: toAttributes(value) };
}

function setToAttribute(values: ReadonlySet<unknown>): AttributeValue {
  const all = [...values];
  if (all.length === 0) throw new Error('DynamoDB holds no empty set');
  if (all.every((one) => typeof one === 'string')) return { SS: all };
  if (all.every((one) => typeof one === 'number')) return { NS: all.map(toNumber) };
  throw new Error('DynamoDB holds only sets of strings and of numbers');
}

function toNumber(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new Error('not a safe number');
  return String(value);
}

/** @returns the attributes of an item, without those that are undefined */
export function toAttributes(item: object): AttributeMap {
  const attributes: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(item)) if (value !== undefined) attributes[name] = toAttribute(value);
  return attributes;
}

/** @throws for a number that JavaScript cannot hold exactly */
function fromAttribute(attribute: AttributeValue): unknown {
  for (const type in attribute) {
    const value = attribute[type];
    switch (type) {
      case 'S':
      case 'BOOL':
        return value;
      case 'N':
        return fromNumber(value);
      case 'NULL':
        return null;
      case 'M':
        return isObject(value) ? fromAttributes(value) : {};
      case 'L':
        return Array.isArray(value) ? value.map(fromAttribute) : [];
      case 'SS':
        return new Set(Array.isArray(value) ? value : []);
      case 'NS':
        return new Set(Array.isArray(value) ? value.map(fromNumber) : []);
      case 'B':
        return new Uint8Array(Buffer.from(String(value), 'base64'));
      default:
    }
  }
  throw new Error('an attribute of an unknown type');
}

function fromNumber(text: unknown): number {
  const value = Number(text);
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) throw new Error('not a safe number');
  return value;
}

/** @returns the item with those attributes */
export function fromAttributes(attributes: object): Record<string, unknown> {
  const item: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(attributes)) item[name] = fromAttribute(value);
  return item;
}

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
