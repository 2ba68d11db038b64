/** Adds a copy button to code snippets. */
export function startCopy(): void {
  for (const lines of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    button.textContent = 'Copy';
    const label = lines.dataset['copy'];
    button.id = `${lines.id}-copy`;
    if (label) button.setAttribute('aria-labelledby', `${button.id} ${label}`);
    const said = document.createElement('span');
    said.setAttribute('role', 'status');
    said.className = 'soft';
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(lines.textContent ?? '');
        said.textContent = ' Copied.';
      } catch {
        getSelection()?.selectAllChildren(lines);
        said.textContent = ' Selected: copy it with your keyboard.';
      }
    });
    lines.after(button, said);
  }
}
