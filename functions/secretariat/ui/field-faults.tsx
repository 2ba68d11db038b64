/** The errors of a form, shown above it. */

import type * as z from 'zod';
import { fieldErrors } from '../../../shared/platform/http/problem.ts';

export function Faults({ error }: { error: z.ZodError | undefined }) {
  if (!error) return null;
  return (
    <div class="alert" role="alert">
      <h2>Nothing was saved</h2>
      <ul>
        {fieldErrors(error).map(({ pointer, detail }) => (
          <li>
            {decodeURIComponent(pointer.slice('#/'.length))}: {detail}
          </li>
        ))}
      </ul>
    </div>
  );
}
