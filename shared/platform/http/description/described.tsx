/** The API documentation for people, rendered from the OpenAPI description on a page of either function. */
import type { FC } from 'hono/jsx';
import { problems, problemType } from '../problem.ts';
import type { describeApi } from './openapi.ts';

type Description = ReturnType<typeof describeApi>;
type DescribedOperation = NonNullable<NonNullable<Description['paths'][string]>[string]>;

/** All operations and problems. */
export const DescribedApi: FC<{ description: Description }> = ({ description: { paths } }) => (
  <>
    {Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => <Described {...{ path, method, operation }} />),
    )}
    <h2 id="problems">Problems</h2>
    <p>Errors are problem details (RFC 9457). Their types never change:</p>
    <section class="scroll" tabindex={0} aria-labelledby="problems">
      <table>
        <thead>
          <tr>
            <th scope="col">Type</th>
            <th scope="col">Status</th>
            <th scope="col">Meaning</th>
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
    </section>
  </>
);

const Described: FC<{ path: string; method: string; operation: DescribedOperation }> = ({
  path,
  method,
  operation: { summary, description, parameters, requestBody, responses },
}) => (
  <section class="operation">
    <h2>
      <code>
        {method.toUpperCase()} {path}
      </code>
    </h2>
    <p>
      {summary}. <Words said={description ?? ''} />
    </p>
    {parameters.length === 0 ? null : (
      <ul>
        {parameters.map(({ name, in: place, required, schema }) => (
          <li>
            <code>{name}</code> ({place}
            {required ? ', required' : ''}): <code>{shorten(JSON.stringify(schema))}</code>
          </li>
        ))}
      </ul>
    )}
    {Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => (
      <Schema name={`Body: ${type}`} schema={schema} />
    ))}
    <ul>
      {Object.entries(responses).map(([status, answer]) => (
        <li>
          <b>{status}</b> <Words said={answer.description} />
          {Object.entries('content' in answer ? (answer.content ?? {}) : {})
            .filter(([type]) => type === 'application/json')
            .map(([type, content]) => (
              <Schema name={`Answer: ${type}`} schema={content} />
            ))}
        </li>
      ))}
    </ul>
  </section>
);

/** Cuts long schemas: the start of a list of 250 countries is enough. */
function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 150)} … }` : text;
}

/** Text with names of fields and values between back-ticks. */
const Words: FC<{ said: string }> = ({ said }) => (
  <>{said.split('`').map((part, place) => (place % 2 === 1 ? <code>{part}</code> : part))}</>
);

const Schema: FC<{ name: string; schema: unknown }> = ({ name, schema }) => (
  <details>
    <summary>{name}</summary>
    <pre>{JSON.stringify(schema, null, 2)}</pre>
  </details>
);
