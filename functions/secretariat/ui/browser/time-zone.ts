/** Puts the browser's own time zone first, and chooses it for a letter that has none yet. */
export function startTimeZone(): void {
  const select = document.querySelector<HTMLSelectElement>('select[data-zone]');
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const likely = select?.querySelector('optgroup');
  if (!select || !likely) return;
  const option = [...select.options].find(({ value }) => value === own);
  if (!option) return;
  if (option.parentElement !== likely) {
    const copy = new Option(option.text, option.value);
    likely.prepend(copy);
  } else {
    likely.prepend(option);
  }
  if (select.dataset['zone'] === 'open') select.value = own;
}
