/** Updates the preview during typing. The server compiles it, as it does when the letter is saved. */
import { postForm } from './post-form.ts';

const pause = 350;

export function startPreview(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-preview]');
  const shown = document.querySelector<HTMLElement>('#preview');
  const address = form?.dataset['preview'];
  if (!form || !shown || !address) return;
  const button = form.querySelector<HTMLButtonElement>('button[name="do"][value="preview"]');
  if (button) button.hidden = true;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      asked += 1;
      const mine = asked;
      const preview = await postForm(address, form);
      // A slow answer does not replace a newer one.
      if (preview !== undefined && mine === asked) shown.innerHTML = preview;
      if (preview === undefined && button) button.hidden = false;
    }, pause);
  });
}
