/** The API as people read it, made from its own description. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { FC } from 'hono/jsx';
import * as z from 'zod';
import { problems, problemType } from '../../../shared/http/problem.ts';

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

/** What this page shows of the description. */
const operation = z.object({
  summary: z.string().default(''),
  description: z.string().optional(),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().default(false), schema: z.unknown() }))
    .default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }).optional(),
  responses: z.record(
    z.string(),
    z.object({
      description: z.string(),
      content: z.record(z.string(), z.object({ schema: z.unknown() })).optional(),
    }),
  ),
});
const paths = z.record(z.string(), z.record(z.string(), operation));

export const DocsPage: FC<{ document: Document }> = ({ document }) => (
  <div class="card">
    <h1>API of Undersigned</h1>
    <p>
      JSON in UTF-8. Lists page by an opaque cursor. The same description for machines:{' '}
      <a href="/openapi.json">/openapi.json</a>.
    </p>
    {Object.entries(paths.parse(document.paths ?? {})).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => (
        <Operation path={path} method={method} described={described} />
      )),
    )}
    <h2 id="problems">Problems</h2>
    <p>Errors are problem details (RFC 9457). Their types never change:</p>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Type</th>
            <th>Status</th>
            <th>Meaning</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(problems).map(([name, { status, title }]) => (
            <tr>
              <td>
                <code>{problemType(name)}</code>
              </td>
              <td>{status}</td>
              <td>{title}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </div>
);

const Operation: FC<{ path: string; method: string; described: z.infer<typeof operation> }> = ({
  path,
  method,
  described,
}) => (
  <section>
    <h2>
      <code>
        {method.toUpperCase()} {path}
      </code>
    </h2>
    <p>
      {described.summary}. {described.description}
    </p>
    {described.parameters.length === 0 ? null : (
      <ul>
        {described.parameters.map(({ name, in: place, required, schema }) => (
          <li>
            <code>{name}</code> ({place}
            {required ? ', required' : ''}): <code>{JSON.stringify(schema)}</code>
          </li>
        ))}
      </ul>
    )}
    {Object.entries(described.requestBody?.content ?? {}).map(([type, { schema }]) => (
      <Schema name={`Body, ${type}`} schema={schema} />
    ))}
    <ul>
      {Object.entries(described.responses).map(([status, { description }]) => (
        <li>
          <b>{status}</b> {description}
        </li>
      ))}
    </ul>
    {Object.entries(described.responses['200']?.content ?? {})
      .filter(([type]) => type === 'application/json')
      .map(([type, { schema }]) => (
        <Schema name={`Answer 200, ${type}`} schema={schema} />
      ))}
  </section>
);

const Schema: FC<{ name: string; schema: unknown }> = ({ name, schema }) => (
  <details>
    <summary>{name}</summary>
    <pre>{JSON.stringify(schema, null, 2)}</pre>
  </details>
);
