/** The parts of a letter: tabs in two rows, or collapsed into one line on narrow screens. */
import type { Permission } from '../../../shared/member/role.ts';
import type { PageVisit } from '../guard.ts';

type Part = readonly [path: string, label: string, permission: Permission];

/** Each with the permission to see it. */
const groups: readonly (readonly [label: string, parts: readonly Part[]])[] = [
  ['Overview', [['', 'Overview', 'letter.read']]],
  [
    'Signatures',
    [
      ['/signatures', 'All signatures', 'signature.read'],
      ['/review', 'Review', 'signature.decide'],
      ['/signals', 'Signals', 'signature.decide'],
      ['/disputes', '“We did not sign”', 'signature.decide'],
      ['/bulk', 'Bulk actions', 'signature.decide'],
      ['/import', 'Import', 'signature.import'],
      ['/export', 'Export', 'signature.export'],
    ],
  ],
  ['Figures', [['/figures', 'Figures', 'figures.read']]],
  [
    'Letter',
    [
      ['/text', 'Text', 'letter.write'],
      ['/translations', 'Translations', 'letter.write'],
      ['/words', 'Own words', 'letter.write'],
    ],
  ],
  ['Partners', [['/partners', 'Partners', 'partner.read']]],
  [
    'Settings',
    [
      ['/settings', 'Settings', 'letter.write'],
      ['/pauses', 'Switches', 'pause.write'],
      ['/audit', 'Audit trail', 'audit.read'],
    ],
  ],
];

interface Tabs {
  readonly may: PageVisit['may'];
  readonly letter: { readonly slug: string; readonly title: string };
  readonly path: string;
}

export function LetterTabs({ may, letter, path }: Tabs) {
  const base = `/console/letters/${letter.slug}`;
  const isHere = ([part]: Part) => path === base + part || (part !== '' && path.startsWith(`${base}${part}/`));
  const shown = groups.flatMap(([label, all]) => {
    const parts = all.filter(([, , needed]) => may(needed));
    return parts.length > 0 ? [{ label, parts, here: parts.find(isHere) }] : [];
  });
  const current = shown.find(({ here }) => here !== undefined);
  const second = current && current.parts.length > 1 ? current.parts : [];
  const links = (parts: readonly Part[]) =>
    parts.map((part) => (
      <a href={base + part[0]} aria-current={part === current?.here ? 'page' : undefined}>
        {part[1]}
      </a>
    ));
  return (
    <>
      <p class="crumb">
        <bdi>{letter.title}</bdi>
      </p>
      <nav class="tabs wide" aria-label="Parts of the letter">
        {shown.map(({ label, parts, here }) => (
          <a href={base + (parts[0]?.[0] ?? '')} aria-current={here ? (parts.length > 1 ? 'true' : 'page') : undefined}>
            {label}
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
          {second.length > 0 ? `${current?.label}: ${current?.here?.[1]}` : (current?.label ?? 'Parts of the letter')}
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
