/**
 * Makes an SVG drawing safe to rasterise: only known shapes with known attributes are copied into a new drawing.
 * Metadata of drawing programs is dropped. Programs, text, pictures and references to anything outside are refused: the
 * drawing would look different without them.
 */
import { checkDimensions } from './read-image.ts';
import { Refused } from './refused.ts';
import { parseXml, writeXml, type XmlElement } from './xml.ts';

const shapes: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'style', 'clipPath', 'mask', 'linearGradient', 'radialGradient', 'stop'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
]);

/** Nothing that these hold is drawn. */
const leftOut: ReadonlySet<string> = new Set(['title', 'desc', 'metadata']);

const copied: ReadonlySet<string> = new Set([
  ...['id', 'class', 'style', 'transform', 'd', 'points', 'pathLength', 'viewBox', 'preserveAspectRatio', 'type'],
  ...['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'fr', 'width', 'height', 'offset'],
  ...['gradientUnits', 'gradientTransform', 'spreadMethod', 'clipPathUnits', 'maskUnits', 'maskContentUnits'],
  ...['fill', 'fill-opacity', 'fill-rule', 'color', 'opacity', 'stop-color', 'stop-opacity', 'clip-path', 'clip-rule'],
  ...['stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit'],
  ...['mask', 'mask-type', 'display', 'visibility', 'overflow', 'paint-order', 'vector-effect', 'color-interpolation'],
  ...['shape-rendering', 'enable-background'],
]);

/** Shapes in the drawing, each time that it is drawn. */
const maxDrawn = 20_000;

/**
 * @param box the largest width and height of the result
 * @returns a new drawing of the size in which it will be shown
 * @throws Refused (`type`) when it is no SVG, and (`svg`, `dimensions`) when it is not safe or has no size
 */
export function safeSvg(file: Buffer, box: { readonly width: number; readonly height: number }): string {
  const text = decode(file);
  if (!/<(?:\w+:)?svg[\s>/]/.test(text)) throw new Refused('type');
  const root = copy(parseXml(text));
  if (root?.name !== 'svg') throw new Refused('svg');
  if (drawnIn(root) > maxDrawn) throw new Refused('svg');
  return writeXml(fitted(root, box));
}

function decode(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    throw new Refused('type');
  }
}

/** @returns a copy with only the known parts; undefined when the element is left out */
function copy({ name, attributes, children, text }: XmlElement): XmlElement | undefined {
  // Elements with a prefix belong to the program that the drawing was made with.
  if (leftOut.has(name) || (name.includes(':') && !/^(svg|xhtml|html):/i.test(name))) return undefined;
  if (!shapes.has(name)) throw new Refused('svg');
  const kept = new Map<string, string>();
  for (const [key, value] of attributes) {
    if (/^(?:[\w-]+:)?on/i.test(key)) throw new Refused('svg');
    const isLink = key === 'href' || key === 'xlink:href';
    if (isLink && !/^#[\w.:-]+$/.test(value.trim())) throw new Refused('svg');
    if (isLink) kept.set('href', value.trim());
    else if (copied.has(key)) kept.set(key, safeValue(value));
  }
  return {
    name,
    attributes: kept,
    children: children.flatMap((child) => copy(child) ?? []),
    text: name === 'style' ? safeValue(text) : '',
  };
}

/**
 * Values of attributes and whole style sheets. Escapes could hide a word, and rules with `@` load or animate.
 *
 * @throws Refused when it refers to anything but a part of the drawing
 */
function safeValue(value: string): string {
  const plain = value.replace(/\/\*[\s\S]*?\*\//g, '');
  const elsewhere = /url\s*\((?!\s*(["']?)#[\w.:-]+\1\s*\))/i;
  if (elsewhere.test(plain) || /[\\@]|expression|(?:java|vb)script:|data:|image-set|src\s*\(/i.test(plain)) {
    throw new Refused('svg');
  }
  // Dashes that are tiny beside a long line keep the rasteriser busy for hours. The size is ours.
  return plain.replace(/(?<![\w-])(?:stroke-dash[\w-]*|width|height)\s*:[^;}]*;?/gi, '');
}

/**
 * A reference draws a part again, and that part may hold references: ten levels of ten are ten thousand million.
 *
 * @returns the number of elements that are drawn
 * @throws Refused when a part is within itself
 */
function drawnIn(root: XmlElement): number {
  const byId = new Map<string, XmlElement>();
  const inOrder: XmlElement[] = [];
  const collect = (element: XmlElement) => {
    const id = element.attributes.get('id');
    if (id !== undefined) byId.set(id, element);
    inOrder.push(element);
    element.children.forEach(collect);
  };
  collect(root);
  const styles = inOrder.filter(({ name }) => name === 'style').flatMap(({ text }) => referencesOfClasses(text));
  const sums = new Map<XmlElement, number | 'open'>();
  const count = (element: XmlElement): number => {
    const known = sums.get(element);
    if (known === 'open') throw new Refused('svg');
    if (known !== undefined) return known;
    sums.set(element, 'open');
    const own = [...element.attributes.values()].flatMap(referencesIn);
    const classes = (element.attributes.get('class') ?? '').split(/\s+/);
    const classed = styles.flatMap(({ selector, ids }) => (classes.includes(selector) ? ids : []));
    let sum = 1;
    for (const child of element.children) sum += count(child);
    for (const id of new Set([...own, ...classed])) {
      const part = byId.get(id);
      if (part) sum += count(part);
      if (sum > maxDrawn) break;
    }
    sums.set(element, sum);
    return sum;
  };
  return count(root);
}

/** @throws Refused when a rule with a reference is for more than some classes */
function referencesOfClasses(style: string): { selector: string; ids: string[] }[] {
  return style.split('}').flatMap((rule) => {
    const [selectors = '', ...body] = rule.split('{');
    const ids = referencesIn(body.join('{'));
    if (ids.length === 0) return [];
    const names = selectors.split(',').map((selector) => /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1]);
    return names.map((selector) => {
      if (selector === undefined) throw new Refused('svg');
      return { selector, ids };
    });
  });
}

function referencesIn(value: string): string[] {
  if (value.startsWith('#')) return [value.slice(1)];
  return [...value.matchAll(/url\s*\(\s*["']?#([\w.:-]+)/gi)].map(([, id = '']) => id);
}

/** @returns the drawing in the size in which it is shown, so that the rasteriser needs no other size */
function fitted(root: XmlElement, box: { readonly width: number; readonly height: number }): XmlElement {
  const view = viewOf(root);
  checkDimensions({ width: 1000, height: (1000 * view.height) / view.width });
  const scale = Math.min(box.width / view.width, box.height / view.height);
  const attributes = new Map(root.attributes);
  for (const name of ['x', 'y', 'transform', 'overflow']) attributes.delete(name);
  attributes.set('viewBox', `${view.x} ${view.y} ${view.width} ${view.height}`);
  attributes.set('width', String(Math.max(1, Math.round(view.width * scale))));
  attributes.set('height', String(Math.max(1, Math.round(view.height * scale))));
  return { ...root, attributes: new Map([['xmlns', 'http://www.w3.org/2000/svg'], ...attributes]) };
}

function viewOf({ attributes }: XmlElement): { x: number; y: number; width: number; height: number } {
  const [x, y, width, height] = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const view = { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 };
  if (Object.values(view).every(Number.isFinite) && view.width > 0 && view.height > 0) return view;
  const length = (name: string) =>
    Number(/^\s*([\d.]+)\s*(?:px|pt|pc|mm|cm|in)?\s*$/.exec(attributes.get(name) ?? '')?.[1]);
  const [w, h] = [length('width'), length('height')];
  if (!(w > 0 && h > 0)) throw new Refused('dimensions');
  return { x: 0, y: 0, width: w, height: h };
}
