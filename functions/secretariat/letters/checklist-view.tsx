/** The steps of a draft, on each page where one of them is done. */
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import { stepsOf } from './checklist.ts';

export const Checklist: FC<{ letter: Letter; now: Date; here?: 'text' | 'settings' | 'preview' }> = ({
  letter,
  now,
  here,
}) => {
  if (letter.state !== 'draft') return null;
  const steps = stepsOf(letter, now);
  const base = `/console/letters/${letter.slug}`;
  const isReady = steps.every(({ left }) => left === undefined);
  return (
    <nav class="card" aria-label="Steps to open the letter">
      <ol class="steps">
        {steps.map(({ name, part, left }) => (
          <li>
            <a href={`${base}/${part}`} aria-current={part.split('#', 1)[0] === here ? 'step' : undefined}>
              {name}
            </a>{' '}
            <span class={left === undefined ? 'mark good' : 'mark'}>{left === undefined ? 'done' : 'to do'}</span>
          </li>
        ))}
        <li>
          <a href={`${base}#open`}>Open</a>{' '}
          <span class={isReady ? 'mark good' : 'mark'}>{isReady ? 'ready' : 'not yet'}</span>
        </li>
      </ol>
    </nav>
  );
};
