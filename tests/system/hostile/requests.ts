/** Requests that carry one hostile string, in each way that a place allows. */
import type { Place } from './routes.ts';

interface Asked {
  readonly path: string;
  readonly init: RequestInit;
}

/** Percent-encodes the string. A lone surrogate becomes a replacement character, as in browsers. */
export const encoded = (text: string) => encodeURIComponent(text.toWellFormed()).replaceAll('.', '%2E');

/** Headers are bytes: converts the string to the part that a client can send. */
const headerValue = (text: string) =>
  Buffer.from(text.toWellFormed(), 'utf8')
    .toString('latin1')
    .replace(/[\0\r\n]/g, ' ')
    .trim();

const headerNames = [
  'accept',
  'accept-language',
  'authorization',
  'content-type',
  'cookie',
  'idempotency-key',
  'if-none-match',
  'origin',
  'range',
  'referer',
  'user-agent',
  'x-csrf-token',
  'x-undersigned-viewer',
];

type Tree = { [name: string]: unknown };

/** @returns the body with the string at each of the paths */
function withString(base: unknown, paths: readonly (readonly string[])[], text: string): unknown {
  const body: Tree = structuredClone(typeof base === 'object' && base !== null ? { ...base } : {});
  for (const path of paths) {
    let holder: Tree = body;
    for (const part of path.slice(0, -1)) {
      const inner = holder[part];
      const next: Tree = typeof inner === 'object' && inner !== null ? { ...inner } : {};
      holder[part] = next;
      holder = next;
    }
    const last = path.at(-1);
    if (last !== undefined) holder[last] = last === '0' ? [text] : text;
  }
  return body;
}

function dotted(fields: unknown, prefix = ''): [string, string][] {
  return Object.entries(Object(fields)).flatMap(([name, value]): [string, string][] =>
    typeof value === 'object' && value !== null
      ? dotted(value, `${prefix}${name}.`)
      : [[`${prefix}${name}`, String(value)]],
  );
}

export interface Sending {
  /** The path with a real value for each parameter. */
  readonly filled: string;
  /** A body that would be accepted. */
  readonly base: unknown;
  /** Headers of a caller with permission. */
  readonly headers: Readonly<Record<string, string>>;
  /** Fields that every member's form has. */
  readonly form: Readonly<Record<string, string>>;
  /** Selects the field, query or header for this request. */
  readonly turn: number;
}

const taken = <One>(list: readonly One[], turn: number): readonly One[] => {
  const one = list[turn % Math.max(1, list.length)];
  return one === undefined ? [] : [one];
};

/** @returns the requests: the string in the path, in all queries, in one header, in all fields and in one of them */
export function requestsFor({ method, path, queries, fields }: Place, text: string, sending: Sending): Asked[] {
  const { filled, base, headers, form, turn } = sending;
  const [header] = taken(headerNames, turn);
  const withHeader = { ...headers, ...(header ? { [header]: headerValue(text) } : {}) };
  const hostilePath = path.replace(/:\w+/g, () => encoded(text) || '%20');
  const search = queries.map((name) => `${name}=${encoded(text)}`).join('&');
  const one = taken(queries, turn).map((name) => `${name}=${encoded(text)}`)[0] ?? '';
  const init = { method: method.toUpperCase(), headers };
  if (method === 'get') {
    return [
      ...(hostilePath === path ? [] : [{ path: hostilePath, init }]),
      { path: `${filled}?${search}`, init: { ...init, headers: withHeader } },
      { path: `${filled}?${one}`, init },
    ];
  }
  const body = (paths: readonly (readonly string[])[]) => withString(base, paths, text);
  const json = (value: unknown) => ({
    ...init,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value),
  });
  const plain = (value: unknown) => {
    const pairs = [...dotted(value), ...Object.entries(form)].map((pair) => pair.map(encoded).join('='));
    return {
      ...init,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
      body: pairs.join('&'),
    };
  };
  const isJson = path.startsWith('/v1/');
  return [
    ...(hostilePath === path ? [] : [{ path: hostilePath, init: isJson ? json(base) : plain(base) }]),
    { path: filled, init: isJson ? json(body(fields)) : plain(body(fields)) },
    { path: filled, init: isJson ? json(body(taken(fields, turn))) : plain(body(taken(fields, turn))) },
    { path: filled, init: { ...json(base), headers: { ...withHeader }, body: text } },
  ];
}
