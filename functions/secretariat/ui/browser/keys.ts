/**
 * Keyboard shortcuts for the review queue. They work only while the focus is inside the queue, so that speech input or
 * a slip cannot decide anything (WCAG 2.1.4). `data-key` names the key of a button, a link or a field.
 */
export function startKeys(): void {
  const queue = document.querySelector<HTMLElement>('[data-keys]');
  if (!queue) return;
  queue.focus();
  queue.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const wanted = [...queue.querySelectorAll<HTMLElement>('[data-key]')].find(
      ({ dataset }) => dataset['key'] === event.key.toLowerCase(),
    );
    if (!wanted) return;
    event.preventDefault();
    if (wanted instanceof HTMLInputElement) wanted.focus();
    else wanted.click();
  });
  // Ignores a second press, which would decide on the next signature.
  queue.addEventListener('submit', (event) => {
    if (queue.dataset['sent']) event.preventDefault();
    queue.dataset['sent'] = 'yes';
  });
  // Shown again from the browser's cache: then it may be sent again.
  addEventListener('pageshow', () => delete queue.dataset['sent']);
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !['checkbox', 'radio', 'submit', 'button'].includes(target.type));
