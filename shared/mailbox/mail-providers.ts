/**
 * Domains where anybody can get a mailbox, and domains of internet providers for their customers: additions and
 * corrections to the list of `email-providers`. Last reviewed on 2026-11-30.
 */

/** By region of most users. */
export const moreProviders: readonly string[] = `
kz mail.kz inbox.kz bk.kz list.kz ok.kz topmail.kz nursat.kz online.kz megaline.kz
uz mail.uz inbox.uz umail.uz sarkor.uz
kg mail.kg elcat.kg saima.kg online.kg inbox.kg ktnet.kg
tj mail.tj tojikmail.tj inbox.tj
tm online.tm mail.tm
am-az-ge mail.am mail.az box.az mail.ge inbox.ge posta.ge gol.ge caucasus.net
ru internet.ru xmail.ru mail.ua pochta.ru yandex.net nm.ru newmail.ru hotbox.ru mailbox.ru km.ru vk.com ngs.ru e1.ru sibmail.com qip.ru aport.ru hotmail.ru inbox.su narod.ru lenta.ru autorambler.ru ro.ru myrambler.ru
by-ua tut.by mail.by open.by ukr.net i.ua meta.ua bigmir.net email.ua online.ua 3g.ua ua.fm ex.ua
md mail.md
privacy riseup.net disroot.org tuta.io tuta.com tutanota.com tutanota.de tutamail.com keemail.me proton.me protonmail.com protonmail.ch pm.me startmail.com kolabnow.com kolabnow.ch mailfence.com ctemplar.com countermail.com hushmail.com cock.li systemli.org autistici.org inventati.org anche.no canaglie.org subvertising.org krutt.org insiberia.net logorroici.org grrlz.net paranoici.org stronzi.org cryptolab.net autistiche.org bruttocarattere.org mailbox.org immerda.ch aktivix.org dismail.de snopyta.org undernet.uy lavabit.com posteo.de posteo.net posteo.at posteo.ch posteo.eu posteo.org posteo.us posteo.me runbox.com fastmail.com fastmail.fm messagingengine.com hey.com skiff.com criptext.com mailo.com net-c.com mail2tor.com onionmail.org danwin1210.de danwin1210.me elude.in xmpp.is cyberfear.com soverin.net murena.io e.email ecomail.at ecloud.global purelymail.com migadu.com forwardemail.net
relays duck.com privaterelay.appleid.com mozmail.com relay.firefox.com passmail.net passmail.com passfwd.com passinbox.com simplelogin.com simplelogin.co simplelogin.fr slmail.me slmails.com aleeas.com 8alias.com 8shield.net dralias.com silomails.com anonaddy.com anonaddy.me addy.io addymail.com mailer.me 4wrd.cc 33mail.com erine.email spamgourmet.com firemail.cc burnermail.io sharklasers.com cloaked.id mailwip.com
de web.de gmx.de freenet.de t-online.de mail.de arcor.de kabelmail.de vodafonemail.de vodafone.de o2mail.de o2online.de online.de email.de ewe.net ewetel.net unitybox.de unity-mail.de osnanet.de versanet.de alice-dsl.net alice.de hanse.net netcologne.de nexgo.de gmx.info gmx.org directbox.com firemail.de smart-mail.de magenta.de mnet-online.de mnet-mail.de m-net.de ish.de schlund.de 1und1.de ionos.de
at-ch aon.at a1.net chello.at liwest.at utanet.at kabsi.at inode.at drei.at bluewin.ch bluemail.ch hispeed.ch sunrise.ch sunrise.net swissonline.ch tele2.ch quickline.ch green.ch ticino.com vtxmail.ch netplus.ch romandie.com
fr orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr numericable.fr cegetel.net club-internet.fr aliceadsl.fr noos.fr dbmail.com 9online.fr 9business.fr bouyguestelecom.fr aol.fr voila.fr gmx.fr infonie.fr tele2.fr nordnet.fr la-poste.fr ovh.fr ecomail.fr
be-nl-lu skynet.be proximus.be telenet.be scarlet.be belgacom.net voo.be brutele.be pandora.be edpnet.be ziggo.nl kpnmail.nl kpnplanet.nl planet.nl xs4all.nl home.nl hetnet.nl casema.nl chello.nl upcmail.nl quicknet.nl zonnet.nl tele2.nl solcon.nl caiway.nl freeler.nl wxs.nl telfort.nl onsbrabantnet.nl pt.lu internet.lu
it aruba.it libero.it virgilio.it tiscali.it alice.it tim.it tin.it fastwebnet.it pec.it legalmail.it arubapec.it postecert.it poste.it inwind.it iol.it blu.it email.it teletu.it tele2.it vodafone.it katamail.com jumpy.it supereva.it interfree.it
es-pt telefonica.net terra.es ono.com orange.es euskaltel.net jazzfree.com ya.com wanadoo.es vodafone.es movistar.es r.mundo-r.com sapo.pt mail.telepac.pt telepac.pt netcabo.pt clix.pt iol.pt mail.pt portugalmail.pt vodafone.pt nos.pt meo.pt
uk-ie btinternet.com btopenworld.com btconnect.com talk21.com sky.com talktalk.net tiscali.co.uk virginmedia.com virgin.net ntlworld.com blueyonder.co.uk plus.com plusnet.com freeserve.co.uk orange.net o2.co.uk supanet.com lineone.net mail.co.uk post.com eircom.net iol.ie oceanfree.net indigo.ie
north online.no broadpark.no getmail.no lyse.net altibox.no frisurf.no start.no telia.com comhem.se spray.se swipnet.se bredband.net bredband2.com tele2.se glocalnet.net home.se passagen.se mail.dk jubii.dk ofir.dk stofanet.dk tdcadsl.dk tdc.dk youmail.dk privat.dk luukku.com suomi24.fi elisanet.fi kolumbus.fi pp.inet.fi saunalahti.fi nic.fi welho.com dnainternet.net netti.fi simnet.is
baltic inbox.lv inbox.lt inbox.ee one.lt mail.ee hot.ee online.ee neti.ee apollo.lv e-apollo.lv latnet.lv takas.lt zebra.lt delfi.lt
pl wp.pl o2.pl onet.pl onet.eu op.pl vp.pl interia.pl interia.eu interia.com poczta.fm gazeta.pl tlen.pl go2.pl autograf.pl buziaczek.pl neostrada.pl poczta.onet.pl spoko.pl gery.pl
cz-sk-hu seznam.cz email.cz post.cz spoluzaci.cz centrum.cz volny.cz atlas.cz tiscali.cz iol.cz quick.cz netbox.cz upcmail.cz azet.sk zoznam.sk centrum.sk post.sk pobox.sk chello.sk orangemail.sk freemail.hu citromail.hu indamail.hu t-online.hu gmail.hu vipmail.hu upcmail.hu invitel.hu digikabel.hu chello.hu
balkans abv.bg mail.bg dir.bg gbg.bg net.hr inet.hr email.t-com.hr zg.t-com.hr siol.net t-2.net amis.net eunet.rs sbb.rs mts.rs ptt.rs open.telekom.rs verat.net beotel.net bih.net.ba t-home.mk freemail.mk albmail.com rdslink.ro clicknet.ro k.ro home.ro
gr-cy-mt otenet.gr in.gr freemail.gr pathfinder.gr forthnet.gr hol.gr mailbox.gr windowslive.gr cytanet.com.cy maltanet.net
tr mynet.com turk.net superonline.com ttmail.com ttnet.net.tr yandex.com.tr windowslive.com hotmail.com.tr
il walla.co.il walla.com netvision.net.il 012.net.il bezeqint.net zahav.net.il 013.net 013net.net smile.net.il barak.net.il
arab maktoob.com emirates.net.ae eim.ae batelco.com.bh qatar.net.qa kems.net fasttelco.com saudi.net.sa nesma.net.sa awalnet.net.sa link.net tedata.net.eg menanet.net planet.tn topnet.tn gnet.tn hexabyte.tn menara.ma iam.net.ma caramail.com cyberia.net.lb idm.net.lb inco.com.lb terra.net.lb orange.jo go.com.jo index.com.jo
fa chmail.ir mailfa.com mihanmail.ir iran.ir vatanmail.ir
in-pk-bd rediffmail.com rediff.com in.com indiatimes.com sify.com vsnl.com vsnl.net airtelmail.in dataone.in bsnl.in mtnl.net.in sancharnet.in cyber.net.pk wol.net.pk brain.net.pk agni.com bdonline.com sltnet.lk mail.com.np wlink.com.np ntc.net.np
cn qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com 188.com yeah.net sina.com sina.cn sina.com.cn vip.sina.com sohu.com vip.sohu.com 139.com 189.cn wo.cn wo.com.cn aliyun.com tom.com 21cn.com 263.net eyou.com chinaren.com citiz.net
tw-hk pchome.com.tw hinet.net msa.hinet.net seed.net.tw kimo.com yam.com giga.net.tw so-net.net.tw url.com.tw netvigator.com hkbn.net i-cable.com biznetvigator.com
jp docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp vodafone.ne.jp ymobile.ne.jp rakuten.jp nifty.com nifty.ne.jp biglobe.ne.jp ocn.ne.jp so-net.ne.jp plala.or.jp dion.ne.jp excite.co.jp goo.jp goo.ne.jp infoseek.jp asahi-net.or.jp jcom.home.ne.jp jcom.zaq.ne.jp bbexcite.jp wakwak.com eonet.ne.jp kyoto.zaq.ne.jp mopera.net
kr naver.com daum.net hanmail.net hanmail.com nate.com kakao.com korea.com dreamwiz.com lycos.co.kr paran.com empas.com chol.com hitel.net unitel.co.kr hanmir.com freechal.com
sea singnet.com.sg pacific.net.sg starhub.net.sg tm.net.my streamyx.com jaring.my telkom.net plasa.com indosat.net.id cbn.net.id centrin.net.id indo.net.id vnn.vn fpt.vn hcm.fpt.vn viettel.vn netnam.vn vietnam.vn pldtdsl.net skybroadband.com.ph globe.com.ph i-manila.com.ph loxinfo.co.th ji-net.com thaimail.com chaiyo.com sanook.com camnet.com.kh
oceania bigpond.com bigpond.net.au bigpond.com.au optusnet.com.au iinet.net.au tpg.com.au internode.on.net dodo.com.au westnet.com.au adam.com.au exemail.com.au ozemail.com.au aapt.net.au xtra.co.nz ihug.co.nz slingshot.co.nz orcon.net.nz paradise.net.nz clear.net.nz vodafone.co.nz inspire.net.nz actrix.co.nz
africa telkomsa.net mweb.co.za webmail.co.za vodamail.co.za iafrica.com absamail.co.za lantic.net cybersmart.co.za mtnloaded.co.za telkom.co.ke wananchi.com africaonline.co.ke africaonline.com.gh utlonline.co.ug mtn.co.ug infocom.co.ug zol.co.zw mweb.co.zw yoafrica.com orange.sn orange.ci aviso.ci camnet.cm moov.mg blueline.mg ethionet.et
latin uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com zipmail.com.br r7.com oi.com.br superig.com.br pop.com.br brturbo.com.br veloxmail.com.br fibertel.com.ar arnet.com.ar ciudad.com.ar speedy.com.ar infovia.com.ar sion.com uolsinectis.com.ar prodigy.net.mx infinitum.com.mx terra.com.mx une.net.co etb.net.co cable.net.co cantv.net vtr.net entelchile.net adinet.com.uy vera.com.uy montevideo.com.uy speedy.com.pe terra.com.pe racsa.co.cr ice.co.cr cwpanama.net andinanet.net
america aol.com aim.com verizon.net att.net sbcglobal.net bellsouth.net pacbell.net ameritech.net swbell.net comcast.net xfinity.com cox.net charter.net spectrum.net roadrunner.com rr.com twc.com earthlink.net mindspring.com juno.com netzero.net netzero.com frontier.com frontiernet.net centurylink.net centurytel.net embarqmail.com windstream.net optonline.net optimum.net suddenlink.net mediacombb.net rcn.com peoplepc.com q.com shaw.ca rogers.com sympatico.ca bell.net videotron.ca videotron.qc.ca telus.net eastlink.ca cogeco.ca sasktel.net mts.net nb.sympatico.ca teksavvy.com
world icloud.com me.com mac.com mail.com email.com usa.com europe.com zoho.com zohomail.com zohomail.eu zohomail.in passport.com ymail.com rocketmail.com yahoo.com gmail.com googlemail.com outlook.com hotmail.com live.com msn.com inbox.com lycos.com excite.com gawab.com fastmail.net opayq.com bk.ru list.ru inbox.ru mail.ru
`
  .trim()
  .split('\n')
  .flatMap((line) => line.split(' ').slice(1));

/** Brands with a domain in each country where they are used: `yahoo.com.ar`, `yandex.kz`. */
export const brands: ReadonlySet<string> = new Set(
  'yahoo ymail hotmail outlook gmx yandex rediffmail tutanota protonmail googlemail rocketmail windowslive'.split(' '),
);

/** Countries in which `live` belongs to Microsoft; elsewhere it may be anybody's. */
export const liveIn: ReadonlySet<string> = new Set(
  'com at be ca ch cl cn co.kr co.uk co.za com.ar com.au com.mx com.my com.pt com.sg de dk fi fr hk ie in it jp nl no ph ru se'.split(
    ' ',
  ),
);

/** Domains of single organisations that the other list has by mistake. */
export const noProviders: ReadonlySet<string> = new Set(
  (
    'amazon-aws.org childsavetrust.org cityoflondon.org facebook.com fathersrightsne.org gsredcross.org helpinghandtaxcenter.org ' +
    'mountainregionallibrary.net naplesnews.net nus.edu.sg oerpub.org pinehill-seattle.org rawhidefc.org rbb.org runi.ca ' +
    'studentcenter.org tech4peace.org unican.es upf.org wetrainbayarea.org'
  ).split(' '),
);
