/** Continues a bulk action while its page is open, by submitting the form for the next part again and again. */
export function startProgress(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-advance]');
  if (form) setTimeout(() => form.requestSubmit(), 400);
}
