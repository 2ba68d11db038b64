/** Shows the error of a field beside it. */
import { h } from '../dom.ts';

/** Shows or clears the error beside a field, and links it to the field for assistive technology. */
export function markField(control: HTMLInputElement, wrong: string | undefined): void {
  const id = `${control.id}-wrong`;
  const said = control.getRootNode() instanceof ShadowRoot ? control.parentElement?.querySelector(`#${id}`) : undefined;
  if (said?.textContent === wrong) return;
  said?.remove();
  const others = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one !== '' && one !== id);
  if (wrong === undefined) {
    control.removeAttribute('aria-invalid');
  } else {
    control.setAttribute('aria-invalid', 'true');
    others.push(id);
    const line = h('span', { class: 'wrong', id, part: 'error' }, wrong);
    if (control.type === 'checkbox') control.nextElementSibling?.prepend(line);
    else control.before(line);
  }
  if (others.length > 0) control.setAttribute('aria-describedby', others.join(' '));
  else control.removeAttribute('aria-describedby');
}
