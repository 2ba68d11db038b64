/**
 * Dutch.
 * Reviewed by a native speaker: no.
 */
export const nl = {
  'letter.undersigned': 'De ondertekenaars',
  'letter.none-yet': 'Nog niemand heeft ondertekend. Uw handtekening kan de eerste zijn.',
  'letter.count_one': '{count} handtekening',
  'letter.count_other': '{count} handtekeningen',
  'letter.organisations_one': '{count} organisatie',
  'letter.organisations_other': '{count} organisaties',
  'letter.individuals_one': '{count} persoon',
  'letter.individuals_other': '{count} personen',
  'letter.added': '{count} toegevoegd door het secretariaat',
  'list.added': 'Toegevoegd door het secretariaat',
  'letter.on-paper': '{count} op papier',
  'letter.without-name': 'waarvan {count} zonder naamsvermelding',
  'letter.goal': 'Doel: {goal}',
  'letter.as-of': 'Stand op {time} UTC',
  'letter.all': 'Alle ondertekenaars bekijken',
  'letter.sign': 'Deze brief ondertekenen',
  'letter.languages': 'Deze brief lezen in een andere taal',
  'letter.corrected': 'Gecorrigeerd op {date}: {why}',
  'letter.telephone': 'Tel.',
  'letter.fax': 'Fax',
  'letter.closed': 'Deze brief kan niet meer worden ondertekend. Er kunnen geen namen meer bij.',
  'letter.delivered': 'Deze brief is overhandigd op {date}. Er kunnen geen namen meer bij.',
  'letter.not-yet': 'Ondertekenen is nog niet mogelijk.',
  'letter.paused': 'Ondertekenen is even onderbroken. Kom later terug.',
  'letter.opens': 'Ondertekenen kan vanaf {date}.',
  'letter.older-version': 'heeft een eerdere versie van de tekst ondertekend',
  'letter.affiliated': 'verbonden aan {organisation} (de organisatie zelf heeft niet ondertekend)',

  'letter.follows': 'Deze brief volgt op “{title}”.',
  'letter.followed': 'Op deze brief volgt een nieuwe: “{title}”',
  'changes.link': 'Wat er is gewijzigd',
  'changes.title': 'Wijzigingen van de brief',
  'changes.text':
    'Elke handtekening hoort bij de woorden die te zien waren toen zij werd gezet. Een inhoudelijke wijziging levert een nieuwe versie op, en aan iedereen die een eerdere versie heeft ondertekend, wordt gevraagd of de handtekening moet worden overgezet. Een correctie van de spelling of van een vertaling verandert geen enkele handtekening.',
  'changes.version': 'Versie van {date}',
  'changes.current': 'Huidige versie',
  'changes.read': 'Deze versie lezen',
  'changes.hash': 'SHA-256 van de tekst',
  'changes.corrected': '{date}, {language}: {why}',
  'changes.before': 'ervoor',
  'changes.after': 'erna',
  'changes.back': 'Alle wijzigingen',
  'changes.wording': 'Een eerdere formulering, van vóór een correctie',

  'list.title': 'Wie heeft ondertekend',
  'list.search': 'Een naam zoeken',
  'list.search-hint': 'Het begin van een willekeurig woord van de naam volstaat.',
  'list.kind': 'Tonen',
  'list.kind-all': 'iedereen',
  'list.kind-organisation': 'organisaties',
  'list.kind-individual': 'personen',
  'list.country': 'Land',
  'list.country-all': 'alle landen',
  'list.order': 'Volgorde',
  'list.order-newest': 'nieuwste eerst',
  'list.order-name': 'op naam',
  'list.apply': 'Tonen',
  'list.next': 'Volgende pagina',
  'list.first': 'Terug naar de eerste pagina',
  'list.none': 'Niemand gevonden.',
  'list.go-on': 'Tot nu toe niets gevonden. De lijst gaat verder: kijk op de volgende pagina.',
  'list.withheld': 'Wie zonder naamsvermelding heeft ondertekend, telt mee, maar staat niet in de lijst.',
  'list.paused': 'De lijst met namen wordt op dit moment niet getoond.',
  'list.back': 'Terug naar de brief',

  'form.step': 'Stap 1 van 2',
  'form.kind': 'Wie ondertekent?',
  'form.kind-organisation': 'Een organisatie',
  'form.kind-individual': 'Ik onderteken namens mijzelf',
  'form.organisation': 'Organisatie',
  'form.organisation-hint':
    'Ondertekent u namens uzelf, dan is dit niet verplicht: de organisatie wordt bij uw naam vermeld en is zelf geen ondertekenaar.',
  'form.organisation-name': 'Naam van de organisatie',
  'form.website': 'Website van de organisatie (niet verplicht)',
  'form.website-hint': 'Bijvoorbeeld example.org. Zo zijn twee organisaties met dezelfde naam te onderscheiden.',
  'form.country': 'Land',
  'form.country-choose': 'Kies een land',
  'form.person': 'Uw gegevens',
  'form.name': 'Uw naam',
  'form.role': 'Uw functie (niet verplicht)',
  'form.email': 'Uw e-mailadres',
  'form.email-hint': 'Daarheen sturen wij een e-mail om te bevestigen. Het adres wordt nooit getoond.',
  'form.attestation': 'Ik ben bevoegd deze brief te ondertekenen namens de hierboven genoemde organisatie.',
  'form.consents': 'Uw toestemming',
  'form.publication':
    'Ik stem ermee in dat de naam van de organisatie, mijn naam, mijn functie en het land onder deze brief worden gepubliceerd. Daaruit kan een politieke opvatting blijken.',
  'form.updates': 'Stuur mij nieuws over deze brief.',
  'form.partner': 'De organisatie van de website waarop ik onderteken, mag contact met mij opnemen.',
  'form.follow-up': 'Vraag mij één keer per e-mail of ik een nieuwe brief wil ondertekenen die op deze volgt.',
  'form.display': 'Hoe u ondertekent',
  'form.display-public': 'Met de naam openbaar zichtbaar',
  'form.display-withheld': 'Zonder naamsvermelding',
  'form.display-hint':
    'Zonder naamsvermelding betekent: u telt mee, en er wordt geen naam gepubliceerd. De initiatiefnemers van de brief kunnen de naam zien.',
  'form.honeypot': 'Laat dit veld leeg',
  'form.submit': 'Ondertekenen en per e-mail bevestigen',

  'privacy.title': 'Wat er met uw gegevens gebeurt',
  'privacy.more': 'De volledige privacyverklaring, op een aparte pagina',
  'privacy.controller': 'Verwerkingsverantwoordelijke',
  'privacy.purpose': 'Waarvoor ze dienen',
  'privacy.purpose-text':
    'Om te laten zien wie deze brief steunt, en om de brief met de namen van de ondertekenaars te overhandigen. Voor iets anders alleen met uw toestemming.',
  'privacy.your-choice': 'U kunt uw handtekening altijd inzien, verbeteren, intrekken of verwijderen.',
  'privacy.consent': 'Rechtsgrondslag',
  'privacy.consent-text':
    'Uw uitdrukkelijke toestemming. Uit uw handtekening kan een politieke opvatting blijken, die de wet bijzonder beschermt. U kunt de toestemming op elk moment intrekken; dat doet geen afbreuk aan de rechtmatigheid van wat vóór de intrekking is gebeurd.',
  'privacy.recipients': 'Wie ze ontvangt',
  'privacy.recipients-text':
    'Het publiek ziet wat met uw toestemming wordt gepubliceerd. Degenen aan wie de brief is gericht, krijgen de lijst. De dienst die de computers beheert en de e-mails verstuurt (Amazon Web Services), werkt in opdracht van de verwerkingsverantwoordelijke. Verder niemand.',
  'privacy.kept': 'Wat wordt bewaard',
  'privacy.kept-text':
    'Wat u invult, de tekst en de formuleringen die u hebt gezien, en wanneer u hebt bevestigd. Geen netwerkadres: daarvan alleen een met een sleutel berekende hash, één dag lang, tegen misbruik. Uw e-mailadres wordt nooit getoond.',
  'privacy.cookie':
    'We gebruiken één cookie, en alleen als u zonder JavaScript ondertekent: uw browser bewaart 15 minuten wat u hebt verzonden, zodat u het kunt verbeteren.',
  'privacy.retention': 'Hoelang',
  'privacy.retention-text': 'Zolang de brief openbaar is, of tot u uw handtekening intrekt.',
  'privacy.unconfirmed': 'Een handtekening die niet wordt bevestigd, wordt na 30 dagen verwijderd.',
  'privacy.withdrawn': 'Een handtekening die u intrekt, wordt na 30 dagen verwijderd.',
  'privacy.after-closing':
    'Termijn na sluiting van de brief waarna e-mailadressen, opmerkingen en namen die niet openbaar zijn, worden verwijderd',
  'privacy.rights': 'Uw rechten',
  'privacy.rights-text':
    'U kunt uw handtekening zelf inzien, corrigeren, intrekken en verwijderen, op de pagina waarnaar het ontvangstbewijs verwijst. U kunt een klacht indienen bij een toezichthouder voor gegevensbescherming.',
  'privacy.manage': 'Een link naar uw handtekening aanvragen',
  'privacy.contact': 'Tot wie u zich kunt richten',

  'dispute.link': 'Staat uw organisatie in deze lijst terwijl zij niet heeft ondertekend?',
  'dispute.title': 'Mijn organisatie heeft niet ondertekend',
  'dispute.text':
    'Laat het weten aan het secretariaat van deze brief. Het bekijkt de handtekening en beslist of de naam blijft staan. Tot dan verandert er niets. Hebt u een adres op het eigen domein van de organisatie, geef dan dat op.',
  'dispute.told': 'Wie heeft ondertekend, hoort van ons dat de handtekening wordt betwist, maar niet door wie.',
  'dispute.organisation': 'Naam van de organisatie, zoals die in de lijst staat',
  'dispute.name': 'Uw naam',
  'dispute.email': 'Uw e-mailadres',
  'dispute.email-hint': 'Alleen voor het secretariaat, om u te antwoorden.',
  'dispute.message': 'Wat moet het secretariaat weten? (niet verplicht)',
  'dispute.submit': 'Aan het secretariaat melden',
  'dispute.done-title': 'Dank u. Het secretariaat gaat het na.',
  'dispute.done-text':
    'Als het vragen heeft, schrijft het aan het adres dat u hebt opgegeven. Uw bericht wordt na 180 dagen gewist.',

  'form.errors_one': 'Eén punt vraagt uw aandacht',
  'form.errors_other': '{count} punten vragen uw aandacht',
  'form.missing': 'vul dit veld in',
  'form.wrong': 'controleer dit veld',
  'form.wrong-email': 'vul één e-mailadres in, zoals name@example.org',
  'form.wrong-website': 'dit is geen adres van een website, zoals https://example.org',
  'form.wrong-no-letter': 'hier moet minstens één letter of cijfer staan',
  'form.wrong-damaged': 'bij het kopiëren ging een deel verloren: typ het opnieuw',
  'form.wrong-too-long': 'dit is te lang: hoogstens {max} tekens',
  'form.wrong-country': 'we kennen dit land niet: gebruik de gewone naam of een code van twee letters, zoals KZ',
  'form.wrong-country-unclear': 'meer dan één land heet zo: schrijf de volledige naam, zoals Zuid-Korea',
  'form.wrong-address-in-name': 'vul alleen de naam in, zonder web- of e-mailadres',
  'form.wrong-attestation': 'bevestig dat u bevoegd bent namens de organisatie te ondertekenen',
  'form.wrong-publication': 'stem in met publicatie van de naam, of kies voor “Zonder naamsvermelding”',
  'form.wrong-unsure': 'vink het vakje aan om te bevestigen',
  'form.deadline': 'U kunt tekenen tot {moment}.',
  'form.deadline-here': 'In uw tijdzone: {moment}.',
  'form.wrong-charset':
    'Sommige letters, zoals é of ü, zijn mogelijk beschadigd aangekomen. Controleer wat u hebt ingevuld en verstuur het formulier opnieuw.',
  'form.network-cap-title': 'Uw formulier is niet verzonden',
  'form.network-cap':
    'Te veel mensen op uw netwerk hebben dit formulier zonder JavaScript verstuurd. Zet JavaScript aan in uw browser en open de brief opnieuw, of verstuur het formulier opnieuw na {moment}.',

  'embed.did-you-mean': 'Bedoelde u {address}?',
  'embed.proof-working': 'Op de achtergrond wordt nagegaan dat er geen robot ondertekent …',
  'embed.proof-ready': 'Nagegaan: er ondertekent geen robot.',
  'embed.sending': 'Wordt verzonden …',
  'embed.busy':
    'Op dit moment ondertekenen heel veel mensen. Wacht een minuut en druk dan nog eens op de knop: wat u hebt ingevuld, staat er nog.',
  'embed.offline':
    'Er is geen verbinding. Druk nog eens op de knop als die terug is: wat u hebt ingevuld, staat er nog, en u kunt niet dubbel ondertekenen.',
  'embed.timeout':
    'Er kwam niet op tijd antwoord. Druk nog eens op de knop: wat u hebt ingevuld, staat er nog, en u kunt niet dubbel ondertekenen.',
  'embed.refused': 'Dit kon hiervandaan niet worden verzonden. Onderteken op de pagina van de brief zelf:',
  'embed.unreachable': 'Het formulier kan op dit moment niet worden geladen.',
  'embed.insecure': 'Deze pagina is niet beveiligd (https ontbreekt). Onderteken op de pagina van de brief zelf:',
  'embed.hosted': 'Het formulier op een eigen pagina openen',
  'embed.retry': 'Nog eens proberen',

  'sent.title': 'Kijk in uw mailbox',
  'sent.step': 'Stap 2 van 2',
  'sent.text':
    'Wij hebben u een e-mail gestuurd van {sender}. Open die en druk op de knop erin: pas dan telt uw handtekening.',
  'sent.spam':
    'Na enkele minuten nog niets? Kijk in de map met spam, en controleer of het adres juist was. Hebt u ons ooit gevraagd niet naar dit adres te schrijven? Open dan de link in die e-mail opnieuw om dat ongedaan te maken.',
  'sent.code': 'U kunt ook de code uit de e-mail intypen.',
  'sent.type-code': 'De code intypen',
  'sent.correct': 'Verkeerd adres? Verbeter het en verstuur opnieuw',
  'sent.again': 'Opnieuw versturen',

  'confirm.delivered':
    'Deze brief is overhandigd op {date}, dus uw handtekening kan niet meer worden bevestigd. U kunt hier zien welke gegevens wij van u bewaren en ze laten wissen.',
  'confirm.title': 'Bevestig de handtekening',
  'confirm.step': 'Stap 2 van 2',
  'confirm.fact-letter': 'Brief',
  'confirm.fact-organisation': 'Organisatie',
  'confirm.fact-individual': 'U',
  'confirm.fact-signatory': 'Ondertekend door',
  'confirm.public': 'De naam komt openbaar onder de brief te staan.',
  'confirm.withheld': 'Zonder naamsvermelding: u telt mee, en er wordt geen naam gepubliceerd.',
  'confirm.review': 'Het secretariaat van de brief bekijkt uw handtekening voordat zij meetelt.',
  'confirm.button': 'De handtekening bevestigen',
  'confirm.not-me': 'Was u dit niet? Sluit deze pagina. Zonder uw bevestiging wordt er niets gepubliceerd.',
  'confirm.done-step': 'Klaar',
  'confirm.done-title': 'Dank u. De handtekening is bevestigd.',
  'confirm.done-text': '{name} staat nu onder “{title}”.',
  'confirm.done-withheld': 'De handtekening onder “{title}” telt mee, en er wordt geen naam gepubliceerd.',
  'confirm.done-receipt': 'Wij hebben u per e-mail een ontvangstbewijs gestuurd.',
  'duplicate.organisation':
    'Onder deze brief staat al een handtekening voor {place}. De uwe wordt daarbij bewaard, en {place} telt één keer mee.',
  'duplicate.individual': 'U had deze brief al ondertekend. Beide handtekeningen worden bewaard; u telt één keer mee.',
  'duplicate.separate': 'Is uw organisatie een andere? Laat het ons weten: {contact}',
  'duplicate.mistake': 'Is dit een vergissing? Laat het ons weten: {contact}',
  'confirm.to-letter': 'Naar de brief',
  'confirm.unknown-title': 'Deze link kan niet worden gebruikt',
  'confirm.unknown-text':
    'Misschien is de link onderweg afgebroken, of hoort hij bij een handtekening die nooit is bevestigd en daarom is verwijderd. Vraag een nieuwe e-mail aan, of typ de code uit de e-mail in.',
  'confirm.resend': 'Stuur mij een nieuwe e-mail',
  'confirm.expired-title': 'Deze link is te oud',
  'confirm.expired-text':
    'Links werken maar enkele dagen. Vraag een nieuwe e-mail aan, of typ de code uit een recentere e-mail in.',

  'share.title': 'Deze brief delen',
  'share.text': 'Lees en onderteken de open brief “{title}”.',
  'share.device': 'Delen …',
  'share.link': 'Link naar de brief',
  'share.copy': 'Link kopiëren',
  'share.copied': 'Link gekopieerd',
  'share.email': 'E-mail',
  'share.ask': 'Een andere organisatie vragen te ondertekenen',
  'share.ask-subject': 'Ondertekent u de open brief “{title}”?',
  'share.ask-text': 'Wil uw organisatie deze open brief ondertekenen? U kunt hem hier lezen en ondertekenen:',
  'share.next': 'Meer over deze brief',
  'share.next-site': 'Verder naar {site}',

  'follow.text':
    'Uw gegevens uit “{title}” zijn hieronder ingevuld. Lees de brief, wijzig wat u wilt en druk dan op de knop. Alleen dan ondertekent u.',
  'follow.email-hint': 'Als u het adres wijzigt, sturen wij daar eerst een e-mail ter bevestiging naartoe.',
  'code.title': 'Typ de code uit de e-mail in',
  'code.letter': 'Brief',
  'code.letter-hint': 'Het laatste deel van het webadres van de brief, zoals het in de e-mail staat.',
  'code.email': 'Het e-mailadres waarnaar wij hebben geschreven',
  'code.code': 'Code',
  'code.code-hint': 'Acht letters en cijfers, bijvoorbeeld',
  'code.example': 'ABCD-2345',
  'code.error': 'Fout',
  'code.submit': 'De handtekening bevestigen',
  'code.wrong':
    'Deze code klopt niet. Controleer de brief, het adres en de code. Na tien verkeerde pogingen werkt een code niet meer; de link in de e-mail nog wel.',

  'link.title': 'Uw handtekeningen',
  'link.text':
    'Wilt u een handtekening inzien, corrigeren of intrekken, of is de e-mail om te bevestigen zoekgeraakt? Geef het adres op waarmee u hebt ondertekend, dan sturen wij u een link.',
  'link.email': 'Het e-mailadres waarmee u hebt ondertekend',
  'link.submit': 'Stuur mij een link',
  'link.wrong': 'Dit is geen e-mailadres.',
  'link.sent-title': 'Kijk in uw mailbox',
  'link.sent-text':
    'Als er een handtekening met dit adres is, is er een e-mail van {sender} naartoe onderweg. Is die er niet, dan wordt er niets verstuurd.',
  'link.unusable':
    'Misschien is de link onderweg afgebroken, of is hij te oud, of bestaat datgene waar hij naartoe leidde niet meer. Vraag een nieuwe aan:',

  'manage.title': 'Uw handtekening',
  'manage.state-pending': 'Nog niet bevestigd: zij telt pas mee als u haar bevestigt.',
  'manage.state-counted': '{name} telt mee onder deze brief.',
  'manage.state-held':
    '{name} heeft ondertekend. Het secretariaat van de brief bekijkt de handtekening voordat zij meetelt.',
  'manage.state-merged':
    'Het secretariaat van de brief bewaart deze handtekening samen met een andere; daarom telt zij niet apart mee.',
  'manage.state-displaced':
    'Een andere handtekening namens {name} is beter onderbouwd en telt in plaats van de uwe. Het secretariaat van de brief bekijkt de uwe.',
  'manage.state-rejected': 'Het secretariaat van de brief heeft deze handtekening niet aanvaard.',
  'manage.state-withdrawn': 'Deze handtekening is ingetrokken. Zij wordt nergens getoond en telt niet mee.',
  'manage.change-awaits':
    'U hebt om een wijziging gevraagd. Het secretariaat van de brief bekijkt die; tot dan blijft uw handtekening zoals ze was. Uw verzoek:',
  'manage.change-declined':
    'Het secretariaat van de brief heeft de gevraagde wijziging niet aanvaard. Uw handtekening blijft zoals ze was.',
  'manage.place-text': 'De andere handtekening staat niet meer in de weg. De uwe kan nu meetellen.',
  'manage.place-button': 'In de plaats daarvan ondertekenen',
  'manage.carry-title': 'De brief is gewijzigd',
  'manage.carry-text':
    'Uw handtekening staat onder de tekst die u hebt gezien. Lees de nieuwe tekst; als u het daarmee eens bent, zet uw handtekening dan over. Als u niets doet, blijft zij onder de eerdere tekst staan, en dat wordt vermeld.',
  'manage.carry-read': 'De nieuwe tekst lezen',
  'manage.carry-button': 'Mijn handtekening overzetten naar de nieuwe tekst',
  'manage.held': 'Wat wij bewaren',
  'manage.fact-affiliation': 'Verbonden aan',
  'manage.fact-website': 'Website',
  'manage.fact-role': 'Functie',
  'manage.fact-email': 'E-mailadres (wordt nooit getoond)',
  'manage.fact-comment': 'Bericht aan de initiatiefnemers',
  'manage.fact-submitted': 'Ingediend op',
  'manage.fact-confirmed': 'Bevestigd op',
  'manage.fact-version': 'Ondertekende tekst (SHA-256)',
  'manage.download': 'Alles downloaden als bestand (JSON)',
  'manage.more': 'Verificatie en technische gegevens',
  'manage.correct-title': 'Corrigeren',
  'manage.correct-text':
    'Een andere organisatie dan voorheen wordt opnieuw gecontroleerd. U kunt ook wisselen tussen ondertekenen namens de organisatie en namens uzelf.',
  'manage.correct-button': 'De correctie opslaan',
  'manage.too-many-corrections':
    'U hebt deze handtekening op één dag al heel vaak gecorrigeerd. Vanaf {moment} kunt u haar weer corrigeren. Wat u eerder hebt opgeslagen, blijft behouden.',
  'manage.too-many-organisations':
    'U hebt de organisatie op één dag al meerdere keren gewijzigd. Vanaf {moment} kunt u haar weer wijzigen. Al het andere kunt u nog wel corrigeren.',
  'manage.consents-title': 'Naam en toestemmingen',
  'manage.consents-button': 'Opslaan',
  'manage.withdraw-title': 'Intrekken',
  'manage.withdraw-text':
    'De handtekening verdwijnt meteen uit de lijst en uit de telling. Dat kan hier niet ongedaan worden gemaakt.',
  'manage.withdraw-button': 'Mijn handtekening intrekken',
  'manage.forget-title': 'Alles laten wissen',
  'manage.forget-text':
    'De handtekening wordt ingetrokken, en alles waaruit blijkt wie u bent, wordt meteen uit onze database gewist. Uit technische wachtrijen is het binnen 14 dagen verdwenen, uit back-ups binnen 35 dagen.',
  'manage.forget-left':
    'Wat overblijft, is een nummer zonder naam, zodat het verloop van de telling juist blijft; en een hash van uw adres die verdere e-mail tegenhoudt, maar alleen als u daarom vraagt, of als onze e-mail terugkwam of als ongewenst werd gemarkeerd.',
  'manage.forget-sure': 'Ja, wis alles over mij bij deze brief.',
  'manage.forget-no-mail': 'En stuur nooit meer e-mail naar dit adres.',
  'manage.forget-button': 'Mijn gegevens wissen',
  'manage.forgotten-title': 'Uw gegevens zijn gewist',
  'manage.forgotten-text': 'Niets in onze database laat nog zien wie u was.',
  'logo.title': 'Uw logo',
  'logo.intro':
    'Uw logo kan in de lijst en op partnersites naast de naam staan zodra het secretariaat het heeft gezien. PNG, JPEG, SVG of WebP, maximaal 1 MB.',
  'logo.file': 'Logobestand',
  'logo.right': 'Wij hebben het recht om dit logo hier te laten plaatsen.',
  'logo.send': 'Logo uploaden',
  'logo.checking': 'Het nieuwe logo wordt gecontroleerd. Dat duurt enkele seconden.',
  'logo.review': 'Het nieuwe logo wacht op beoordeling door het secretariaat.',
  'logo.shown': 'Dit logo staat naast de naam.',
  'logo.declined': 'Het secretariaat heeft het logo niet aanvaard. Reden: {reason}',
  'logo.refused':
    'Het bestand is niet bruikbaar. Upload één stilstaande afbeelding als PNG, JPEG, SVG of WebP. Zet tekst in een SVG om in paden.',
  'logo.remove': 'Logo verwijderen',
  'logo.need': 'Kies een bestand van maximaal 1 MB en bevestig het recht om het te plaatsen.',
  'manage.forgotten-left':
    'Uit technische wachtrijen zijn ze binnen 14 dagen verdwenen, uit back-ups binnen 35 dagen; een lijst van gewiste gegevens zorgt ervoor dat ze na het terugzetten van een back-up opnieuw worden gewist.',

  'domain.title': 'Een sterker kenmerk krijgen',
  'domain.text':
    'Vraag uw webbeheerder om deze regel op een van twee plaatsen op {domain} te zetten. Uw handtekening krijgt dan het kenmerk “domein aangetoond” en vervangt een handtekening voor dezelfde organisatie met zwakker bewijs. De regel is niet geheim, en u kunt hem daarna verwijderen.',
  'domain.record': 'Een DNS-record van het type TXT op',
  'domain.file': 'Of een tekstbestand op',
  'domain.button': 'Nu controleren',
  'domain.shown': 'U hebt op {date} aangetoond dat u {domain} beheert.',
  'domain.failed': 'Het domein is nog niet aangetoond',
  'domain.not-proven':
    'De regel is niet gevonden op {record} en evenmin op {file}. Het kan enkele uren duren voordat iedereen een nieuw DNS-record ziet; het bestand moet platte tekst zijn, via https. Druk dan opnieuw op “Nu controleren”.',
  'domain.checked-too-often': 'Wij hebben binnen een uur tien keer gekeken. Probeer het over een uur opnieuw.',
  'domain.not-provable': 'Deze handtekening staat niet voor een organisatie met een website op een eigen domein.',

  'mark.mailbox-domain': 'e-mail van eigen domein',
  'mark.domain': 'domein aangetoond',
  'mark.vouched': 'nagegaan door het secretariaat',
  'mark.title': 'Wat de kenmerken betekenen',
  'mark.text':
    'Iedereen in deze lijst heeft per e-mail bevestigd. Sommige organisaties hebben meer aangetoond en dragen een kenmerk:',
  'mark.about-mailbox-domain':
    'De e-mail waarmee is bevestigd, kwam aan op een adres van het eigen domein van de organisatie.',
  'mark.about-domain': 'Wie ondertekende, heeft aangetoond het domein van de organisatie te beheren.',
  'mark.about-vouched': 'Het secretariaat van de brief is nagegaan dat de organisatie heeft ondertekend.',

  'stop.title': 'Ik was het niet',
  'stop.text':
    'Iemand heeft dit e-mailadres opgegeven om “{title}” te ondertekenen. Als u dat niet was, wordt er niets gepubliceerd.',
  'stop.one-text':
    'Hebt u niet ondertekend? Verwijder dan de handtekening. De gegevens zijn meteen weg, en u kunt nog steeds zelf ondertekenen.',
  'stop.one-button': 'Deze handtekening is niet van mij: verwijderen',
  'stop.what':
    'U kunt dit adres ook blokkeren: de gegevens worden meteen verwijderd, en wij schrijven nooit meer naar dit adres, ook niet wanneer u zelf een brief ondertekent. Met de link in de e-mail kunt u dat ongedaan maken.',
  'stop.button': 'Verwijderen en mij nooit meer schrijven',
  'stop.nothing': 'Als u niets doet, worden de gegevens na 30 dagen verwijderd.',
  'stop.stopped-title': 'Gedaan',
  'stop.stopped-text':
    'De gegevens zijn verwijderd, en wij schrijven niet meer naar dit adres. Wat overblijft, is een hash van het adres die verdere e-mail tegenhoudt. U kunt dit hier ongedaan maken, of later met dezelfde link in de e-mail.',
  'stop.removed-title': 'De handtekening is verwijderd',
  'stop.removed-text':
    'De gegevens zijn weg, en er is niets gepubliceerd. U kunt de brief nog steeds zelf ondertekenen.',
  'stop.blocked-title': 'Wij schrijven niet naar dit adres',
  'stop.undo-text':
    'U hebt ons gevraagd nooit meer naar dit adres te schrijven. Daarom komt er geen e-mail om te bevestigen wanneer u een brief ondertekent. Wilt u weer e-mail ontvangen?',
  'stop.undo-button': 'Weer e-mail naar dit adres sturen',
  'stop.undone-title': 'U kunt weer e-mail ontvangen',
  'stop.undone-text':
    'Wij kunnen weer naar dit adres schrijven. Hebt u intussen een brief ondertekend? Onderteken die dan nog een keer: de e-mail daarvoor is niet verstuurd.',
  'stop.confirmed-title': 'Deze handtekening is bevestigd',
  'stop.confirmed-text':
    'Iemand die de e-mail op dit adres kan lezen, heeft haar bevestigd. Vraag per e-mail een link aan om de handtekening te bekijken, in te trekken of alles te laten wissen.',
  'stop.gone-title': 'Hier is niets meer',
  'stop.gone-text': 'De handtekening is verwijderd. Er wordt geen naam gepubliceerd.',
  'stop.unusable':
    'Misschien is de link onderweg afgebroken. Als u niets doet, wordt er niets gepubliceerd, en wat is ingezonden, wordt na 30 dagen verwijderd.',

  'mail.greeting': 'Geachte {name},',
  'mail.greeting-unknown': 'Goedendag,',
  'mail.button-fails': 'Als de knop niet werkt, open dan dit adres:',
  'mail.letter': 'De brief en iedereen die heeft ondertekend:',
  'mail.share': 'Deel de brief met anderen:',
  'mail.contact': 'Hebt u een vraag? Beantwoord deze e-mail of schrijf naar {contact}.',
  'mail.disputed-subject': 'Een vraag over uw handtekening: “{title}”',
  'mail.disputed-title': 'Uw handtekening wordt betwist',
  'mail.disputed-text':
    'Iemand heeft het secretariaat van de brief “{title}” gemeld dat {name} niet heeft ondertekend. Het secretariaat zoekt dit uit. Tot het heeft beslist, verandert er niets.',
  'mail.disputed-nothing':
    'Als u namens {name} mocht ondertekenen, hoeft u niets te doen. Zo niet, trek de handtekening dan in op uw pagina.',
  'mail.complaint-subject': 'Uw bericht over de brief “{title}”',
  'mail.complaint-title': 'Antwoord op uw bericht',
  'mail.complaint-text': 'U liet ons weten dat deze organisatie de brief niet heeft ondertekend: {name}.',
  'mail.complaint-removed': 'We hebben de handtekening uit de lijst verwijderd.',
  'mail.complaint-kept': 'We hebben de handtekening gecontroleerd. Zij blijft in de lijst.',
  'mail.secretariat-writes': 'Het secretariaat van de brief schrijft:',
  'mail.added-subject': 'U staat in de lijst van handtekeningen: “{title}”',
  'mail.added-title': 'Het secretariaat heeft u aan de lijst toegevoegd',
  'mail.added-text':
    'Het secretariaat van de brief “{title}” heeft {name} aan de lijst van handtekeningen toegevoegd, omdat u op een andere manier dan op de website hebt ingestemd.',
  'mail.added-object': 'Klopt dit niet? Trek de handtekening in op uw pagina. Zij verdwijnt dan meteen uit de lijst.',
  'mail.listed-subject': 'U staat nu in de lijst: “{title}”',
  'mail.listed-title': 'Uw handtekening staat in de lijst',
  'mail.listed-text':
    'Het secretariaat heeft de handtekening van {name} onder de brief “{title}” goedgekeurd. Zij staat nu in de lijst.',
  'mail.counted-text':
    'Het secretariaat heeft de handtekening van {name} onder de brief “{title}” goedgekeurd. Zij telt nu mee, zonder naam in de lijst.',
  'mail.rejected-subject': 'We konden uw handtekening niet opnemen: “{title}”',
  'mail.rejected-title': 'We konden uw handtekening niet opnemen',
  'mail.rejected-text':
    'Het secretariaat van de brief “{title}” kon de handtekening van {name} niet in de lijst opnemen.',
  'mail.proof-subject': 'Nog één stap voor uw handtekening: “{title}”',
  'mail.proof-title': 'Laat zien dat u voor uw organisatie optreedt',
  'mail.proof-text':
    'Het secretariaat van de brief “{title}” wil graag zien dat u optreedt namens {name}. Tot dan wacht uw handtekening. Een van deze dingen is genoeg:',
  'mail.proof-mailbox': 'Onderteken de brief opnieuw met een e-mailadres op het eigen domein van de organisatie.',
  'mail.proof-reply': 'Lukt geen van beide, beantwoord dan deze e-mail.',
  'mail.sent-for': 'Verzonden namens {convener}.',
  'mail.sent-by': 'Verzonden omdat iemand dit adres heeft opgegeven en de bijbehorende links heeft aangevraagd.',
  'mail.not-me':
    'Was u dit niet? Doe dan niets: zonder bevestiging wordt er niets gepubliceerd, en de gegevens worden na 30 dagen verwijderd.',
  'mail.stop':
    'Is deze handtekening niet van u? Open dan deze pagina om haar te verwijderen of om op dit adres geen e-mail meer te krijgen:',
  'mail.manage':
    'Op uw pagina kunt u alles zien wat is vastgelegd, het corrigeren of uw handtekening intrekken. De link ernaartoe is alleen voor u: geef hem niet door.',
  'mail.manage-button': 'Uw pagina openen',
  'mail.manage-not-me':
    'Was u dit niet? Op dezelfde pagina kunt u de handtekening intrekken, alles over u laten wissen en alle verdere e-mail stopzetten.',
  'mail.confirm-subject': 'Bevestig uw handtekening: “{title}”',
  'mail.confirm-title': 'Wilt u de handtekening bevestigen?',
  'mail.confirm-organisation': 'U hebt aangegeven de brief “{title}” te willen ondertekenen namens “{name}”.',
  'mail.confirm-individual': 'U hebt aangegeven de brief “{title}” te willen ondertekenen.',
  'mail.confirm-press': 'Stap 2 van 2: open deze pagina en druk daar op de knop. Pas dan telt de handtekening mee.',
  'mail.confirm-button': 'De pagina openen en bevestigen',
  'mail.code': 'Of typ de code in op deze pagina:',
  'mail.code-letter': 'Brief: {letter}',
  'mail.code-code': 'Code: {code}',
  'mail.confirm-expires': 'De link en de code werken tot {date}.',
  'mail.reminder-subject': 'Herinnering: bevestig uw handtekening: “{title}”',
  'mail.reminder-title': 'Uw handtekening is nog niet bevestigd',
  'mail.reminder-organisation':
    'Op {date} hebt u aangegeven de brief “{title}” te willen ondertekenen namens “{name}”. De handtekening is nog niet bevestigd en telt dus niet mee.',
  'mail.reminder-individual':
    'Op {date} hebt u aangegeven de brief “{title}” te willen ondertekenen. De handtekening is nog niet bevestigd en telt dus niet mee.',
  'mail.reminder-only': 'Dit is de enige herinnering.',
  'mail.receipt-subject': 'U hebt ondertekend: “{title}”',
  'mail.receipt-title': 'Dank u. De handtekening is bevestigd.',
  'mail.receipt-text': 'De handtekening van {name} onder de brief “{title}” is bevestigd.',
  'mail.receipt-facts': 'Dit is nu vastgelegd:',
  'mail.corrected-subject': 'Uw handtekening is gewijzigd: “{title}”',
  'mail.corrected-title': 'De handtekening is gecorrigeerd',
  'mail.corrected-text':
    'De handtekening van {name} onder de brief “{title}” is gecorrigeerd. Deze e-mail vervangt het eerdere ontvangstbewijs.',
  'mail.state-held':
    'De handtekening telt nog niet mee: het secretariaat van de brief bekijkt die eerst. U hoeft niets te doen.',
  'mail.state-displaced':
    'Uw handtekening blijft bewaard. Zij telt niet mee en wacht op het secretariaat van de brief.',
  'mail.state-rejected': 'Het secretariaat van de brief heeft deze handtekening niet aanvaard.',
  'mail.prove':
    'Als u optreedt namens {name}, kunt u dat aantonen: op uw pagina staat hoe u het domein van de organisatie aantoont, met een record in de DNS of een klein bestand op de website.',
  'mail.fact-organisation': 'Organisatie',
  'mail.fact-affiliation': 'Verbonden aan',
  'mail.fact-website': 'Website',
  'mail.fact-country': 'Land',
  'mail.fact-signatory': 'Ondertekend door',
  'mail.fact-role': 'Functie',
  'mail.fact-display': 'Naam openbaar',
  'mail.fact-display-public': 'zichtbaar',
  'mail.fact-display-withheld': 'niet zichtbaar',
  'mail.fact-date': 'Bevestigd op',
  'mail.fact-version': 'Ondertekende tekst (SHA-256)',
  'mail.already-subject': 'U hebt al ondertekend: “{title}”',
  'mail.already-title': 'U hebt al ondertekend',
  'mail.already-organisation':
    'Iemand, waarschijnlijk u, heeft zojuist gevraagd om de brief “{title}” te ondertekenen namens {name}. U hebt de brief al ondertekend, en de handtekening is bevestigd.',
  'mail.already-individual':
    'Iemand, waarschijnlijk u, heeft zojuist gevraagd om de brief “{title}” te ondertekenen. U hebt de brief al ondertekend, en de handtekening is bevestigd.',
  'mail.already-nothing':
    'Er is niets veranderd, en er valt niets te bevestigen. Als het verzoek niet van u kwam, hoeft u niets te doen.',
  'mail.duplicate-subject': 'Nog een handtekening voor uw organisatie: “{title}”',
  'mail.duplicate-title': 'Een tweede handtekening voor uw organisatie',
  'mail.duplicate-text':
    'U hebt de brief “{title}” ondertekend namens {name}. Nu heeft iemand anders een handtekening voor dezelfde organisatie bevestigd. De uwe geldt nog steeds; de andere wordt ernaast bewaard, en de naam telt één keer.',
  'mail.duplicate-nothing':
    'U hoeft niets te doen. Als iemand anders voor {name} moet optreden, trek uw handtekening dan in op uw pagina: de andere kan er dan voor in de plaats komen.',
  'mail.displaced-subject': 'Uw handtekening staat niet meer in de lijst: “{title}”',
  'mail.displaced-title': 'In plaats van uw handtekening staat er een andere',
  'mail.displaced-text':
    'Iemand anders heeft de brief “{title}” ondertekend namens {name}, met beter bewijs daartoe gerechtigd te zijn. Die handtekening telt in plaats van de uwe.',
  'mail.version-subject': 'De brief is gewijzigd. Bent u het er nog mee eens? “{title}”',
  'mail.version-title': 'De brief is gewijzigd',
  'mail.version-organisation':
    'U hebt de brief “{title}” ondertekend namens {name}. Sindsdien is de tekst gewijzigd. Uw handtekening staat onder de woorden die u hebt gezien.',
  'mail.version-individual':
    'U hebt de brief “{title}” ondertekend. Sindsdien is de tekst gewijzigd. Uw handtekening staat onder de woorden die u hebt gezien.',
  'mail.version-renamed': 'De brief heet nu “{new}”.',
  'mail.version-read': 'Lees de nieuwe tekst en wat er is gewijzigd:',
  'mail.version-carry':
    'Bent u het ermee eens? Zet uw handtekening dan over, met één druk op de knop op uw pagina. De link ernaartoe is alleen voor u: geef hem niet door.',
  'mail.version-button': 'Uw pagina openen en overzetten',
  'mail.version-nothing':
    'Als u niets doet, blijft uw handtekening onder de eerdere tekst staan, en dat wordt erbij vermeld. Wij vragen het u alleen deze ene keer.',
  'mail.follow-subject': 'Een nieuwe brief volgt op “{title}”',
  'mail.follow-title': 'Een nieuwe brief volgt op de brief die u hebt ondertekend',
  'mail.follow-organisation':
    'U hebt de brief “{title}” ondertekend namens {name} en ermee ingestemd dat wij u één keer vragen over een brief die erop volgt. De nieuwe brief heet “{new}”.',
  'mail.follow-individual':
    'U hebt de brief “{title}” ondertekend en ermee ingestemd dat wij u één keer vragen over een brief die erop volgt. De nieuwe brief heet “{new}”.',
  'mail.follow-press':
    'Op deze pagina kunt u hem lezen. Het formulier is ingevuld met uw gegevens: wijzig wat u wilt en druk dan op de knop om te ondertekenen.',
  'mail.follow-button': 'De nieuwe brief lezen',
  'mail.follow-nothing':
    'Als u niets doet, hebt u hem niet ondertekend, en vragen wij het niet nog eens. De link is alleen voor u, dus deel hem niet.',
  'mail.withdrawn-subject': 'Uw handtekening is ingetrokken: “{title}”',
  'mail.withdrawn-title': 'De handtekening is ingetrokken',
  'mail.withdrawn-organisation':
    'De handtekening van {name} onder de brief “{title}” is ingetrokken. Zij staat niet meer in de lijst en telt niet meer mee.',
  'mail.withdrawn-individual':
    'Uw handtekening onder de brief “{title}” is ingetrokken. Zij staat niet meer in de lijst en telt niet meer mee.',
  'mail.withdrawn-nothing':
    'Het is gebeurd: er valt niets te bevestigen, en er komt geen e-mail meer over deze handtekening.',
  'mail.withdrawn-not-me': 'Was u dit niet? Schrijf dan naar {contact}.',
  'mail.links-subject': 'De links naar uw handtekeningen',
  'mail.links-title': 'Uw handtekeningen',
  'mail.links-text':
    'Iemand, waarschijnlijk u, heeft de links aangevraagd naar de handtekeningen van deze mailbox. Hier zijn ze.',
  'mail.links-one': '{name}, onder “{title}”',
  'mail.links-manage': 'Om de handtekening te bekijken, te corrigeren of in te trekken:',
  'mail.links-pending': 'Nog niet bevestigd. Open deze pagina en druk daar op de knop om te bevestigen:',
  'mail.links-private': 'Deze links zijn alleen voor u: geef ze niet door.',
  'mail.links-not-me': 'Was u dit niet? Doe dan niets: de links zijn naar niemand anders gegaan.',

  'mail.handover-title': 'Een open brief aan u',
  'mail.handover-attached': 'De brief en alle ondertekenaars zijn bijgevoegd als pdf.',
  'mail.handover-document': 'De brief en alle ondertekenaars, als pdf. De link werkt tot {date}:',
  'mail.handover-page': 'Hoeveel mensen hebben ondertekend en hoe u het document controleert:',
  'mail.handover-arrived':
    'Bevestig op deze pagina dat de brief is aangekomen. Alleen het openen van de pagina vertelt ons niets.',
  'mail.handover-button': 'Ontvangst bevestigen',
  'mail.handover-copy': 'Dit is uw kopie. De brief is verzonden aan {names}.',
  'mail.update-page': 'Lees dit nieuws op het web:',
  'mail.update-why': 'U ontvangt deze e-mail omdat u “{title}” hebt ondertekend en om nieuws daarover hebt gevraagd.',
  'mail.update-stop': 'Wilt u deze e-mails niet meer ontvangen, open dan deze pagina en druk op de knop:',

  'arrived.title': 'Is de brief aangekomen?',
  'arrived.text':
    '{convener} heeft u de open brief ‘{title}’ gestuurd. Bevestig met de knop dat hij is aangekomen. Dat betekent niet dat u het ermee eens bent.',
  'arrived.button': 'Ja, hij is aangekomen',
  'arrived.done-title': 'Dank u',
  'arrived.done-text': '{convener} ziet nu dat de brief is aangekomen.',
  'arrived.unusable': 'De link is onvolledig of meer dan een jaar oud. U kunt de brief op zijn eigen pagina lezen.',

  'delivery.title': 'Overhandiging',
  'delivery.number': 'Overhandiging nr. {number}',
  'delivery.interim': 'Tussentijdse overhandiging: de brief bleef open voor ondertekening.',
  'delivery.final': 'Definitieve overhandiging: de brief is gesloten.',
  'delivery.ready': 'Nog niet overhandigd.',
  'delivery.handed-over': 'Overhandigd',
  'delivery.mail': 'per e-mail',
  'delivery.in-person': 'persoonlijk',
  'delivery.posted': 'per post',
  'delivery.frozen': 'Lijst vastgelegd op',
  'delivery.hash': 'Hash van de lijst (SHA-256)',
  'delivery.signatures': 'Namen op de lijst',
  'delivery.left': 'Sindsdien van de lijst verdwenen',
  'delivery.check-title': 'Zo controleert u het document',
  'delivery.check-text':
    'Op de laatste pagina van de pdf staan het aantal namen en de hash van de lijst. Zijn beide gelijk aan die op deze pagina, dan is dit het overhandigde document.',
  'delivery.check-list': 'Het bestand met hashes bevat er één voor elke naam. Samen geven ze de hash van de lijst.',
  'delivery.files': 'Bestanden',
  'delivery.pdf': 'Document (pdf)',
  'delivery.archive': 'Document voor archieven (PDF/A)',
  'delivery.word': 'Document (Word)',
  'delivery.json': 'Lijst (JSON)',
  'delivery.csv': 'Lijst (CSV)',
  'delivery.names': 'Lijst als webpagina, ook voor schermlezers',
  'delivery.commitments': 'Hashes van alle namen (JSON)',
  'delivery.binding': 'Officiële taal van de brief: {language}',
  'delivery.more': 'Over deze overhandiging, met alle bestanden',
  'delivery.scan': 'Scan of foto',

  'answer.title': 'Antwoord',
  'answer.none': 'Nog geen antwoord. Dagen sinds de overhandiging: {count}',
  'answer.file': 'Het antwoord als bestand',

  'unsubscribe.title': 'Geen nieuws meer over deze brief?',
  'unsubscribe.text':
    'Druk op de knop, en we sturen geen nieuws over “{title}” meer naar het adres dat deze e-mail ontving. Uw handtekening blijft zoals zij is.',
  'unsubscribe.button': 'Stop deze e-mails',
  'unsubscribe.done-title': 'U krijgt geen nieuws meer per e-mail',
  'unsubscribe.done-text':
    'We sturen geen nieuws over “{title}” meer naar het adres dat deze e-mail ontving. Uw handtekening blijft zoals zij is.',

  'news.title': 'Nieuws',
  'news.of': 'Nieuws over “{title}”',
  'news.none': 'Er is nog geen nieuws.',
  'news.feed': 'Nieuwsfeed (Atom)',
  'news.all': 'Al het nieuws over deze brief',

  'ready.delivered-subject': 'De brief is overhandigd: “{title}”',
  'ready.delivered-text':
    'De brief “{title}” is op {date} overhandigd. Dank u voor uw handtekening.\n\nHier kunt u de brief lezen en zien wie heeft ondertekend: {url}',
  'ready.answered-subject': 'Er is een antwoord: “{title}”',
  'ready.answered-text':
    '{from} heeft op de brief “{title}” geantwoord. Dank u voor uw handtekening.\n\nHier kunt u het antwoord lezen: {url}',
  'ready.goal-subject': 'Het doel is bereikt: “{title}”',
  'ready.goal-text':
    'De brief “{title}” heeft zijn doel bereikt. Handtekeningen tot nu toe: {count}. Dank u voor uw handtekening.\n\nVertel het ook aan anderen: {url}',

  'page.not-found-title': 'Hier is niets',
  'page.not-found-text': 'Controleer het adres, of vraag na bij wie het u heeft gegeven.',
  'preview.note': 'Dit is een concept. Alleen wie deze link heeft, kan het lezen. Geef de link niet door.',
  'page.draft-title': 'Deze brief is nog niet geopend',
  'page.draft-text': 'Kom terug wanneer hij is gepubliceerd.',
  'page.error-title': 'Er is iets misgegaan',
  'page.error-text': 'Probeer het over een ogenblik opnieuw. Er is niets verloren gegaan.',
  'page.label': '{label}: ',
  'page.skip': 'Naar de tekst',
  'page.language': 'Taal van deze pagina',
  'page.made-with': 'Handtekeningen verzameld met Undersigned, vrije software zonder trackers',
  'page.none': 'Op dit moment staat er geen brief open voor ondertekening.',
  'page.letters': 'Brieven die openstaan',
  'home.run-by': 'Deze site wordt beheerd door {name}.',
  'home.closed': 'Gesloten en overhandigde brieven',

  'press.line': 'Op {time} UTC staat de open brief ‘{title}’ op {signed}.',
  'press.countries_one': '{count} land',
  'press.countries_other': '{count} landen',

  // The delivered document and the signing sheet.
  'document.no-country': 'Land niet opgegeven',
  'document.comma': ', ',
  'document.translation': 'Dit is een vertaling. De officiële tekst is in deze taal: {language}.',
  'document.unnamed_one': 'en {count} persoon die niet genoemd wil worden',
  'document.unnamed_other': 'en {count} personen die niet genoemd willen worden',
  'document.on-paper_one': 'en {count} handtekening op papier',
  'document.on-paper_other': 'en {count} handtekeningen op papier',
  'document.offices': 'Kantoren',
  'document.page': 'Pagina {page} van {pages}',
  'document.frozen': 'Lijst vastgelegd op {time}. Aantal namen: {count}.',
  'document.interim': 'Dit is een tussenstand. De brief kan nog worden ondertekend.',
  'document.hash': 'SHA-256 van de lijst',
  'document.check': 'Deze lijst online controleren',
  'document.qr': 'QR-code met het adres {address}',
  'document.attached': 'De ondertekenaars als tabel, voor programma’s',
  'sheet.title': 'Handtekeningenlijst',
  'sheet.text': 'Ik onderteken deze brief. Schrijf in blokletters.',
  'sheet.name': 'Naam',
  'sheet.role': 'Functie',
  'sheet.email': 'E-mail',
  'sheet.signature': 'Handtekening',
  'sheet.online': 'Of onderteken online',
  'sheet.organisation-note': 'Vul een organisatie alleen in als u bevoegd bent om namens haar te ondertekenen.',
} as const satisfies Record<string, string>;
