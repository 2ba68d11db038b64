/**
 * Italian.
 * Reviewed by a native speaker: no.
 */
export const it = {
  'letter.undersigned': 'I firmatari',
  'letter.none-yet': 'Nessuno ha ancora firmato. La Sua firma può essere la prima.',
  'letter.count_many': '{count} di firme',
  'letter.count_one': '{count} firma',
  'letter.count_other': '{count} firme',
  'letter.organisations_many': '{count} di organizzazioni',
  'letter.organisations_one': '{count} organizzazione',
  'letter.organisations_other': '{count} organizzazioni',
  'letter.individuals_many': '{count} di singole persone',
  'letter.individuals_one': '{count} singola persona',
  'letter.individuals_other': '{count} singole persone',
  'letter.on-paper': '{count} su carta',
  'letter.without-name': 'di cui {count} senza nome pubblicato',
  'letter.goal': 'Obiettivo: {goal}',
  'letter.as-of': 'Situazione al {time} UTC',
  'letter.all': 'Vedere tutti i firmatari',
  'letter.sign': 'Firmare questa lettera',
  'letter.languages': 'Leggere questa lettera in',
  'letter.corrected': 'Testo corretto in data {date}: {why}',
  'letter.telephone': 'Tel.',
  'letter.fax': 'Fax',
  'letter.closed': 'Questa lettera è chiusa. Non si possono più aggiungere nomi.',
  'letter.delivered': 'Questa lettera è stata consegnata in data {date}. Non si possono più aggiungere nomi.',
  'letter.not-yet': 'La raccolta delle firme non è ancora iniziata.',
  'letter.paused': 'La raccolta delle firme è momentaneamente sospesa. La preghiamo di tornare più tardi.',
  'letter.opens': 'Si potrà firmare da questa data: {date}.',
  'letter.older-version': 'firma apposta a una versione precedente del testo',
  'letter.affiliated': 'appartenenza: {organisation} (l’organizzazione stessa non ha firmato)',

  'changes.link': 'Che cosa è stato modificato',
  'changes.title': 'Modifiche della lettera',
  'changes.text':
    'Ogni firma vale per le parole che erano visibili quando è stata apposta. Una modifica sostanziale dà luogo a una nuova versione, e a chiunque abbia firmato una versione precedente si chiede se vuole trasferire la firma. La correzione dell’ortografia o di una traduzione non modifica alcuna firma.',
  'changes.version': 'Versione in data {date}',
  'changes.current': 'è quella che si firma ora',
  'changes.read': 'Leggere questa versione',
  'changes.hash': 'SHA-256 del testo',
  'changes.corrected': '{date}, {language}: {why}',
  'changes.before': 'prima',
  'changes.after': 'dopo',
  'changes.back': 'Tutte le modifiche',
  'changes.wording': 'Una formulazione precedente, prima di una correzione',

  'list.title': 'Chi ha firmato',
  'list.search': 'Cercare un nome',
  'list.search-hint': 'Bastano le prime lettere.',
  'list.kind': 'Mostrare',
  'list.kind-all': 'tutti',
  'list.kind-organisation': 'organizzazioni',
  'list.kind-individual': 'singole persone',
  'list.country': 'Paese',
  'list.country-all': 'tutti i paesi',
  'list.order': 'Ordine',
  'list.order-newest': 'dalla firma più recente',
  'list.order-name': 'per nome',
  'list.apply': 'Mostrare',
  'list.next': 'Pagina successiva',
  'list.first': 'Tornare alla prima pagina',
  'list.none': 'Nessun nome trovato.',
  'list.go-on': 'Nessun risultato tra i nomi esaminati finora. Ce ne sono altri: prosegua con la pagina successiva.',
  'list.withheld': 'Chi ha firmato senza che il nome sia pubblicato viene contato, ma non figura nell’elenco.',
  'list.paused': 'Per il momento l’elenco dei nomi non viene mostrato.',
  'list.back': 'Tornare alla lettera',

  'form.step': 'Passo 1 di 2',
  'form.kind': 'Chi firma?',
  'form.kind-organisation': 'Un’organizzazione, e ho il potere di firmare a suo nome',
  'form.kind-individual': 'Firmo a nome mio',
  'form.organisation': 'Organizzazione',
  'form.organisation-hint':
    'Se firma a nome proprio, questo campo è facoltativo: l’organizzazione viene indicata come Sua appartenenza e non firma.',
  'form.organisation-name': 'Nome dell’organizzazione',
  'form.website': 'Sito web dell’organizzazione (facoltativo)',
  'form.website-hint': 'Per esempio example.org. Serve a distinguere due organizzazioni con lo stesso nome.',
  'form.country': 'Paese',
  'form.country-choose': 'Scelga un paese',
  'form.person': 'I Suoi dati',
  'form.name': 'Il Suo nome',
  'form.role': 'La Sua funzione (facoltativa)',
  'form.email': 'Il Suo indirizzo e-mail',
  'form.email-hint': 'Vi inviamo un’e-mail, da confermare. L’indirizzo non viene mai mostrato.',
  'form.attestation': 'Ho il potere di firmare questa lettera a nome dell’organizzazione sopra indicata.',
  'form.consents': 'Il Suo consenso',
  'form.publication':
    'Acconsento a che il nome dell’organizzazione, il mio nome, la mia funzione e il paese siano pubblicati in calce a questa lettera. Ciò può rivelare un’opinione politica.',
  'form.updates': 'Desidero ricevere notizie su questa lettera.',
  'form.partner': 'L’organizzazione sul cui sito firmo può contattarmi.',
  'form.display': 'Come firmare',
  'form.display-public': 'Con il nome visibile al pubblico',
  'form.display-withheld': 'Senza pubblicazione del nome',
  'form.display-hint':
    'Senza pubblicazione significa: la Sua firma viene contata, e nessun nome viene pubblicato. I promotori della lettera possono vederlo.',
  'form.honeypot': 'Lasci vuoto questo campo',
  'form.submit': 'Firmare, e confermare per e-mail',

  'privacy.title': 'Che cosa accade ai Suoi dati',
  'privacy.more': 'L’informativa completa, in una pagina a parte',
  'privacy.controller': 'Titolare del trattamento',
  'privacy.purpose': 'Finalità',
  'privacy.purpose-text':
    'Mostrare chi sostiene questa lettera, e consegnarla con i nomi di chi la sostiene. Per nient’altro.',
  'privacy.consent': 'Base giuridica',
  'privacy.consent-text':
    'Il Suo consenso esplicito. La Sua firma può rivelare un’opinione politica, che la legge protegge in modo particolare. Può revocare il consenso in qualsiasi momento; la revoca non pregiudica la liceità del trattamento avvenuto in precedenza.',
  'privacy.recipients': 'Destinatari',
  'privacy.recipients-text':
    'Il pubblico vede ciò che Lei acconsente a pubblicare. Coloro ai quali la lettera è rivolta ricevono l’elenco. Il servizio che gestisce i computer e invia le e-mail (Amazon Web Services) opera per conto del titolare del trattamento. Nessun altro.',
  'privacy.kept': 'Che cosa viene conservato',
  'privacy.kept-text':
    'Ciò che Lei inserisce, il testo e le formulazioni che ha visto, e il momento in cui ha confermato. Nessun cookie, nessun indirizzo di rete: di questo soltanto un hash calcolato con una chiave, per un giorno, contro gli abusi. Il Suo indirizzo e-mail non viene mai mostrato.',
  'privacy.retention': 'Per quanto tempo',
  'privacy.retention-text': 'Finché la lettera è pubblica, o fino al ritiro della Sua firma.',
  'privacy.unconfirmed': 'Una firma non confermata viene cancellata dopo 30 giorni.',
  'privacy.withdrawn': 'Una firma che Lei ritira viene cancellata dopo 30 giorni.',
  'privacy.after-closing':
    'Tempo, dalla chiusura della lettera, dopo il quale gli indirizzi e-mail, i commenti e i nomi non pubblici vengono cancellati',
  'privacy.rights': 'I Suoi diritti',
  'privacy.rights-text':
    'Può consultare, rettificare, ritirare e cancellare direttamente la Sua firma, nella pagina a cui rimanda la ricevuta. Può proporre reclamo a un’autorità per la protezione dei dati.',
  'privacy.manage': 'Richiedere un link alla Sua firma',
  'privacy.contact': 'A chi rivolgersi',

  'dispute.link': 'La Sua organizzazione è in questo elenco e non ha firmato?',
  'dispute.title': 'La mia organizzazione non ha firmato',
  'dispute.text':
    'Lo comunichi alla segreteria di questa lettera. La segreteria esamina la firma e decide se il nome resta. Fino ad allora nulla cambia. Se ha un indirizzo nel dominio dell’organizzazione stessa, indichi quello.',
  'dispute.organisation': 'Nome dell’organizzazione, come figura nell’elenco',
  'dispute.name': 'Il Suo nome',
  'dispute.email': 'Il Suo indirizzo e-mail',
  'dispute.email-hint': 'Solo per la segreteria, affinché possa rispondere alla Sua segnalazione.',
  'dispute.message': 'Che cosa dovrebbe sapere la segreteria? (facoltativo)',
  'dispute.submit': 'Comunicare alla segreteria',
  'dispute.done-title': 'Grazie. La segreteria esaminerà la questione.',
  'dispute.done-text':
    'Se ha domande, scriverà all’indirizzo che Lei ha indicato. Il Suo messaggio è cancellato dopo 180 giorni.',

  'form.errors_many': '{count} di punti richiedono la Sua attenzione',
  'form.errors_one': 'Un punto richiede la Sua attenzione',
  'form.errors_other': '{count} punti richiedono la Sua attenzione',
  'form.missing': 'compili questo campo',
  'form.wrong': 'verifichi questo campo',
  'form.wrong-email': 'scriva un solo indirizzo e-mail, ad esempio name@example.org',
  'form.wrong-website': 'questo non è l’indirizzo di un sito web, come https://example.org',
  'form.wrong-no-letter': 'deve contenere almeno una lettera o una cifra',
  'form.wrong-damaged': 'una parte è andata persa nella copia: la scriva di nuovo',
  'form.wrong-too-long': 'è troppo lungo: al massimo {max} caratteri',
  'form.wrong-country': 'non conosciamo questo paese: usi il nome consueto o un codice di due lettere come KZ',
  'form.wrong-country-unclear': 'più di un paese si chiama così: scriva il nome completo, ad esempio Corea del Sud',
  'form.wrong-address-in-name': 'scriva solo il nome, senza indirizzi web o e-mail',
  'form.wrong-attestation': 'confermi di avere il potere di firmare a nome dell’organizzazione',
  'form.wrong-publication': 'acconsenta alla pubblicazione del nome, oppure scelga che il nome non sia pubblicato',
  'form.wrong-unsure': 'selezioni la casella per confermare',
  'form.deadline': 'Potete firmare fino al {moment}.',
  'form.deadline-here': 'Nel vostro fuso orario: {moment}.',
  'form.wrong-charset':
    'Alcune lettere, come é o ü, potrebbero essere arrivate danneggiate. Controllate ciò che avete scritto e inviate di nuovo il modulo.',
  'form.network-cap-title': 'Il modulo non è stato inviato',
  'form.network-cap':
    'Troppe persone della vostra rete hanno inviato questo modulo senza JavaScript. Attivate JavaScript nel browser e riaprite la lettera, oppure inviate di nuovo il modulo dopo il {moment}.',

  'embed.did-you-mean': 'Intendeva {address}?',
  'embed.proof-working': 'Si verifica in background che a firmare non sia un robot…',
  'embed.proof-ready': 'Verificato: a firmare non è un robot.',
  'embed.sending': 'Invio in corso…',
  'embed.busy':
    'In questo momento firmano moltissime persone. Attenda un minuto e prema di nuovo il pulsante: ciò che ha compilato è ancora qui.',
  'embed.offline':
    'Non c’è connessione. Prema di nuovo il pulsante quando sarà tornata: ciò che ha compilato è ancora qui, e non è possibile firmare due volte.',
  'embed.timeout':
    'Non è arrivata risposta in tempo. Prema di nuovo il pulsante: ciò che ha compilato è ancora qui, e non è possibile firmare due volte.',
  'embed.refused': 'Non è stato possibile inviare da qui. La preghiamo di firmare sulla pagina della lettera:',
  'embed.unreachable': 'Al momento il modulo non può essere caricato.',
  'embed.insecure': 'Questa pagina non è sicura (manca https): La preghiamo di firmare sulla pagina della lettera:',
  'embed.hosted': 'Aprire il modulo sulla sua pagina',
  'embed.retry': 'Riprovare',
  'embed.back': 'Tornare a ciò che ho compilato',

  'sent.title': 'Controlli la Sua casella di posta',
  'sent.step': 'Passo 2 di 2',
  'sent.text':
    'Le abbiamo inviato un’e-mail da {sender}. La apra e prema il pulsante che contiene: solo allora la Sua firma conta.',
  'sent.spam':
    'Dopo qualche minuto non è arrivato nulla? Guardi nella cartella della posta indesiderata, e verifichi che l’indirizzo fosse corretto. Se in passato ci ha chiesto di non scrivere a questo indirizzo, riapra il link di quell’e-mail per annullare la scelta.',
  'sent.code': 'Può anche inserire il codice contenuto nell’e-mail.',
  'sent.type-code': 'Inserire il codice',

  'confirm.delivered':
    'Questa lettera è stata consegnata in data {date}, perciò la Sua firma non può più essere confermata. Qui può vedere i dati che conserviamo su di Lei e farli cancellare.',
  'confirm.title': 'Confermare la firma',
  'confirm.step': 'Passo 2 di 2',
  'confirm.fact-letter': 'Lettera',
  'confirm.fact-organisation': 'Organizzazione',
  'confirm.fact-individual': 'Lei',
  'confirm.fact-signatory': 'Firma di',
  'confirm.public': 'Il nome sarà visibile al pubblico in calce alla lettera.',
  'confirm.withheld': 'Il nome non è pubblicato: la Sua firma viene contata, e nessun nome viene pubblicato.',
  'confirm.review': 'La segreteria della lettera esaminerà la Sua firma prima che sia contata.',
  'confirm.button': 'Confermare la firma',
  'confirm.not-me':
    'La richiesta non viene da Lei? Chiuda questa pagina. Senza la Sua conferma non viene pubblicato nulla.',
  'confirm.done-step': 'Fatto',
  'confirm.done-title': 'Grazie. La firma è confermata.',
  'confirm.done-text': '{name} figura ora in calce a «{title}».',
  'confirm.done-withheld': 'La firma in calce a «{title}» è contata, e nessun nome viene pubblicato.',
  'confirm.done-receipt': 'Le abbiamo inviato una ricevuta per e-mail.',
  'duplicate.organisation':
    'In calce a questa lettera c’è già una firma per {place}. La Sua è conservata insieme a essa, e {place} è contato una sola volta.',
  'duplicate.individual':
    'Lei aveva già firmato questa lettera. Entrambe le firme sono conservate; il Suo nome è contato una sola volta.',
  'duplicate.separate': 'La Sua è un’organizzazione distinta? Ce lo comunichi: {contact}',
  'confirm.to-letter': 'Alla lettera',
  'confirm.unknown-title': 'Questo link non può essere usato',
  'confirm.unknown-text':
    'Forse è stato troncato durante l’invio, oppure si riferisce a una firma mai confermata e perciò cancellata. Richieda una nuova e-mail, oppure inserisca il codice contenuto nell’e-mail.',
  'confirm.resend': 'Inviatemi una nuova e-mail',
  'confirm.expired-title': 'Questo link è troppo vecchio',
  'confirm.expired-text':
    'I link valgono soltanto alcuni giorni. Richieda una nuova e-mail, oppure inserisca il codice di un’e-mail più recente.',

  'code.title': 'Inserire il codice contenuto nell’e-mail',
  'code.letter': 'Lettera',
  'code.letter-hint': 'L’ultima parte dell’indirizzo web della lettera, come è scritta nell’e-mail.',
  'code.email': 'L’indirizzo e-mail al quale è stata inviata l’e-mail',
  'code.code': 'Codice',
  'code.code-hint': 'Otto lettere e cifre, per esempio',
  'code.example': 'ABCD-2345',
  'code.error': 'Errore',
  'code.submit': 'Confermare la firma',
  'code.wrong':
    'Questo codice non corrisponde. Verifichi la lettera, l’indirizzo e il codice. Dopo dieci tentativi errati un codice non è più valido; il link nell’e-mail lo è ancora.',

  'link.title': 'Le Sue firme',
  'link.text':
    'Desidera consultare, rettificare o ritirare una firma, oppure l’e-mail di conferma è andata persa? Indichi l’indirizzo con cui ha firmato, e Le inviamo un link.',
  'link.email': 'L’indirizzo e-mail con cui ha firmato',
  'link.submit': 'Inviatemi un link',
  'link.wrong': 'Questo non è un indirizzo e-mail.',
  'link.sent-title': 'Controlli la Sua casella di posta',
  'link.sent-text':
    'Se esiste una firma con questo indirizzo, un’e-mail da {sender} è in arrivo. Se non esiste, non viene inviato nulla.',
  'link.unusable':
    'Forse è stato troncato durante l’invio, oppure è troppo vecchio, oppure ciò a cui portava non c’è più. Ne richieda uno nuovo:',

  'manage.title': 'La Sua firma',
  'manage.state-pending': 'Non ancora confermata: non conta finché Lei non la conferma.',
  'manage.state-counted': '{name}: la firma è contata in calce a questa lettera.',
  'manage.state-held': '{name} ha firmato. La segreteria della lettera esamina la firma prima che sia contata.',
  'manage.state-merged':
    'La segreteria della lettera conserva questa firma insieme a un’altra, quindi non è contata a parte.',
  'manage.state-displaced':
    'Un’altra firma a nome di {name} è meglio comprovata ed è contata al posto della Sua. La segreteria della lettera esaminerà la Sua.',
  'manage.state-rejected': 'La segreteria della lettera non ha accettato questa firma.',
  'manage.state-withdrawn': 'Questa firma è ritirata. Non è mostrata da nessuna parte e non è contata.',
  'manage.change-awaits':
    'Ha chiesto una modifica. La segreteria della lettera la esaminerà; fino ad allora la Sua firma resta com’era. La Sua richiesta:',
  'manage.change-declined':
    'La segreteria della lettera non ha accettato la modifica richiesta. La Sua firma resta com’era.',
  'manage.place-text': 'L’altra firma non è più di ostacolo. La Sua può ora essere contata.',
  'manage.place-button': 'Firmare al suo posto',
  'manage.carry-title': 'La lettera è cambiata',
  'manage.carry-text':
    'La Sua firma vale per il testo che Lei ha visto. Legga il nuovo testo; se lo condivide, trasferisca la firma. Se non fa nulla, la firma resta in calce al testo precedente ed è indicata come tale.',
  'manage.carry-read': 'Leggere il nuovo testo',
  'manage.carry-button': 'Trasferire la mia firma al nuovo testo',
  'manage.held': 'Che cosa conserviamo',
  'manage.fact-affiliation': 'Appartenenza',
  'manage.fact-website': 'Sito web',
  'manage.fact-role': 'Funzione',
  'manage.fact-email': 'Indirizzo e-mail (mai mostrato)',
  'manage.fact-comment': 'Messaggio ai promotori',
  'manage.fact-submitted': 'Data di invio',
  'manage.fact-confirmed': 'Data di conferma',
  'manage.fact-version': 'Testo firmato (SHA-256)',
  'manage.download': 'Scaricare tutto come file (JSON)',
  'manage.correct-title': 'Rettificare',
  'manage.correct-text':
    'Un’organizzazione diversa da quella precedente viene verificata di nuovo. Può anche passare dalla firma a nome dell’organizzazione a quella a nome proprio, e viceversa.',
  'manage.correct-button': 'Salvare la rettifica',
  'manage.too-many-corrections':
    'Ha rettificato questa firma molte volte in un giorno. Potrà rettificarla di nuovo a partire da questo momento: {moment}. Ciò che ha già salvato resta valido.',
  'manage.too-many-organisations':
    'Ha cambiato l’organizzazione più volte in un giorno. Potrà cambiarla di nuovo a partire da questo momento: {moment}. Tutto il resto si può ancora rettificare.',
  'manage.consents-title': 'Nome e consensi',
  'manage.consents-button': 'Salvare',
  'manage.withdraw-title': 'Ritirare',
  'manage.withdraw-text':
    'La firma esce subito dall’elenco e dal conteggio. Da questa pagina non è possibile annullare il ritiro.',
  'manage.withdraw-button': 'Ritirare la mia firma',
  'manage.forget-title': 'Cancellare tutto',
  'manage.forget-text':
    'La firma viene ritirata, e tutto ciò che rivela la Sua identità viene cancellato subito dalla nostra banca dati. Dalle code tecniche scompare entro 14 giorni, dalle copie di sicurezza entro 35 giorni.',
  'manage.forget-left':
    'Resta un numero senza nome, affinché la cronologia del conteggio rimanga corretta; e un hash del Suo indirizzo che impedisce altre e-mail, ma soltanto se Lei lo chiede, oppure se la nostra e-mail è stata respinta o segnalata come indesiderata.',
  'manage.forget-sure': 'Sì, cancellate tutto ciò che mi riguarda in relazione a questa lettera.',
  'manage.forget-no-mail': 'E non inviate mai più e-mail a questo indirizzo.',
  'manage.forget-button': 'Cancellare i miei dati',
  'manage.forgotten-title': 'I Suoi dati sono cancellati',
  'manage.forgotten-text': 'Nulla nella nostra banca dati rivela più la Sua identità.',
  'manage.forgotten-left':
    'Dalle code tecniche i dati scompaiono entro 14 giorni, dalle copie di sicurezza entro 35 giorni; un elenco delle cancellazioni assicura che siano cancellati di nuovo anche se una copia viene ripristinata.',

  'domain.title': 'Dimostrare che il dominio è Suo',
  'domain.text':
    'Se può modificare {domain}, inserisca questa riga in uno di due punti. La firma porta allora il contrassegno «dominio dimostrato», e prende il posto di una firma apposta da altrove per la stessa organizzazione. La riga non è segreta, e in seguito può essere tolta.',
  'domain.record': 'Un record DNS di tipo TXT in',
  'domain.file': 'Oppure un file di testo in',
  'domain.button': 'Verificare ora',
  'domain.shown': 'Lei ha dimostrato il controllo di {domain} in data {date}.',
  'domain.failed': 'Il dominio non è ancora dimostrato',
  'domain.not-proven':
    'La riga non è stata trovata né in {record} né in {file}. Un nuovo record DNS può richiedere alcune ore prima di essere visibile a tutti; il file deve essere di solo testo e raggiungibile tramite https. Poi prema di nuovo «Verificare ora».',
  'domain.checked-too-often': 'Abbiamo verificato dieci volte nell’arco di un’ora. Riprovi tra un’ora.',
  'domain.not-provable': 'Questa firma non è a nome di un’organizzazione con un sito web in un dominio proprio.',

  'mark.mailbox-domain': 'e-mail dal proprio dominio',
  'mark.domain': 'dominio dimostrato',
  'mark.vouched': 'verificata dalla segreteria',
  'mark.title': 'Che cosa indicano i contrassegni',
  'mark.text':
    'Tutte le firme in questo elenco sono confermate per e-mail. Alcune organizzazioni hanno dimostrato di più, e portano un contrassegno:',
  'mark.about-mailbox-domain':
    'L’e-mail con cui la firma è stata confermata è arrivata a una casella nel dominio dell’organizzazione stessa.',
  'mark.about-domain': 'Chi ha firmato ha dimostrato il controllo del dominio dell’organizzazione.',
  'mark.about-vouched': 'La segreteria della lettera ha verificato che l’organizzazione ha firmato.',

  'stop.title': 'Non ho firmato io',
  'stop.text':
    'Qualcuno ha indicato questo indirizzo e-mail per firmare «{title}». Se la richiesta non viene da Lei, non viene pubblicato nulla.',
  'stop.one-text':
    'Se non ha firmato Lei, cancelli la firma. I suoi dati spariscono subito, e Lei può comunque firmare.',
  'stop.one-button': 'Questa firma non è mia: cancellarla',
  'stop.what':
    'Può anche bloccare questo indirizzo: i dati vengono cancellati subito, e non vi scriviamo mai più, nemmeno quando è Lei a firmare una lettera. Il link nell’e-mail permette di annullare questa scelta.',
  'stop.button': 'Cancellare tutto e non scrivermi mai più',
  'stop.nothing': 'Se non fa nulla, i dati vengono cancellati dopo 30 giorni.',
  'stop.stopped-title': 'Fatto',
  'stop.stopped-text':
    'I dati sono cancellati, e non scriveremo più a questo indirizzo. Resta un hash dell’indirizzo, che impedisce altre e-mail. Può annullare questa scelta qui, o più tardi con lo stesso link nell’e-mail.',
  'stop.removed-title': 'La firma è cancellata',
  'stop.removed-text': 'I dati sono cancellati, e nulla è stato pubblicato. Lei può comunque firmare la lettera.',
  'stop.blocked-title': 'Non scriviamo a questo indirizzo',
  'stop.undo-text':
    'Lei ci ha chiesto di non scrivere mai più a questo indirizzo. Perciò non arriva alcuna e-mail di conferma quando firma una lettera. Vuole ricevere di nuovo e-mail?',
  'stop.undo-button': 'Scrivere di nuovo a questo indirizzo',
  'stop.undone-title': 'Può ricevere di nuovo e-mail',
  'stop.undone-text':
    'Possiamo scrivere di nuovo a questo indirizzo. Se nel frattempo ha firmato una lettera, la firmi ancora una volta: la relativa e-mail non è stata inviata.',
  'stop.confirmed-title': 'Questa firma è stata confermata',
  'stop.confirmed-text':
    'Qualcuno che può leggere le e-mail di questo indirizzo l’ha confermata. Per consultarla, ritirarla o far cancellare i Suoi dati, richieda un link per e-mail.',
  'stop.gone-title': 'Qui non c’è più nulla',
  'stop.gone-text': 'La firma è stata cancellata. Nessun nome viene pubblicato.',
  'stop.unusable':
    'Forse è stato troncato durante l’invio. Se non fa nulla, non viene pubblicato nulla, e ciò che è stato inviato viene cancellato dopo 30 giorni.',

  'mail.greeting': 'Buongiorno {name},',
  'mail.greeting-unknown': 'Buongiorno,',
  'mail.button-fails': 'Se il pulsante non funziona, apra questo indirizzo:',
  'mail.letter': 'La lettera e tutti i firmatari:',
  'mail.contact': 'Ha una domanda? Risponda a questa e-mail, oppure scriva a {contact}.',
  'mail.sent-for': 'Inviata per conto di {convener}.',
  'mail.sent-by': 'Inviata perché qualcuno ha indicato questo indirizzo e ne ha richiesto i link.',
  'mail.not-me':
    'La richiesta non viene da Lei? Allora non faccia nulla: senza una conferma non viene pubblicato nulla, e i dati vengono cancellati dopo 30 giorni.',
  'mail.stop':
    'Se questa firma non è Sua, apra questa pagina per cancellarla o per non ricevere più e-mail a questo indirizzo:',
  'mail.manage':
    'Nella Sua pagina può consultare tutto ciò che è registrato, rettificarlo o ritirare la firma. Il link è soltanto per Lei: non lo trasmetta ad altri.',
  'mail.manage-button': 'Aprire la Sua pagina',
  'mail.manage-not-me':
    'La richiesta non viene da Lei? Nella stessa pagina può ritirare la firma, far cancellare tutto ciò che La riguarda e bloccare ogni altra e-mail.',
  'mail.confirm-subject': 'Confermi la Sua firma (passo 2 di 2): «{title}»',
  'mail.confirm-title': 'Confermi la firma',
  'mail.confirm-organisation': 'Lei ha chiesto di firmare la lettera «{title}» a nome di «{name}».',
  'mail.confirm-individual': 'Lei ha chiesto di firmare la lettera «{title}».',
  'mail.confirm-press':
    'Passo 2 di 2: apra questa pagina e prema il pulsante che contiene. Solo allora la firma conta.',
  'mail.confirm-button': 'Aprire la pagina e confermare',
  'mail.code': 'Oppure inserisca il codice in questa pagina:',
  'mail.code-letter': 'Lettera: {letter}',
  'mail.code-code': 'Codice: {code}',
  'mail.confirm-expires': 'Il link e il codice sono validi fino a questa data: {date}.',
  'mail.reminder-subject': 'Promemoria (passo 2 di 2): confermi la Sua firma in calce a «{title}»',
  'mail.reminder-title': 'La Sua firma non è ancora confermata',
  'mail.reminder-organisation':
    'In data {date} Lei ha chiesto di firmare la lettera «{title}» a nome di «{name}». La firma non è ancora confermata, e quindi non conta.',
  'mail.reminder-individual':
    'In data {date} Lei ha chiesto di firmare la lettera «{title}». La firma non è ancora confermata, e quindi non conta.',
  'mail.reminder-only': 'Questo è l’unico promemoria.',
  'mail.receipt-subject': 'Ricevuta: {name} ha firmato «{title}»',
  'mail.receipt-title': 'Grazie. La firma è confermata.',
  'mail.receipt-text': 'La firma di {name} in calce alla lettera «{title}» è confermata.',
  'mail.receipt-facts': 'Ecco che cosa è registrato ora:',
  'mail.corrected-subject': 'Ricevuta: la firma di {name} in calce a «{title}», nella forma attuale',
  'mail.corrected-title': 'La firma è stata rettificata',
  'mail.corrected-text':
    'La firma di {name} in calce alla lettera «{title}» è stata rettificata. Questa e-mail sostituisce la ricevuta precedente.',
  'mail.state-held': 'Non è ancora contata: la segreteria della lettera la esamina prima. Lei non deve fare nulla.',
  'mail.state-displaced':
    'La Sua firma è conservata. Non è contata, e attende la decisione della segreteria della lettera.',
  'mail.state-rejected': 'La segreteria della lettera non ha accettato questa firma.',
  'mail.prove':
    'Se agisce a nome di {name}, può dimostrarlo: la Sua pagina spiega come dimostrare il dominio dell’organizzazione, con una voce nel suo DNS o un piccolo file nel suo sito web.',
  'mail.fact-organisation': 'Organizzazione',
  'mail.fact-affiliation': 'Appartenenza',
  'mail.fact-website': 'Sito web',
  'mail.fact-country': 'Paese',
  'mail.fact-signatory': 'Firma di',
  'mail.fact-role': 'Funzione',
  'mail.fact-display': 'Nome al pubblico',
  'mail.fact-display-public': 'visibile',
  'mail.fact-display-withheld': 'non pubblicato',
  'mail.fact-date': 'Data di conferma',
  'mail.fact-version': 'Testo firmato (SHA-256)',
  'mail.already-subject': 'Firma già presente: {name} in calce a «{title}»',
  'mail.already-title': 'Lei ha già firmato',
  'mail.already-organisation':
    'Qualcuno, probabilmente Lei, ha appena chiesto di firmare la lettera «{title}» a nome di {name}. Lei l’ha già firmata, e la firma è confermata.',
  'mail.already-individual':
    'Qualcuno, probabilmente Lei, ha appena chiesto di firmare la lettera «{title}». Lei l’ha già firmata, e la firma è confermata.',
  'mail.already-nothing':
    'Nulla è cambiato, e non c’è nulla da confermare. Se la richiesta non è partita da Lei, non deve fare nulla.',
  'mail.duplicate-subject': 'Anche qualcun altro ha firmato a nome di {name}: «{title}»',
  'mail.duplicate-title': 'Una seconda firma per la Sua organizzazione',
  'mail.duplicate-text':
    'Lei ha firmato la lettera «{title}» a nome di {name}. Qualcun altro ha ora confermato una firma per la stessa organizzazione. La Sua continua a valere per essa; l’altra è conservata accanto, e il nome è contato una sola volta.',
  'mail.duplicate-nothing':
    'Non deve fare nulla. Se a figurare per {name} dev’essere qualcun altro, ritiri la Sua firma nella Sua pagina: l’altra potrà allora prenderne il posto.',
  'mail.displaced-subject': 'La Sua firma a nome di {name} attende la decisione della segreteria: «{title}»',
  'mail.displaced-title': 'Un’altra firma ha preso il posto della Sua',
  'mail.displaced-text':
    'Qualcun altro ha firmato la lettera «{title}» a nome di {name}, comprovandolo meglio. Quella firma è contata al posto della Sua.',
  'mail.version-subject': 'La lettera è cambiata: {name} firma il nuovo testo di «{title}»?',
  'mail.version-title': 'La lettera è cambiata',
  'mail.version-organisation':
    'Lei ha firmato la lettera «{title}» a nome di {name}. Da allora il testo è cambiato. La Sua firma vale per le parole che Lei ha visto.',
  'mail.version-individual':
    'Lei ha firmato la lettera «{title}». Da allora il testo è cambiato. La Sua firma vale per le parole che Lei ha visto.',
  'mail.version-renamed': 'La lettera si intitola ora «{new}».',
  'mail.version-read': 'Legga il nuovo testo, e che cosa è stato modificato:',
  'mail.version-carry':
    'Lo condivide? Allora trasferisca la firma, premendo un solo pulsante nella Sua pagina. Il link è soltanto per Lei: non lo trasmetta ad altri.',
  'mail.version-button': 'Trasferire la firma nella Sua pagina',
  'mail.version-nothing':
    'Se non fa nulla, la Sua firma resta in calce al testo precedente ed è indicata come tale. Questa domanda Le viene posta una sola volta.',
  'mail.withdrawn-subject': 'Ritirata: la firma di {name} in calce a «{title}»',
  'mail.withdrawn-title': 'La firma è ritirata',
  'mail.withdrawn-organisation':
    'La firma di {name} in calce alla lettera «{title}» è ritirata. Non figura più nell’elenco né nel conteggio.',
  'mail.withdrawn-individual':
    'La Sua firma in calce alla lettera «{title}» è ritirata. Non figura più nell’elenco né nel conteggio.',
  'mail.withdrawn-nothing': 'È fatto: non c’è nulla da confermare, e non arriveranno altre e-mail al riguardo.',
  'mail.withdrawn-not-me': 'La richiesta non viene da Lei? Allora scriva a {contact}.',
  'mail.links-subject': 'I link alle Sue firme',
  'mail.links-title': 'Le Sue firme',
  'mail.links-text': 'Qualcuno, probabilmente Lei, ha richiesto i link alle firme di questa casella di posta. Eccoli.',
  'mail.links-one': '{name}, in calce a «{title}»',
  'mail.links-manage': 'Per consultarla, rettificarla o ritirarla:',
  'mail.links-pending': 'Non ancora confermata. Per confermarla, apra questa pagina e prema il pulsante che contiene:',
  'mail.links-private': 'Questi link sono soltanto per Lei: non li trasmetta ad altri.',
  'mail.links-not-me':
    'La richiesta non viene da Lei? Allora non faccia nulla: i link non sono stati inviati a nessun altro.',

  'page.not-found-title': 'Qui non c’è nulla',
  'page.not-found-text': 'Verifichi l’indirizzo, oppure chieda a chi glielo ha dato.',
  'page.draft-title': 'Questa lettera non è ancora aperta',
  'page.draft-text': 'Torni quando sarà stata pubblicata.',
  'page.error-title': 'Qualcosa non ha funzionato',
  'page.error-text': 'Riprovi tra un momento. Nulla è andato perso.',
  'page.label': '{label}: ',
  'page.skip': 'Al testo',
  'page.made-with': 'Firme raccolte con Undersigned, software libero senza tracciatori',
  'page.none': 'Al momento nessuna lettera è aperta alla firma.',
  'page.letters': 'Lettere aperte',

  'press.line': 'Al {time} UTC la lettera aperta «{title}» conta {signed}.',
  'press.countries_many': '{count} di Paesi',
  'press.countries_one': '{count} Paese',
  'press.countries_other': '{count} Paesi',

  // The delivered document and the signing sheet.
  'document.no-country': 'Paese non indicato',
  'document.comma': ', ',
  'document.translation': 'Questa è una traduzione. Il testo ufficiale è in questa lingua: {language}.',
  'document.unnamed_one': 'e {count} persona che ha chiesto di non essere nominata',
  'document.unnamed_many': 'e {count} persone che hanno chiesto di non essere nominate',
  'document.unnamed_other': 'e {count} persone che hanno chiesto di non essere nominate',
  'document.on-paper_one': 'e {count} firma su carta',
  'document.on-paper_many': 'e {count} firme su carta',
  'document.on-paper_other': 'e {count} firme su carta',
  'document.offices': 'Uffici',
  'document.page': 'Pagina {page} di {pages}',
  'document.frozen': 'Elenco chiuso il {time}. Numero di nomi: {count}.',
  'document.interim': 'Questo è un elenco provvisorio. La lettera può ancora essere firmata.',
  'document.hash': 'SHA-256 dell’elenco',
  'document.check': 'Verificare questo elenco online',
  'document.qr': 'Codice QR con l’indirizzo {address}',
  'document.attached': 'I firmatari sotto forma di tabella, per i programmi',
  'sheet.title': 'Foglio firme',
  'sheet.text': 'Firmo questa lettera. Si prega di scrivere in stampatello.',
  'sheet.name': 'Nome',
  'sheet.role': 'Funzione',
  'sheet.email': 'E-mail',
  'sheet.signature': 'Firma',
  'sheet.online': 'Oppure firmare online',
  'sheet.organisation-note': 'Indicare un’organizzazione solo se si è autorizzati a firmare per essa.',
} as const satisfies Record<string, string>;
