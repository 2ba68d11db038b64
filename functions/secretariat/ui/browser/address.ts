/** Proposes the address of a new letter while its title is typed, until somebody types an address. */
import { postForm } from './post-form.ts';

const pause = 350;

export function startAddress(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-address]');
  const at = form?.dataset['address'];
  const field = form?.querySelector<HTMLInputElement>('input[name="slug"]');
  if (!form || !at || !field) return;
  let isOurs = field.value === '';
  field.addEventListener('input', () => {
    isOurs = field.value === '';
  });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  form.addEventListener('input', ({ target }) => {
    const isAbout = target instanceof HTMLElement && ['title', 'language'].includes(target.getAttribute('name') ?? '');
    if (!isOurs || !isAbout) return;
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      asked += 1;
      const mine = asked;
      const slug = await postForm(at, form, ['_csrf', 'title', 'language']);
      if (slug !== undefined && mine === asked && isOurs) field.value = slug;
    }, pause);
  });
}
