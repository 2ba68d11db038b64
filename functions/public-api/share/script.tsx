/**
 * The script of the share section: shows the buttons that only a script can offer, the device's share sheet and the
 * copy of the link. Without it, the links and the address to copy remain.
 */
import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';

const script = `(() => {
const { title, text, url } = document.currentScript.dataset;
const find = (name) => document.querySelector('[data-share=' + name + ']');
const sheet = find('sheet'), copy = find('copy'), said = find('said'), address = find('address');
if (navigator.share && sheet) {
sheet.hidden = false;
sheet.onclick = () => navigator.share({ title, text, url }).catch(() => {});
}
if (navigator.clipboard && copy) {
copy.hidden = false;
copy.onclick = () => navigator.clipboard.writeText(url).then(() => { said.textContent = said.dataset.says; }, () => address.select());
}
if (address) address.onfocus = () => address.select();
})()`;

/** For the content security policy of a page with the section. */
export const shareScriptHash = `sha256-${createHash('sha256').update(script).digest('base64')}`;

export const ShareScript: FC<{ title: string; text: string; url: string }> = ({ title, text, url }) => (
  <script data-title={title} data-text={text} data-url={url}>
    {raw(script)}
  </script>
);
