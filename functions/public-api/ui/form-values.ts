/** Typed values, to show again in a form with errors. */

/** @returns the strings and ticked boxes among the fields of a body, by the names of the form (`organisation.name`) */
export function formValues(fields: unknown, prefix = ''): ReadonlyMap<string, string> {
  if (typeof fields !== 'object' || fields === null) return new Map();
  return new Map(
    Object.entries(fields).flatMap(([name, value]): [string, string][] => {
      if (typeof value === 'string') return [[`${prefix}${name}`, value]];
      if (typeof value === 'boolean') return value ? [[`${prefix}${name}`, 'true']] : [];
      return [...formValues(value, `${prefix}${name}.`)];
    }),
  );
}
