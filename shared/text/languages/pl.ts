/**
 * Polish.
 * Reviewed by a native speaker: no.
 */
export const pl = {
  'letter.undersigned': 'Niżej podpisani',
  'letter.none-yet': 'Nikt jeszcze nie podpisał. Państwa podpis może być pierwszy.',
  'letter.count_few': '{count} podpisy',
  'letter.count_many': '{count} podpisów',
  'letter.count_one': '{count} podpis',
  'letter.count_other': '{count} podpisu',
  'letter.organisations_few': '{count} organizacje',
  'letter.organisations_many': '{count} organizacji',
  'letter.organisations_one': '{count} organizacja',
  'letter.organisations_other': '{count} organizacji',
  'letter.individuals_few': '{count} osoby',
  'letter.individuals_many': '{count} osób',
  'letter.individuals_one': '{count} osoba',
  'letter.individuals_other': '{count} osoby',
  'letter.on-paper': '{count} na papierze',
  'letter.without-name': 'w tym {count} bez podania nazwiska lub nazwy',
  'letter.goal': 'Cel: {goal}',
  'letter.as-of': 'Stan: {time} UTC',
  'letter.all': 'Zobacz wszystkie podpisy',
  'letter.sign': 'Podpisz ten list',
  'letter.languages': 'Wersje językowe tego listu',
  'letter.corrected': 'Poprawiono {date}: {why}',
  'letter.telephone': 'Tel.',
  'letter.fax': 'Faks',
  'letter.closed': 'Zbieranie podpisów pod tym listem jest zakończone. Nie można dodać kolejnych nazwisk ani nazw.',
  'letter.delivered': 'List doręczono {date}. Nie można dodać kolejnych nazwisk ani nazw.',
  'letter.not-yet': 'Zbieranie podpisów jeszcze się nie rozpoczęło.',
  'letter.paused': 'Zbieranie podpisów jest chwilowo wstrzymane. Prosimy wrócić później.',
  'letter.opens': 'Początek zbierania podpisów: {date}.',
  'letter.older-version': 'podpis pod wcześniejszą wersją tekstu',
  'letter.affiliated': 'afiliacja: {organisation} (sama organizacja nie podpisała listu)',

  'changes.link': 'Co zmieniono',
  'changes.title': 'Zmiany w liście',
  'changes.text':
    'Każdy podpis odnosi się do słów, które były widoczne w chwili jego złożenia. Zmiana merytoryczna tworzy nową wersję, a każda osoba, która podpisała wcześniejszą, otrzymuje pytanie, czy przenieść podpis. Poprawka pisowni lub tłumaczenia nie zmienia żadnego podpisu.',
  'changes.version': 'Wersja z dnia {date}',
  'changes.current': 'ta jest obecnie podpisywana',
  'changes.read': 'Przeczytaj tę wersję',
  'changes.hash': 'SHA-256 tekstu',
  'changes.corrected': '{date}, {language}: {why}',
  'changes.before': 'przed zmianą',
  'changes.after': 'po zmianie',
  'changes.back': 'Wszystkie zmiany',
  'changes.wording': 'Wcześniejsze brzmienie, sprzed poprawki',

  'list.title': 'Kto podpisał',
  'list.search': 'Szukaj nazwiska lub nazwy',
  'list.search-hint': 'Wystarczą pierwsze litery.',
  'list.kind': 'Pokaż',
  'list.kind-all': 'wszystkie podpisy',
  'list.kind-organisation': 'organizacje',
  'list.kind-individual': 'osoby',
  'list.country': 'Kraj',
  'list.country-all': 'wszystkie kraje',
  'list.order': 'Kolejność',
  'list.order-newest': 'od najnowszych',
  'list.order-name': 'alfabetycznie',
  'list.apply': 'Pokaż',
  'list.next': 'Następna strona',
  'list.first': 'Powrót do pierwszej strony',
  'list.none': 'Nic nie znaleziono.',
  'list.go-on': 'Jak dotąd nic nie znaleziono. Lista jest dłuższa: proszę przejść na następną stronę.',
  'list.withheld': 'Podpisy bez podania nazwiska lub nazwy są liczone, ale nie figurują na liście.',
  'list.paused': 'Lista nazwisk i nazw nie jest chwilowo pokazywana.',
  'list.back': 'Powrót do listu',

  'form.step': 'Krok 1 z 2',
  'form.kind': 'Kto podpisuje?',
  'form.kind-organisation': 'Organizacja; mam upoważnienie do podpisania listu w jej imieniu',
  'form.kind-individual': 'Podpisuję we własnym imieniu',
  'form.organisation': 'Organizacja',
  'form.organisation-hint':
    'Przy podpisie we własnym imieniu to pole jest nieobowiązkowe: organizacja zostanie podana jako afiliacja, ale sama nie będzie sygnatariuszem.',
  'form.organisation-name': 'Nazwa organizacji',
  'form.website': 'Strona internetowa organizacji (nieobowiązkowo)',
  'form.website-hint': 'Na przykład example.org. Pozwala odróżnić dwie organizacje o tej samej nazwie.',
  'form.country': 'Kraj',
  'form.country-choose': 'Proszę wybrać kraj',
  'form.person': 'Państwa dane',
  'form.name': 'Imię i nazwisko',
  'form.role': 'Stanowisko lub funkcja (nieobowiązkowo)',
  'form.email': 'Adres e-mail',
  'form.email-hint': 'Wyślemy na niego jedną wiadomość z prośbą o potwierdzenie. Adres nigdy nie jest pokazywany.',
  'form.attestation': 'Mam upoważnienie do podpisania tego listu w imieniu organizacji wskazanej powyżej.',
  'form.consents': 'Państwa zgoda',
  'form.publication':
    'Wyrażam zgodę na opublikowanie pod tym listem nazwy organizacji, mojego imienia i nazwiska, mojego stanowiska lub funkcji oraz kraju. Może to ujawnić poglądy polityczne.',
  'form.updates': 'Proszę o przesyłanie mi wiadomości o tym liście.',
  'form.partner': 'Organizacja, na której stronie podpisuję, może się ze mną kontaktować.',
  'form.display': 'Sposób podpisania',
  'form.display-public': 'Z publicznym podaniem nazwiska lub nazwy',
  'form.display-withheld': 'Bez podania nazwiska ani nazwy',
  'form.display-hint':
    '„Bez podania nazwiska ani nazwy” znaczy: podpis jest liczony, ale nie publikujemy żadnego nazwiska ani nazwy. Inicjatorzy listu mogą je zobaczyć.',
  'form.honeypot': 'Proszę pozostawić to pole puste',
  'form.submit': 'Podpisz i potwierdź pocztą elektroniczną',

  'privacy.title': 'Co się dzieje z Państwa danymi',
  'privacy.more': 'Pełna informacja o ochronie danych, na osobnej stronie',
  'privacy.controller': 'Administrator danych',
  'privacy.purpose': 'Cel przetwarzania',
  'privacy.purpose-text':
    'Pokazanie, kto popiera ten list, i przekazanie go wraz z nazwiskami i nazwami sygnatariuszy. Żaden inny.',
  'privacy.consent': 'Podstawa prawna',
  'privacy.consent-text':
    'Państwa wyraźna zgoda. Podpis może ujawnić poglądy polityczne, które prawo szczególnie chroni. Zgodę można wycofać w każdej chwili; nie wpływa to na zgodność z prawem przetwarzania, którego dokonano przed jej wycofaniem.',
  'privacy.recipients': 'Odbiorcy danych',
  'privacy.recipients-text':
    'Publicznie widoczne jest to, na czego publikację wyrazili Państwo zgodę. Listę podpisów otrzymują adresaci listu. Dostawca, który utrzymuje serwery i wysyła wiadomości (Amazon Web Services), działa w imieniu administratora. Nikt więcej.',
  'privacy.kept': 'Jakie dane są przechowywane',
  'privacy.kept-text':
    'Dane podane w formularzu, tekst i sformułowania widoczne przy podpisaniu oraz chwila potwierdzenia. Żadnych plików cookie, żadnego adresu sieciowego: tylko jego skrót kryptograficzny z kluczem, przez jeden dzień, w celu ochrony przed nadużyciami. Adres e-mail nigdy nie jest pokazywany.',
  'privacy.retention': 'Jak długo',
  'privacy.retention-text': 'Dopóki list jest publiczny albo do wycofania podpisu.',
  'privacy.unconfirmed': 'Podpis, który nie zostanie potwierdzony, jest usuwany po 30 dniach.',
  'privacy.withdrawn': 'Podpis, który Państwo wycofają, jest usuwany po 30 dniach.',
  'privacy.after-closing':
    'Czas od zamknięcia listu, po którym usuwane są adresy e-mail, komentarze i nazwiska, które nie są publiczne',
  'privacy.rights': 'Państwa prawa',
  'privacy.rights-text':
    'Swój podpis można samodzielnie zobaczyć, poprawić, wycofać i usunąć na stronie, do której prowadzi link w potwierdzeniu. Można też wnieść skargę do organu nadzorczego zajmującego się ochroną danych.',
  'privacy.manage': 'Poproś o link do swojego podpisu',
  'privacy.contact': 'Do kogo się zwrócić',

  'dispute.link': 'Państwa organizacja jest na tej liście, a nie podpisała?',
  'dispute.title': 'Moja organizacja nie podpisała',
  'dispute.text':
    'Proszę powiadomić sekretariat tego listu. Sprawdzi on podpis i zdecyduje, czy nazwa pozostanie. Do tego czasu nic się nie zmieni. Jeśli mają Państwo adres we własnej domenie organizacji, proszę podać właśnie ten.',
  'dispute.organisation': 'Nazwa organizacji, tak jak widnieje na liście',
  'dispute.name': 'Imię i nazwisko',
  'dispute.email': 'Adres e-mail',
  'dispute.email-hint': 'Tylko dla sekretariatu, aby mógł odpowiedzieć.',
  'dispute.message': 'Co sekretariat powinien wiedzieć? (nieobowiązkowo)',
  'dispute.submit': 'Powiadom sekretariat',
  'dispute.done-title': 'Dziękujemy. Sekretariat zajmie się tą sprawą.',
  'dispute.done-text': 'Jeśli będą pytania, sekretariat napisze na podany adres. Wiadomość usuwamy po 180 dniach.',

  'form.errors_few': '{count} pola wymagają uwagi',
  'form.errors_many': '{count} pól wymaga uwagi',
  'form.errors_one': '{count} pole wymaga uwagi',
  'form.errors_other': '{count} pola wymaga uwagi',
  'form.missing': 'proszę wypełnić to pole',
  'form.wrong': 'proszę sprawdzić to pole',
  'form.wrong-email': 'proszę wpisać jeden adres e-mail, na przykład name@example.org',
  'form.wrong-website': 'to nie jest adres strony internetowej, taki jak https://example.org',
  'form.wrong-no-letter': 'tu musi być co najmniej jedna litera lub cyfra',
  'form.wrong-damaged': 'część tekstu zginęła przy kopiowaniu: proszę wpisać go jeszcze raz',
  'form.wrong-too-long': 'to jest za długie: najwyżej {max} znaków',
  'form.wrong-country': 'nie znamy tego kraju: proszę podać zwykłą nazwę albo dwuliterowy kod, na przykład KZ',
  'form.wrong-country-unclear':
    'tę nazwę nosi więcej niż jeden kraj: proszę podać pełną nazwę, na przykład Korea Południowa',
  'form.wrong-address-in-name': 'proszę wpisać samą nazwę, bez adresu internetowego i e-mail',
  'form.wrong-attestation': 'proszę potwierdzić upoważnienie do podpisania listu w imieniu organizacji',
  'form.wrong-publication': 'proszę wyrazić zgodę na publikację albo wybrać podpis bez podania nazwiska ani nazwy',
  'form.wrong-unsure': 'proszę zaznaczyć pole, aby potwierdzić',
  'form.deadline': 'Podpisać można do {moment}.',
  'form.deadline-here': 'W Państwa strefie czasowej: {moment}.',
  'form.wrong-charset':
    'Niektóre litery, na przykład é lub ü, mogły zostać uszkodzone. Proszę sprawdzić wpisane dane i wysłać formularz ponownie.',
  'form.network-cap-title': 'Formularz nie został wysłany',
  'form.network-cap':
    'Zbyt wiele osób z Państwa sieci wysłało ten formularz bez JavaScriptu. Proszę włączyć JavaScript w przeglądarce i otworzyć list ponownie albo wysłać formularz jeszcze raz po: {moment}.',

  'embed.did-you-mean': 'Czy chodziło o {address}?',
  'embed.proof-working': 'W tle sprawdzamy, czy nie podpisuje robot…',
  'embed.proof-ready': 'Sprawdzone: nie podpisuje robot.',
  'embed.sending': 'Wysyłanie…',
  'embed.busy':
    'W tej chwili podpisuje bardzo wiele osób. Proszę poczekać minutę i nacisnąć przycisk jeszcze raz: wypełnione pola są nadal tutaj.',
  'embed.offline':
    'Brak połączenia. Gdy wróci, proszę nacisnąć przycisk jeszcze raz: wypełnione pola są nadal tutaj, a podpisać dwa razy się nie da.',
  'embed.timeout':
    'Odpowiedź nie nadeszła na czas. Proszę nacisnąć przycisk jeszcze raz: wypełnione pola są nadal tutaj, a podpisać dwa razy się nie da.',
  'embed.refused': 'Stąd nie udało się tego wysłać. Prosimy podpisać na stronie samego listu:',
  'embed.unreachable': 'W tej chwili nie można wczytać formularza.',
  'embed.insecure': 'Ta strona nie jest bezpieczna (brak https). Prosimy podpisać na stronie samego listu:',
  'embed.hosted': 'Otwórz formularz na jego własnej stronie',
  'embed.retry': 'Spróbuj ponownie',
  'embed.back': 'Wróć do wypełnionych pól',

  'sent.title': 'Proszę sprawdzić pocztę',
  'sent.step': 'Krok 2 z 2',
  'sent.text':
    'Wysłaliśmy wiadomość z adresu {sender}. Proszę ją otworzyć i nacisnąć znajdujący się w niej przycisk: dopiero wtedy podpis się liczy.',
  'sent.spam':
    'Po kilku minutach nadal nic? Proszę zajrzeć do folderu ze spamem i sprawdzić, czy adres był prawidłowy. Jeśli kiedyś poproszono nas, aby nie pisać na ten adres, można to cofnąć, otwierając ponownie link z tamtej wiadomości.',
  'sent.code': 'Można też wpisać kod z wiadomości.',
  'sent.type-code': 'Wpisz kod',

  'confirm.delivered':
    'List doręczono {date}, dlatego podpisu nie można już potwierdzić. Mogą Państwo zobaczyć tutaj swoje dane, które przechowujemy, i je usunąć.',
  'confirm.title': 'Potwierdzenie podpisu',
  'confirm.step': 'Krok 2 z 2',
  'confirm.fact-letter': 'List',
  'confirm.fact-organisation': 'Organizacja',
  'confirm.fact-individual': 'Imię i nazwisko',
  'confirm.fact-signatory': 'Podpis składa',
  'confirm.public': 'Nazwisko lub nazwa będzie publicznie widoczna pod listem.',
  'confirm.withheld':
    'Bez podania nazwiska ani nazwy: podpis jest liczony, ale nie publikujemy żadnego nazwiska ani nazwy.',
  'confirm.review': 'Sekretariat listu rozpatrzy podpis, zanim zostanie policzony.',
  'confirm.button': 'Potwierdź podpis',
  'confirm.not-me':
    'Jeśli podpis nie pochodzi od Państwa, proszę zamknąć tę stronę. Bez potwierdzenia nic nie zostanie opublikowane.',
  'confirm.done-step': 'Gotowe',
  'confirm.done-title': 'Dziękujemy. Podpis jest potwierdzony.',
  'confirm.done-text': 'Pod listem „{title}” jest teraz podpis: {name}.',
  'confirm.done-withheld': 'Podpis pod listem „{title}” jest liczony. Nie publikujemy żadnego nazwiska ani nazwy.',
  'confirm.done-receipt': 'Wysłaliśmy potwierdzenie pocztą elektroniczną.',
  'duplicate.organisation':
    'Pod tym listem jest już podpis: {place}. Państwa podpis przechowujemy razem z nim; liczą się jako jeden.',
  'duplicate.individual': 'Ten list był już przez Państwa podpisany. Przechowujemy oba podpisy; liczą się jako jeden.',
  'duplicate.separate': 'Czy to inna organizacja? Proszę dać nam znać: {contact}',
  'confirm.to-letter': 'Przejdź do listu',
  'confirm.unknown-title': 'Tego linku nie można użyć',
  'confirm.unknown-text':
    'Być może został po drodze ucięty albo dotyczy podpisu, którego nigdy nie potwierdzono i który został usunięty. Można poprosić o nową wiadomość albo wpisać kod z wiadomości.',
  'confirm.resend': 'Wyślij mi nową wiadomość',
  'confirm.expired-title': 'Ten link jest nieaktualny',
  'confirm.expired-text':
    'Linki działają tylko przez kilka dni. Można poprosić o nową wiadomość albo wpisać kod z nowszej.',

  'code.title': 'Proszę wpisać kod z wiadomości',
  'code.letter': 'List',
  'code.letter-hint': 'Ostatnia część adresu internetowego listu, tak jak podano ją w wiadomości.',
  'code.email': 'Adres e-mail, na który przyszła wiadomość',
  'code.code': 'Kod',
  'code.code-hint': 'Osiem liter i cyfr, na przykład',
  'code.example': 'ABCD-2345',
  'code.error': 'Błąd',
  'code.submit': 'Potwierdź podpis',
  'code.wrong':
    'Ten kod nie pasuje. Proszę sprawdzić list, adres i kod. Po dziesięciu błędnych próbach kod przestaje działać; link w wiadomości działa nadal.',

  'link.title': 'Państwa podpisy',
  'link.text':
    'Chcą Państwo zobaczyć, poprawić lub wycofać podpis? A może zaginęła wiadomość z prośbą o potwierdzenie? Proszę podać adres użyty przy podpisaniu, a wyślemy link.',
  'link.email': 'Adres e-mail użyty przy podpisaniu',
  'link.submit': 'Wyślij mi link',
  'link.wrong': 'To nie jest adres e-mail.',
  'link.sent-title': 'Proszę sprawdzić pocztę',
  'link.sent-text':
    'Jeśli istnieje podpis z tym adresem, zmierza na niego wiadomość wysłana z adresu {sender}. Jeśli nie, nic nie wysyłamy.',
  'link.unusable':
    'Być może został po drodze ucięty, jest nieaktualny albo nie ma już tego, do czego prowadził. Można poprosić o nowy:',

  'manage.title': 'Państwa podpis',
  'manage.state-pending': 'Jeszcze niepotwierdzony: nie liczy się, dopóki nie zostanie potwierdzony.',
  'manage.state-counted': 'Podpis pod tym listem jest liczony: {name}.',
  'manage.state-held': 'Podpis otrzymany: {name}. Zanim zostanie policzony, przejrzy go sekretariat listu.',
  'manage.state-merged': 'Sekretariat listu przechowuje ten podpis razem z innym, dlatego nie liczy się on osobno.',
  'manage.state-displaced':
    'Inny podpis w imieniu organizacji {name} jest lepiej potwierdzony i liczy się zamiast Państwa podpisu. Sekretariat listu przyjrzy się Państwa podpisowi.',
  'manage.state-rejected': 'Sekretariat listu nie przyjął tego podpisu.',
  'manage.state-withdrawn': 'Ten podpis jest wycofany. Nie jest nigdzie pokazywany ani liczony.',
  'manage.change-awaits':
    'Poprosili Państwo o zmianę. Sekretariat listu ją rozpatrzy; do tego czasu podpis pozostaje bez zmian. Prośba dotyczy:',
  'manage.change-declined':
    'Sekretariat listu nie przyjął zmiany, o którą Państwo prosili. Podpis pozostaje bez zmian.',
  'manage.place-text': 'Inny podpis już nie stoi na przeszkodzie. Państwa podpis może się teraz liczyć.',
  'manage.place-button': 'Zastąp go swoim podpisem',
  'manage.carry-title': 'List się zmienił',
  'manage.carry-text':
    'Podpis znajduje się pod tekstem widocznym przy jego składaniu. Proszę przeczytać nowy tekst; jeśli się Państwo z nim zgadzają, można przenieść podpis. Bez żadnego działania pozostanie on pod wcześniejszym tekstem, co będzie zaznaczone.',
  'manage.carry-read': 'Przeczytaj nowy tekst',
  'manage.carry-button': 'Przenieś mój podpis pod nowy tekst',
  'manage.held': 'Jakie dane przechowujemy',
  'manage.fact-affiliation': 'Afiliacja',
  'manage.fact-website': 'Strona internetowa',
  'manage.fact-role': 'Stanowisko lub funkcja',
  'manage.fact-email': 'Adres e-mail (nigdy nie jest pokazywany)',
  'manage.fact-comment': 'Słowo do inicjatorów',
  'manage.fact-submitted': 'Data przesłania',
  'manage.fact-confirmed': 'Data potwierdzenia',
  'manage.fact-version': 'Podpisany tekst (SHA-256)',
  'manage.download': 'Pobierz wszystko jako plik (JSON)',
  'manage.correct-title': 'Popraw dane',
  'manage.correct-text':
    'Inna organizacja niż dotychczas jest sprawdzana od nowa. Można też zmienić, czy podpis jest składany w imieniu organizacji, czy we własnym.',
  'manage.correct-button': 'Zapisz poprawkę',
  'manage.too-many-corrections':
    'Ten podpis poprawiano już wiele razy w ciągu jednego dnia. Kolejna poprawka będzie możliwa od: {moment}. To, co zapisano wcześniej, zostaje.',
  'manage.too-many-organisations':
    'Organizację zmieniano już kilka razy w ciągu jednego dnia. Kolejna zmiana będzie możliwa od: {moment}. Wszystko inne nadal można poprawić.',
  'manage.consents-title': 'Nazwisko lub nazwa i zgody',
  'manage.consents-button': 'Zapisz',
  'manage.withdraw-title': 'Wycofaj podpis',
  'manage.withdraw-text': 'Podpis od razu zniknie z listy i przestanie być liczony. Stąd nie można tego cofnąć.',
  'manage.withdraw-button': 'Wycofaj mój podpis',
  'manage.forget-title': 'Usuń moje dane',
  'manage.forget-text':
    'Podpis zostaje wycofany, a wszystko, co wskazuje na Państwa tożsamość, jest od razu usuwane z naszej bazy danych. Z kolejek technicznych dane znikają w ciągu 14 dni, z kopii zapasowych w ciągu 35 dni.',
  'manage.forget-left':
    'Pozostaje numer bez nazwiska, aby historia liczenia była prawidłowa, oraz skrót kryptograficzny adresu, który wstrzymuje dalsze wiadomości, ale tylko na Państwa życzenie albo jeśli nasza wiadomość wróciła lub została oznaczona jako niechciana.',
  'manage.forget-sure': 'Tak, proszę usunąć wszystkie dane o mnie związane z tym listem.',
  'manage.forget-no-mail': 'Proszę też nigdy więcej nie wysyłać wiadomości na ten adres.',
  'manage.forget-button': 'Usuń moje dane',
  'manage.forgotten-title': 'Państwa dane zostały usunięte',
  'manage.forgotten-text': 'Nic w naszej bazie danych nie wskazuje już na Państwa tożsamość.',
  'manage.forgotten-left':
    'Z kolejek technicznych dane znikają w ciągu 14 dni, z kopii zapasowych w ciągu 35 dni; dzięki wykazowi usunięć zostaną usunięte ponownie, jeśli przywrócimy kopię zapasową.',

  'domain.title': 'Proszę wykazać, że domena należy do Państwa organizacji',
  'domain.text':
    'Jeśli mogą Państwo wprowadzać zmiany w {domain}, proszę umieścić ten wiersz w jednym z dwóch miejsc. Podpis otrzyma wtedy oznaczenie „domena potwierdzona” i zajmie miejsce podpisu złożonego za tę samą organizację spoza jej domeny. Ten wiersz nie jest tajny i można go potem usunąć.',
  'domain.record': 'Rekord DNS typu TXT pod nazwą',
  'domain.file': 'Albo plik tekstowy pod adresem',
  'domain.button': 'Sprawdź teraz',
  'domain.shown': 'Wykazano kontrolę nad domeną {domain} (data: {date}).',
  'domain.failed': 'Domena nie jest jeszcze potwierdzona',
  'domain.not-proven':
    'Nie znaleziono tego wiersza ani w {record}, ani w {file}. Może minąć kilka godzin, zanim nowy rekord DNS będzie widoczny dla wszystkich; plik musi być zwykłym tekstem, dostępnym przez https. Potem proszę ponownie nacisnąć „Sprawdź teraz”.',
  'domain.checked-too-often': 'Sprawdziliśmy dziesięć razy w ciągu godziny. Proszę spróbować ponownie za godzinę.',
  'domain.not-provable': 'Ten podpis nie reprezentuje organizacji, która ma stronę internetową we własnej domenie.',

  'mark.mailbox-domain': 'poczta z własnej domeny',
  'mark.domain': 'domena potwierdzona',
  'mark.vouched': 'sprawdzone przez sekretariat',
  'mark.title': 'Co znaczą oznaczenia',
  'mark.text':
    'Każdy podpis na tej liście potwierdzono pocztą elektroniczną. Niektóre organizacje wykazały więcej i mają oznaczenie:',
  'mark.about-mailbox-domain':
    'Wiadomość, dzięki której potwierdzono podpis, przyszła na adres we własnej domenie organizacji.',
  'mark.about-domain': 'Osoba podpisująca wykazała kontrolę nad domeną organizacji.',
  'mark.about-vouched': 'Sekretariat listu sprawdził, że organizacja podpisała list.',

  'stop.title': 'To nie ja',
  'stop.text':
    'Ktoś podał ten adres e-mail, aby podpisać „{title}”. Jeśli to nie Państwo, nic nie zostanie opublikowane.',
  'stop.one-text':
    'Jeśli to nie Państwo podpisali list, proszę usunąć podpis. Dane znikną od razu, a list nadal można podpisać samodzielnie.',
  'stop.one-button': 'To nie mój podpis: usuń go',
  'stop.what':
    'Można też zablokować ten adres: dane zostaną od razu usunięte i nigdy więcej na niego nie napiszemy, nawet gdy sami Państwo podpiszą list. Link w wiadomości pozwala to cofnąć.',
  'stop.button': 'Usuń dane i nigdy więcej do mnie nie pisz',
  'stop.nothing': 'Jeśli nie zrobią Państwo nic, dane zostaną usunięte po 30 dniach.',
  'stop.stopped-title': 'Gotowe',
  'stop.stopped-text':
    'Dane są usunięte i nie będziemy więcej pisać na ten adres. Pozostaje skrót kryptograficzny adresu, który wstrzymuje dalsze wiadomości. Można to cofnąć tutaj albo później tym samym linkiem w wiadomości.',
  'stop.removed-title': 'Podpis został usunięty',
  'stop.removed-text': 'Dane są usunięte i nic nie zostało opublikowane. List nadal można podpisać samodzielnie.',
  'stop.blocked-title': 'Nie piszemy na ten adres',
  'stop.undo-text':
    'Poproszono nas, aby nigdy więcej nie pisać na ten adres. Dlatego po podpisaniu listu nie przychodzi wiadomość do potwierdzenia. Czy chcą Państwo znowu otrzymywać wiadomości?',
  'stop.undo-button': 'Znowu wysyłaj wiadomości na ten adres',
  'stop.undone-title': 'Wiadomości mogą znowu przychodzić',
  'stop.undone-text':
    'Możemy znowu pisać na ten adres. Jeśli w międzyczasie podpisali Państwo list, prosimy podpisać go jeszcze raz: wiadomość do niego nie została wysłana.',
  'stop.confirmed-title': 'Ten podpis został potwierdzony',
  'stop.confirmed-text':
    'Potwierdził go ktoś, kto ma dostęp do poczty pod tym adresem. Aby go zobaczyć, wycofać lub usunąć wszystkie dane, można poprosić o link pocztą elektroniczną.',
  'stop.gone-title': 'Nic tu już nie ma',
  'stop.gone-text': 'Podpis został usunięty. Nie publikujemy żadnego nazwiska ani nazwy.',
  'stop.unusable':
    'Być może został po drodze ucięty. Jeśli nie zrobią Państwo nic, nic nie zostanie opublikowane, a przesłane dane zostaną usunięte po 30 dniach.',

  'mail.greeting': 'Dzień dobry, {name}!',
  'mail.greeting-unknown': 'Dzień dobry,',
  'mail.button-fails': 'Jeśli przycisk nie działa, proszę otworzyć ten adres:',
  'mail.letter': 'List i wszystkie podpisy pod nim:',
  'mail.contact': 'Mają Państwo pytanie? Proszę odpowiedzieć na tę wiadomość albo napisać na adres {contact}.',
  'mail.sent-for': 'Wysłano w imieniu: {convener}.',
  'mail.sent-by': 'Wysłano, ponieważ ktoś podał ten adres i poprosił o związane z nim linki.',
  'mail.not-me':
    'Jeśli ta prośba nie pochodzi od Państwa, nie trzeba nic robić: bez potwierdzenia nic nie zostanie opublikowane, a dane zostaną usunięte po 30 dniach.',
  'mail.stop':
    'Jeśli to nie Państwa podpis, proszę otworzyć tę stronę, aby go usunąć albo nie otrzymywać więcej wiadomości na ten adres:',
  'mail.manage':
    'Na swojej stronie mogą Państwo zobaczyć wszystko, co zapisano, poprawić to lub wycofać podpis. Link do niej jest przeznaczony wyłącznie dla Państwa: proszę go nikomu nie przekazywać.',
  'mail.manage-button': 'Otwórz swoją stronę',
  'mail.manage-not-me':
    'Jeśli podpis nie pochodzi od Państwa, na tej samej stronie można go wycofać, usunąć wszystkie dane o sobie i zrezygnować z dalszych wiadomości.',
  'mail.confirm-subject': 'Prosimy o potwierdzenie podpisu (krok 2 z 2): „{title}”',
  'mail.confirm-title': 'Prosimy o potwierdzenie podpisu',
  'mail.confirm-organisation':
    'Otrzymaliśmy od Państwa prośbę o podpisanie listu „{title}” w imieniu organizacji „{name}”.',
  'mail.confirm-individual': 'Otrzymaliśmy od Państwa prośbę o podpisanie listu „{title}”.',
  'mail.confirm-press':
    'Krok 2 z 2: proszę otworzyć tę stronę i nacisnąć na niej przycisk. Dopiero wtedy podpis się liczy.',
  'mail.confirm-button': 'Otwórz stronę i potwierdź',
  'mail.code': 'Można też wpisać kod na tej stronie:',
  'mail.code-letter': 'List: {letter}',
  'mail.code-code': 'Kod: {code}',
  'mail.confirm-expires': 'Link i kod działają do dnia {date}.',
  'mail.reminder-subject': 'Przypomnienie (krok 2 z 2): prosimy o potwierdzenie podpisu pod „{title}”',
  'mail.reminder-title': 'Państwa podpis nie jest jeszcze potwierdzony',
  'mail.reminder-organisation':
    'W dniu {date} otrzymaliśmy od Państwa prośbę o podpisanie listu „{title}” w imieniu organizacji „{name}”. Podpis nie jest jeszcze potwierdzony, więc się nie liczy.',
  'mail.reminder-individual':
    'W dniu {date} otrzymaliśmy od Państwa prośbę o podpisanie listu „{title}”. Podpis nie jest jeszcze potwierdzony, więc się nie liczy.',
  'mail.reminder-only': 'To jedyne przypomnienie.',
  'mail.receipt-subject': 'Potwierdzenie: {name}, podpis pod „{title}”',
  'mail.receipt-title': 'Dziękujemy. Podpis jest potwierdzony.',
  'mail.receipt-text': 'Potwierdzono podpis pod listem „{title}”: {name}.',
  'mail.receipt-facts': 'Oto, co jest teraz zapisane:',
  'mail.corrected-subject': 'Potwierdzenie: {name}, podpis pod „{title}” po poprawce',
  'mail.corrected-title': 'Podpis został poprawiony',
  'mail.corrected-text':
    'Poprawiono podpis pod listem „{title}”: {name}. Ta wiadomość zastępuje wcześniejsze potwierdzenie.',
  'mail.state-held': 'Nie jest jeszcze liczony: najpierw przejrzy go sekretariat listu. Nie trzeba nic robić.',
  'mail.state-displaced': 'Państwa podpis jest przechowywany. Nie jest liczony i czeka na decyzję sekretariatu listu.',
  'mail.state-rejected': 'Sekretariat listu nie przyjął tego podpisu.',
  'mail.prove':
    'Jeśli działają Państwo w imieniu organizacji {name}, można to wykazać: na Państwa stronie opisano, jak potwierdzić domenę organizacji za pomocą wpisu w DNS albo niewielkiego pliku na jej stronie internetowej.',
  'mail.fact-organisation': 'Organizacja',
  'mail.fact-affiliation': 'Afiliacja',
  'mail.fact-website': 'Strona internetowa',
  'mail.fact-country': 'Kraj',
  'mail.fact-signatory': 'Podpis złożony przez',
  'mail.fact-role': 'Stanowisko lub funkcja',
  'mail.fact-display': 'Nazwisko lub nazwa na publicznej liście',
  'mail.fact-display-public': 'tak',
  'mail.fact-display-withheld': 'nie',
  'mail.fact-date': 'Data potwierdzenia',
  'mail.fact-version': 'Podpisany tekst (SHA-256)',
  'mail.already-subject': 'Już podpisano: {name} pod „{title}”',
  'mail.already-title': 'List jest już przez Państwa podpisany',
  'mail.already-organisation':
    'Ktoś (prawdopodobnie Państwo) poprosił właśnie o podpisanie listu „{title}” w imieniu organizacji {name}. List jest już przez Państwa podpisany, a podpis potwierdzony.',
  'mail.already-individual':
    'Ktoś (prawdopodobnie Państwo) poprosił właśnie o podpisanie listu „{title}”. List jest już przez Państwa podpisany, a podpis potwierdzony.',
  'mail.already-nothing':
    'Nic się nie zmieniło i nie ma niczego do potwierdzenia. Jeśli prośba nie pochodziła od Państwa, nie trzeba nic robić.',
  'mail.duplicate-subject': 'Także ktoś inny podpisał w imieniu organizacji {name}: „{title}”',
  'mail.duplicate-title': 'Drugi podpis w imieniu Państwa organizacji',
  'mail.duplicate-text':
    'Podpisali Państwo list „{title}” w imieniu organizacji {name}. Teraz ktoś inny potwierdził podpis za tę samą organizację. Nadal reprezentuje ją Państwa podpis; drugi jest przechowywany obok, a nazwa liczy się jeden raz.',
  'mail.duplicate-nothing':
    'Nie trzeba nic robić. Jeśli organizację {name} powinien reprezentować ktoś inny, proszę wycofać swój podpis na swojej stronie: wtedy drugi podpis może zająć jego miejsce.',
  'mail.displaced-subject': 'Państwa podpis w imieniu organizacji {name} czeka na sekretariat: „{title}”',
  'mail.displaced-title': 'Inny podpis zajął miejsce Państwa podpisu',
  'mail.displaced-text':
    'Ktoś inny podpisał list „{title}” w imieniu organizacji {name} i lepiej to potwierdził. Tamten podpis liczy się zamiast Państwa podpisu.',
  'mail.version-subject': 'List się zmienił: czy podpisują Państwo nowy tekst „{title}” ({name})?',
  'mail.version-title': 'List się zmienił',
  'mail.version-organisation':
    'Podpisali Państwo list „{title}” w imieniu organizacji {name}. Od tego czasu jego treść się zmieniła. Państwa podpis znajduje się pod słowami, które były widoczne przy jego składaniu.',
  'mail.version-individual':
    'Podpisali Państwo list „{title}”. Od tego czasu jego treść się zmieniła. Państwa podpis znajduje się pod słowami, które były widoczne przy jego składaniu.',
  'mail.version-renamed': 'List nosi teraz tytuł „{new}”.',
  'mail.version-read': 'Nowy tekst i wprowadzone zmiany:',
  'mail.version-carry':
    'Zgadzają się Państwo z nim? W takim razie podpis można przenieść jednym naciśnięciem na swojej stronie. Link do niej jest przeznaczony wyłącznie dla Państwa: proszę go nikomu nie przekazywać.',
  'mail.version-button': 'Otwórz swoją stronę i przenieś podpis',
  'mail.version-nothing':
    'Jeśli nie zrobią Państwo nic, podpis pozostanie pod wcześniejszym tekstem i tak będzie pokazywany. Pytamy tylko ten jeden raz.',
  'mail.withdrawn-subject': 'Podpis wycofany: {name} pod „{title}”',
  'mail.withdrawn-title': 'Podpis jest wycofany',
  'mail.withdrawn-organisation':
    'Podpis w imieniu organizacji {name} pod listem „{title}” jest wycofany. Nie ma go już na liście i nie jest liczony.',
  'mail.withdrawn-individual':
    'Państwa podpis pod listem „{title}” jest wycofany. Nie ma go już na liście i nie jest liczony.',
  'mail.withdrawn-nothing':
    'Sprawa jest zakończona: nie trzeba niczego potwierdzać i nie będzie więcej wiadomości na ten temat.',
  'mail.withdrawn-not-me': 'Jeśli podpis wycofał ktoś inny, proszę napisać na adres {contact}.',
  'mail.links-subject': 'Linki do Państwa podpisów',
  'mail.links-title': 'Państwa podpisy',
  'mail.links-text': 'Ktoś (prawdopodobnie Państwo) poprosił o linki do podpisów związanych z tym adresem. Oto one.',
  'mail.links-one': '{name}, pod „{title}”',
  'mail.links-manage': 'Aby zobaczyć, poprawić lub wycofać podpis:',
  'mail.links-pending':
    'Jeszcze niepotwierdzony. Aby go potwierdzić, proszę otworzyć tę stronę i nacisnąć na niej przycisk:',
  'mail.links-private': 'Te linki są przeznaczone wyłącznie dla Państwa: proszę ich nikomu nie przekazywać.',
  'mail.links-not-me':
    'Jeśli ta prośba nie pochodzi od Państwa, nie trzeba nic robić: linki nie trafiły do nikogo innego.',

  'page.not-found-title': 'Nic tu nie ma',
  'page.not-found-text': 'Proszę sprawdzić adres albo zapytać osobę, która go podała.',
  'page.draft-title': 'Ten list nie jest jeszcze otwarty',
  'page.draft-text': 'Proszę wrócić, gdy zostanie opublikowany.',
  'page.error-title': 'Coś poszło nie tak',
  'page.error-text': 'Proszę za chwilę spróbować ponownie. Nic nie zostało utracone.',
  'page.label': '{label}: ',
  'page.skip': 'Do tekstu',
  'page.made-with': 'Podpisy zebrano za pomocą Undersigned, wolnego oprogramowania bez śledzenia',
  'page.none': 'Obecnie żaden list nie jest otwarty do podpisu.',
  'page.letters': 'Listy otwarte do podpisu',

  'press.line': 'Stan na {time} UTC – list otwarty „{title}”: {signed}.',
  'press.countries_few': '{count} kraje',
  'press.countries_many': '{count} krajów',
  'press.countries_one': '{count} kraj',
  'press.countries_other': '{count} kraju',
} as const satisfies Record<string, string>;
