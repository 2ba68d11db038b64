/** Hostile drawings: what is published is a PNG of known shapes, or nothing. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanLogo } from '../../functions/document/cleaning/clean-file.ts';
import { safeSvg } from '../../functions/document/cleaning/svg.ts';
import { svg } from '../fixtures/pictures.ts';

const box = { width: 320, height: 160 };
const dot = '<rect x="0" y="0" width="120" height="60" fill="#00aa00"/>';

async function whyNot(file: Buffer) {
  const clean = await cleanLogo(file, box);
  return clean.ok ? 'accepted' : clean.why;
}

async function centre(file: Buffer) {
  const clean = await cleanLogo(file, box);
  if (!clean.ok) throw new Error(clean.why);
  const { data, info } = await sharp(clean.file.bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * 4;
  return { size: clean.file.size, colour: [...data.subarray(at, at + 4)] };
}

const green = [0, 170, 0, 255];

describe('a drawing', () => {
  it.each([
    ['shapes', svg(dot)],
    [
      'a declaration, a document type and notes',
      Buffer.concat([
        Buffer.from(
          '\ufeff<?xml version="1.0"?><!-- a > b --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        ),
        svg(`<title>Logo</title><metadata><x/></metadata>${dot}`),
      ]),
    ],
    [
      'elements of a drawing program',
      svg(`<sodipodi:namedview pagecolor="#fff"><inkscape:grid/></sodipodi:namedview>${dot}`),
    ],
    [
      'classes',
      svg(
        '<style><![CDATA[.a{fill:#00aa00}.b{clip-path:url(#c)}]]></style><clipPath id="c"><rect width="120" height="60"/></clipPath><path class="a b" d="M0 0h120v60H0z"/>',
      ),
    ],
    [
      'a symbol that is used',
      svg(
        '<symbol id="s" viewBox="0 0 10 10" preserveAspectRatio="none"><path d="M0 0h10v10H0z" fill="#00aa00"/></symbol><use xlink:href="#s" width="120" height="60"/>',
      ),
    ],
    [
      'a gradient',
      svg(
        '<linearGradient id="g"><stop stop-color="#00aa00"/></linearGradient><rect width="120" height="60" fill="url(#g)"/>',
      ),
    ],
    ['its size only', svg(dot, 'width="120px" height="60"')],
  ])('with %s is drawn in the size of the box', async (_, file) => {
    expect(await centre(file)).toEqual({ size: { width: 320, height: 160 }, colour: green });
  });

  it('is drawn in our size, whatever size it says', async () => {
    const huge = svg(
      dot,
      'viewBox="0 0 120 60" width="900000000" height="900000000" style="width:90000px;height:90000px"',
    );
    expect(await centre(huge)).toEqual({ size: { width: 320, height: 160 }, colour: green });
  });
});

const lol = (levels: number) =>
  Array.from({ length: levels }, (_, level) => {
    const target = level === 0 ? '<path d="M0 0h1v1z"/>' : `<use href="#l${level - 1}"/>`.repeat(10);
    return `<g id="l${level}">${target}</g>`;
  }).join('');

describe('a drawing is refused', () => {
  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script with a prefix', '<svg:script>alert(1)</svg:script>'],
    ['a script in capital letters', '<SCRIPT>alert(1)</SCRIPT>'],
    ['an event attribute', '<rect width="1" height="1" onload="alert(1)"/>'],
    ['an event attribute in capital letters', '<rect width="1" height="1" ONCLICK="alert(1)"/>'],
    ['an event attribute with a prefix', '<rect width="1" height="1" ev:onclick="alert(1)"/>'],
    [
      'HTML',
      '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="https://evil.example"/></body></foreignObject>',
    ],
    ['an image', '<image href="https://evil.example/a.png"/>'],
    ['an image in a data address', '<image xlink:href="data:image/svg+xml;base64,PHN2Zy8+"/>'],
    ['a file of the machine', '<image href="file:///etc/passwd"/>'],
    ['a use of another file', '<use href="https://evil.example/a.svg#b"/>'],
    ['a use of another file beside it', '<use xlink:href="other.svg#b"/>'],
    ['a use of a data address', '<use href="data:image/svg+xml,x#b"/>'],
    ['a link', '<a href="javascript:alert(1)"><rect/></a>'],
    ['an animation', '<animate attributeName="href" to="javascript:alert(1)"/>'],
    ['a set', '<set attributeName="onload" to="alert(1)"/>'],
    ['text', '<text x="1" y="1">Aral</text>'],
    ['a filter', '<filter id="f"><feGaussianBlur stdDeviation="9999"/></filter>'],
    ['a fill from elsewhere', '<rect fill="url(https://evil.example/a.svg#b)"/>'],
    ['a fill from elsewhere, quoted', '<rect fill="url( \'//evil.example/a#b\')"/>'],
    ['a style from elsewhere', '<rect style="fill:url(data:image/png;base64,AA)"/>'],
    ['an escaped word in a style', '<rect style="fill:u\\72l(https://evil.example)"/>'],
    ['a comment within a word in a style', '<rect style="fill:ur/**/l(https://evil.example)"/>'],
    ['a style sheet that imports', '<style>@import "https://evil.example/a.css";</style>'],
    ['a style sheet that loads', '<style>.a{background:image-set("https://evil.example/a" 1x)}</style>'],
    ['a style sheet with a font', '<style>@font-face{font-family:x;src:url(https://evil.example/f)}</style>'],
    ['an encoded address', '<rect fill="u&#114;l(https://evil.example)"/>'],
    ['a reference for everything', '<style>*{mask:url(#m)}</style><mask id="m"><rect/></mask>'],
    ['an unknown entity', '<rect fill="&colour;"/>'],
    ['an element that is not closed', '<g>'],
    ['an attribute twice', '<rect x="1" x="2"/>'],
    ['an attribute without quotes', '<rect x=1/>'],
    ['a part within itself', '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'],
    ['ten thousand million uses', lol(10)],
    ['a thousand levels', '<g>'.repeat(1000) + '</g>'.repeat(1000)],
  ])('for %s', async (_, inside) => {
    expect(await whyNot(svg(inside + dot))).toBe('svg');
  });

  it.each([
    ['entities', '<!DOCTYPE svg [<!ENTITY x "y">]>'],
    ['entities from elsewhere', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['a thousand million laughs', `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(100)}">]>`],
  ])('for a document type with %s', async (_, type) => {
    expect(await whyNot(Buffer.concat([Buffer.from(type), svg(dot)]))).toBe('svg');
  });

  it('when something follows its end', async () => {
    expect(await whyNot(Buffer.concat([svg(dot), Buffer.from('<script/>')]))).toBe('svg');
    expect(await whyNot(Buffer.concat([svg(dot), Buffer.from('PK')]))).toBe('svg');
  });

  it('when it has no size, or is a line', async () => {
    for (const attributes of [
      '',
      'viewBox="0 0 0 0"',
      'viewBox="0 0 NaN 1"',
      'width="100%" height="100%"',
      'viewBox="0 0 5000 1"',
    ]) {
      expect(await whyNot(svg(dot, attributes))).toBe('dimensions');
    }
  });

  it('when it is not in UTF-8, or compressed', async () => {
    expect(await whyNot(Buffer.from(svg(dot).toString(), 'utf16le'))).toBe('type');
    const { gzipSync } = await import('node:zlib');
    expect(await whyNot(gzipSync(svg(dot)))).toBe('type');
  });

  it('without trouble when it is as long as it may be', async () => {
    const long = 'x'.repeat(1_000_000);
    expect(await whyNot(svg(`<!-- ${long} -->${dot}`))).toBe('accepted');
    expect(['accepted', 'svg']).toContain(await whyNot(svg(`<path d="${'M0 0h1 '.repeat(140_000)}"/>`)));
    expect(await whyNot(svg(`<rect ${'a="1" '.repeat(1).concat(long)}`))).toBe('svg');
    expect(await whyNot(Buffer.from(`<svg ${'<'.repeat(1_000_000)}`))).toBe('svg');
  });
});

it('leaves out what nobody sees, and dashes that would take hours', () => {
  const file = svg(
    '<path id="p" data-name="x" inkscape:label="y" unknown="z" d="M0 0h9e9" stroke="#000" stroke-dasharray="0.000001" style="stroke-dasharray:0.000001;fill:none"/>',
  );
  const safe = safeSvg(file, box);
  expect(safe).not.toMatch(/data-name|inkscape|unknown|dash/);
  expect(safe).toContain('fill:none');
});
