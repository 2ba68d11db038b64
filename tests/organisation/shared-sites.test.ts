import { describe, expect, it } from 'vitest';
import { domainOfKey } from '../../shared/organisation/domain-of-key.ts';
import { organisationKey } from '../../shared/organisation/key.ts';
import { pageForms, sharedHosts } from '../../shared/organisation/shared-sites.ts';

const keyOf = (website: string, name = 'Helpers') =>
  organisationKey({ name, website: `https://${website}`, country: 'KZ' });
const byName = 'name:KZ:helpers';

describe('on a shared site', () => {
  it.each([
    ['facebook.com/profile.php?id=1000641', 'facebook.com/profile.php?id=1000642'],
    ['facebook.com/people/Helpers/6155', 'facebook.com/people/Helpers/6156'],
    ['facebook.com/groups/101', 'facebook.com/groups/102'],
    ['facebook.com/groups/helpers', 'facebook.com/helpers'],
    ['t.me/s/one', 't.me/s/two'],
    ['t.me/+AbCd', 't.me/+abcd'],
    ['groups.google.com/g/one', 'groups.google.com/g/two'],
    ['docs.google.com/document/d/1aB/edit', 'docs.google.com/document/d/1aC/edit'],
    ['docs.google.com/forms/d/e/1F/viewform', 'docs.google.com/forms/d/e/1G/viewform'],
    ['docs.google.com/document/d/1aB', 'docs.google.com/spreadsheets/d/1aB'],
    ['drive.google.com/drive/folders/1', 'drive.google.com/drive/folders/2'],
    ['drive.google.com/open?id=1', 'drive.google.com/open?id=2'],
    ['sites.google.com/view/one', 'sites.google.com/view/two'],
    ['ok.ru/group/1', 'ok.ru/group/2'],
    ['ok.ru/group/1', 'ok.ru/profile/1'],
    ['vk.com/club1', 'vk.com/club2'],
    ['youtube.com/channel/UCa', 'youtube.com/channel/UCA'],
    ['youtube.com/@one', 'youtube.com/@two'],
    ['linkedin.com/company/one', 'linkedin.com/in/one'],
    ['linkedin.com/groups/1', 'linkedin.com/groups/2'],
    ['one.wordpress.com', 'two.wordpress.com'],
    ['one.weebly.com', 'two.weebly.com'],
    ['user.wixsite.com/one', 'user.wixsite.com/two'],
    ['one.blogspot.com', 'two.blogspot.com'],
    ['one.github.io', 'two.github.io'],
    ['one.gitlab.io', 'two.gitlab.io'],
    ['one.ucoz.ru', 'two.ucoz.ru'],
    ['one.ucoz.ru', 'one.ucoz.net'],
    ['one.narod.ru', 'two.narod.ru'],
    ['one.tilda.ws', 'two.tilda.ws'],
    ['one.carrd.co', 'two.carrd.co'],
    ['one.notion.site/x', 'two.notion.site/x'],
    ['one.jimdofree.com', 'two.jimdofree.com'],
    ['blog.naver.com/one', 'cafe.naver.com/one'],
    ['cafe.daum.net/one', 'cafe.daum.net/two'],
    ['pf.kakao.com/_aB', 'pf.kakao.com/_ab'],
    ['weibo.com/u/1', 'weibo.com/u/2'],
    ['mp.weixin.qq.com/s/aB', 'mp.weixin.qq.com/s/ab'],
    ['mp.weixin.qq.com/s?__biz=a', 'mp.weixin.qq.com/s?__biz=b'],
    ['line.me/R/ti/p/a', 'line.me/R/ti/p/b'],
    ['zalo.me/1', 'zalo.me/2'],
    ['linktr.ee/one', 'linktr.ee/two'],
    ['bsky.app/profile/one.example', 'bsky.app/profile/two.example'],
    ['social.example/@one', 'social.example/@two'],
    ['www.uni.example/~one/', 'www.uni.example/~two/'],
    ['medium.com/@one', 'medium.com/@two'],
    ['one.substack.com', 'two.substack.com'],
    ['change.org/p/one', 'change.org/p/two'],
    ['gofundme.com/f/one', 'gofundme.com/f/two'],
    ['meetup.com/one', 'meetup.com/two'],
    ['eventbrite.com/o/one-1', 'eventbrite.com/o/two-2'],
    ['patreon.com/one', 'patreon.com/two'],
    ['opencollective.com/one', 'opencollective.com/two'],
    ['wa.me/77010000001', 'wa.me/77010000002'],
    ['chat.whatsapp.com/aB', 'chat.whatsapp.com/ab'],
    ['discord.gg/aB', 'discord.gg/ab'],
    ['bit.ly/aB', 'bit.ly/ab'],
    ['www.gov.uk/government/organisations/one', 'www.gov.uk/government/organisations/two'],
    ['web.stanford.edu/group/one', 'web.stanford.edu/group/two'],
    ['codeberg.org/one', 'codeberg.org'],
  ])('%s is another organisation than %s', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
    expect(keyOf(one)).toMatch(/^domain:/);
  });

  it.each([
    ['x.com/Helpers', 'twitter.com/helpers/status/123'],
    ['facebook.com/Helpers', 'm.facebook.com/helpers/about?ref=x'],
    ['de-de.facebook.com/helpers', 'fb.com/helpers'],
    ['facebook.com/pg/helpers', 'facebook.com/helpers'],
    ['facebook.com/profile.php?id=123&sk=about', 'web.facebook.com/profile.php?id=123'],
    ['facebook.com/people/Helpers/123', 'facebook.com/profile.php?id=123'],
    ['t.me/s/helpers', 'telegram.me/helpers/12'],
    ['docs.google.com/document/u/0/d/1aB/edit', 'docs.google.com/document/d/1aB/view'],
    ['linkedin.com/company/helpers/', 'kz.linkedin.com/company/Helpers/about/'],
    ['helpers.tumblr.com/post/1', 'tumblr.com/helpers'],
    ['helpers.livejournal.com/1.html', 'livejournal.com/users/helpers'],
    ['helpers.wordpress.com/about', 'www.helpers.wordpress.com'],
    ['uni.example/%7Eone', 'www.uni.example/~one/index.html'],
    ['meetup.com/de-DE/helpers/', 'meetup.com/helpers/events'],
    ['vk.ru/helpers', 'm.vk.com/helpers'],
    ['pinterest.de/helpers', 'pinterest.com/helpers/board'],
  ])('%s is the same as %s', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
    expect(keyOf(one)).toMatch(/^domain:/);
  });

  it.each([
    'facebook.com',
    'facebook.com/share/1AbC/',
    'facebook.com/watch/?v=1',
    'facebook.com/events/1',
    'facebook.com/profile.php',
    'youtube.com/watch?v=1',
    'youtube.com/shorts/1',
    'google.com/search?q=helpers',
    'docs.google.com/',
    'wordpress.com',
    'www.wordpress.com/log-in',
    'user.wixsite.com',
    'instagram.com/p/AbC/',
    'linkedin.com/feed/',
    'list-manage.com/x',
    't.me',
    'medium.com',
  ])('%s does not identify the organisation: the name and the country do', (website) => {
    expect(keyOf(website)).toBe(byName);
    expect(keyOf(website, 'Others')).toBe('name:KZ:others');
  });

  it.each(['campact.de', 'change.org', 'avaaz.org', 'codeberg.org', 'openpetition.de', 'globalgiving.org'])(
    'the organisation of %s itself can sign with its own domain',
    (host) => {
      expect(domainOfKey(keyOf(host))).toBe(host);
      expect(domainOfKey(keyOf(`www.${host}/about`))).toBe(host);
      expect(keyOf(`${host}/something/else`)).not.toBe(keyOf(host));
    },
  );

  it('every form of every site distinguishes two pages, and recognises one page by any address', () => {
    expect(sharedHosts().length).toBeGreaterThan(300);
    for (const [host, form] of pageForms()) {
      const [path = '', query = ''] = form.split('?');
      const address = (page: string, more = '') => {
        const below = path.startsWith('.')
          ? path.slice(1).split('/')[0]?.replace('{name}', page).replace('*', 'user')
          : '';
        const rest = path.replace(/^\.[^/]*/, '');
        const filled = `${below ? `${below}.` : ''}${host}${rest}${more}${query ? `?${query}` : ''}`;
        return filled
          .replace(/\{(name|id)\}/g, page)
          .replaceAll('*-*', 'de-DE')
          .replaceAll('*', 'x1');
      };
      const key = keyOf(address('helperz1'));
      expect([form, host, key]).not.toEqual([form, host, byName]);
      expect(keyOf(address('helperz2')), `${host} ${form}`).not.toBe(key);
      expect(keyOf(address('helperz1', '/more')), `${host} ${form}`).toBe(key);
      expect(keyOf(address('helperz1').replace('https://', 'https://www.'))).toBe(key);
      expect(key).not.toContain('#');
    }
  });

  it('lists each host once', () => {
    const hosts = sharedHosts();
    expect(new Set(hosts).size).toBe(hosts.length);
    expect(hosts.filter((host) => !/^[a-z0-9.-]+\.[a-z]+$/.test(host))).toEqual([]);
  });
});
