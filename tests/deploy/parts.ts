/** The parts of the run in their order, and the selection of those that were requested. */

/** Each part, with the parts that it depends on: they run as well. */
const needs = {
  templates: [],
  undecided: [],
  upgrade: [],
  acceptance: [],
  mail: ['acceptance'],
  console: ['acceptance'],
  'mailer-killed': [],
  'ses-throttles': [],
  delivery: ['acceptance'],
  doctor: ['acceptance'],
  backup: ['acceptance'],
  described: [],
  'ses-refuses': [],
  'relay-throws': [],
  'table-puts-off': [],
  'transactions-conflict': [],
  poison: [],
  // Examines the calls that all of these make.
  privileges: ['templates', 'acceptance', 'mail', 'console', 'delivery', 'backup', 'poison'],
  destroy: ['acceptance'],
} as const;

export type Part = keyof typeof needs;

const isPart = (name: string): name is Part => Object.hasOwn(needs, name);

/**
 * @param asked names from the command line; none means all
 * @returns the parts to run
 * @throws when there is no part of that name
 */
export function partsFor(asked: readonly string[]): ReadonlySet<Part> {
  const all = Object.keys(needs).filter(isPart);
  const chosen = asked.map((name) => {
    if (isPart(name)) return name;
    throw new Error(`There is no part "${name}": name some of ${all.join(', ')}.`);
  });
  return new Set(chosen.length === 0 ? all : chosen.flatMap((name) => [name, ...needs[name]]));
}
