/** Tables and notes for people who read a terminal. */

/** Prints a heading and an explanation. */
export function heading(title: string, ...lines: readonly string[]): void {
  console.log(`\n${title}\n${'='.repeat(title.length)}`);
  for (const line of lines) console.log(line);
  console.log();
}

/** Prints rows in columns. The first column and columns of words are aligned to the left, numbers to the right. */
export function printTable(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const cells = rows.map((row) => row.map(String));
  const isNumeric = columns.map((_, index) =>
    rows.every((row) => /^[\d.,+−–×-]*( (ms|µs|kB|B))?$/.test(String(row[index]))),
  );
  const widths = columns.map((name, index) => Math.max(name.length, ...cells.map((row) => row[index]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return index > 0 && isNumeric[index] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  console.log(line(columns));
  console.log(widths.map((width) => '-'.repeat(width)).join('  '));
  for (const row of cells) console.log(line(row));
}

/** @returns milliseconds as people read them */
export function duration(ms: number): string {
  return ms >= 1 ? `${ms.toFixed(ms >= 100 ? 0 : 2)} ms` : `${(ms * 1000).toFixed(0)} µs`;
}
