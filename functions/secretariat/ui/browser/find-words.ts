/** Shows only the strings that contain the typed text. Without scripts, people can use the browser's search. */
export function startFindWords(): void {
  const field = document.querySelector<HTMLInputElement>('input[data-find]');
  const found = document.querySelector<HTMLElement>('[data-found]');
  const words = [...document.querySelectorAll<HTMLElement>('[data-word]')];
  if (!field || !found) return;
  const box = field.closest<HTMLElement>('.field');
  if (box) box.hidden = false;
  field.addEventListener('input', () => {
    const wanted = field.value.trim().toLowerCase();
    let number = 0;
    for (const word of words) {
      const typed = word.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')?.value ?? '';
      const fits = `${word.textContent} ${typed}`.toLowerCase().includes(wanted);
      word.hidden = !fits;
      if (fits) number += 1;
    }
    for (const group of document.querySelectorAll<HTMLDetailsElement>('details[data-words]')) {
      const any = [...group.querySelectorAll<HTMLElement>('[data-word]')].some((word) => !word.hidden);
      group.hidden = !any;
      if (wanted !== '' && any) group.open = true;
    }
    found.textContent = wanted === '' ? '' : `${number} found`;
  });
}
