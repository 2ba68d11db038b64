/** Column names in many languages, and people's names in two columns. */
import { describe, expect, it } from 'vitest';
import { importMapping } from '../../shared/jobs/import/fields.ts';
import { guessMapping } from '../../shared/jobs/import/headings.ts';
import { nameOrderOf, personName } from '../../shared/jobs/import/person-name.ts';
import { pageLanguages } from '../../shared/text/catalogue.ts';
import { peopleIn, sheetOf } from './lists.ts';

/** For each language of the form: given name; family name; email; country; organisation. */
const headings: Readonly<Record<string, string>> = {
  en: 'First name;Last name;Email address;Country;Organisation',
  ar: 'الاسم الأول;اسم العائلة;البريد الإلكتروني;البلد;المنظمة',
  de: 'Vorname;Nachname;E-Mail-Adresse;Land;Verein',
  es: 'Nombre;Apellidos;Correo electrónico;País;Organización',
  fa: 'نام;نام خانوادگی;ایمیل;کشور;سازمان',
  fr: 'Prénom;Nom;Adresse e-mail;Pays;Organisme',
  hi: 'पहला नाम;उपनाम;ईमेल;देश;संगठन',
  id: 'Nama depan;Nama belakang;Surel;Negara;Lembaga',
  it: 'Nome;Cognome;Posta elettronica;Paese;Associazione',
  ja: '名;姓;メールアドレス;国;団体名',
  ko: '이름;성;이메일;국가;단체명',
  nl: 'Voornaam;Achternaam;E-mailadres;Land;Stichting',
  pl: 'Imię;Nazwisko;Adres e-mail;Kraj;Stowarzyszenie',
  pt: 'Nome;Sobrenome;E-mail;País;Associação',
  ru: 'Имя;Фамилия;Электронная почта;Страна;Организация',
  sw: 'Jina la kwanza;Jina la mwisho;Barua pepe;Nchi;Shirika',
  tr: 'Ad;Soyad;E-posta;Ülke;Dernek',
  uk: 'Ім’я;Прізвище;Електронна пошта;Країна;Організація',
  vi: 'Tên;Họ;Thư điện tử;Quốc gia;Tổ chức',
  'zh-Hans': '名;姓;邮箱;国家;组织',
  'zh-Hant': '名;姓;電子郵件;國家;團體',
};

describe('column names', () => {
  it('are known in every language of the form', () => {
    expect(Object.keys(headings).toSorted()).toEqual([...pageLanguages].toSorted());
    for (const [language, line] of Object.entries(headings)) {
      expect({ language, mapping: guessMapping(line.split(';')) }).toEqual({
        language,
        mapping: { givenName: 0, familyName: 1, email: 2, country: 3, organisation: 4 },
      });
    }
  });

  it.each([
    ['Name;Vorname', { familyName: 0, givenName: 1 }],
    ['Nom;Prénom', { familyName: 0, givenName: 1 }],
    ['NOM;PRENOM(S)', { familyName: 0, givenName: 1 }],
    ['Nome;Cognome', { givenName: 0, familyName: 1 }],
    ['Name;Surname', { givenName: 0, familyName: 1 }],
    ['first_name,last_name', { givenName: 0, familyName: 1 }],
    ['firstName,lastName', { givenName: 0, familyName: 1 }],
    ['FNAME,LNAME', { givenName: 0, familyName: 1 }],
    ['Voornaam;Tussenvoegsel;Achternaam', { givenName: 0, middleName: 1, familyName: 2 }],
    ['Фамилия;Имя;Отчество', { familyName: 0, givenName: 1, middleName: 2 }],
    ['Nombre;Apellido paterno;Apellido materno', { givenName: 0, familyName: 1, secondFamilyName: 2 }],
    ['Name', { name: 0 }],
    ['Nombre y apellidos', { name: 0 }],
    ['氏名', { name: 0 }],
    ['Họ và tên', { name: 0 }],
    ['ФИО', { name: 0 }],
    ['Full name;First name;Organisation', { name: 0, organisation: 2 }],
    ['Name of the organisation;Name of signatory', { organisation: 0, name: 1 }],
    ['Organisation name / Nom de l’organisation;Name / Nom', { organisation: 0, name: 1 }],
    ['What is your full name?;What country do you live in?', { name: 0, country: 1 }],
    ['Email opt in;E-Mail (dienstlich);Name', { email: 1, name: 2 }],
    ['Vezetéknév;Keresztnév', { familyName: 0, givenName: 1 }],
  ])('%s are %j', (line, mapping) => {
    expect(guessMapping(line.split(/[;,]/))).toEqual(mapping);
  });

  it('are told apart by the cells below', () => {
    const rows = [['Ms', 'Philippa Mooring', 'yes', 'philippa@mooring.example']];
    expect(guessMapping(['Title', 'Name', 'Mail', 'Kontakt'], rows)).toEqual({ name: 1, email: 3 });
    expect(guessMapping(['Contact', 'Name'], [['philippa@mooring.example', 'Philippa']])).toEqual({
      email: 0,
      name: 1,
    });
    expect(guessMapping(['Title', 'Name'], [['Treasurer', 'Philippa Mooring']])).toEqual({ role: 0, name: 1 });
  });

  it('never produce more than a mapping can hold', () => {
    for (const line of Object.values(headings))
      expect(importMapping.safeParse(guessMapping(line.split(';'))).success).toBe(true);
  });
});

describe('a name in several columns', () => {
  it.each([
    ['en', { given: 'Philippa', family: 'Mooring' }, 'Philippa Mooring'],
    ['nl', { given: 'Jan', middle: 'van der', family: 'Kade' }, 'Jan van der Kade'],
    ['ru', { given: 'Иван', middle: 'Петрович', family: 'Причалов' }, 'Иван Петрович Причалов'],
    ['es', { given: 'Lucía', family: 'Muelle', secondFamily: 'Faro' }, 'Lucía Muelle Faro'],
    ['hu', { given: 'Győző', family: 'Hajós' }, 'Hajós Győző'],
    ['ja', { given: '太郎', family: '港' }, '港太郎'],
    ['ja', { given: 'Taro', family: 'Minato' }, 'Minato Taro'],
    ['zh-Hans', { given: '海港', family: '王' }, '王海港'],
    ['zh-Hant-TW', { given: '海港', family: '陳' }, '陳海港'],
    ['ko', { given: '항구', family: '김' }, '김항구'],
    ['vi', { given: 'An', middle: 'Văn', family: 'Nguyễn' }, 'Nguyễn Văn An'],
    ['en', { given: '', family: ' Mooring ' }, 'Mooring'],
    ['en', {}, ''],
  ])('in %s', (language, parts, name) => {
    expect(personName(parts, nameOrderOf(language), language)).toBe(name);
  });

  it('keeps two people apart who share the first name', async () => {
    const sheet = await sheetOf('Prénom;Nom;Pays\nCamille Marie;Débarcadère;FR\nCamille Marie;Embarcadère;FR\n');
    expect(peopleIn(sheet)).toMatchObject([
      { name: 'Camille Marie Débarcadère' },
      { name: 'Camille Marie Embarcadère' },
    ]);
  });

  it('follows the language of the line, or of the list, or the chosen order', async () => {
    const sheet = await sheetOf('Given name,Family name,Language\nGyőző,Hajós,\nPhilippa,Mooring,English\n');
    expect(peopleIn(sheet, { language: 'hu' })).toMatchObject([{ name: 'Hajós Győző' }, { name: 'Philippa Mooring' }]);
    expect(peopleIn(sheet, { language: 'hu', nameOrder: 'given-first' })).toMatchObject([
      { name: 'Győző Hajós' },
      { name: 'Philippa Mooring' },
    ]);
  });
});
