/**
 * Names of countries that Intl lacks: common, official and former ones, and those in lists of other tools. Browsers
 * load it, too: it imports nothing.
 *
 * From i18n-iso-countries 7.14.0 (MIT), names in the page languages that Intl lacks, without its mistakes; and our own,
 * last reviewed on 2026-11-30. tests/organisation/find-country.test.ts compares it with that package and with iso-3166.
 */

/**
 * Three-letter and numeric codes of ISO 3166-1, in the order of `countryCodes`. Kosovo has none: XKX is in common use.
 */
export const isoCodes: readonly string[] = /* @__PURE__ */ (
  'AND020 ARE784 AFG004 ATG028 AIA660 ALB008 ARM051 AGO024 ATA010 ARG032 ASM016 AUT040 AUS036 ABW533 ALA248 ' +
  'AZE031 BIH070 BRB052 BGD050 BEL056 BFA854 BGR100 BHR048 BDI108 BEN204 BLM652 BMU060 BRN096 BOL068 BES535 ' +
  'BRA076 BHS044 BTN064 BVT074 BWA072 BLR112 BLZ084 CAN124 CCK166 COD180 CAF140 COG178 CHE756 CIV384 COK184 ' +
  'CHL152 CMR120 CHN156 COL170 CRI188 CUB192 CPV132 CUW531 CXR162 CYP196 CZE203 DEU276 DJI262 DNK208 DMA212 ' +
  'DOM214 DZA012 ECU218 EST233 EGY818 ESH732 ERI232 ESP724 ETH231 FIN246 FJI242 FLK238 FSM583 FRO234 FRA250 ' +
  'GAB266 GBR826 GRD308 GEO268 GUF254 GGY831 GHA288 GIB292 GRL304 GMB270 GIN324 GLP312 GNQ226 GRC300 SGS239 ' +
  'GTM320 GUM316 GNB624 GUY328 HKG344 HMD334 HND340 HRV191 HTI332 HUN348 IDN360 IRL372 ISR376 IMN833 IND356 ' +
  'IOT086 IRQ368 IRN364 ISL352 ITA380 JEY832 JAM388 JOR400 JPN392 KEN404 KGZ417 KHM116 KIR296 COM174 KNA659 ' +
  'PRK408 KOR410 KWT414 CYM136 KAZ398 LAO418 LBN422 LCA662 LIE438 LKA144 LBR430 LSO426 LTU440 LUX442 LVA428 ' +
  'LBY434 MAR504 MCO492 MDA498 MNE499 MAF663 MDG450 MHL584 MKD807 MLI466 MMR104 MNG496 MAC446 MNP580 MTQ474 ' +
  'MRT478 MSR500 MLT470 MUS480 MDV462 MWI454 MEX484 MYS458 MOZ508 NAM516 NCL540 NER562 NFK574 NGA566 NIC558 ' +
  'NLD528 NOR578 NPL524 NRU520 NIU570 NZL554 OMN512 PAN591 PER604 PYF258 PNG598 PHL608 PAK586 POL616 SPM666 ' +
  'PCN612 PRI630 PSE275 PRT620 PLW585 PRY600 QAT634 REU638 ROU642 SRB688 RUS643 RWA646 SAU682 SLB090 SYC690 ' +
  'SDN729 SWE752 SGP702 SHN654 SVN705 SJM744 SVK703 SLE694 SMR674 SEN686 SOM706 SUR740 SSD728 STP678 SLV222 ' +
  'SXM534 SYR760 SWZ748 TCA796 TCD148 ATF260 TGO768 THA764 TJK762 TKL772 TLS626 TKM795 TUN788 TON776 TUR792 ' +
  'TTO780 TUV798 TWN158 TZA834 UKR804 UGA800 UMI581 USA840 URY858 UZB860 VAT336 VCT670 VEN862 VGB092 VIR850 ' +
  'VNM704 VUT548 WLF876 WSM882 XKX000 YEM887 MYT175 ZAF710 ZMB894 ZWE716'
).split(' ');

/** Names that more than one country uses, or of former countries, with those that they may mean. */
export const unclearNames: Readonly<Record<string, readonly string[]>> = {
  Korea: ['KR', 'KP'],
  Corea: ['KR', 'KP'],
  Corée: ['KR', 'KP'],
  Coreia: ['KR', 'KP'],
  Корея: ['KR', 'KP'],
  Kore: ['KR', 'KP'],
  कोरिया: ['KR', 'KP'],
  كوريا: ['KR', 'KP'],
  کره: ['KR', 'KP'],
  Congo: ['CD', 'CG'],
  Kongo: ['CD', 'CG'],
  'the Congo': ['CD', 'CG'],
  'Le Congo': ['CD', 'CG'],
  Конго: ['CD', 'CG'],
  콩고: ['CD', 'CG'],
  コンゴ: ['CD', 'CG'],
  刚果: ['CD', 'CG'],
  剛果: ['CD', 'CG'],
  कांगो: ['CD', 'CG'],
  الكونغو: ['CD', 'CG'],
  کنگو: ['CD', 'CG'],
  'Virgin Islands': ['VG', 'VI'],
  Guiana: ['GY', 'GF', 'SR'],
  USSR: ['RU', 'UA', 'BY', 'KZ', 'UZ', 'GE', 'AM', 'AZ', 'KG', 'TJ', 'TM', 'MD', 'LV', 'LT', 'EE'],
  'Soviet Union': ['RU', 'UA', 'BY', 'KZ', 'UZ', 'GE', 'AM', 'AZ', 'KG', 'TJ', 'TM', 'MD', 'LV', 'LT', 'EE'],
  СССР: ['RU', 'UA', 'BY', 'KZ', 'UZ', 'GE', 'AM', 'AZ', 'KG', 'TJ', 'TM', 'MD', 'LV', 'LT', 'EE'],
  Yugoslavia: ['RS', 'HR', 'BA', 'SI', 'MK', 'ME', 'XK'],
  Jugoslavija: ['RS', 'HR', 'BA', 'SI', 'MK', 'ME', 'XK'],
  Jugoslawien: ['RS', 'HR', 'BA', 'SI', 'MK', 'ME', 'XK'],
  Czechoslovakia: ['CZ', 'SK'],
  Tschechoslowakei: ['CZ', 'SK'],
  'Serbia and Montenegro': ['RS', 'ME'],
  'Netherlands Antilles': ['CW', 'SX', 'BQ', 'AW'],
  'French West Indies': ['GP', 'MQ', 'MF', 'BL'],
  'Channel Islands': ['JE', 'GG'],
  'St. Martin': ['MF', 'SX'],
  'Saint Martin': ['MF', 'SX'],
};

/** One line per country: its code, then its names. */
export const countryAliases = `
AD अंडोरा
AE UAE|U.A.E.|Emirates|the Emirates|Émirats arabes unis|EAU|VAE|ОАЭ|Объединенные Арабские Эмираты|阿联酋|阿聯|아랍에미리트연합
AF Islamitisch Emiraat Afghanistan
AG Antigua|أنتيغوا وباربودا|एंटीगुआ और बारबूडा|안티구아 바부다
AI अंग्विला|앙길라
AL Shqipëria
AQ القارة القطبية الجنوبية|अंटार्टिका|안타티카|Antarktyka
AR Republica Argentina|Argentine|Argentine Republic|Argentijnse Republiek
AS अमेरिकान सामोआ|アメリカ領サモア
AT Republik Österreich|आस्ट्रिया|Oesterreich
AU Commonwealth of Australia|AUS|आस्ट्रेलिया|호주
AX جزر أولاند|ऑलैण्ड द्वीपसमूह|Аландские острова|奥兰
AZ अजरबेजान|Azabajani
BA Bosnia|Bosnia-Herzegovina|Bosna i Hercegovina|Bosna|BiH|Bosnien|Bosnie|Босния|बोस्निया हर्जेगोविना|Bosnië-Herzegovina|Bosnia na Herzegovina|波黑
BF Upper Volta|Burkina|Haute-Volta
BG BUL|बल्गारिया
BI Urundi
BJ Dahomey
BL سان بارتيلمي|생 바르 텔레 미|Mtakatifu-Barthélemy
BM बर्मूडा|Бермуды
BN Brunei Darussalam|ブルネイ・ダルサラーム
BO Plurinational State of Bolivia|Estado Plurinacional de Bolivia|बोलिविया|ボリビア多民族国|Plurinationale Staat Bolivia
BQ Caribbean Netherlands|Bonaire, Sint Eustatius and Saba|Saba|Sint Eustatius|الجزر الكاريبية الهولندية|Bonaire|Bonaire, San Eustaquio y Saba|Bonaire, Saint-Eustache et Saba|Isole BES|ボネール、シント・ユースタティウスおよびサバ|보네르,신트유스타티우스,사바|Bonaire, Sint Eustatius en Saba|Bonaire, Sint Eustatius i Saba|Bonaire, Saint-Eustache na Saba|Karayip Hollanda|Bonaire, Sint Eustatius và Saba|荷兰加勒比区
BR Brasil|ब्राजील
BS The Bahamas|باهاماس
BV बाउवेट|Kepulauan Bouvet
BW Bechuanaland|बोत्सवाना
BY Belorussia|Byelorussia|White Russia|Белоруссия|Білорусія|Weißrussland|Weissrussland|Biélorussie|Bielorrusia|Bielorussia|Belorusia|Wit-Rusland|Beyaz Rusya|روسيا البيضاء|बेलारुस|Belarusia|Belarusi
BZ British Honduras|बेलिजे
CA Kanada
CC Keeling Islands|Cocos Islands|جزر كوكوس|Islas Cocos (Keeling)|कोकोस (कीलिंग) द्वीप|Isole Cocos e Keeling|Кокосовые острова|Cocos|Кокосові Острови
CD DRC|DR Congo|D.R. Congo|Congo DR|Congo DRC|Congo-Kinshasa|Congo Kinshasa|Congo (Kinshasa)|Dem. Rep. Congo|Democratic Republic of Congo|Democratic Republic of the Congo|Zaire|Zaïre|RDC|RD Congo|RD del Congo|Belgian Congo|Demokratische Republik Kongo|DR Kongo|República Democrática del Congo|República Democrática do Congo|Конго-Киншаса|ДР Конго|ДРК|Congo, the Democratic Republic of the|Democratische Republiek Congo|جمهورية الكونغو الديمقراطية|République démocratique du Congo|कांगो लोकतान्त्रिक गणराज्य|Republik Demokratik Kongo|Repubblica Democratica del Congo|コンゴ民主共和国|콩고 민주 공화국|Демократическая Республика Конго|Kongo, Jamhuri ya Kidemokrasia|Демократична Республіка Конго|Cộng hòa Dân chủ Công-gô
CF CAR|C.A.R.|RCA|Centrafrique|ЦАР|Ubangi-Shari|सेंट्रल अफ्रीका गणतंत्र|Afrika Tengah|중앙 아프리카|中非
CG Congo-Brazzaville|Congo Brazzaville|Congo (Brazzaville)|Republic of Congo|Republic of the Congo|Rep. of Congo|République du Congo|República del Congo|República do Congo|Republik Kongo|Конго-Браззавиль|Республика Конго|Republiek Congo|جمهورية الكونغو|Repubblica del Congo|コンゴ共和国|Jamhuri ya Kongo|Công-gô
CH Swiss Confederation|Swiss|SUI|Helvetia|Suisse|Svizzera|Svizra|Confoederatio Helvetica|स्विट्जरलैंड|Zwitserse Bondsstaat
CI Ivory Coast|Cote d Ivoire|Côte d'Ivoire|Elfenbeinküste|Costa de Marfil|Costa do Marfim|Costa d'Avorio|Берег Слоновой Кости|Кот-д'Ивуар|Cote d Ivoire|आइवरी कोस्ट|Pantai Gading|Wybrzeże Kości Słoniowej|Pwani ya Pembe|Fildişi Sahili
CK कुक द्वीप|Острова Кука
CL CHI
CN China PR|PR China|PRC|P.R.C.|P.R. China|Mainland China|People's Republic of China|中华人民共和国|中華人民共和國|中华|КНР|Volksrepublik China|VR China|République populaire de Chine|República Popular China|Китайская Народная Республика|Volksrepubliek China|中華人民共和国
CR CRC
CV Cape Verde|Cabo Verde|Kapverden|Cap-Vert|Kap Verde|केप वर्दे|카보 베르데
CW Curaçao|큐라소
CX جزيرة عيد الميلاد|Isola del Natale|Kersteiland|Ilha de Natal|Остров Рождества
CY Republic of Cyprus|Kıbrıs|Kypros|사이프러스|Güney Kıbrıs Rum Kesimi
CZ Czech Republic|the Czech Republic|Czech|Czech Rep.|Česká republika|ČR|Tschechische Republik|Tschechei|République tchèque|República Checa|Чешская Республика|جمهورية التشيك|جمهوری چک|République Tchèque|चेक|Republik Ceko|Repubblica Ceca|체코공화국|Tsjechische Republiek|Jamhuri ya Czech|Çek Cumhuriyeti|Cộng hòa Séc
DE BRD|FRG|GER|West Germany|East Germany|GDR|DDR|Bundesrepublik Deutschland|Federal Republic of Germany|Deutsche Demokratische Republik|ФРГ|Bondsrepubliek Duitsland
DJ जिबॉती
DK DEN|Kongeriget Danmark|الدنمارك|डैनमार्क
DM Commonwealth of Dominica|도미니카 연방
DO Dominican Rep.|República Dominicana|Rep. Dominicana|Santo Domingo|डोमिनिक गणतंत्र|多米尼加
DZ People's Democratic Republic of Algeria|ALG
EC Ekvado
EE एस्तोनिया
EG Arab Republic of Egypt|United Arab Republic|Misr
EH Sahrawi Arab Democratic Republic|Sahrawi Republic|SADR|RASD|Spanish Sahara|САДР|Batı Sahara|阿拉伯撒哈拉民主共和国
ER एरिट्रेया|에리트레아
ES Reino de España|Kingdom of Spain|España|Espanya|Euskadi|Catalonia|Catalunya
ET Abyssinia|이디오피아
FI फिनलैंड
FK Falklands|Malvinas|Islas Malvinas|Falkland Islands (the) [Malvinas]|Falkland Islands [Malvinas]|Falkland Islands (Malvinas)|फाकलैंड द्वीप समूह (मालविनास)|Kepulauan Falkland(Malvinas)|フォークランド（マルビナス）諸島|포클랜드섬|Фолклендские острова|Quần đảo Falkland (Malvinas)
FM Micronesia|Federated States of Micronesia|FSM|ولايات ميكرونيسيا المتحدة|Micronesia, Federated States of|Federasi Mikronesia|Stati Federati di Micronesia|Federale Staten van Micronesië|Liên bang Micronesia|密克罗尼西亚联邦
FO Faeroe Islands|Faroes|फराओ द्वीप समूह|페로 군도|Фареры
FR République française|French Republic|France métropolitaine|Metropolitan France|फ्रांस|Franse Republiek
GA गैबोन
GB UK|U.K.|Great Britain|Britain|GB|G.B.|England|Scotland|Wales|Northern Ireland|N. Ireland|United Kingdom of Great Britain and Northern Ireland|Großbritannien|Grossbritannien|Vereinigtes Königreich von Großbritannien und Nordirland|Schottland|Royaume-Uni|Grande-Bretagne|Angleterre|Écosse|Pays de Galles|Gran Bretaña|Inglaterra|Escocia|Gran Bretagna|Inghilterra|Scozia|Grã-Bretanha|Wielka Brytania|Anglia|Szkocja|Великобритания|Англия|Шотландия|Англія|İngiltere|Birleşik Krallık|Büyük Britanya|Engeland|Schotland|Inggris|英国|英國|英格兰|イギリス|イングランド|スコットランド|영국|잉글랜드|إنجلترا|بريطانيا|بريطانيا العظمى|انگلستان|انگلیس|बिटेन|ब्रिटेन|इंग्लैंड|Cymru|Alba|Uingereza|Anh Quốc|ग्रेट ब्रिटेन|Britania Raya|Verenigd Koninkrijk van Groot-Brittannië en Noord-Ierland|Великобританія|Anh|Vương quốc Anh|Nước Anh|Соединенное Королевство|Объединенное Королевство
GE Republic of Georgia|Gruzia|Sakartvelo|Грузія|그루지아
GF Guyane|French Guyana|फ्रेंच गुआना|Guyana Perancis|フランス領ギアナ|Guyane thuộc Pháp
GG 根西
GH Gold Coast
GI 지브랄타
GL جرينلاند|그린랜드
GM Republic of The Gambia
GN Guinea-Conakry|Guinea Conakry|Guinée-Conakry|Guinée Conakry|French Guinea|Guinea (Conakry)|Republic of Guinea
GP ग्वाडेलोप
GQ Equatorial Guinea|Eq. Guinea|Spanish Guinea|एक्वेटोरियल गिनी
GR EL|GRE|Hellas|Ellada|Ellas|Hellenic Republic|Ελληνική Δημοκρατία|Helleense Republiek
GS South Georgia and the South Sandwich Islands|Georgia del Sur y las Islas Sandwich del Sur|جزایر جورجیای جنوبی و ساندویچ جنوبی|दक्षिण जॉर्जिया और दक्षिण सैंडविच द्वीप समूह|Georgia Selatan dan Kepulauan Sandwich Selatan|Georgia del Sud e isole Sandwich meridionali|남조지아 군도|Zuid-Georgia en de Zuidelijke Sandwicheilanden|Geórgia do Sul e Ilhas Sandwich do Sul|Южная Георгия и Южные Сандвичевы Острова|Georgia Kusini na Visiwa vya Sandwich Kusini|Nam Georgia và Quần đảo Nam Sandwich
GU ग्वाम
GW Guinea Bissau|Guiné-Bissau|Portuguese Guinea|기네비쏘
GY British Guiana|Co-operative Republic of Guyana
HK Hong Kong|Hongkong|Hong-Kong|HKSAR|Hong Kong SAR|香港特别行政区|香港特別行政區|हांग कांग|Çin Hong Kong ÖYB
HM Heard Island and McDonald Islands|Heard e Islas McDonald|جزیرهٔ هرد و جزایر مک‌دونالد|हर्ड एंड मैकडोनाल्ड द्वीपसमूह|ハード島とマクドナルド諸島|허드 맥도날드 군도|Ilha Heard e Ilhas McDonald|Херд и Макдональд|Visiwa vya Heard na MacDonald|Острів Герд і Острови Макдоналд|Đảo Heard và Quần đảo Mcdonald
HR CRO
HU المجر|Hongaarse Republiek
ID INA|Dutch East Indies
IE Eire|Éire|Republic of Ireland|Irish Republic|ROI|Ireland, Republic of|Southern Ireland|Irische Republik|République d'Irlande|Ierse Republiek
IL इजराइल
IM IoM|Isle of Mann|Insel Man|आइसल ऑफ मैन|Man Eiland|Остров Мэн|Kisiwa cha mwanadamu
IN Bharat|Republic of India
IO إقليم المحيط الهندي البريطاني|Océan Indien Britannique|ब्रितानी हिंद महासागरीय क्षेत्र|Teritori Samudra Hindia Britania|Territori Britannici dell'Oceano Indiano|イギリス領インド洋地域|영인도 제도|Brits Indische oceaan|Bahari ya Hindi ya Uingereza
IR Persia|Islamic Republic of Iran|Iran, Islamic Rep.|IRI|República Islámica de Irán|イラン・イスラム共和国|Cộng hòa Hồi giáo Iran
IS IJslandse Republiek
IT Repubblica Italiana|Italian Republic|Italiaanse Republiek|Ý
JE جيرزي|泽西
JO Hasjemitisch Koninkrijk Jordanië|Yordani
JP 日本国|Nippon|Nihon|Japanese Empire
KG Kyrgyz Republic|Kirghizia|Kirgizia|Kyrgyz Rep.|Kirgizstan|Kirghizistan|Киргизия|Киргизстан|Кыргызская Республика|Qırgızıstan|किर्जिस्तान|키르키즈스탄|Kirgizische Republiek
KH Kampuchea|Khmer Republic|CAM
KI किरिबिती|키르바시
KM Union of the Comoros|کومورو|Unie der Comoren
KN St. Kitts|St Kitts & Nevis|Saint Christopher and Nevis|St. Kitts-Nevis|Saint Kitts|Saint Kitts y Nevis|सेंट किट्स एंड नेविस|セントクリストファー・ネイビス|세인트 키츠 네비스|Federatie Saint Kitts en Nevis|Mtakatifu Kitts na Nevis
KP North Korea|N. Korea|N Korea|DPRK|D.P.R.K.|Korea North|Democratic People's Republic of Korea|Korea, Democratic People's Republic of|Korea DPR|Corea del Norte|Corée du Nord|Nordkorea|КНДР|북한|조선|조선민주주의인민공화국|朝鮮|朝鲜|Democratische Volksrepubliek Korea|República Popular Democrática de Corea|朝鮮民主主義人民共和国|Корейська Народно-Демократична Республіка|Северная Корея
KR South Korea|S. Korea|S Korea|ROK|Republic of Korea|Korea South|Korea, Rep.|Korea, Republic of|Corea del Sur|Corée du Sud|Südkorea|Республика Корея|한국|대한민국|남한|韓国|韩国|韓國|南韩|南韓|Republiek Korea|República de Corea|大韓民国|Korea Kusini, Jamhuri|Республіка Корея|Южная Корея|Jižní Korea|Güney Kore|Корейская Республика
KW Cô-oét
KY केमैन आइसलैंड्स|케이맨섬|Острова Кайман
KZ Kazakstan|Kazachstan|Казахская ССР|QZ|KAZ|कज़ाखिस्तान
LA Laos|Lao|Lao PDR|Lao P.D.R.|Lao People's Democratic Republic|República Democrática Popular de Lao|ラオス人民民主共和国|Lao Democratische Volksrepubliek|Cộng hòa Dân chủ nhân dân Lào
LB Lebanese Republic|Liban|Libanese Republiek
LC St. Lucia|St Lucia|Saint Lucia|Sainte-Lucie|Santa Lucía|Santa Lucia|सेंट लुसिया|세인트 루시아|Mtakatifu LUCIA
LI लिक्टेनिस्टीन
LK Ceylon|Ceylan|Zeylon|श्री लंका|Democratische Socialistische Republiek Sri Lanka
LS Basutoland
LU लक्जमबर्ग|Groothertogdom Luxemburg|Grand Duchy of Luxembourg|Grand-Duché de Luxembourg|Grossherzogtum Luxemburg
LV लात्विया
LY Libyan Arab Jamahiriya|Socialist People's Libyan Arab Jamahiriya|State of Libya|Libyen
MA Moroko
MD Moldavia|Republic of Moldova|Moldova, Rep.|Молдавия|Молдова Республика|Moldau|Republik Moldau|Moldawien|Moldova, Republic of|मोलदोवा|モルドバ共和国|Cộng hoà Moldova
MF سانت مارتن (الجزء الفرنسي)|Saint Martin (French part)|Saint Martin (francesa)|Saint-Martin (partie française)|सेंट मार्टिन की सामूहिकता|サン・マルタン（フランス領）|세인트 마틴 (프랑스어 부분)|Sint-Maarten (Frans deel)|Sint-Maarten (Franse Antillen)|Collectiviteit van Sint-Maarten|Saint-Martin (sehemu ya Kifaransa)|Saint Martin (phần Pháp)
MG Malagasy Republic|मैडागास्कर
MH 마샬군도|Маршалловы Острова
MK Macedonia|FYROM|FYR Macedonia|F.Y.R.O.M.|Former Yugoslav Republic of Macedonia|The former Yugoslav Republic of Macedonia|Mazedonien|Nordmazedonien|Macédoine|Македония|Македонија|The Republic of North Macedonia|مقدونیه شمالی|मकदूनिया|마케도니아|Makedonia Kaskazini
MM Burma|Birma|Birmania|Birmanie|Union of Myanmar|Burma (Myanmar)|Myanmar/Burma|Бирма|Republiek van de Unie van Myanmar|Republic of the Union of Myanmar|بورما|म्यामांर (बर्मा)|Birmania Myanmar|ミャンマー|Mjanma|Мьянма
MN Outer Mongolia
MO Macau|Macao|Macao SAR|澳门特别行政区|澳門特別行政區|ماكاو|Çin Makao ÖYB|Ma Cao
MP Northern Marianas|CNMI|Saipan|उत्तर मैरिना द्वीपसमूह|북마리아나 군도|Северные Марианские Острова|Mariana ya Kaskazini
MQ مارتينيك
MR मॉरितानिया
MS मोंटसेराट
MU मारीशस|Île Maurice|Isla Mauricio|о. Маврикий
MV Maldive Islands|The Maldives
MW Nyasaland
MX México|Méjico|Mejico|Estados Unidos Mexicanos|United Mexican States|Verenigde Mexicaanse Staten
MY Malaya|मलयेशिया|Bán đảo Mã Lai
MZ Portuguese East Africa|मोजांबिक
NA South West Africa|South-West Africa|Südwestafrika
NC Kaledonia mpya
NE The Niger
NF नोरफॉक द्वीप
NG NGR
NL Holland|the Netherlands|NED|Niederlande|Die Niederlande|Les Pays-Bas|Hollande|Holanda|Olanda|Hollandia|Holandia|Голландия|Голландія|Kingdom of the Netherlands|Koninkrijk der Nederlanden|오란다|オランダ王国|هولندا|荷蘭|Netherlands (Kingdom of the)|नीदरलैंड्स
NU نييوي|नियू
NZ N.Z.|N. Zealand|Aotearoa|Aotearoa New Zealand|New Zealand/Aotearoa|Новая Зеландия|न्यूजीलैंड
OM Muscat and Oman|Sultanaat Oman
PF بولينزيا الفرنسية|フランス領ポリネシア|Polynésie thuộc Pháp
PG PNG|Papua N. Guinea|Papua-New Guinea|P.N.G.|파푸아 뉴기니|Papua Guinea Mpya
PH Philippines|The Philippines|Pilipinas|PI|फिलीपींस
PL 폴랜드
PM سان بيير وميكلون|सेंट पिएरे एंड मिक्वेलॉन|세인트리에르도,미괘론도|Mtakatifu Pierre na Miquelon|圣皮埃尔和密克隆
PN Pitcairn|ピトケアン|핏케언 군도|Острова Питкэрн|Піткерн
PR Porto Rico|पुएर्तो रिको
PS Palestine|State of Palestine|Palestinian Territories|Palestinian Territory|Occupied Palestinian Territory|Palestinian Authority|OPT|oPt|West Bank|Gaza|Gaza Strip|West Bank and Gaza|West Bank and Gaza Strip|Palestinian Territory, Occupied|Territoires palestiniens|Palästinensische Gebiete|फिलिस्तीन राज्य|Stato di Palestina|Государство Палестина
PT POR|República Portuguesa|포르투칼|Portugese Republiek
PY PAR|Paragwai
QA क़तार
RE لا ريونيون|रीयूनियन|리유니온|La Réunion|Île de la Réunion
RO Rumania|Roumania|ROM|Roemeense Republiek
RS Republic of Serbia|Сербія
RU Russia|Russian Federation|Россия|РФ|Российская Федерация|RF|Rossiya|Rossija|Russische Föderation|ロシア連邦|러시아연방|Russische Federatie|Liên bang Nga
SA KSA|K.S.A.|Kingdom of Saudi Arabia|Saudi|Saoudi Arabia|Saudi-Arabien|السعودية|Saudi-Arabië
SB Solomons|Solomon Is.|솔로몬 아일랜드|Соломоновы Острова
SC The Seychelles|Сейшельские Острова|Shelisheli
SD The Sudan|North Sudan
SG S'pore
SH Saint Helena|St Helena|St. Helena, Ascension and Tristan da Cunha|Ascension|Tristan da Cunha|سانت هيلينا وأسينشين وتريستان دا كونا|Santa Helena, Ascensión y Tristán de Acuña|Sant'Elena, Isola di Ascensione e Tristan da Cunha|セントヘレナ・アセンションおよびトリスタンダクーニャ|세인트 헬레나|Wyspa Świętej Heleny, Wyspa Wniebowstąpienia i Tristan da Cunha|Острова Святой Елены, Вознесения и Тристан-да-Кунья|Mtakatifu Helena|圣赫勒拿、阿森松和特里斯坦-达库尼亚
SI SLO|स्लोवानिया
SJ Svalbard|سفالبارد ويان ماين|Svalbard und Jan Mayen|اسوالبارد و جان‌ماین|Svalbard et Île Jan Mayen|स्यालबार्ड (स्यालबार्ड एंड जन मावेम)|スヴァールバル諸島およびヤンマイエン島|스발바드, 잠마엔도|Svalbard na Kisiwa cha Jan Mayen|Svalbard ve Jan Mayen Adaları|Острови Шпіцберген та Ян-Маєн
SK Slovak Republic|Slovak Rep.|Slowakische Republik|République slovaque|Словацкая Республика|Slowaakse Republiek
SL सियारा लिओन|시에라 리온
SM सैन मारिनो|산 마리노
SR Surinam|Dutch Guiana
SS S. Sudan|S Sudan|South Soudan
ST Sao Tome|São Tomé|Sao Tome & Principe|ساو تومي وبرينسيب|साओ टॉम एंड प्रिंसिपी|상토메프린시페
SV सल्वाडोर
SX St. Maarten (Dutch part)|St Maarten|سانت مارتن (الجزء الهولندي)|Sint Maarten (Dutch part)|Sint Maarten (neerlandesa)|सिण्ट मार्टेन|シント・マールテン（オランダ領）|신트마르텐|Sint Maarten (Nederlands deel)|Land Sint Maarten|Saint-Martin (sehemu ya Uholanzi)|Sint Maarten (phần Hà Lan)
SY Syrian Arab Republic|Syria Arab Rep.|Syrie|Syrien, Arabische Republik|República Árabe Siria|シリア・アラブ共和国|Syrische Arabische Republiek|Cộng Hòa Arab Syrian
SZ Swaziland|Kingdom of Eswatini|eSwatini|Suazilandia|Swasiland|Свазиленд|سوازيلاند|سوازیلند|Royaume d'Eswatini|स्वाजीलैंड|スワジランド|스와질란드|Ngwane, Ufalme wa Eswatini|Svaziland
TC Turks and Caicos|Turks & Caicos|Turks dan Caicos Islands|터크스
TD Tchad
TF French Southern Territories|French Southern and Antarctic Lands|TAAF|أراض فرنسية جنوبية وأنتارتيكية|Tierras Australes Francesas|قلمروهای جنوبی فرانسه|फ्रांसीसी दक्षिणी क्षेत्र|Antartika Perancis|Territori Francesi del Sud|フランス領南方・南極地域|프랑스 남부영토|Franse Zuidelijke Gebieden|Terras Austrais e Antárticas Francesas|Французские Южные и Антарктические Территории|Wilaya za Kusini mwa Ufaransa|Французькі Південні і Антарктичні Території|Vùng đất phía Nam và châu Nam Cực thuộc Pháp
TG Togoland|Togolese Republiek
TH Siam|ประเทศไทย
TJ Tadzhikistan|Tadjikistan|Таджикская ССР|तज़ाकिस्तान
TK टोकेलू|토켈로
TL East Timor|Timor Leste|Timor Oriental|Timor-Leste, Democratic Republic of|Восточный Тимор|Osttimor|تيمور الشرقية|पूर्वी तिमोर
TM Turkmenia|Turkmeniya|Туркмения|트르크메니스탄|Turkmeense Republiek
TN 튀니지아
TR Turkey|Türkei|Republic of Turkey|Turkiye|Türkiye Cumhuriyeti|तुर्की|터키|Tuerkei|Republik Türkei|Turska|Turecko
TT Trinidad|Tobago|Trinidad & Tobago|ट्रिनिडाड एंड टोबैगो
TV Ellice Islands|트발루
TW Taiwan|Taiwan, ROC|Taiwan ROC|Taiwan (ROC)|Republic of China|Republic of China (Taiwan)|Taiwan, Province of China|Chinese Taipei|Taiwan (Province of China)|Formosa|台湾|臺灣|中華民國|中华民国|대만|Repubblica di Cina|중화민국|Китайская Республика|Тайвань, Провінція Китаю|中国台湾省
TZ United Republic of Tanzania|Tanzania, United Rep.|Tanganyika|Zanzibar|URT|تانزانيا|Tansania, Vereinigte Republik|République unie de Tanzanie|तंजानिया|Verenigde Republiek Tanzania|Tanzania, Jamhuri ya Muungano|Cộng hòa Thống nhất Tanzania
UA The Ukraine|Ukrainia|उक्रेन
UG उगांडा
UM US Minor Outlying Islands|U.S. Outlying Islands|USMOI|جزر الولايات المتحدة|United States Minor Outlying Islands|Islas Ultramarinas Menores de los Estados Unidos|यूएस माइनर आउटलाइंग द्वीपसमूह|미국령 소군도|Amerikaanse Kleinere Afgelegen Eilanden|Ilhas Distantes dos EUA|Внешние малые острова (США)|Visiwa Vidogo vilivyo nje ya Merika|ABD Uzak Adaları|Зовнішні Віддалені Острови (США)|Quần đảo nhỏ hẻo lánh của Hoa Kỳ
US USA|U.S.A.|U.S.|US|US of A|United States|United States of America|the United States|the States|the US|the USA|America|Vereinigte Staaten von Amerika|Ver. Staaten|EUA|EE.UU.|EE. UU.|EEUU|EE UU|EE.UU. de América|Estados Unidos de América|Estados Unidos da América|E.U.A.|É.-U.|États-Unis d'Amérique|Etats Unis|Stati Uniti d'America|Соединенные Штаты Америки|США|Сполучені Штати Америки|ABD|Amerika Birleşik Devletleri|VS|Verenigde Staten van Amerika|美利坚合众国|美利堅合眾國|美國|アメリカ|アメリカ合衆国|米国|미국|미합중국|أمريكا|الولايات المتحدة الأمريكية|آمریکا|ایالات متحده آمریکا|अमेरिका|संयुक्त राज्य अमेरिका|Marekani|Hoa Kỳ|Mỹ|Amerika Serikat|यूएसए (संयुक्त राज्य अमेरिका)|A.B.D.|Birleşik Devletler|Hợp chủng quốc Hoa Kỳ
UY URU|República Oriental del Uruguay|Banda Oriental|الأوروغواي
UZ Uzbekia|Узбекская ССР|उजबेकिस्तान
VA Vatican|Vatican City|Vatican City State|The Vatican|Holy See|Santa Sede|Saint-Siège|Heiliger Stuhl|Ватикан|Città del Vaticano|Holy See (Vatican City State)|Saint-Siège (Vatican)|वेटिकन|바티칸|Santa Sé|Tòa Thánh (Thành phố Vatican)
VC St. Vincent|Saint Vincent|St Vincent & the Grenadines|St Vincent and Grenadines|سانت فينسنت والغرينادين|Saint Vincent and the Grenadines|सेंट विंसेंट एंड द ग्रेनेंडाइन्स|Saint Vincent dan the Grenadines|セントビンセントおよびグレナディーン諸島|세인트 빈센트 그레나딘
VE Bolivarian Republic of Venezuela|República Bolivariana de Venezuela|वेनेजुएला|ベネズエラ・ボリバル共和国
VG BVI|British Virgin Islands|Virgin Islands (UK)|جزر العذراء البريطانية|ब्रितानी वर्जिन द्वीपसमूह|イギリス領ヴァージン諸島|Виргинские Острова (Великобритания)|Visiwa vya Briteni vya Uingereza|Quần đảo Virgin, Anh
VI USVI|US Virgin Islands|United States Virgin Islands|Virgin Islands (US)|Virgin Islands, U.S.|Danish West Indies|جزر العذراء الأمريكية|Islas Vírgenes de los Estados Unidos|Îles vierges américaines|अमेरिकी वर्जिन द्वीपसमूह|アメリカ領ヴァージン諸島|Виргинские Острова (США)|Visiwa vya Bikira za Amerika|Quần đảo Virgin, Hoa Kỳ
VN Viet Nam|Viet-Nam|Socialist Republic of Vietnam|North Vietnam|South Vietnam|VIE|Annam|विएतनाम
VU वनातू
WF والس وفوتونا|वालीज एंड फुटुना|월리스 후트나|Wallis ve Futuna Adaları|Волліс і Футуна|Lãnh thổ quần đảo Wallis và Futuna
WS Western Samoa|Independent State of Samoa|Samoa i Sisifo|पश्चिमी सामोआ
XK Kosova|Kosovo|Republic of Kosovo|Republika e Kosovës|Косово|XKX|XKK|KS|RKS
YE North Yemen|South Yemen|Republic of Yemen
YT Mayotte
ZA RSA|R.S.A.|South Africa|S. Africa|S Africa|Republic of South Africa|Afrique du Sud|Sudáfrica|Südafrika|ЮАР|ПАР|Suid-Afrika|iNingizimu Afrika|Mzansi|Azania|Африка Южная|Południowa Afryka|दक्षिण अफ्रीका|Africa Kusini|Південна Африка
ZM Northern Rhodesia
ZW Rhodesia|Southern Rhodesia|जिंबावे|짐바브웨 공화국
`;
