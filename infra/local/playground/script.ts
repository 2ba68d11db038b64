/** Browser script of the playground: requests the page again with the new choices, and takes over the changed parts. */
import { createHash } from 'node:crypto';

export const script = `
const form = document.querySelector('#choose');
const said = document.querySelector('#said');
const snippet = document.querySelector('#snippet');
const copy = document.querySelector('#copy');
const pause = 150;
let turn = 0;

const fit = () => {
  snippet.style.height = 0;
  snippet.style.height = snippet.scrollHeight + 2 + 'px';
};
const update = async () => {
  const mine = ++turn;
  await new Promise((done) => setTimeout(done, pause));
  if (mine !== turn) return;
  const address = '?' + new URLSearchParams(new FormData(form));
  const text = await (await fetch(address)).text();
  if (mine !== turn) return;
  history.replaceState(null, '', address);
  const fresh = new DOMParser().parseFromString(text, 'text/html');
  for (const id of ['partner', 'where', 'contrast']) {
    document.getElementById(id).replaceChildren(...fresh.getElementById(id).childNodes);
  }
  for (const field of form.querySelectorAll('[type=color],[type=hidden]')) {
    field.value = fresh.querySelector('[name=' + field.name + ']').value;
  }
  snippet.value = fresh.querySelector('#snippet').value;
  fit();
  said.textContent = '';
  const [shown, next] = [document, fresh].map((page) => page.querySelector('#live').firstElementChild);
  if (shown.localName !== next.localName) return shown.replaceWith(next);
  shown.replaceChildren(...next.childNodes);
  // Typed text stays.
  for (const name of ['letter', 'partner', 'lang', 'style']) {
    const value = next.getAttribute(name);
    if (value === null) shown.removeAttribute(name);
    else if (value !== shown.getAttribute(name)) shown.setAttribute(name, value);
  }
};
form.addEventListener('input', update);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  update();
});
copy.addEventListener('click', async () => {
  snippet.select();
  try {
    await navigator.clipboard.writeText(snippet.value);
    said.textContent = 'Copied.';
  } catch {
    said.textContent = 'It is selected: copy it with the keys that you use for that.';
  }
});
copy.hidden = false;
document.querySelector('#show').hidden = true;
fit();
`;

export const scriptHash = `sha256-${createHash('sha256').update(script).digest('base64')}`;
