import { describe, expect, it } from 'vitest';
import { publicName } from '../../shared/signature/submission.ts';

/** Names of organisations, invented or public, by their script. */
const kept: Readonly<Record<string, string>> = {
  Latin:
    'Amnesty.org|Ligue Braille|Union Suisse des Paysans|Vakbond Zuid|Iniciativa Ciutadana|Grup d’Acció|Unió de Pagesos|Kolektiv Zora|Iniciatíva Inakosť|Slovenska filantropija|Udruga Pariter|Asociația Pro Democrația|Magyar Helsinki Bizottság|Eesti Naisteühendus|Suomen Rauhanpuolustajat|Náttúruvernd|Amnistía Internacional|Verein für Gerechtigkeit|Obshchestvo Pamyat|Sindicato Único|Collectif 65|Kommittén|Plataforma Ciudadana|Reporter ohne Grenzen|Greenpeace|Night Shelter Osh|Steppe Lawyers|Zentrum für Recht & Freiheit gGmbH|Associação Mães de Maio|Asociación de Madres (línea fundadora)|Fédération des Œuvres laïques|Hnutí DUHA|Rada Języka|Zelena akcija|Emakumeen Elkartea|Cymdeithas yr Iaith|Comhlámh|Mouvman Fanm|Chama cha Wanawake|Serikat Petani|Gabriela Women’s Party|Samarbejdspartnere A/S|Föreningen Håll Östersjön Rent|Lietuvos žmogaus teisių centras|Cilvēktiesību centrs|Shoqata e Grave|Bureau 2.0|Tech.Workers Coalition|Sr.Maria/Casa Hogar|' +
    '+972 Magazine|@Risk|Data:Lab|St.Mary/Parish|AT&T Workers Union|7amleh|350.org|ver.di|e-Estonia Forum|C.R.A.S.H.|Act!|¡Democracia Real YA!|' +
    'Médecins Sans Frontières|Ärzte ohne Grenzen e.V.|L’Étudiant·e|Bündnis 90/Die Grünen|Fundación Ñandú|Stowarzyszenie „Łódź”|Česká ženská lobby|' +
    'Türkiye İnsan Hakları Vakfı|Hội Nhà báo Độc lập Việt Nam|Þjóðvaki|Ħamrun Voices|IJslandse Bond|SOS Racisme – Touche pas à mon pote|' +
    'Women & Men = Equal|100% Human|#NiUnaMenos|*Rosa* Collective|(Un)Commons|“Glasnost” Fund|Kino+Klub|A/B Legal|No.12/A Neighbours|Who? What? Why?|' +
    'A.|X|1|U.S./Canada Bridge|M.Sc/PhD Network|Node.JS/Deno Users|O’Brien & Sons’ Workers|D’Arcy McGee Society|Dr. B. R. Ambedkar Study Circle|' +
    'Les Ami(e)s de la Terre|Associação “Não à Barragem”|Coöperatie Zuid|Vrouwen*beraad|Freedom_House Fans|-30- Press Club|=mc² Science Shop|' +
    "Hawaiʻi People’s Fund|Te Rōpū Wāhine Māori|Õpetajate Liit|Ogonek s.r.o.|Société d’Émulation|Kvennaathvarf|O'zbekiston huquq markazi",
  Cyrillic:
    'Мемориал|Движение «За права человека»|Комитет солдатских матерей|Қазақстан адам құқықтары бюросы|Кыргыз аялдар форуму|Їжакова громада|' +
    'Ёлка|Хельсінкський комітет|Беларускі дом|Удружење „Жене у црном“|Монголын эмэгтэйчүүд|Тоҷикон барои сулҳ|ОО "Адил соз"|ТОО «Ак-Жол+»',
  Arabic:
    'جمعية حقوق الإنسان|مركز القاهرة|می‌خواهم|انجمن زنان ایران|تنظيم ٢٠١١|پاکستان کمیشن برائے انسانی حقوق|ئۇيغۇر جەمئىيىتى|كوردستان بۆ ئازادی',
  Hebrew: 'האגודה לזכויות האזרח|שלום עכשיו|בצלם|יש דין|צה״ל לשעבר',
  Greek: 'Αλληλεγγύη για Όλους|Ελληνική Ένωση για τα Δικαιώματα|Ωμέγα 3|Δίκτυο «Νόστος»',
  Armenian: 'Հելսինկյան կոմիտե|Կանանց ռեսուրսային կենտրոն|Իրավունքի ուժ',
  Georgian: 'საქართველოს ახალგაზრდა იურისტები|ქალთა საინფორმაციო ცენტრი|Სოლიდარობა'.replace('Ს', 'ს'),
  Devanagari: 'मानवाधिकार संगठन|जन आंदोलन|नेपाल महिला मञ्च|क्‍षेत्रीय मंच|भारत जोड़ो',
  Bengali: 'মানবাধিকার সংস্থা|আইন ও সালিশ কেন্দ্র|নারী মৈত্রী',
  Gurmukhi: 'ਮਨੁੱਖੀ ਅਧਿਕਾਰ ਸੰਗਠਨ|ਪੰਜਾਬ ਕਿਸਾਨ ਯੂਨੀਅਨ',
  Gujarati: 'માનવ અધિકાર સંસ્થા|સેવા સંઘ',
  Tamil: 'மனித உரிமை கழகம்|தமிழ் மன்றம்|பெண்கள் கூட்டமைப்பு',
  Telugu: 'మానవ హక్కుల వేదిక|రైతు సంఘం',
  Kannada: 'ಮಾನವ ಹಕ್ಕುಗಳ ವೇದಿಕೆ|ಕನ್ನಡ ಸಂಘ',
  Malayalam: 'മനുഷ്യാവകാശ സംഘടന|കേരള ശാസ്ത്രസാഹിത്യ പരിഷത്ത്|അവൾക്കൊപ്പം',
  Sinhala: 'මානව හිමිකම් සංවිධානය|ශ්‍රී ලංකා කාන්තා සංසදය',
  Thai: 'สมาคมสิทธิเสรีภาพ|มูลนิธิผสานวัฒนธรรม|กลุ่มรักษ์ป่า',
  Lao: 'ສະມາຄົມແມ່ຍິງ|ກຸ່ມຊາວໜຸ່ມ',
  Khmer: 'អង្គការសិទ្ធិមនុស្ស|សមាគមអាដហុក',
  Myanmar: 'ဒီမိုကရေစီ အင်အားစု|အမျိုးသမီးအဖွဲ့|မြန်မာ နွေဦး',
  Tibetan: 'བོད་ཀྱི་འགྲོ་བ་མིའི་ཐོབ་ཐང|བོད་མིའི་སྒྲིག་འཛུགས',
  Han: '人权观察|中國人權|国际特赦组织（香港）|绿色和平|反貧困網絡|人权。协会|女聲「她」|一',
  Japanese: '日本ペンクラブ|ヒューマンライツ・ナウ|あすなろ会|いのちの電話|NPO法人〈虹〉|株式会社ミライ',
  Hangul: '국제앰네스티 한국지부|참여연대|민주사회를 위한 변호사모임|(사)환경정의|4·16연대',
  Ethiopic: 'የኢትዮጵያ ሰብዓዊ መብቶች ጉባኤ|ማኅበረ ቅዱሳን|ሴቶች ለሰላም',
  Others: '𞤊𞤵𞤤𞤬𞤵𞤤𞤣𞤫 𞤃𞤢𞤱𞤲𞤺𞤢𞤤|ⵜⴰⵎⴰⵣⵉⵖⵜ|ᐃᓄᐃᑦ ᑕᐱᕇᑦ ᑲᓇᑕᒥ|ᏣᎳᎩ ᎠᏰᎵ|ߒߞߏ ߘߎߟߎ|ޑިމޮކްރަސީ ނެޓްވޯކް|ᠮᠣᠩᠭᠣᠯ ᠨᠡᠶᠢᠭᠡᠮ|ଓଡ଼ିଶା ନାରୀ ମଞ୍ଚ',
};

/** Input that is not a name, and why. */
const refused: readonly (readonly [name: string, why: RegExp])[] = [
  ['', /empty/],
  [' \u200b ', /empty/],
  ['---', /letter or a digit/],
  ['🎉🎉', /letter or a digit/],
  ['Caf\ufffd Paris', /damaged/],
  ['Buy at https://x.example', /web address/],
  ['www.casino.example', /web address/],
  ['casino.com/win', /web address/],
  ['казино.рф/бонус', /web address/],
  ['office@example.org', /web address/],
  ['Call tel:+7701000', /web address/],
  ['x'.repeat(201), /at most 200/],
];

const rows = Object.entries(kept).flatMap(([script, names]) => names.split('|').map((name) => [script, name] as const));

describe('the name of an organisation', () => {
  it('is tested at least 200 times in twenty scripts', () => {
    expect(new Set(rows.map(([, name]) => name)).size).toBeGreaterThanOrEqual(200);
    expect(Object.keys(kept).length).toBeGreaterThanOrEqual(20);
  });

  it.each(rows)('in %s is kept: %s', (_, name) => {
    // Only quotation marks around the whole name may be removed.
    expect(publicName.parse(name)).toBe(name.normalize('NFC'));
  });

  it.each(refused)('is refused: %j for %s', (name, why) => {
    expect(publicName.safeParse(name).error?.issues[0]?.message).toMatch(why);
  });
});
