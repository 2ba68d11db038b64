/** Cleans text that is pasted from Word, Google Docs and web pages: bold, italics, lists and links stay. */

const notText = 'style,script,meta,link,title,xml,head>*,template,img,svg,object,iframe,input,button';

/** @returns the HTML without styles, with the looks that styles gave as elements, and with Word's lists as lists */
export function cleanPasted(html: string): string {
  const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  for (const one of body.querySelectorAll(notText)) one.remove();
  makeLists(body);
  for (const one of [...body.querySelectorAll<HTMLElement>('[data-look]')].toReversed()) applyLook(one);
  for (const one of body.querySelectorAll('*')) {
    if (one.tagName.includes(':')) one.replaceWith(...one.childNodes);
    else for (const { name } of [...one.attributes]) if (name !== 'href' && name !== 'start') one.removeAttribute(name);
  }
  return body.innerHTML;
}

/** As text, since a `style` in a parsed document would break the content security policy of the page. */
function withoutStyles(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->|<!\[[\s\S]*?\]>/g, '')
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)/gi, (_, value: string) => ` data-look="${lookOf(value)}"`);
}

function lookOf(style: string): string {
  const weight = /(?:^|[;"'])\s*font-weight\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  const slant = /(?:^|[;"'])\s*font-style\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  return [
    ...(weight === undefined ? [] : [/^(bold|bolder|[6-9]00)$/.test(weight) ? 'bold' : 'not-bold']),
    ...(slant === undefined ? [] : [/^(italic|oblique)$/.test(slant) ? 'italic' : 'not-italic']),
    ...(/mso-list\s*:\s*ignore/i.test(style) ? ['marker'] : []),
  ].join(' ');
}

function applyLook(one: HTMLElement): void {
  const looks = one.dataset['look']?.split(' ') ?? [];
  const isBlock = /^(P|H[1-6]|LI|UL|OL|DIV|TABLE|T[BDHR]\w*|BLOCKQUOTE)$/.test(one.tagName);
  if (isBlock) return;
  // Google Docs wraps everything in a `b` that is not bold.
  const undone =
    (one.tagName === 'B' && looks.includes('not-bold')) || (one.tagName === 'I' && looks.includes('not-italic'));
  const names = [...(looks.includes('bold') ? ['strong'] : []), ...(looks.includes('italic') ? ['em'] : [])];
  for (const name of names) {
    const around = document.createElement(name);
    around.append(...one.childNodes);
    one.append(around);
  }
  if (undone) one.replaceWith(...one.childNodes);
}

/** Word writes a list as paragraphs, each with its bullet or number in a span that other programs ignore. */
function makeLists(body: HTMLElement): void {
  let list: HTMLElement | undefined;
  for (const line of [...body.querySelectorAll<HTMLElement>('p')]) {
    const marker = line.querySelector<HTMLElement>('[data-look~="marker"]');
    if (!marker) continue;
    const [, number] = /^\s*(\d{1,9})[.)]/.exec(marker.textContent) ?? [];
    const name = number === undefined ? 'UL' : 'OL';
    if (!list || line.previousElementSibling !== list || list.tagName !== name) {
      list = document.createElement(name);
      if (number !== undefined) list.setAttribute('start', number);
      line.before(list);
    }
    marker.remove();
    const item = document.createElement('li');
    list.append(item);
    item.append(line);
  }
}
