/** The parts of a letter: tabs in two rows, or collapsed into one line on narrow screens. */
import type { PageVisit } from '../guard.ts';
import { letterMenu, type MenuEntry, routeInLetter } from './menu.ts';

interface Tabs {
  readonly mayOpen: PageVisit['mayOpen'];
  readonly letter: { readonly slug: string; readonly title: string };
  readonly path: string;
  /** Open tasks, by the part of the letter where they are done. */
  readonly numbers: ReadonlyMap<string, string>;
}

export function LetterTabs({ mayOpen, letter, path, numbers }: Tabs) {
  const base = `/console/letters/${letter.slug}`;
  const isHere = ([part]: MenuEntry) => path === base + part || (part !== '' && path.startsWith(`${base}${part}/`));
  const shown = letterMenu.flatMap(([label, all]) => {
    const parts = all.filter(([part]) => mayOpen(routeInLetter(part)));
    return parts.length > 0 ? [{ label, parts, here: parts.find(isHere) }] : [];
  });
  const current = shown.find(({ here }) => here !== undefined);
  const second = current && current.parts.length > 1 ? current.parts : [];
  const links = (parts: readonly MenuEntry[]) =>
    parts.map((part) => (
      <a href={base + part[0]} aria-current={part === current?.here ? 'page' : undefined}>
        {part[1]}
        <TaskNumber of={numbers.get(part[0])} />
      </a>
    ));
  const sumOf = (parts: readonly MenuEntry[]) => {
    const found = parts.flatMap(([part]) => numbers.get(part) ?? []);
    const sum = found.reduce((total, one) => total + Number.parseInt(one, 10), 0);
    return sum === 0 ? undefined : `${sum}${found.some((one) => one.endsWith('+')) ? '+' : ''}`;
  };
  return (
    <>
      <p class="crumb">
        <bdi>{letter.title}</bdi>
      </p>
      <nav class="tabs wide" aria-label="Parts of the letter">
        {shown.map(({ label, parts, here }) => (
          <a href={base + (parts[0]?.[0] ?? '')} aria-current={here ? (parts.length > 1 ? 'true' : 'page') : undefined}>
            {label}
            <TaskNumber of={parts.length > 1 ? (here ? undefined : sumOf(parts)) : numbers.get(parts[0]?.[0] ?? '')} />
          </a>
        ))}
      </nav>
      {current && second.length > 0 ? (
        <nav class="tabs second wide" aria-label={current.label}>
          {links(second)}
        </nav>
      ) : null}
      <details class="menu card">
        <summary>
          {second.length > 0 && current?.here?.[1] !== current?.label
            ? `${current?.label}: ${current?.here?.[1]}`
            : (current?.label ?? 'Parts of the letter')}
        </summary>
        {shown.map(({ label, parts }) => (
          <nav aria-label={label}>
            {parts.length > 1 ? <span class="hint">{label}</span> : null}
            {links(parts)}
          </nav>
        ))}
      </details>
    </>
  );
}

/** The number of open tasks beside a tab. */
function TaskNumber({ of }: { of: string | undefined }) {
  return of === undefined ? null : (
    <>
      {' '}
      <span class="number">{of}</span>
      <span class="away"> to do</span>
    </>
  );
}
