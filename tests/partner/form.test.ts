/** The hosted form in a frame, plain forms on partner sites, and oEmbed. */
import { beforeAll, describe, expect, it } from 'vitest';
import { registerPartner } from '../fixtures/partners.ts';
import { recordsOf } from '../fixtures/records.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, publicUrl, type World } from '../fixtures/world.ts';

const radio = 'https://valley-radio.example';
let world: World;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await registerPartner(world, 'valley-radio', { origins: [radio, 'https://www.valley-radio.example'] });
  await registerPartner(world, 'choir');
});

const page = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await world.app.request(path, { headers: { accept: 'text/html', ...headers } });
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
};
const ancestors = ({ headers }: { headers: Headers }) =>
  /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1];

describe('a frame', () => {
  it.each(['/clean-air/form', '/clean-air/sent'])(
    'with %s is only allowed to the sites of the partner',
    async (path) => {
      const framed = await page(`${path}?partner=valley-radio`);
      expect(framed.status).toBe(200);
      expect(ancestors(framed)).toBe(`'self' ${radio} https://www.valley-radio.example`);
      expect(framed.headers.get('x-frame-options')).toBeNull();
      // Only our own scripts, and only where the element is.
      const isForm = path.endsWith('/form');
      const policy = framed.headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(
        isForm ? /script-src 'sha256-[^ ]+' 'self'; connect-src 'self';/ : /script-src 'sha256-[^ ]+';/,
      );
      const alone = await page(path);
      expect(ancestors(alone)).toBe("'self'");
      const scripts = alone.html.match(/<script[^>]*>/g) ?? [];
      expect(scripts).toEqual(isForm ? ['<script type="module" src="/embed/v1.js">'] : []);
    },
  );

  it('is never allowed for other pages, whatever the request', async () => {
    for (const path of ['/clean-air', '/confirm', '/clean-air/privacy', '/clean-air/signatories', '/manage']) {
      expect(ancestors(await page(`${path}?partner=valley-radio`)), path).toBe("'none'");
    }
  });

  it('for an unknown partner shows what to do', async () => {
    const refused = await page('/clean-air/form?partner=nobody');
    expect(refused.status).toBe(422);
    expect(ancestors(refused)).toBe("'self'");
    expect(refused.html).toContain('npm run partner -- add');
  });

  it('asks whether the partner may write, unticked; no other form does', async () => {
    const [box] =
      /<input[^>]*name="consents\.partner"[^>]*>/.exec((await page('/clean-air/form?partner=choir')).html) ?? [];
    expect(box).toBeDefined();
    expect(box).not.toContain('checked');
    expect((await page('/clean-air/form')).html).not.toContain('consents.partner');
  });

  it("carries the reader's source: the page without its query, and the campaign", async () => {
    const { html } = await page('/clean-air/form?partner=valley-radio&utm_source=mail&utm_campaign=%3Cspring%3E', {
      referer: `${radio}/news/1?member=7`,
    });
    expect(html).toContain('name="partner" value="valley-radio"');
    expect(html).toContain(`name="source.page" value="${radio}/news/1"`);
    expect(html).toContain('name="source.utm.source" value="mail"');
    expect(html).toContain('name="source.utm.campaign" value="&lt;spring&gt;"');
    expect(html).not.toContain('member');
    const other = await page('/clean-air/form?partner=valley-radio', { referer: 'https://choir.example/x' });
    expect(other.html).not.toContain('source.page');
  });
});

const person = {
  kind: 'individual',
  'signatory.name': 'Someone Plain',
  'signatory.email': 'someone@mail.example',
  'consents.publication': 'true',
};
const post = async (fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const answer = await world.app.request('/v1/letters/clean-air/signatures', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ ...person, ...fields }).toString(),
  });
  return {
    status: answer.status,
    next: answer.headers.get('location'),
    headers: answer.headers,
    html: await answer.text(),
  };
};

describe('a plain form', () => {
  const thanks = `${radio}/thanks?from=letter`;

  it('of a partner leads back to the partner’s site', async () => {
    const sent = await post({ partner: 'valley-radio', redirect: thanks }, { origin: radio });
    expect(sent).toMatchObject({ status: 303, next: thanks });
    expect((await recordsOf(world.store)).at(-1)).toMatchObject({ partner: 'valley-radio' });
  });

  it.each([
    ['a site of nobody', { partner: 'valley-radio', redirect: 'https://stranger.example/' }],
    ['another partner', { partner: 'valley-radio', redirect: 'https://choir.example/' }],
    ['a page of the same name elsewhere', { partner: 'valley-radio', redirect: `${radio}.stranger.example/` }],
    ['the partner in another way', { partner: 'valley-radio', redirect: 'http://valley-radio.example/' }],
  ])('leads to our page instead of %s', async (_, fields) => {
    expect(await post(fields, { origin: radio })).toMatchObject({
      status: 303,
      next: '/clean-air/sent?partner=valley-radio',
    });
  });

  it('without a partner leads nowhere else', async () => {
    expect((await post({ redirect: thanks })).next).toBe('/clean-air/sent');
  });

  it.each([
    ['no Origin and no Referer', {}],
    ['an Origin that is null', { origin: 'null' }],
  ])('with %s, as privacy tools leave it, is accepted', async (_, headers) => {
    expect((await post({ partner: 'valley-radio', redirect: thanks }, headers)).next).toBe(thanks);
  });

  it('from an unregistered site returns on our page, with all input', async () => {
    const before = (await recordsOf(world.store)).length;
    const refused = await post({ partner: 'valley-radio' }, { origin: 'https://stranger.example' });
    expect(refused.status).toBe(403);
    expect(refused.html).toContain('is not registered for the letter');
    expect(refused.html).toContain('value="Someone Plain"');
    expect(await recordsOf(world.store)).toHaveLength(before);
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    expect((await post({ partner: 'valley-radio' }, { origin: publicUrl })).status).toBe(303);
  });

  it('with an unknown partner returns without it, and can then be sent', async () => {
    const refused = await post({ partner: 'nobody' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="Someone Plain"');
    expect(refused.html).not.toContain('value="nobody"');
  });

  it('with errors keeps its partner, and may still lead back', async () => {
    const refused = await post(
      { partner: 'valley-radio', redirect: thanks, 'signatory.email': 'x' },
      { origin: radio },
    );
    expect(refused.html).toContain('name="partner" value="valley-radio"');
    expect(refused.html).toContain(`name="redirect" value="${thanks}"`);
    expect(refused.headers.get('content-security-policy')).toContain(`form-action 'self' ${radio} `);
  });
});

describe('oEmbed', () => {
  const oembed = async (query: Record<string, string>) => {
    const answer = await world.app.request(`/oembed?${new URLSearchParams(query)}`);
    const body: unknown = await answer.json();
    return { status: answer.status, body };
  };

  it('is found from the letter page', async () => {
    const { html } = await page('/clean-air?partner=valley-radio');
    const [, href = ''] = /type="application\/json\+oembed" href="([^"]+)"/.exec(html) ?? [];
    const path = href.replaceAll('&amp;', '&').slice(publicUrl.length);
    expect(await world.json(path)).toMatchObject({ html: expect.stringContaining('form?partner=valley-radio') });
    expect((await page('/clean-air?partner="><script>')).html).not.toContain('"><script>');
  });

  it('gives the form of a partner in a frame, as large as there is room', async () => {
    const url = `${publicUrl}/clean-air?partner=valley-radio`;
    expect((await oembed({ url, format: 'json', maxwidth: '400', maxheight: '700' })).body).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: 'Clean air for the harbour district',
      provider_url: publicUrl,
      width: 400,
      height: 700,
      html: expect.stringMatching(
        /^<iframe src="https:\/\/sign\.example\.org\/clean-air\/form\?partner=valley-radio&amp;lang=en" title="[^"]+" width="400" height="700"/,
      ),
    });
  });

  it('gives a link and the badge when no partner is named, as no frame would be shown', async () => {
    const { body } = await oembed({ url: `${publicUrl}/clean-air` });
    expect(JSON.stringify(body)).toContain('/clean-air/badge.svg');
    expect(JSON.stringify(body)).not.toContain('iframe');
  });

  it.each([
    ['another site', { url: 'https://stranger.example/clean-air' }, 404],
    ['no such letter', { url: `${publicUrl}/no-such-letter` }, 404],
    ['nothing', {}, 400],
    ['no address', { url: 'clean-air' }, 400],
    ['a width that is none', { url: `${publicUrl}/clean-air`, maxwidth: '-1' }, 400],
    ['XML', { url: `${publicUrl}/clean-air`, format: 'xml' }, 501],
  ])('requested for %s says so', async (_, query, status) => {
    expect((await oembed({ ...query })).status).toBe(status);
  });
});
