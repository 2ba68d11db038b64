import { describe, expect, it } from 'vitest';
import { mailboxDomainOf } from '../../shared/mailbox/provider.ts';

describe('the domain of a mailbox', () => {
  it.each([
    ['a@example.com.kz', 'domain:example.com.kz', 'organisation'],
    ['a@mail.harbour.example', 'domain:harbour.example', 'organisation'],
    ['a@north.river.org.uk', 'domain:river.org.uk', 'organisation'],
    ['a@club.github.io', 'domain:club.github.io', 'organisation'],
    ['a@xn--bcher-kva.example', 'domain:xn--bcher-kva.example', 'organisation'],
    ['a@other.github.io', 'domain:club.github.io', 'other'],
    ['a@elsewhere.example', 'domain:harbour.example', 'other'],
    ['a@notharbour.example', 'domain:harbour.example', 'other'],
    ['a@t.me', 'domain:t.me/ferry', 'other'],
    ['a@harbour.example', 'name:KZ:harbour.example', 'other'],
    ['a@org.uk', 'domain:org.uk', 'other'],
    ['a@gmail.com', 'domain:gmail.com', 'free'],
    ['a@GMX.de', 'domain:harbour.example', 'free'],
    ['a@sub.gmail.com', 'domain:gmail.com', 'free'],
    ['a@mailinator.com', 'domain:mailinator.com', 'disposable'],
    ['a@x.y.mailinator.com', 'domain:mailinator.com', 'disposable'],
  ])('%s for %s is %s', async (email, key, says) => {
    expect(await mailboxDomainOf(email, key)).toBe(says);
  });
});

const providers =
  'mail.kz inbox.kz yandex.kz yandex.by yandex.com.tr yandex.ru ya.ru mail.uz mail.kg elcat.kg mail.tj mail.am mail.az mail.ge mail.ru bk.ru inbox.ru list.ru internet.ru rambler.ru lenta.ru tut.by ukr.net i.ua meta.ua posteo.de posteo.net riseup.net disroot.org duck.com tuta.io tuta.com tutanota.com tutamail.com keemail.me proton.me protonmail.com pm.me passmail.net mozmail.com privaterelay.appleid.com simplelogin.com anonaddy.me addy.io mailbox.org startmail.com systemli.org autistici.org cock.li hushmail.com mailfence.com runbox.com hey.com fastmail.com zoho.com gmx.de gmx.net gmx.ch gmx.at gmx.com gmx.fr web.de freenet.de t-online.de arcor.de mail.de aon.at bluewin.ch orange.fr wanadoo.fr free.fr laposte.net sfr.fr bbox.fr skynet.be telenet.be ziggo.nl kpnmail.nl xs4all.nl libero.it virgilio.it tiscali.it pec.it telefonica.net ono.com sapo.pt telepac.pt btinternet.com sky.com talktalk.net virginmedia.com eircom.net online.no telia.com comhem.se mail.dk suomi24.fi inbox.lv mail.ee seznam.cz email.cz centrum.cz azet.sk zoznam.sk freemail.hu wp.pl o2.pl onet.pl interia.pl abv.bg mail.bg otenet.gr mynet.com walla.co.il maktoob.com chmail.ir rediffmail.com rediff.com naver.com daum.net hanmail.net nate.com qq.com 163.com 126.com sina.com sina.cn sohu.com foxmail.com hinet.net docomo.ne.jp ezweb.ne.jp nifty.com singnet.com.sg vnn.vn bigpond.com xtra.co.nz telkomsa.net mweb.co.za uol.com.br bol.com.br fibertel.com.ar prodigy.net.mx yahoo.com yahoo.fr yahoo.com.ar yahoo.co.id yahoo.co.jp ymail.com hotmail.com hotmail.co.uk hotmail.it outlook.com outlook.fr outlook.com.br live.com live.nl live.co.uk msn.com icloud.com me.com mac.com aol.com verizon.net comcast.net cox.net shaw.ca rogers.com'.split(
    ' ',
  );
const organisations =
  'amnesty.org hrw.org rsf.org memohrc.org cpj.org frontlinedefenders.org fidh.org omct.org article19.org icj.org iphronline.org nhc.no helsinki.hu civilrightsdefenders.org freedomhouse.org greenpeace.org wwf.org oxfam.org savethechildren.org msf.org icrc.org unicef.org unhcr.org un.org europa.eu who.int eff.org privacyinternational.org accessnow.org torproject.org wikimedia.org mozilla.org fsf.org debian.org ox.ac.uk harvard.edu mit.edu stanford.edu hu-berlin.de ethz.ch unige.ch kuleuven.be uio.no msu.ru nu.edu.kz u-tokyo.ac.jp snu.ac.kr nus.edu.sg unican.es upf.org rbb.org campact.de avaaz.org ccc.de nabu.de bund.net caritas.de diakonie.de verdi.de dgb.de attac.org cgt.fr cfdt.fr edri.org bof.nl bundestag.de bbc.co.uk theguardian.com lemonde.fr meduza.io bureau.kz adilsoz.kz notabene.tj kloop.kg ilga.org globalwitness.org 350.org sierraclub.org aclu.org naacp.org cern.ch tech4peace.org gsredcross.org google.com microsoft.com duckduckgo.com yahoo.example.org live.org outlook-cleaning.com'.split(
    ' ',
  );

describe('a provider where everybody can get a mailbox', () => {
  it('is known in many countries, of which at least 120 are tested', () => {
    expect(new Set(providers).size).toBeGreaterThanOrEqual(120);
    expect(new Set(organisations).size).toBeGreaterThanOrEqual(60);
  });

  it.each(providers)('includes %s', async (domain) => {
    expect(await mailboxDomainOf(`a@${domain}`, `domain:${domain}`)).toBe('free');
  });

  it.each(organisations)('does not include %s', async (domain) => {
    expect(await mailboxDomainOf(`a@${domain}`, `domain:${domain.replace(/^yahoo\./, '')}`)).toBe('organisation');
  });
});
