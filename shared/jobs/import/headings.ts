/** Column names as people and their tools write them, in the languages of our pages and some others. */
import { type ImportField, type ImportMapping, importFields, importMapping, nameParts } from './fields.ts';

/**
 * `eitherName` is a word that means the whole name, or the part of it that no other column holds: the family name in
 * `Name;Vorname`, the given name in `Nome;Cognome`.
 */
type Meaning = ImportField | 'eitherName';

const words: Readonly<Record<Meaning, string>> = {
  email: `e-mail|email|mail|e-mail address|email address|mail address|primary email|email primary|work email|your email|contact email|mailbox
    |e-mail-adresse|emailadresse|mailadresse|e-mail adresse|adresse e-mail|adresse mail|adresse électronique|courriel|mél|adresse de courriel|correo|correo electrónico|correo-e|dirección de correo electrónico|e-correo
    |posta elettronica|indirizzo e-mail|indirizzo email|indirizzo di posta elettronica|e-mailadres|mailadres|emailadres|adres e-mail|adres email|poczta elektroniczna|endereço de e-mail|endereço de email|correio eletrónico|correio eletrônico
    |электронная почта|эл. почта|адрес электронной почты|почта|e-mail адрес|имейл|емейл|електронна пошта|ел. пошта|адреса електронної пошти|пошта|e-posta|eposta|e-posta adresi|surel|alamat email|alamat surel|barua pepe|anwani ya barua pepe
    |địa chỉ email|thư điện tử|hộp thư|メール|メールアドレス|eメール|電子メール|이메일|이메일 주소|전자우편|메일|邮箱|电子邮箱|电子邮件|邮件地址|邮箱地址|电邮|郵箱|電子郵件|電子郵箱|電郵|信箱|電子信箱
    |البريد الإلكتروني|بريد إلكتروني|الايميل|الإيميل|ایمیل|رایانامه|پست الکترونیک|ईमेल|ई-मेल|ईमेल पता|e-post|epost|e-postadress|sähköposti|e-mailcím|email cím|e-mailová adresa|adresă de e-mail|ηλεκτρονικό ταχυδρομείο|имейл адрес|электрондық пошта|דוא"ל|אימייל|อีเมล`,
  website: `website|web site|web|web page|homepage|home page|url|site|site url|web address|domain|organisation website|organization website|webseite|webauftritt|internetseite|internetadresse|internet|site web|site internet|page web|sitio web|página web|web oficial|sito|sito web|pagina web|indirizzo web
    |webpagina|strona internetowa|strona www|strona|www|witryna|página na internet|sítio|сайт|веб-сайт|вебсайт|сайт организации|вебсторінка|internet sitesi|web sitesi|situs|situs web|laman|laman web|tovuti|trang web|trang mạng|ウェブサイト|ホームページ|サイト|웹사이트|홈페이지|网站|网址|主页|網站|網址|首頁
    |الموقع الإلكتروني|الموقع|موقع إلكتروني|وب‌سایت|وبسایت|وب سایت|سایت|तारजाल|वेबसाइट|webové stránky|web stránka|weboldal|honlap|webbplats|hjemmeside|verkkosivu|ιστοσελίδα`,
  country: `country|country name|country code|country of residence|cc|nation|state or country|land|staat|herkunftsland|wohnsitzland|pays|pays de résidence|país|pais|país de residencia|paese|nazione|kraj|państwo|страна|государство|країна|держава|ülke|negara|nchi|quốc gia|nước|国|国名|国家|國家|国籍|국가|나라|国家地区|国家/地区|國家/地區|国家或地区|國家或地區|国・地域
    |البلد|الدولة|بلد|دولة|کشور|देश|země|stát|krajina|ország|țara|țară|zemlja|država|држава|земља|държава|land/region|land (iso)|maa|χώρα|ел|мемлекет|өлкө|davlat|mamlakat|ארץ|מדינה|ประเทศ`,
  organisation: `organisation|organization|organisation name|organization name|name of organisation|name of organization|name of the organisation|name of the organization|name of your organisation|name of your organization|org|org name|ngo|ngo name|ngo/organisation|company|company name|institution|association|employer|current employer|affiliation|group|group name|body|society|union
    |verein|verband|firma|unternehmen|einrichtung|initiative|gruppe|name der organisation|organisationsname|nom de l'organisation|nom de l’association|organisme|société|entreprise|structure|collectif|organización|organizacion|nombre de la organización|asociación|entidad|empresa|institución|colectivo
    |organizzazione|nome dell'organizzazione|nome organizzazione|associazione|ente|azienda|organisatie|naam organisatie|naam van de organisatie|organisatienaam|vereniging|bedrijf|stichting|organizacja|nazwa|nazwa organizacji|stowarzyszenie|fundacja|instytucja|organização|nome da organização|associação|instituição|entidade
    |организация|название организации|наименование организации|нко|объединение|учреждение|компания|організація|назва організації|об'єднання|установа|kuruluş|kuruluş adı|kurum|kurum adı|örgüt|dernek|organisasi|nama organisasi|lembaga|nama lembaga|perusahaan|shirika|jina la shirika|asasi|taasisi|tổ chức|tên tổ chức|cơ quan|đơn vị
    |団体|団体名|組織|組織名|所属|所属団体|会社名|法人名|단체|단체명|조직|기관|기관명|소속|组织|组织名称|机构|机构名称|团体|单位|公司|組織名稱|機構|機構名稱|團體|團體名稱|單位|المنظمة|اسم المنظمة|منظمة|المؤسسة|الجمعية|اسم المؤسسة|الجهة|سازمان|نام سازمان|موسسه|مؤسسه|انجمن|संगठन|संगठन का नाम|संस्था|संस्था का नाम
    |organizace|název organizace|spolek|organizácia|szervezet|szervezet neve|egyesület|organizație|organizația|organizacija|naziv organizacije|организација|forening|järjestö|yhdistys|οργάνωση|οργανισμός|ұйым|уюм|tashkilot|ארגון|שם הארגון|องค์กร`,
  role: `role|function|position|title|job title|job|occupation|capacity|post|funktion|rolle|amt|stellung|beruf|fonction|rôle|qualité|poste|profession|titre|cargo|función|puesto|rol|ocupación|funzione|ruolo|carica|incarico|functie|rol|beroep|stanowisko|funkcja|rola|zawód|função|profissão|должность|роль|профессия|посада|görev|görevi|ünvan|unvan|pozisyon|meslek|jabatan|peran|posisi|pekerjaan|wadhifa|cheo|nafasi|chức vụ|chức danh|vai trò
    |役職|肩書|肩書き|職位|직책|직위|직함|역할|职务|职位|职称|頭銜|職務|職稱|المنصب|الوظيفة|الصفة|المسمى الوظيفي|سمت|نقش|شغل|पद|भूमिका|पदनाम|funkce|pozice|beosztás|tisztség|funcție|funcția|funkcija|befattning|stilling|ρόλος|θέση|қызметі|lavozim|תפקיד|ตำแหน่ง`,
  kind: 'kind|type|contact type|signatory type|art|typ|type de signataire|tipo|soort|тип|вид|tür|jenis|aina|loại|種別|種類|유형|类型|類型|النوع|نوع|प्रकार',
  language:
    'language|preferred language|lang|locale|sprache|langue|langue préférée|idioma|lengua|lingua|taal|voorkeurstaal|język|język preferowany|língua|язык|мова|dil|bahasa|lugha|ngôn ngữ|言語|언어|语言|語言|اللغة|زبان|भाषा|jazyk|nyelv|limbă|limba|jezik|språk|sprog|kieli|γλώσσα|тіл',
  note: 'note|notes|comment|comments|remark|remarks|sheet|anmerkung|anmerkungen|bemerkung|bemerkungen|kommentar|notiz|notizen|remarque|remarques|commentaire|commentaires|observations|nota|notas|observación|observaciones|comentario|comentarios|note|commento|osservazioni|opmerking|opmerkingen|notitie|uwagi|uwaga|notatka|komentarz|observação|observações|comentário|comentários|примечание|примечания|комментарий|заметка|примітка|примітки|коментар|not|notlar|açıklama|catatan|keterangan|komentar|maoni|maelezo|ghi chú|nhận xét|備考|メモ|비고|메모|备注|備註|附註|ملاحظات|ملاحظة|یادداشت|توضیحات|टिप्पणी|नोट|poznámka|megjegyzés|observații|napomena',
  givenName: `first name|firstname|first names|fname|given name|given names|givenname|forename|forenames|christian name|vorname|vornamen|rufname|prénom|prénoms|prenom|primer nombre|nombre de pila|nombres|nome próprio|primeiro nome|nome di battesimo|voornaam|voornamen|roepnaam|imię|imiona|имя собственное|имена|ім'я власне|ön ad|önad|nama depan|jina la kwanza|jina la kupewa|tên riêng|tên gọi|名|下の名前|명
    |الاسم الأول|الاسم الشخصي|اسم أول|نام کوچک|पहला नाम|प्रथम नाम|दिया गया नाम|křestní jméno|krstné meno|keresztnév|utónév|prenume|förnamn|fornavn|etunimi|есімі|שם פרטי|ชื่อจริง|eesnimi|անուն|სახელი`,
  familyName: `last name|lastname|last names|lname|surname|surnames|family name|familyname|nachname|familienname|zuname|nom de famille|nom d'usage|apellido|apellidos|primer apellido|apellido paterno|cognome|cognomi|achternaam|familienaam|nazwisko|nazwiska|sobrenome|apelido|apelidos|último nome|фамилия|прізвище|soyadı|soyad|soyisim|nama belakang|nama keluarga|jina la mwisho|jina la ukoo|jina la familia|họ|họ đệm|họ và tên đệm|姓|苗字|성|성씨|姓氏
    |اللقب|اسم العائلة|الاسم الأخير|النسبة|نام خانوادگی|نام فامیل|فامیلی|उपनाम|अंतिम नाम|कुलनाम|příjmení|priezvisko|vezetéknév|családnév|nume de familie|prezime|презиме|priimek|фамилно име|efternamn|efternavn|etternavn|sukunimi|επώνυμο|επίθετο|тегі|фамилиясы|familiya|familiyasi|שם משפחה|นามสกุล|mbiemri|perekonnanimi|uzvārds|pavardė|ազգանուն|გვარი`,
  middleName:
    'middle name|middle names|middle initial|middle|patronymic|zweiter vorname|deuxième prénom|segundo nombre|secondo nome|tussenvoegsel|tussenvoegsels|voorvoegsel|drugie imię|nome do meio|отчество|по батькові|ikinci ad|nama tengah|jina la kati|tên đệm|tên lót|ミドルネーム|중간 이름|中间名|中間名|الاسم الأوسط|اسم الأب|نام میانی|मध्य नाम|prostřední jméno|mellannavn|mellemnavn|әкесінің аты|отасининг исми',
  secondFamilyName: 'segundo apellido|apellido materno|second surname|second last name|segundo sobrenome|apellido 2',
  name: `full name|fullname|your full name|name of signatory|signatory name|name of the signatory|signatory|signer|display name|person|contact person|contact name|contact|name of person|name of the person|first and last name|name and surname|first name and last name|first name last name|last name first name|surname first name
    |vollständiger name|vor- und nachname|vor- und zuname|vorname und nachname|vorname nachname|nachname vorname|name vorname|vorname name|ansprechpartner|ansprechperson|unterzeichner|nom complet|nom et prénom|nom prénom|nom et prénoms|prénom et nom|prénom nom|signataire|nombre completo|nombre y apellido|nombre y apellidos|apellidos y nombre|apellido y nombre|firmante
    |nome completo|nome e cognome|cognome e nome|nominativo|firmatario|volledige naam|voor- en achternaam|naam ondertekenaar|contactpersoon|imię i nazwisko|nazwisko i imię|nome e sobrenome|nome e apelido|signatário|фио|ф.и.о.|фамилия имя отчество|имя и фамилия|фамилия и имя|фамилия, имя|полное имя|піб|п.і.б.|прізвище, ім'я, по батькові|ім'я та прізвище|прізвище та ім'я|повне ім'я
    |adı soyadı|ad soyad|isim soyisim|adınız soyadınız|nama lengkap|jina kamili|majina|họ và tên|họ tên|tên đầy đủ|氏名|お名前|フルネーム|ご氏名|성명|성함|전체 이름|全名|姓名|您的姓名|الاسم الكامل|الاسم بالكامل|الاسم واللقب|الاسم الثلاثي|نام کامل|نام و نام خانوادگی|पूरा नाम|jméno a příjmení|příjmení a jméno|meno a priezvisko|teljes név|név|nume și prenume|nume complet|ime i prezime|ime in priimek|име и презиме|име и фамилия|för- och efternamn|koko nimi|ονοματεπώνυμο|аты-жөні|тегі, аты|f.i.sh.|fish|שם מלא|ชื่อ-นามสกุล`,
  eitherName:
    "name|names|nom|noms|nombre|名字|ad|adı|ime|име|ism|ismi|όνομα|emri|vārds|vardas|аты|jméno|meno|nome|naam|имя|ім'я|имя участника|isim|nama|jina|tên|名前|なまえ|이름|名称|الاسم|اسم|نام|नाम|nume|navn|namn|nimi|név|naziv|ad soyad|שם|ชื่อ",
};

/** Longest heading, in characters. Longer ones are sentences, or data. */
const longestHeading = 60;

/** Meanings by specificity, the most specific first: decides for a longer heading that holds words of several. */
const strongestFirst: readonly Meaning[] = [
  'email',
  'website',
  'country',
  'role',
  'organisation',
  'secondFamilyName',
  'middleName',
  'familyName',
  'givenName',
  'name',
  'eitherName',
  'language',
  'kind',
  'note',
];

/** Columns about a field that do not hold it: when somebody opted in, whether mails bounce, the id of a country. */
const besides =
  /\b(opt|opted|optin|status|type|bounced?|hold|id|ids|hash|ip|time|date|phone|telefon|fax|prefix|suffix|greeting|count|rating|nick|sort|do not|legal|household|file|user|street|state|province|city|county|source|campaign|format|subscribed|subscription|consent)\b/;

/** @returns the heading reduced to its words: `firstName`, `FIRST_NAME` and `First name*` become `first name` */
function foldHeading(heading: string): string {
  return heading
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]|\p{Cf}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .replaceAll('ß', 'ss')
    .replace(/['’ʼ`"]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|your) /, '');
}

let exact: ReadonlyMap<string, Meaning> | undefined;

function meanings(): ReadonlyMap<string, Meaning> {
  exact ??= new Map(
    // Of a word listed twice, the stronger meaning counts.
    strongestFirst
      .toReversed()
      .flatMap((meaning) => words[meaning].split('|').map((word) => [foldHeading(word), meaning] as const)),
  );
  return exact;
}

interface Guess {
  readonly meaning: Meaning;
  readonly column: number;
  readonly exact: boolean;
}

/**
 * Matches the whole heading, or a part of one that is in two languages or has an addition: `Name / Nom`, `E-Mail
 * (dienstlich)`.
 */
function exactMeaning(heading: string): Meaning | undefined {
  if (heading.length > longestHeading) return undefined;
  const folded = foldHeading(heading);
  const whole = meanings().get(folded);
  if (whole || besides.test(folded)) return whole;
  for (const part of heading.split(/[/()[\]|:*?–—]| - /)) {
    const meaning = meanings().get(foldHeading(part));
    if (meaning) return meaning;
  }
  return undefined;
}

/** @returns how many different fields the cells name, if they are column names */
export function headingsIn(cells: readonly string[]): number {
  return new Set(cells.flatMap((cell) => exactMeaning(cell) ?? [])).size;
}

/** Matches the whole heading, or else words in it: `What is your full name?` */
function guessMeaning(heading: string, column: number): Guess | undefined {
  const whole = exactMeaning(heading);
  if (whole) return { meaning: whole, column, exact: true };
  const folded = foldHeading(heading.slice(0, 200));
  if (besides.test(folded)) return undefined;
  const padded = ` ${folded} `;
  const isIn = (word: string) => word.length > 2 && padded.includes(` ${word} `);
  const found = new Set([...meanings()].flatMap(([word, meaning]) => (isIn(word) ? [meaning] : [])));
  const meaning = strongestFirst.find((one) => found.has(one));
  return meaning && { meaning, column, exact: false };
}

/**
 * @param columns column names
 * @param rows the rows below, to resolve headings that are ambiguous
 * @returns which column holds which field, as far as it can be guessed
 */
export function guessMapping(columns: readonly string[], rows: readonly (readonly string[])[] = []): ImportMapping {
  const guesses = columns.flatMap((column, index) => guessMeaning(column, index) ?? []);
  const sample = rows.slice(0, 200);
  const share = (column: number, fits: RegExp) => {
    const filled = sample.flatMap((row) => row[column] || []);
    return filled.length === 0 ? 0 : filled.filter((cell) => fits.test(cell)).length / filled.length;
  };
  const all = (meaning: Meaning) =>
    guesses
      .filter((guess) => guess.meaning === meaning)
      .toSorted((a, b) => Number(b.exact) - Number(a.exact) || a.column - b.column)
      .map(({ column }) => column);
  const emails = all('email');
  const email = [...emails, ...columns.keys()].find((column) => share(column, address) > 0.5) ?? emails[0];
  const fields = {
    ...Object.fromEntries(importFields.map((field) => [field, all(field)[0]])),
    // `Title` means a function or a form of address.
    role: all('role').find((column) => share(column, formOfAddress) < 0.5),
    email,
    // `Contact` may be a name or an address.
    ...noNames,
    ...guessNames((meaning) => all(meaning).find((column) => column !== email)),
  };
  return importMapping.parse(Object.fromEntries(Object.entries(fields).filter(([, column]) => column !== undefined)));
}

const noNames = Object.fromEntries(['name', ...nameParts].map((field) => [field, undefined]));

const address = /\S@\S/;
const formOfAddress =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|rev|herr|frau|m|mme|mlle|sr|sra|srta|sig|dhr|mevr|pan|pani|г-н|г-жа)\.?$/iu;

/** Picks either the whole name or its parts: with both, it would be unclear which counts. */
function guessNames(
  first: (meaning: Meaning) => number | undefined,
): Readonly<Partial<Record<ImportField, number | undefined>>> {
  const either = first('eitherName');
  const whole = first('name') ?? either;
  const given = first('givenName') ?? (first('familyName') === undefined ? undefined : either);
  const family = first('familyName') ?? (given === undefined ? undefined : either);
  if (family !== undefined && given !== undefined && family !== given) {
    return {
      givenName: given,
      middleName: first('middleName'),
      familyName: family,
      secondFamilyName: first('secondFamilyName'),
    };
  }
  if (whole !== undefined) return { name: whole };
  return { givenName: given, familyName: family };
}
