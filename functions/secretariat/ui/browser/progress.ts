/** A bulk action goes on while its page is open: the form that does the next part is sent again and again. */
export function startProgress(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-advance]');
  if (form) setTimeout(() => form.requestSubmit(), 400);
}
