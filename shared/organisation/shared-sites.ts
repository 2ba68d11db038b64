/**
 * Sites on which many organisations have their pages, and how to tell one page from another there. Last reviewed on
 * 2026-11-30; tests/organisation/shared-sites.test.ts has an example of each.
 *
 * Each line is a site: its hosts, of which the first identifies it, then the forms of its page addresses. In a form,
 * `{name}` is the page, ignoring case; `{id}` is one whose case matters; `*` is anything. Anything after the form is
 * ignored. `.` begins a form that precedes the host: `.{name}` is a subdomain. `>` says how the page is identified when
 * it has several forms. `=` says that the site belongs to an organisation that may sign, too; only the bare address
 * means it. A host includes all hosts below it, unless they have a line of their own. A line without forms, and an
 * address that fits no form, identify no organisation: it is then identified by its name and country.
 *
 * Sites that are suffixes in the Public Suffix List (github.io, blogspot.com) need no line: there a subdomain is a
 * domain.
 */
const lines = `
facebook.com fb.com facebook.me fb.me web.facebook.com | /profile.php?id={id} | /people/*/{id} > profile.php?id={id} | /pages/category/*/{name} > {name} | /pages/*/{id} > profile.php?id={id} | /groups/{name} | /pg/{name} > {name} | /p/{name} | /{name}
messenger.com m.me | /t/{id} | /{name}
instagram.com instagr.am | /{name}
threads.net threads.com | /@{name}
x.com twitter.com | /i/communities/{id} | /{name}
linkedin.com | /company/{name} > {name} | /school/{name} | /showcase/{name} | /in/{name} | /groups/{id}
lnkd.in | /{id}
t.me telegram.me telegram.dog telegram.org | /s/{name} > {name} | /joinchat/{id} | /c/{id} | /+{id} | /{name}
wa.me | /message/{id} | /{name}
chat.whatsapp.com | /invite/{id} > {id} | /{id}
whatsapp.com | /channel/{id}
signal.group
discord.com discordapp.com | /invite/{id} | /channels/{id}
discord.gg | /{id}
youtube.com youtube-nocookie.com | /channel/{id} | /c/{name} | /user/{name} | /@{name}
youtu.be | /{id}
tiktok.com | /@{name}
snapchat.com | /add/{name} | /@{name}
pinterest.com pinterest.co.uk pinterest.de pinterest.fr pinterest.es pin.it | /{name}
reddit.com | /r/{name} | /user/{name} | /u/{name} > user/{name}
bsky.app | /profile/{name}
mastodon.social | /@{name} | =
mastodon.online | /@{name}
mstdn.social | /@{name}
flickr.com | /people/{name} | /photos/{name} | /groups/{name}
vimeo.com | /channels/{name} | /groups/{name} | /{name}
dailymotion.com | /{name}
twitch.tv | /{name}
soundcloud.com | /{name}
mixcloud.com | /{name}
spotify.com | /show/{id} | /artist/{id} | /user/{id}
xing.com | /companies/{name} | /pages/{name} | /profile/{name}
clubhouse.com | /club/{name} | /@{name}
vk.com vk.ru vkontakte.ru | /{name}
vk.cc | /{id}
ok.ru odnoklassniki.ru | /group/{id} | /profile/{id} | /{name}
my.mail.ru | /community/{name} | /*/{name}
dzen.ru zen.yandex.ru | /id/{id} | /user/{name} | /{name}
rutube.ru | /channel/{id} | /u/{name}
weibo.com weibo.cn | /u/{id} | /p/{id} | /n/{name} | /{name}
qzone.qq.com | /{id}
zhihu.com | /org/{name} | /people/{name} | /column/{name}
douyin.com | /user/{id}
xiaohongshu.com | /user/profile/{id}
bilibili.com | /{id}
douban.com | /group/{name} | /people/{name} | /site/{name}
baike.baidu.com | /item/{name}
tieba.baidu.com | /f?kw={name}
line.me lin.ee | /R/ti/p/{id} | /ti/p/{id} | /R/home/public/main?id={id} | /{id}
ameblo.jp | /{name}
note.com | /{name}
jugem.jp | .{name}
fc2.com | .{name}
hatena.ne.jp | /{name}
blog.naver.com | /PostList.naver?blogId={name} > {name} | /{name}
cafe.naver.com | /{name}
naver.com
naver.me | /{id}
cafe.daum.net | /{name}
daum.net
brunch.co.kr | /@{name}
pf.kakao.com | /{id}
open.kakao.com | /o/{id} | /me/{name}
kakao.com
zalo.me | /g/{id} | /{name}
google.com | /maps/place/{name}
docs.google.com | /document/u/*/d/{id} > document/{id} | /document/d/{id} > document/{id} | /forms/u/*/d/e/{id} > forms/{id} | /forms/d/e/{id} > forms/{id} | /forms/u/*/d/{id} > forms/{id} | /forms/d/{id} > forms/{id} | /spreadsheets/u/*/d/{id} > spreadsheets/{id} | /spreadsheets/d/{id} > spreadsheets/{id} | /presentation/u/*/d/{id} > presentation/{id} | /presentation/d/{id} > presentation/{id}
drive.google.com | /drive/u/*/folders/{id} > {id} | /drive/folders/{id} > {id} | /file/d/{id} > {id} | /open?id={id} > {id}
groups.google.com | /u/*/g/{name} > {name} | /g/{name} > {name} | /group/{name} > {name} | /forum/{name} > {name}
sites.google.com | /view/{name} > {name} | /site/{name} > site/{name} | /u/*/view/{name} > {name} | /a/*/{name} > a/{name} | /*/{name} > a/{name}
calendar.google.com
forms.gle | /{id}
maps.app.goo.gl | /{id}
goo.gl | /forms/{id} | /maps/{id} | /{id}
g.page | /r/{id} | /{name}
plus.google.com | /communities/{id} | /{id}
play.google.com | /store/apps/details?id={name} | /store/apps/dev?id={id}
apps.apple.com | /*/app/*/{id} > {id} | /app/*/{id} > {id} | /*/developer/*/{id} > {id}
forms.office.com | /r/{id} | /e/{id} | /Pages/ResponsePage.aspx?id={id}
onedrive.live.com | /?id={id}
1drv.ms
dropbox.com | /scl/fi/{id} | /scl/fo/{id} | /s/{id} | /sh/{id}
icloud.com
airtable.com | /{id}
typeform.com | /to/{id}
surveymonkey.com | /r/{id}
jotform.com form.jotform.com | /{id}
framaforms.org | /{name}
padlet.com | /{name}
canva.com | /design/{id} | /{name}
issuu.com | /{name}
scribd.com | /user/{id} | /document/{id}
academia.edu | /{name}
researchgate.net | /profile/{name} | /lab/{name}
slideshare.net | /{name}
notion.so | /{name}
evernote.com
trello.com | /b/{id}
miro.com
mailchi.mp | /{name}
campaign-archive.com | /home/?u={id} | /?u={id}
sendfox.com | /{name}
ghost.io | .{name}
wordpress.com | .{name}
blogger.com | /profile/{id}
typepad.com | .{name}
over-blog.com | .{name}
canalblog.com | .{name}
hypotheses.org | .{name} | =
ucoz.ru | .{name}
ucoz.com | .{name}
ucoz.net | .{name}
ucoz.org | .{name}
ucoz.ua | .{name}
ucoz.kz | .{name}
narod.ru | .{name}
narod.yandex.ru | .{name}
tilda.ws | .{name}
tilda.cc | .{name}
weebly.com | .{name}
jimdo.com | .{name}
yola.com | .{name}
site123.me | .{name}
strikingly.com | .{name}
webnode.com | .{name}
webnode.page | .{name}
webnode.cz | .{name}
webnode.sk | .{name}
webnode.fr | .{name}
webnode.es | .{name}
webnode.it | .{name}
godaddysites.com | .{name}
webs.com | .{name}
mozello.com | .{name}
angelfire.com | /*/{name}
tripod.com | .{name}
geocities.com | /{name}
neocities.org | .{name}
glitch.me | .{name}
github.com | /orgs/{name} > {name} | /sponsors/{name} > {name} | /{name}
gitlab.com | /groups/{name} > {name} | /{name}
bitbucket.org | /{name}
codeberg.org | /{name} | =
sourceforge.net | /projects/{name} | /p/{name} > projects/{name} | /u/{name}
framagit.org | /{name} | =
huggingface.co | /{name}
linktr.ee | /{name}
beacons.ai | /{name}
bio.link | /{name}
campsite.bio | /{name}
lnk.bio | /{name}
linkin.bio | /{name}
taplink.cc | /{name}
allmylinks.com | /{name}
about.me | /{name}
solo.to | /{name}
hoo.be | /{name}
bit.ly | /m/{name} | /{id}
tinyurl.com | /{name}
t.co | /{id}
ow.ly | /{id}
is.gd | /{id}
buff.ly | /{id}
cutt.ly | /{id}
rb.gy | /{id}
shorturl.at | /{id}
clck.ru | /{id}
change.org | /o/{name} | /p/{name} | =
chng.it | /{id}
avaaz.org | /community_petitions/*/{name} | =
openpetition.de openpetition.eu openpetition.org | /petition/online/{name} | /!{name} | =
mesopinions.com | /petition/*/{name}
petitions.net | /{name}
ipetitions.com | /petition/{name}
thepetitionsite.com | /{name}
actionnetwork.org | /groups/{name} | /petitions/{name} | /letters/{name} | /forms/{name} | /events/{name} | =
actionbutton.org | /{name}
campact.de | /petitions/{name} | =
you.38degrees.org.uk | /petitions/{name}
gofundme.com | /f/{name} | /charity/{name} | /{name}
gogetfunding.com | /{name}
justgiving.com | /charity/{name} | /crowdfunding/{name} | /page/{name} | /{name}
crowdfunder.co.uk | /p/{name}
kickstarter.com | /projects/{name} | /profile/{name}
indiegogo.com | /projects/{name} | /individuals/{id}
startnext.com | /{name}
betterplace.org | /*/organisations/{name} > organisations/{name} | /*/projects/{name} > projects/{name} | =
helloasso.com | /associations/{name} | =
leetchi.com | /c/{name} | /*/c/{name} > c/{name}
globalgiving.org | /projects/{name} | /donate/{id} | =
opencollective.com | /{name} | =
patreon.com | /c/{name} > {name} | /{name}
ko-fi.com | /{name}
buymeacoffee.com | /{name}
liberapay.com | /{name} | =
boosty.to | /{name}
paypal.com | /donate/?hosted_button_id={id} | /paypalme/{name}
paypal.me | /{name}
donorbox.org | /{name}
meetup.com | /*-*/{name} > {name} | /{name}
eventbrite.com eventbrite.co.uk eventbrite.de eventbrite.fr eventbrite.ca eventbrite.com.au | /o/{name} | /e/{name}
mobilizon.fr | /@{name}
lu.ma luma.com | /{name}
zoom.us
tripadvisor.com
yelp.com | /biz/{name}
yellowpages.com
wikipedia.org | /wiki/{name} | =
guidestar.org candid.org | /profile/{id} | =
charitynavigator.org | /ein/{id} | =
register-of-charities.charitycommission.gov.uk | /*/charity-search/-/charity-details/{id} > {id} | /charity-search/-/charity-details/{id} > {id}
idealist.org | /*/nonprofit/{name} > {name} | =
ngobase.org | /{name}
amazon.com amazon.co.uk amazon.de
ebay.com | /usr/{name} | /str/{name}
etsy.com | /shop/{name} | /people/{name}
www.gov.uk | /government/organisations/{name} | /world/organisations/{name}
www.gob.mx | /{name}
www.gob.pe | /{name}
www.gov.br | /{name}
www.gov.pl | /web/{name}
www.gov.il | /*/departments/{name} > {name}
www.gov.kz gov.kz | /memleket/entities/{name}
www.gov.za | /{name}
www.canada.ca | /*/{name}
www.argentina.gob.ar argentina.gob.ar | /{name}
www.usa.gov
sites.stanford.edu | /{name}
web.stanford.edu | /group/{name} | /~{name}
web.mit.edu | /{name}
scholar.harvard.edu | /{name}
blogs.harvard.edu | /{name}
groups.io | /g/{name}
lists.riseup.net | /www/info/{name}
noblogs.org | .{name} | =
crabgrass.riseup.net we.riseup.net | /{name}
hotglue.me | .{name}
wikispaces.com | .{name}
pbworks.com | .{name}
nationbuilder.com | .{name}
ning.com | .{name}
mn.co | .{name}
tapatalk.com | /groups/{name}
forumotion.com | .{name}
proboards.com | .{name}
tumblr.com | /blog/{name} > {name} | /{name} | .{name} > {name}
livejournal.com | /users/{name} > {name} | /community/{name} > {name} | .{name} > {name}
substack.com | /@{name} | .{name}
medium.com | /@{name} | /{name} | .{name}
wixsite.com | .*/{name}
jimdofree.com | .{name}
jimdosite.com | .{name}
squarespace.com | .{name}
slack.com | .{name}
fandom.com | .{name}
sharepoint.com | .*/sites/{name} | .*/personal/{name}
wikimedia.org | =
wikidata.org | /wiki/{id}
list-manage.com
bandcamp.com | .{name}
europa.eu | .{name}
lpages.co | .{name}
mystrikingly.com | .{name}
wordpress.org | =
edublogs.org | .{name}
blog.hu | .{name}
blogsky.com | .{name}
livedoor.jp | /{name}
livedoor.blog | .{name}
hatenablog.com | .{name}
tistory.com | .{name}
pixnet.net | .{name}
at.ua | .{name}
my1.ru | .{name}
wix.com | /{name}
wixstudio.io | .*/{name}
framer.website | .{name}
mailchimpsites.com | .{name}
constantcontact.com
livestream.com | /{name}
peertube.tv | /c/{name} | /a/{name}
kolektiva.social | /@{name}
telegra.ph | /{id}
teletype.in | /@{name}
vc.ru | /u/{name} | /{name}
habr.com | /*/companies/{name} > companies/{name} | /*/users/{name} > users/{name}
leader-id.ru | /users/{id}
dobro.ru | /organizations/{id}
planeta.ru | /campaigns/{id}
nuum.ru | /{name}
gab.com | /{name}
gettr.com | /user/{name}
truthsocial.com | /@{name}
parler.com | /{name}
koo.com | /{name}
sharechat.com | /profile/{name}
kuaishou.com | /profile/{id}
mp.weixin.qq.com | /s/{id} | /s?__biz={id}
toutiao.com | /c/user/{id}
viber.com
invite.viber.com | /?g2={id}
band.us | /band/{id} | /@{name}
plurk.com | /{name}
dcard.tw | /@{name}
ptt.cc | /bbs/{name}
imo.im
aparat.com | /{name}
eitaa.com | /{name}
rubika.ir | /{name}
ble.ir | /{name}
snappages.site | .{name}
nethouse.ru | .{name}
okis.ru | .{name}
jimdoweb.com | .{name}
simplesite.com | .{name}
e-monsite.com | .{name}
free.fr | .{name} | /{name}
pagesperso-orange.fr | .{name} | /{name}
beepworld.de | .{name}
npage.de | .{name}
altervista.org | .{name}
xoom.it | .{name}
iobloggo.com | .{name}
blog.cz | .{name}
estranky.cz | .{name}
estranky.sk | .{name}
blogs.sapo.pt | .{name}
home.blog | .{name}
business.site | .{name}
negocio.site | .{name}
ueniweb.com | .{name}
page.tl | .{name}
`;

/** Pages that belong to the site itself, on any site. */
const ofTheSite = new Set(
  (
    'about ads app apps assets blog business contact discover download en error events explore feed find follow hashtag help home ' +
    'home.php i index.htm index.html index.php intent intl invite jobs join l.php link live login login.php logout maps marketplace ' +
    'media messages more my new news notifications p permalink.php photo photo.php photos plugins plugins/ policies post posts privacy ' +
    'profile profile.php reel reels register search settings share share.php sharer sharer.php shop shorts sign-in signin signup ' +
    'status stories story.php support terms topic topics trending user users video videos watch web welcome'
  ).split(' '),
);

interface PageForm {
  /** The label or pattern before the host; absent when any will do. */
  readonly below?: string | undefined;
  readonly path: readonly string[];
  readonly query?: { readonly name: string; readonly value: string } | undefined;
  /** Identifies the page, together with the host. */
  readonly known: string;
}

interface SharedSite {
  readonly host: string;
  readonly forms: readonly PageForm[];
  /** Whether the bare address means the organisation that owns the site. */
  readonly isOwn: boolean;
}

function readForm(text: string, host: string): PageForm {
  const [written = '', short] = text.split(' > ');
  const [address = '', query] = written.split('?');
  const [name = '', value = ''] = query?.split('=') ?? [];
  const parts = address.split('/').filter((part) => part !== '');
  const below = address.startsWith('.') ? parts.shift()?.slice(1) : undefined;
  const page = short ?? written.replace(/^(\.[^/]*)?\/?/, '');
  const site = below === undefined || short !== undefined ? host : `{below}.${host}`;
  return {
    below,
    path: parts,
    query: query === undefined ? undefined : { name, value },
    known: page === '' ? site : `${site}/${page}`,
  };
}

/** Read from the list when an address is first looked at. */
let sitesRead: ReadonlyMap<string, SharedSite> | undefined;

/** @returns the sites by host */
function readSites(): ReadonlyMap<string, SharedSite> {
  sitesRead ??= new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [hosts = '', ...forms] = line.split(' | ');
        const [host = '', ...others] = hosts.split(' ');
        const site = {
          host,
          forms: forms.filter((form) => form !== '=').map((form) => readForm(form, host)),
          isOwn: forms.includes('='),
        };
        return [host, ...others].map((one) => [one, site] as const);
      }),
  );
  return sitesRead;
}

/** @returns every host that many organisations share */
export function sharedHosts(): readonly string[] {
  return lines
    .trim()
    .split('\n')
    .flatMap((line) => (line.split(' | ')[0] ?? '').split(' '));
}

/** @returns each host with each form of its page addresses, as in the list */
export function pageForms(): readonly (readonly [host: string, form: string])[] {
  return lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [hosts = '', ...forms] = line.split(' | ');
      const written = forms.filter((form) => form !== '=').map((form) => form.split(' > ')[0] ?? '');
      return hosts.split(' ').flatMap((host) => written.map((form) => [host, form] as const));
    });
}

/**
 * @param url address of an organisation's page
 * @returns undefined when the site is not a shared one; otherwise what identifies the page, or `none` when the address
 *   does not say which page it is
 */
export function sharedPage(url: URL): string | 'none' | undefined {
  const { hostname } = url;
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const [first = ''] = parts;
  const found = siteOf(hostname);
  if (!found) {
    // People on servers of Mastodon and similar software, or of universities, on any host.
    const isPerson = /^(?:@|~|%7e)[^/]/i.test(first);
    return isPerson ? `${hostname.replace(/^www\./, '')}/${first.toLowerCase().replace('%7e', '~')}` : undefined;
  }
  const { site, below } = found;
  const asked: Asked = { below, parts, query: url.searchParams };
  const page = site.forms.map((form) => pageIn(form, asked)).find((one) => one !== undefined);
  if (page !== undefined) return page;
  const isAlone = first === '' || ofTheSite.has(first.toLowerCase());
  return site.isOwn && isAlone && below === '' ? site.host : 'none';
}

/** The parts of an address that identify the page. */
interface Asked {
  /** The label before the host of the site; empty for `www` and the like. */
  readonly below: string;
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
}

/** The nearest line: that of the host itself before that of a host above it. */
function siteOf(host: string): { site: SharedSite; below: string } | undefined {
  const sites = readSites();
  const labels = host.split('.');
  for (const from of labels.keys()) {
    const site = sites.get(labels.slice(from).join('.'));
    const below = labels[from - 1] ?? '';
    if (site)
      return { site, below: /^(www\d?|m|mobile|web|app|old|new|[a-z]{2}(-[a-z]{2})?)$/.test(below) ? '' : below };
  }
  return undefined;
}

/** @returns what identifies the page, when the address has that form */
function pageIn({ below, path, query, known }: PageForm, asked: Asked): string | undefined {
  const found = new Map<string, string>([['below', asked.below]]);
  const fits = (form: string, part: string | null | undefined): boolean => {
    if (!part) return false;
    if (form === '*') return true;
    if (form === '*-*') return /^[a-z]{2}-[a-z]{2}$/i.test(part);
    const [, before = '', kind] = /^([^{]*)\{(name|id)\}$/.exec(form) ?? [];
    if (!kind) return form.toLowerCase() === part.toLowerCase();
    if (!part.startsWith(before)) return false;
    const page = part.slice(before.length);
    if (page === '' || (before === '' && ofTheSite.has(page.toLowerCase()))) return false;
    found.set(kind, kind === 'name' ? page.toLowerCase() : page);
    return true;
  };
  const isThere =
    (below === undefined || fits(below, asked.below)) &&
    path.every((form, place) => fits(form, asked.parts[place])) &&
    (!query || fits(query.value, asked.query.get(query.name)));
  // Replaces characters that have a meaning in keys.
  return isThere
    ? known.replace(/\{(\w+)\}/g, (_, kind: string) =>
        (found.get(kind) ?? '').replace(/[#\s]/g, (sign) => encodeURIComponent(sign)),
      )
    : undefined;
}
