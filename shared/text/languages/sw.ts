/**
 * Swahili.
 * Reviewed by a native speaker: no.
 */
export const sw = {
  'letter.undersigned': 'Waliotia saini',
  'letter.none-yet': 'Bado hakuna aliyetia saini. Saini yako inaweza kuwa ya kwanza.',
  'letter.count_one': 'Saini {count}',
  'letter.count_other': 'Saini {count}',
  'letter.organisations_one': 'Shirika {count}',
  'letter.organisations_other': 'Mashirika {count}',
  'letter.individuals_one': 'Mtu binafsi {count}',
  'letter.individuals_other': 'Watu binafsi {count}',
  'letter.on-paper': '{count} kwenye karatasi',
  'letter.without-name': 'kati yao {count} bila majina kutangazwa',
  'letter.goal': 'Lengo: {goal}',
  'letter.as-of': 'Hadi {time} UTC',
  'letter.all': 'Tazama wote waliotia saini',
  'letter.sign': 'Tia saini barua hii',
  'letter.languages': 'Soma barua hii kwa lugha nyingine',
  'letter.corrected': 'Imesahihishwa tarehe {date}: {why}',
  'letter.telephone': 'Simu',
  'letter.fax': 'Faksi',
  'letter.closed': 'Barua hii imefungwa. Majina zaidi hayawezi kuongezwa.',
  'letter.delivered': 'Barua hii ilikabidhiwa tarehe {date}. Majina zaidi hayawezi kuongezwa.',
  'letter.not-yet': 'Kutia saini bado hakujaanza.',
  'letter.paused': 'Kutia saini kumesimamishwa kwa muda. Tafadhali rudi baadaye.',
  'letter.opens': 'Kutia saini kutaanza tarehe {date}.',
  'letter.older-version': 'saini ilitiwa kwenye toleo la awali la maandishi',
  'letter.affiliated': 'ana uhusiano na shirika hili: {organisation} (shirika lenyewe halijatia saini)',

  'changes.link': 'Kilichobadilishwa',
  'changes.title': 'Mabadiliko ya barua',
  'changes.text':
    'Kila saini inahusu maneno yaliyoonekana wakati ilipotiwa. Badiliko la maudhui huunda toleo jipya, na kila aliyetia saini toleo la awali huulizwa kama anataka saini yake ihamishiwe kwenye toleo jipya. Sahihisho la tahajia au la tafsiri halibadilishi saini yoyote.',
  'changes.version': 'Toleo la tarehe {date}',
  'changes.current': 'hili ndilo linalotiwa saini sasa',
  'changes.read': 'Soma toleo hili',
  'changes.hash': 'SHA-256 ya maandishi',
  'changes.corrected': '{date}, {language}: {why}',
  'changes.before': 'kabla',
  'changes.after': 'baada',
  'changes.back': 'Mabadiliko yote',
  'changes.wording': 'Maneno ya awali, kabla ya sahihisho',

  'list.title': 'Waliotia saini',
  'list.search': 'Tafuta jina',
  'list.search-hint': 'Herufi za mwanzo zinatosha.',
  'list.kind': 'Onyesha',
  'list.kind-all': 'wote',
  'list.kind-organisation': 'mashirika',
  'list.kind-individual': 'watu binafsi',
  'list.country': 'Nchi',
  'list.country-all': 'nchi zote',
  'list.order': 'Mpangilio',
  'list.order-newest': 'mpya kwanza',
  'list.order-name': 'kwa jina',
  'list.apply': 'Onyesha',
  'list.next': 'Ukurasa unaofuata',
  'list.first': 'Rudi kwenye ukurasa wa kwanza',
  'list.none': 'Hakuna aliyepatikana.',
  'list.go-on': 'Hadi sasa hakuna aliyepatikana. Orodha bado inaendelea: tafadhali endelea kwenye ukurasa unaofuata.',
  'list.withheld': 'Waliotia saini bila majina yao kutangazwa wanahesabiwa, lakini hawamo kwenye orodha hii.',
  'list.paused': 'Orodha ya majina haionyeshwi kwa sasa.',
  'list.back': 'Rudi kwenye barua',

  'form.step': 'Hatua ya 1 kati ya 2',
  'form.kind': 'Nani anatia saini?',
  'form.kind-organisation': 'Shirika, nami nimeidhinishwa kutia saini kwa niaba yake',
  'form.kind-individual': 'Ninatia saini kwa niaba yangu mwenyewe',
  'form.organisation': 'Shirika',
  'form.organisation-hint':
    'Ukitia saini kwa niaba yako mwenyewe, si lazima kujaza sehemu hii: shirika litaonyeshwa kuwa ndilo unalohusiana nalo, na lenyewe halitii saini.',
  'form.organisation-name': 'Jina la shirika',
  'form.website': 'Tovuti ya shirika (si lazima)',
  'form.website-hint': 'Kwa mfano example.org. Husaidia kutofautisha mashirika mawili yenye jina moja.',
  'form.country': 'Nchi',
  'form.country-choose': 'Chagua nchi',
  'form.person': 'Taarifa zako',
  'form.name': 'Jina lako',
  'form.role': 'Wadhifa wako (si lazima)',
  'form.email': 'Anwani yako ya barua pepe',
  'form.email-hint': 'Tutatuma huko barua pepe moja ya uthibitisho. Anwani haionyeshwi kamwe.',
  'form.attestation': 'Nimeidhinishwa kutia saini barua hii kwa niaba ya shirika lililotajwa hapo juu.',
  'form.consents': 'Ridhaa yako',
  'form.publication':
    'Ninakubali kwamba jina la shirika, jina langu, wadhifa wangu na nchi vichapishwe chini ya barua hii. Hilo linaweza kudhihirisha msimamo wa kisiasa.',
  'form.updates': 'Nitumieni habari kuhusu barua hii.',
  'form.partner': 'Shirika ambalo ninatia saini kwenye tovuti yake linaweza kuwasiliana nami.',
  'form.display': 'Jinsi ya kutia saini',
  'form.display-public': 'Jina lionyeshwe hadharani',
  'form.display-withheld': 'Jina lisitangazwe',
  'form.display-hint':
    'Jina lisipotangazwa, saini yako inahesabiwa, lakini hakuna jina linalochapishwa. Waanzilishi wa barua wanaweza kuliona.',
  'form.honeypot': 'Acha sehemu hii wazi',
  'form.submit': 'Tia saini, kisha uthibitishe kwa barua pepe',

  'privacy.title': 'Data zako zinatumiwaje',
  'privacy.more': 'Taarifa kamili ya faragha, kwenye ukurasa wake',
  'privacy.controller': 'Mdhibiti wa data',
  'privacy.purpose': 'Madhumuni',
  'privacy.purpose-text':
    'Kuonyesha ni nani wanaounga mkono barua hii, na kuiwasilisha pamoja na majina yao. Si kwa madhumuni mengine yoyote.',
  'privacy.consent': 'Msingi wa kisheria',
  'privacy.consent-text':
    'Ridhaa yako ya wazi. Saini yako inaweza kudhihirisha msimamo wa kisiasa, ambao sheria inaulinda kwa namna ya pekee. Unaweza kuondoa ridhaa yako wakati wowote; yaliyofanywa kabla ya kuiondoa yanabaki kuwa halali.',
  'privacy.recipients': 'Nani anazipata',
  'privacy.recipients-text':
    'Umma unaona yale uliyokubali yachapishwe. Wale ambao barua imeandikiwa wanapata orodha. Huduma inayoendesha kompyuta na kutuma barua pepe (Amazon Web Services) inafanya kazi kwa niaba ya mdhibiti wa data. Hakuna mwingine.',
  'privacy.kept': 'Kinachohifadhiwa',
  'privacy.kept-text':
    'Unayoyajaza, maandishi na maneno uliyoyaona, na wakati ulipothibitisha. Hakuna kidakuzi wala anwani ya mtandao: ni alama yake ya siri tu (hash yenye ufunguo), kwa siku moja, dhidi ya matumizi mabaya. Anwani yako ya barua pepe haionyeshwi kamwe.',
  'privacy.retention': 'Kwa muda gani',
  'privacy.retention-text': 'Kwa muda wote ambao barua iko hadharani, au hadi utakapoondoa saini yako.',
  'privacy.unconfirmed': 'Saini isiyothibitishwa hufutwa baada ya siku 30.',
  'privacy.withdrawn': 'Saini unayoiondoa hufutwa baada ya siku 30.',
  'privacy.after-closing':
    'Muda baada ya barua kufungwa ambapo anwani za barua pepe, maoni na majina yasiyo ya hadharani hufutwa',
  'privacy.rights': 'Haki zako',
  'privacy.rights-text':
    'Unaweza mwenyewe kuona, kusahihisha, kuondoa na kufuta saini yako, kwenye ukurasa ambao kiungo chake kimo katika stakabadhi. Unaweza kuwasilisha malalamiko kwa mamlaka ya ulinzi wa data.',
  'privacy.manage': 'Omba kiungo cha saini yako',
  'privacy.contact': 'Wa kuwasiliana naye',

  'dispute.link': 'Je, shirika lako limo kwenye orodha hii lakini halikutia saini?',
  'dispute.title': 'Shirika langu halikutia saini',
  'dispute.text':
    'Ijulishe sekretarieti ya barua hii. Inaiangalia saini na kuamua kama jina litabaki. Hadi hapo hakuna kinachobadilika. Ukiwa na anwani kwenye kikoa cha shirika lenyewe, tafadhali toa hiyo.',
  'dispute.organisation': 'Jina la shirika, kama lilivyo kwenye orodha',
  'dispute.name': 'Jina lako',
  'dispute.email': 'Anwani yako ya barua pepe',
  'dispute.email-hint': 'Kwa ajili ya sekretarieti tu, ili iweze kukujibu.',
  'dispute.message': 'Sekretarieti inapaswa kujua nini? (si lazima)',
  'dispute.submit': 'Ijulishe sekretarieti',
  'dispute.done-title': 'Asante. Sekretarieti italishughulikia.',
  'dispute.done-text': 'Ikiwa na maswali, itaandika kwa anwani uliyoitoa. Ujumbe wako unafutwa baada ya siku 180.',

  'form.errors_one': 'Kuna jambo {count} linalohitaji kuangaliwa',
  'form.errors_other': 'Kuna mambo {count} yanayohitaji kuangaliwa',
  'form.missing': 'tafadhali jaza sehemu hii',
  'form.wrong': 'tafadhali kagua sehemu hii',
  'form.wrong-email': 'andika anwani moja ya barua pepe, kwa mfano name@example.org',
  'form.wrong-website': 'hii si anwani ya tovuti, kama vile https://example.org',
  'form.wrong-no-letter': 'hapa lazima pawe na angalau herufi au tarakimu moja',
  'form.wrong-damaged': 'sehemu ya maandishi ilipotea wakati wa kunakili: andika tena',
  'form.wrong-too-long': 'ni ndefu mno: herufi {max} kwa wingi zaidi',
  'form.wrong-country': 'hatuijui nchi hii: tumia jina lake la kawaida au msimbo wa herufi mbili kama KZ',
  'form.wrong-country-unclear': 'nchi zaidi ya moja ina jina hili: andika jina kamili, kwa mfano Korea Kusini',
  'form.wrong-address-in-name': 'andika jina pekee, bila anwani ya wavuti au ya barua pepe',
  'form.wrong-attestation': 'thibitisha kwamba umeidhinishwa kutia saini kwa niaba ya shirika',
  'form.wrong-publication': 'kubali jina lichapishwe, au chagua “Jina lisitangazwe”',
  'form.wrong-unsure': 'weka alama kwenye kisanduku ili kuthibitisha',
  'form.deadline': 'Unaweza kutia saini hadi {moment}.',
  'form.deadline-here': 'Katika saa za eneo lako: {moment}.',
  'form.wrong-charset':
    'Baadhi ya herufi, kama é au ü, huenda zimefika zikiwa zimeharibika. Tafadhali kagua ulichoandika kisha tuma fomu tena.',
  'form.network-cap-title': 'Fomu yako haikutumwa',
  'form.network-cap':
    'Watu wengi mno kwenye mtandao wako wametuma fomu hii bila JavaScript. Washa JavaScript kwenye kivinjari chako na ufungue barua tena, au tuma fomu tena baada ya {moment}.',

  'embed.did-you-mean': 'Ulimaanisha {address}?',
  'embed.proof-working': 'Inakaguliwa chinichini kwamba anayetia saini si roboti…',
  'embed.proof-ready': 'Imekaguliwa: anayetia saini si roboti.',
  'embed.sending': 'Inatumwa…',
  'embed.busy':
    'Watu wengi sana wanatia saini kwa sasa. Subiri dakika moja, kisha bonyeza kitufe tena: ulichojaza bado kipo hapa.',
  'embed.offline':
    'Hakuna muunganisho. Bonyeza kitufe tena utakaporudi: ulichojaza bado kipo hapa, na huwezi kutia saini mara mbili.',
  'embed.timeout':
    'Jibu halikufika kwa wakati. Bonyeza kitufe tena: ulichojaza bado kipo hapa, na huwezi kutia saini mara mbili.',
  'embed.refused': 'Haikuweza kutumwa kutoka hapa. Tafadhali tia saini kwenye ukurasa wa barua yenyewe:',
  'embed.unreachable': 'Fomu haiwezi kupakiwa kwa sasa.',
  'embed.insecure':
    'Ukurasa huu si salama (hauna https), kwa hiyo tafadhali tia saini kwenye ukurasa wa barua yenyewe:',
  'embed.hosted': 'Fungua fomu kwenye ukurasa wake',
  'embed.retry': 'Jaribu tena',
  'embed.back': 'Rudi kwenye nilichojaza',

  'sent.title': 'Angalia barua pepe yako',
  'sent.step': 'Hatua ya 2 kati ya 2',
  'sent.text':
    'Tumekutumia barua pepe kutoka {sender}. Ifungue na ubonyeze kitufe kilichomo: ni hapo tu ndipo saini yako itakapohesabiwa.',
  'sent.spam':
    'Bado haijafika baada ya dakika chache? Angalia kwenye folda ya barua taka, na uhakikishe kwamba anwani ilikuwa sahihi. Ikiwa uliwahi kutuomba tusiandike kwa anwani hii, fungua tena kiungo cha barua pepe ile ili kutengua.',
  'sent.code': 'Unaweza pia kuandika msimbo uliomo katika barua pepe.',
  'sent.type-code': 'Andika msimbo',

  'confirm.delivered':
    'Barua hii ilikabidhiwa tarehe {date}, kwa hiyo saini yako haiwezi tena kuthibitishwa. Hapa unaweza kuona data zako tunazohifadhi na kuzifuta.',
  'confirm.title': 'Thibitisha saini',
  'confirm.step': 'Hatua ya 2 kati ya 2',
  'confirm.fact-letter': 'Barua',
  'confirm.fact-organisation': 'Shirika',
  'confirm.fact-individual': 'Wewe',
  'confirm.fact-signatory': 'Aliyetia saini',
  'confirm.public': 'Jina litaonyeshwa hadharani chini ya barua.',
  'confirm.withheld': 'Jina halitangazwi: saini yako inahesabiwa, lakini hakuna jina linalochapishwa.',
  'confirm.review': 'Sekretarieti ya barua itakagua saini yako kabla haijahesabiwa.',
  'confirm.button': 'Thibitisha saini',
  'confirm.not-me': 'Je, si wewe? Funga ukurasa huu. Bila uthibitisho wako hakuna kinachochapishwa.',
  'confirm.done-step': 'Imekamilika',
  'confirm.done-title': 'Asante. Saini imethibitishwa.',
  'confirm.done-text': 'Jina hili sasa liko chini ya barua “{title}”: {name}.',
  'confirm.done-withheld': 'Saini chini ya barua “{title}” imehesabiwa, na hakuna jina linalochapishwa.',
  'confirm.done-receipt': 'Tumekutumia stakabadhi kwa barua pepe.',
  'duplicate.organisation':
    'Tayari kuna saini ya {place} chini ya barua hii. Yako inahifadhiwa pamoja nayo, na {place} inahesabiwa mara moja.',
  'duplicate.individual':
    'Ulikuwa umetia saini barua hii hapo awali. Saini zote mbili zinahifadhiwa; unahesabiwa mara moja.',
  'duplicate.separate': 'Je, lako ni shirika tofauti? Tuambie: {contact}',
  'confirm.to-letter': 'Nenda kwenye barua',
  'confirm.unknown-title': 'Kiungo hiki hakiwezi kutumika',
  'confirm.unknown-text':
    'Huenda kilikatika njiani, au ni cha saini ambayo haikuthibitishwa kamwe na imefutwa. Omba barua pepe mpya, au andika msimbo uliomo katika barua pepe.',
  'confirm.resend': 'Nitumieni barua pepe mpya',
  'confirm.expired-title': 'Muda wa kiungo hiki umekwisha',
  'confirm.expired-text':
    'Viungo hufanya kazi kwa siku chache tu. Omba barua pepe mpya, au andika msimbo kutoka barua pepe ya karibuni zaidi.',

  'code.title': 'Andika msimbo uliomo katika barua pepe',
  'code.letter': 'Barua',
  'code.letter-hint': 'Sehemu ya mwisho ya anwani ya wavuti ya barua, kama ilivyo katika barua pepe.',
  'code.email': 'Anwani ambayo barua pepe ilitumwa',
  'code.code': 'Msimbo',
  'code.code-hint': 'Herufi na tarakimu nane, kama vile',
  'code.example': 'ABCD-2345',
  'code.error': 'Kosa',
  'code.submit': 'Thibitisha saini',
  'code.wrong':
    'Msimbo huu si sahihi. Kagua barua, anwani na msimbo. Baada ya majaribio kumi yasiyo sahihi msimbo haufanyi kazi tena; kiungo kilichomo katika barua pepe bado kinafanya kazi.',

  'link.title': 'Saini zako',
  'link.text':
    'Je, unataka kuona, kusahihisha au kuondoa saini, au barua pepe ya kuithibitisha imepotea? Toa anwani uliyotumia kutia saini, nasi tutakutumia kiungo.',
  'link.email': 'Anwani ya barua pepe uliyotumia kutia saini',
  'link.submit': 'Nitumieni kiungo',
  'link.wrong': 'Hii si anwani ya barua pepe.',
  'link.sent-title': 'Angalia barua pepe yako',
  'link.sent-text':
    'Ikiwa kuna saini iliyotiwa kwa anwani hii, barua pepe kutoka {sender} iko njiani. Ikiwa hakuna, hakuna kinachotumwa.',
  'link.unusable': 'Huenda kilikatika njiani, au muda wake umekwisha, au kilichokuwepo hapo hakipo tena. Omba kipya:',

  'manage.title': 'Saini yako',
  'manage.state-pending': 'Bado haijathibitishwa: haihesabiwi hadi utakapoithibitisha.',
  'manage.state-counted': 'Saini hii inahesabiwa chini ya barua: {name}.',
  'manage.state-held': 'Saini imepokelewa: {name}. Sekretarieti ya barua itaikagua kabla haijahesabiwa.',
  'manage.state-merged':
    'Sekretarieti ya barua inahifadhi saini hii pamoja na nyingine, kwa hiyo haihesabiwi peke yake.',
  'manage.state-displaced':
    'Saini nyingine kwa niaba ya {name} ina uthibitisho bora zaidi na inahesabiwa badala ya yako. Sekretarieti ya barua itaiangalia yako.',
  'manage.state-rejected': 'Sekretarieti ya barua haikuikubali saini hii.',
  'manage.state-withdrawn': 'Saini hii imeondolewa. Haionyeshwi popote wala haihesabiwi.',
  'manage.change-awaits':
    'Umeomba mabadiliko. Sekretarieti ya barua itayakagua; hadi wakati huo saini yako inabaki kama ilivyokuwa. Ulichoomba:',
  'manage.change-declined':
    'Sekretarieti ya barua haikukubali mabadiliko uliyoomba. Saini yako inabaki kama ilivyokuwa.',
  'manage.place-text': 'Saini ile nyingine haizuii tena. Yako sasa inaweza kuhesabiwa.',
  'manage.place-button': 'Tia saini mahali pake',
  'manage.carry-title': 'Barua imebadilika',
  'manage.carry-text':
    'Saini yako iko chini ya maandishi uliyoyaona. Soma maandishi mapya; ukikubaliana nayo, hamishia saini yako huko. Usipofanya lolote, saini itabaki chini ya maandishi ya awali, na hilo litaonyeshwa.',
  'manage.carry-read': 'Soma maandishi mapya',
  'manage.carry-button': 'Hamishia saini yangu kwenye maandishi mapya',
  'manage.held': 'Tunachohifadhi',
  'manage.fact-affiliation': 'Shirika linalohusiana',
  'manage.fact-website': 'Tovuti',
  'manage.fact-role': 'Wadhifa',
  'manage.fact-email': 'Anwani ya barua pepe (haionyeshwi kamwe)',
  'manage.fact-comment': 'Ujumbe kwa waanzilishi',
  'manage.fact-submitted': 'Tarehe ya kuwasilishwa',
  'manage.fact-confirmed': 'Tarehe ya kuthibitishwa',
  'manage.fact-version': 'Maandishi yaliyotiwa saini (SHA-256)',
  'manage.download': 'Pakua yote kama faili (JSON)',
  'manage.correct-title': 'Sahihisha',
  'manage.correct-text':
    'Shirika tofauti na la awali huhakikiwa upya. Unaweza pia kubadilisha kati ya kutia saini kwa niaba ya shirika na kwa niaba yako mwenyewe.',
  'manage.correct-button': 'Hifadhi sahihisho',
  'manage.too-many-corrections':
    'Umerekebisha saini hii mara nyingi ndani ya siku moja. Unaweza kuirekebisha tena kuanzia {moment}. Ulichokwisha kuhifadhi kinabaki.',
  'manage.too-many-organisations':
    'Umebadilisha shirika mara kadhaa ndani ya siku moja. Unaweza kulibadilisha tena kuanzia {moment}. Mengine yote bado unaweza kuyarekebisha.',
  'manage.consents-title': 'Jina na ridhaa',
  'manage.consents-button': 'Hifadhi',
  'manage.withdraw-title': 'Ondoa saini',
  'manage.withdraw-text': 'Saini itaondoka mara moja kwenye orodha na kwenye hesabu. Hili haliwezi kutenguliwa hapa.',
  'manage.withdraw-button': 'Ondoa saini yangu',
  'manage.forget-title': 'Futa data zangu',
  'manage.forget-text':
    'Saini inaondolewa, na yote yanayoonyesha wewe ni nani yanafutwa mara moja katika hifadhidata yetu. Hutoweka kwenye foleni za kiufundi ndani ya siku 14, na kwenye nakala rudufu ndani ya siku 35.',
  'manage.forget-left':
    'Kinachobaki ni nambari isiyo na jina, ili historia ya hesabu ibaki sahihi; na alama ya siri (hash) ya anwani yako inayozuia barua pepe zaidi, lakini ikiwa tu utaomba hivyo, au ikiwa barua pepe yetu ilirudi au iliwekewa alama kuwa haitakiwi.',
  'manage.forget-sure': 'Ndiyo, futeni kila kitu kunihusu chini ya barua hii.',
  'manage.forget-no-mail': 'Na msitume tena kamwe barua pepe kwa anwani hii.',
  'manage.forget-button': 'Futa data zangu',
  'manage.forgotten-title': 'Data zako zimefutwa',
  'manage.forgotten-text': 'Hakuna tena kitu katika hifadhidata yetu kinachoonyesha wewe ni nani.',
  'manage.forgotten-left':
    'Hutoweka kwenye foleni za kiufundi ndani ya siku 14, na kwenye nakala rudufu ndani ya siku 35; orodha ya ufutaji inahakikisha kwamba data zako zinafutwa tena ikiwa nakala rudufu itarejeshwa.',

  'domain.title': 'Onyesha kwamba kikoa ni chenu',
  'domain.text':
    'Ikiwa unaweza kubadilisha {domain}, weka mstari huu katika mojawapo ya sehemu mbili. Saini hapo itakuwa na alama “kikoa kimethibitishwa”, na itachukua nafasi ya saini iliyotiwa kwa niaba ya shirika hilohilo kutoka mahali pengine. Mstari huu si siri, na unaweza kuuondoa baadaye.',
  'domain.record': 'Rekodi ya DNS ya aina ya TXT katika',
  'domain.file': 'Au faili la maandishi katika',
  'domain.button': 'Kagua sasa',
  'domain.shown': 'Umethibitisha kwamba unadhibiti {domain} (tarehe: {date}).',
  'domain.failed': 'Kikoa bado hakijathibitishwa',
  'domain.not-proven':
    'Mstari haukupatikana katika {record} wala katika {file}. Rekodi mpya ya DNS inaweza kuchukua saa kadhaa hadi ionekane na kila mtu; faili lazima liwe la maandishi matupu, kupitia https. Kisha bonyeza tena “Kagua sasa”.',
  'domain.checked-too-often': 'Tumekagua mara kumi ndani ya saa moja. Tafadhali jaribu tena baada ya saa moja.',
  'domain.not-provable': 'Saini hii si ya shirika lenye tovuti kwenye kikoa chake lenyewe.',

  'mark.mailbox-domain': 'barua pepe ya kikoa chake',
  'mark.domain': 'kikoa kimethibitishwa',
  'mark.vouched': 'imehakikiwa na sekretarieti',
  'mark.title': 'Maana ya alama',
  'mark.text':
    'Kila aliyemo kwenye orodha hii amethibitisha kwa barua pepe. Baadhi ya mashirika yamethibitisha zaidi, na yana alama:',
  'mark.about-mailbox-domain':
    'Barua pepe iliyotumiwa kuthibitisha ilifika kwenye anwani iliyo katika kikoa cha shirika lenyewe.',
  'mark.about-domain': 'Aliyetia saini amethibitisha kwamba anadhibiti kikoa cha shirika.',
  'mark.about-vouched': 'Sekretarieti ya barua imehakikisha kwamba shirika lilitia saini.',

  'stop.title': 'Si mimi',
  'stop.text':
    'Mtu fulani alitoa anwani hii ya barua pepe ili kutia saini barua “{title}”. Ikiwa si wewe, hakuna kinachochapishwa.',
  'stop.one-text': 'Ikiwa hukusaini, futa saini hii. Data zake zinafutwa mara moja, na bado unaweza kusaini mwenyewe.',
  'stop.one-button': 'Saini hii si yangu: ifute',
  'stop.what':
    'Unaweza pia kuzuia anwani hii: data zinafutwa mara moja, na hatutaandika tena kamwe kwa anwani hii, hata utakaposaini barua mwenyewe. Kiungo kilicho katika barua pepe kinakuruhusu kutengua hili.',
  'stop.button': 'Futa na msiniandikie tena kamwe',
  'stop.nothing': 'Usipofanya lolote, data zitafutwa baada ya siku 30.',
  'stop.stopped-title': 'Imekamilika',
  'stop.stopped-text':
    'Data zimefutwa, na hatutaandika tena kwa anwani hii. Kinachobaki ni alama ya siri (hash) ya anwani inayozuia barua pepe zaidi. Unaweza kutengua hili hapa, au baadaye kwa kiungo kile kile katika barua pepe.',
  'stop.removed-title': 'Saini imefutwa',
  'stop.removed-text': 'Data zake zimefutwa, na hakuna kilichochapishwa. Bado unaweza kusaini barua mwenyewe.',
  'stop.blocked-title': 'Hatuandiki kwa anwani hii',
  'stop.undo-text':
    'Ulituomba tusiandike tena kamwe kwa anwani hii. Kwa hiyo barua pepe ya kuthibitisha haiji unaposaini barua. Je, unataka kupata barua pepe tena?',
  'stop.undo-button': 'Tuma tena barua pepe kwa anwani hii',
  'stop.undone-title': 'Unaweza kupata barua pepe tena',
  'stop.undone-text':
    'Tunaweza kuandika tena kwa anwani hii. Ikiwa ulisaini barua wakati huo, tafadhali isaini mara nyingine: barua pepe yake haikutumwa.',
  'stop.confirmed-title': 'Saini hii ilithibitishwa',
  'stop.confirmed-text':
    'Mtu anayeweza kusoma barua pepe za anwani hii ameithibitisha. Ili kuiona, kuiondoa au kufuta data zako, omba kiungo kwa barua pepe.',
  'stop.gone-title': 'Hakuna kitu hapa tena',
  'stop.gone-text': 'Saini imefutwa. Hakuna jina linalochapishwa.',
  'stop.unusable':
    'Huenda kilikatika njiani. Usipofanya lolote, hakuna kitakachochapishwa, na yaliyotumwa yatafutwa baada ya siku 30.',

  'mail.greeting': 'Kwa {name},',
  'mail.greeting-unknown': 'Habari,',
  'mail.button-fails': 'Kitufe kisipofanya kazi, fungua anwani hii:',
  'mail.letter': 'Barua, na wote waliotia saini:',
  'mail.contact': 'Je, una swali? Jibu barua pepe hii, au andika kwa {contact}.',
  'mail.sent-for': 'Imetumwa kwa niaba ya {convener}.',
  'mail.sent-by': 'Imetumwa kwa sababu mtu fulani alitoa anwani hii na kuomba viungo vyake.',
  'mail.not-me':
    'Je, si wewe? Basi usifanye lolote: bila uthibitisho hakuna kinachochapishwa, na data zitafutwa baada ya siku 30.',
  'mail.stop':
    'Ikiwa saini hii si yako, fungua ukurasa huu ili kuifuta, au ili usipate tena barua pepe kwa anwani hii:',
  'mail.manage':
    'Kwenye ukurasa wako unaweza kuona yote yaliyorekodiwa, kuyasahihisha au kuondoa saini yako. Kiungo cha ukurasa huo ni chako peke yako: usimpe mtu mwingine.',
  'mail.manage-button': 'Fungua ukurasa wako',
  'mail.manage-not-me':
    'Je, si wewe? Kwenye ukurasa huohuo unaweza kuondoa saini, kufutiwa kila kitu kukuhusu na kusimamisha barua pepe zote zaidi.',
  'mail.confirm-subject': 'Tafadhali thibitisha saini yako (hatua ya 2 kati ya 2): “{title}”',
  'mail.confirm-title': 'Tafadhali thibitisha saini',
  'mail.confirm-organisation': 'Uliomba kutia saini barua “{title}” kwa niaba ya “{name}”.',
  'mail.confirm-individual': 'Uliomba kutia saini barua “{title}”.',
  'mail.confirm-press':
    'Hatua ya 2 kati ya 2: fungua ukurasa huu na ubonyeze kitufe kilichomo. Ni hapo tu ndipo saini itakapohesabiwa.',
  'mail.confirm-button': 'Fungua ukurasa na uthibitishe',
  'mail.code': 'Au andika msimbo kwenye ukurasa huu:',
  'mail.code-letter': 'Barua: {letter}',
  'mail.code-code': 'Msimbo: {code}',
  'mail.confirm-expires': 'Kiungo na msimbo vinafanya kazi hadi tarehe {date}.',
  'mail.reminder-subject': 'Ukumbusho (hatua ya 2 kati ya 2): tafadhali thibitisha saini yako chini ya “{title}”',
  'mail.reminder-title': 'Saini yako bado haijathibitishwa',
  'mail.reminder-organisation':
    'Tarehe {date} uliomba kutia saini barua “{title}” kwa niaba ya “{name}”. Saini bado haijathibitishwa, kwa hiyo haihesabiwi.',
  'mail.reminder-individual':
    'Tarehe {date} uliomba kutia saini barua “{title}”. Saini bado haijathibitishwa, kwa hiyo haihesabiwi.',
  'mail.reminder-only': 'Huu ndio ukumbusho pekee.',
  'mail.receipt-subject': 'Stakabadhi: {name}, saini chini ya “{title}”',
  'mail.receipt-title': 'Asante. Saini imethibitishwa.',
  'mail.receipt-text': 'Saini ya {name} chini ya barua “{title}” imethibitishwa.',
  'mail.receipt-facts': 'Haya ndiyo yaliyorekodiwa sasa:',
  'mail.corrected-subject': 'Stakabadhi: saini ya {name} chini ya “{title}”, jinsi ilivyo sasa',
  'mail.corrected-title': 'Saini imesahihishwa',
  'mail.corrected-text':
    'Saini ya {name} chini ya barua “{title}” imesahihishwa. Barua pepe hii inachukua nafasi ya stakabadhi ya awali.',
  'mail.state-held': 'Bado haijahesabiwa: sekretarieti ya barua itaikagua kwanza. Huhitaji kufanya lolote.',
  'mail.state-displaced': 'Saini yako inahifadhiwa. Haihesabiwi, na inasubiri uamuzi wa sekretarieti ya barua.',
  'mail.state-rejected': 'Sekretarieti ya barua haikuikubali saini hii.',
  'mail.prove':
    'Ikiwa unatenda kwa niaba ya {name}, unaweza kuonyesha hivyo: ukurasa wako unaeleza jinsi ya kuthibitisha kikoa cha shirika, kwa rekodi katika DNS yake au faili dogo kwenye tovuti yake.',
  'mail.fact-organisation': 'Shirika',
  'mail.fact-affiliation': 'Shirika linalohusiana',
  'mail.fact-website': 'Tovuti',
  'mail.fact-country': 'Nchi',
  'mail.fact-signatory': 'Aliyetia saini',
  'mail.fact-role': 'Wadhifa',
  'mail.fact-display': 'Jina hadharani',
  'mail.fact-display-public': 'linaonyeshwa',
  'mail.fact-display-withheld': 'halionyeshwi',
  'mail.fact-date': 'Tarehe ya kuthibitishwa',
  'mail.fact-version': 'Maandishi yaliyotiwa saini (SHA-256)',
  'mail.already-subject': 'Saini ipo tayari: {name} chini ya “{title}”',
  'mail.already-title': 'Umekwisha kutia saini',
  'mail.already-organisation':
    'Mtu fulani, huenda ni wewe, ameomba sasa hivi kutia saini barua “{title}” kwa niaba ya {name}. Umekwisha kuitia saini, na saini imethibitishwa.',
  'mail.already-individual':
    'Mtu fulani, huenda ni wewe, ameomba sasa hivi kutia saini barua “{title}”. Umekwisha kuitia saini, na saini imethibitishwa.',
  'mail.already-nothing':
    'Hakuna kilichobadilika, na hakuna cha kuthibitisha. Ikiwa si wewe uliyeomba, huhitaji kufanya lolote.',
  'mail.duplicate-subject': 'Mtu mwingine pia ametia saini kwa niaba ya {name}: “{title}”',
  'mail.duplicate-title': 'Saini ya pili kwa ajili ya shirika lako',
  'mail.duplicate-text':
    'Ulitia saini barua “{title}” kwa niaba ya {name}. Sasa mtu mwingine amethibitisha saini kwa niaba ya shirika hilohilo. Saini yako bado ndiyo inayoliwakilisha; nyingine inahifadhiwa kando yake, na jina linahesabiwa mara moja.',
  'mail.duplicate-nothing':
    'Huhitaji kufanya lolote. Ikiwa mtu mwingine anapaswa kuwakilisha {name}, ondoa saini yako kwenye ukurasa wako: hapo nyingine inaweza kuchukua nafasi yake.',
  'mail.displaced-subject': 'Saini yako kwa niaba ya {name} inasubiri sekretarieti: “{title}”',
  'mail.displaced-title': 'Saini nyingine imechukua nafasi ya yako',
  'mail.displaced-text':
    'Mtu mwingine ametia saini barua “{title}” kwa niaba ya {name}, akiwa na uthibitisho bora zaidi. Saini hiyo inahesabiwa badala ya yako.',
  'mail.version-subject': 'Barua imebadilika: je, unatia saini maandishi mapya ya “{title}” ({name})?',
  'mail.version-title': 'Barua imebadilika',
  'mail.version-organisation':
    'Ulitia saini barua “{title}” kwa niaba ya {name}. Maneno yake yamebadilika tangu wakati huo. Saini yako iko chini ya maneno uliyoyaona.',
  'mail.version-individual':
    'Ulitia saini barua “{title}”. Maneno yake yamebadilika tangu wakati huo. Saini yako iko chini ya maneno uliyoyaona.',
  'mail.version-renamed': 'Barua sasa inaitwa “{new}”.',
  'mail.version-read': 'Soma maandishi mapya, na kilichobadilishwa:',
  'mail.version-carry':
    'Je, unakubaliana nayo? Basi hamishia saini yako huko, kwa kubonyeza mara moja kwenye ukurasa wako. Kiungo cha ukurasa huo ni chako peke yako: usimpe mtu mwingine.',
  'mail.version-button': 'Fungua ukurasa wako na uhamishe saini',
  'mail.version-nothing':
    'Usipofanya lolote, saini yako itabaki chini ya maandishi ya awali, na hilo litaonyeshwa. Unaulizwa mara hii moja tu.',
  'mail.withdrawn-subject': 'Imeondolewa: saini ya {name} chini ya “{title}”',
  'mail.withdrawn-title': 'Saini imeondolewa',
  'mail.withdrawn-organisation':
    'Saini ya {name} chini ya barua “{title}” imeondolewa. Haimo tena kwenye orodha wala kwenye hesabu.',
  'mail.withdrawn-individual':
    'Saini yako chini ya barua “{title}” imeondolewa. Haimo tena kwenye orodha wala kwenye hesabu.',
  'mail.withdrawn-nothing':
    'Imekamilika: hakuna cha kuthibitisha, na hakuna barua pepe nyingine itakayokuja kuhusu jambo hili.',
  'mail.withdrawn-not-me': 'Je, si wewe? Basi andika kwa {contact}.',
  'mail.links-subject': 'Viungo vya saini zako',
  'mail.links-title': 'Saini zako',
  'mail.links-text':
    'Mtu fulani, huenda ni wewe, ameomba viungo vya saini zilizotiwa kwa anwani hii ya barua pepe. Viungo ni hivi.',
  'mail.links-one': '{name}, chini ya “{title}”',
  'mail.links-manage': 'Ili kuiona, kuisahihisha au kuiondoa:',
  'mail.links-pending': 'Bado haijathibitishwa. Ili kuithibitisha, fungua ukurasa huu na ubonyeze kitufe kilichomo:',
  'mail.links-private': 'Viungo hivi ni vyako peke yako: usimpe mtu mwingine.',
  'mail.links-not-me': 'Je, si wewe? Basi usifanye lolote: viungo havikutumwa kwa mtu mwingine yeyote.',

  'page.not-found-title': 'Hakuna kitu hapa',
  'page.not-found-text': 'Kagua anwani, au muulize aliyekupa.',
  'page.draft-title': 'Barua hii bado haijafunguliwa',
  'page.draft-text': 'Rudi itakapokuwa imechapishwa.',
  'page.error-title': 'Hitilafu imetokea',
  'page.error-text': 'Tafadhali jaribu tena baada ya muda mfupi. Hakuna kilichopotea.',
  'page.label': '{label}: ',
  'page.skip': 'Nenda kwenye maandishi',
  'page.made-with': 'Saini zimekusanywa kwa Undersigned, programu huru isiyofuatilia watu',
  'page.none': 'Kwa sasa hakuna barua iliyo wazi kutiwa saini.',
  'page.letters': 'Barua zilizo wazi kutiwa saini',

  'press.line': 'Hadi {time} UTC, barua ya wazi “{title}” ina {signed}.',
  'press.countries_one': 'nchi {count}',
  'press.countries_other': 'nchi {count}',
} as const satisfies Record<string, string>;
