/** Updates the sentence of the privacy notice while the number of days is typed. */
export function startRetention(): void {
  for (const sentence of document.querySelectorAll<HTMLElement>('[data-days]')) {
    const field = document.querySelector<HTMLInputElement>(`input[name="${sentence.dataset['days']}"]`);
    const [deleted, kept] = sentence.querySelectorAll<HTMLElement>('span');
    const shown = sentence.querySelector('output');
    if (!field || !deleted || !kept || !shown) continue;
    const update = () => {
      shown.textContent = field.value;
      deleted.hidden = field.value === '';
      kept.hidden = field.value !== '';
    };
    field.addEventListener('input', update);
    update();
  }
}
