/**
 * German.
 * Reviewed by a native speaker: no.
 */
export const de = {
  'letter.undersigned': 'Die Unterzeichnenden',
  'letter.none-yet': 'Noch hat niemand unterzeichnet. Machen Sie den Anfang.',
  'letter.count_one': '{count} Unterschrift',
  'letter.count_other': '{count} Unterschriften',
  'letter.organisations_one': '{count} Organisation',
  'letter.organisations_other': '{count} Organisationen',
  'letter.individuals_one': '{count} Einzelperson',
  'letter.individuals_other': '{count} Einzelpersonen',
  'letter.added': '{count} vom Sekretariat eingetragen',
  'list.added': 'Vom Sekretariat eingetragen',
  'letter.on-paper': '{count} auf Papier',
  'letter.without-name': 'davon {count} ohne Namensnennung',
  'letter.goal': 'Ziel: {goal}',
  'letter.as-of': 'Stand: {time} UTC',
  'letter.all': 'Alle Unterschriften ansehen',
  'letter.sign': 'Diesen Brief unterzeichnen',
  'letter.languages': 'Diesen Brief lesen auf',
  'letter.corrected': 'Korrigiert am {date}: {why}',
  'letter.telephone': 'Tel.',
  'letter.fax': 'Fax',
  'letter.closed': 'Dieser Brief kann nicht mehr unterzeichnet werden. Es kommen keine Namen mehr hinzu.',
  'letter.delivered': 'Dieser Brief wurde am {date} übergeben. Es kommen keine Namen mehr hinzu.',
  'letter.not-yet': 'Noch kann nicht unterzeichnet werden.',
  'letter.paused': 'Das Unterzeichnen ist zurzeit unterbrochen. Bitte kommen Sie später wieder.',
  'letter.opens': 'Unterzeichnen können Sie ab dem {date}.',
  'letter.older-version': 'hat eine frühere Fassung des Textes unterzeichnet',
  'letter.affiliated': 'in Verbindung mit {organisation} (die Organisation selbst hat nicht unterzeichnet)',
  'letter.older-translation':
    'Dies ist eine Übersetzung der Fassung vom {date}. Der verbindliche Text wurde seitdem geändert.',
  'letter.signs-older':
    'Ihre Unterschrift gilt für die Fassung vom {date}. Der verbindliche Text wurde seitdem geändert.',
  'letter.read-official': 'Verbindlichen Text lesen',

  'letter.follows': 'Dieser Brief folgt auf „{title}“.',
  'letter.followed': 'Auf diesen Brief folgt ein neuer: „{title}“',
  'changes.link': 'Was geändert wurde',
  'changes.title': 'Änderungen des Briefes',
  'changes.text':
    'Jede Unterschrift gehört zu den Worten, die zu sehen waren, als sie gegeben wurde. Eine inhaltliche Änderung ergibt eine neue Fassung, und alle, die eine frühere unterzeichnet haben, werden gefragt, ob sie ihre Unterschrift übertragen wollen. Eine Berichtigung der Rechtschreibung oder einer Übersetzung ändert keine Unterschrift.',
  'changes.version': 'Fassung vom {date}',
  'changes.current': 'Aktuelle Fassung',
  'changes.read': 'Diese Fassung lesen',
  'changes.hash': 'SHA-256 des Textes',
  'changes.corrected': '{date}, {language}: {why}',
  'changes.before': 'vorher',
  'changes.after': 'nachher',
  'changes.back': 'Alle Änderungen',
  'changes.wording': 'Ein früherer Wortlaut, vor einer Berichtigung',

  'list.title': 'Wer unterzeichnet hat',
  'list.search': 'Namen suchen',
  'list.search-hint': 'Der Anfang eines beliebigen Wortes genügt.',
  'list.kind': 'Anzeigen',
  'list.kind-all': 'alle',
  'list.kind-organisation': 'Organisationen',
  'list.kind-individual': 'Einzelpersonen',
  'list.country': 'Land',
  'list.country-all': 'alle Länder',
  'list.order': 'Reihenfolge',
  'list.order-newest': 'neueste zuerst',
  'list.order-name': 'nach Namen',
  'list.apply': 'Anzeigen',
  'list.next': 'Nächste Seite',
  'list.first': 'Zurück zur ersten Seite',
  'list.none': 'Niemand gefunden.',
  'list.go-on': 'Bisher kein Treffer. Die Liste geht weiter: Sehen Sie auf der nächsten Seite nach.',
  'list.withheld': 'Wer ohne Namensnennung unterzeichnet hat, wird mitgezählt, steht aber nicht in der Liste.',
  'list.paused': 'Die Liste der Namen wird zurzeit nicht gezeigt.',
  'list.back': 'Zurück zum Brief',

  'form.step': 'Schritt 1 von 2',
  'form.kind': 'Wer unterzeichnet?',
  'form.kind-organisation': 'Eine Organisation',
  'form.kind-individual': 'Ich unterzeichne für mich selbst',
  'form.organisation': 'Organisation',
  'form.organisation-hint':
    'Wenn Sie für sich selbst unterzeichnen, ist diese Angabe freiwillig: Die Organisation steht dann bei Ihrem Namen, unterzeichnet aber nicht.',
  'form.organisation-name': 'Name der Organisation',
  'form.website': 'Website der Organisation (freiwillig)',
  'form.website-hint': 'Zum Beispiel example.org. So lassen sich zwei Organisationen gleichen Namens unterscheiden.',
  'form.country': 'Land',
  'form.country-choose': 'Bitte wählen Sie ein Land',
  'form.person': 'Zu Ihrer Person',
  'form.name': 'Ihr Name',
  'form.role': 'Ihre Funktion (freiwillig)',
  'form.email': 'Ihre E-Mail-Adresse',
  'form.email-hint': 'Dorthin schicken wir eine E-Mail zur Bestätigung. Die Adresse wird nie angezeigt.',
  'form.attestation': 'Ich bin befugt, diesen Brief für die oben genannte Organisation zu unterzeichnen.',
  'form.consents': 'Ihre Einwilligung',
  'form.publication':
    'Ich willige ein, dass der Name der Organisation, mein Name, meine Funktion und das Land unter diesem Brief veröffentlicht werden. Daraus kann eine politische Meinung hervorgehen.',
  'form.updates': 'Schicken Sie mir Neuigkeiten zu diesem Brief.',
  'form.partner': 'Die Organisation, auf deren Website ich unterzeichne, darf mich kontaktieren.',
  'form.follow-up': 'Fragen Sie mich einmal per E-Mail, wenn diesem Brief ein neuer folgt.',
  'form.display': 'Wie Sie unterzeichnen',
  'form.display-public': 'Mit öffentlich sichtbarem Namen',
  'form.display-withheld': 'Ohne Namensnennung',
  'form.display-hint':
    'Ohne Namensnennung heißt: Ihre Unterschrift zählt, aber es wird kein Name veröffentlicht. Die Initiative hinter dem Brief kann ihn sehen.',
  'form.honeypot': 'Lassen Sie dieses Feld leer',
  'form.submit': 'Unterzeichnen und per E-Mail bestätigen',

  'privacy.title': 'Was mit Ihren Daten geschieht',
  'privacy.more': 'Die vollständigen Datenschutzhinweise auf einer eigenen Seite',
  'privacy.controller': 'Verantwortlich für die Verarbeitung',
  'privacy.purpose': 'Wofür sie verwendet werden',
  'privacy.purpose-text':
    'Um zu zeigen, wer diesen Brief unterstützt, und um ihn mit den Namen der Unterzeichnenden zu übergeben. Für anderes nur, wenn Sie zustimmen.',
  'privacy.your-choice': 'Sie können Ihre Unterschrift jederzeit einsehen, berichtigen, zurückziehen oder löschen.',
  'privacy.consent': 'Rechtsgrundlage',
  'privacy.consent-text':
    'Ihre ausdrückliche Einwilligung. Aus Ihrer Unterschrift kann eine politische Meinung hervorgehen, die das Recht besonders schützt. Sie können die Einwilligung jederzeit widerrufen; die Rechtmäßigkeit der bis dahin erfolgten Verarbeitung wird dadurch nicht berührt.',
  'privacy.recipients': 'Wer sie erhält',
  'privacy.recipients-text':
    'Die Öffentlichkeit sieht, was mit Ihrer Einwilligung veröffentlicht wird. Diejenigen, an die sich der Brief richtet, erhalten die Liste. Der Dienst, der die Server betreibt und die E-Mails verschickt (Amazon Web Services), arbeitet im Auftrag des Verantwortlichen. Sonst erhält sie niemand.',
  'privacy.kept': 'Was gespeichert wird',
  'privacy.kept-text':
    'Was Sie ausfüllen, der Text und die Formulierungen, die Sie gesehen haben, und wann Sie bestätigt haben. Keine Netzwerkadresse: von ihr nur ein mit einem Schlüssel gebildeter Hashwert, einen Tag lang, zum Schutz vor Missbrauch. Ihre E-Mail-Adresse wird nie angezeigt.',
  'privacy.cookie':
    'Wir setzen nur dann ein Cookie, wenn Sie ohne JavaScript unterzeichnen: Ihr Browser merkt sich 15 Minuten lang, was Sie abgeschickt haben, damit Sie es berichtigen können.',
  'privacy.retention': 'Wie lange',
  'privacy.retention-text': 'Solange der Brief öffentlich ist oder bis Sie Ihre Unterschrift zurückziehen.',
  'privacy.unconfirmed': 'Eine Unterschrift, die nicht bestätigt wird, wird nach 30 Tagen gelöscht.',
  'privacy.withdrawn': 'Eine Unterschrift, die Sie zurückziehen, wird nach 30 Tagen gelöscht.',
  'privacy.after-closing':
    'Frist, nach der E-Mail-Adressen, Kommentare und nicht öffentliche Namen gelöscht werden, sobald der Brief geschlossen ist',
  'privacy.rights': 'Ihre Rechte',
  'privacy.rights-text':
    'Sie können Ihre Unterschrift selbst einsehen, berichtigen, zurückziehen und löschen, und zwar auf der Seite, zu der der Beleg führt. Sie können sich bei einer Aufsichtsbehörde für den Datenschutz beschweren.',
  'privacy.manage': 'Einen Link zu Ihrer Unterschrift anfordern',
  'privacy.contact': 'An wen Sie sich wenden können',

  'dispute.link': 'Ihre Organisation steht in dieser Liste und hat nicht unterzeichnet?',
  'dispute.title': 'Meine Organisation hat nicht unterzeichnet',
  'dispute.text':
    'Sagen Sie es dem Sekretariat dieses Briefs. Es prüft die Unterschrift und entscheidet, ob der Name stehen bleibt. Bis dahin ändert sich nichts. Wenn Sie eine E-Mail-Adresse unter der eigenen Domain der Organisation haben, geben Sie bitte diese an.',
  'dispute.told':
    'Wer unterzeichnet hat, erfährt von uns, dass die Unterschrift angezweifelt wird, aber nicht von wem.',
  'dispute.organisation': 'Name der Organisation, wie er in der Liste steht',
  'dispute.name': 'Ihr Name',
  'dispute.email': 'Ihre E-Mail-Adresse',
  'dispute.email-hint': 'Nur für das Sekretariat, damit es Ihnen antworten kann.',
  'dispute.message': 'Was sollte das Sekretariat wissen? (freiwillig)',
  'dispute.submit': 'Dem Sekretariat melden',
  'dispute.done-title': 'Danke. Das Sekretariat geht der Sache nach.',
  'dispute.done-text':
    'Hat es Fragen, schreibt es an die Adresse, die Sie angegeben haben. Ihre Nachricht wird nach 180 Tagen gelöscht.',

  'form.errors_one': 'Bitte sehen Sie sich eine Angabe noch einmal an',
  'form.errors_other': 'Bitte sehen Sie sich {count} Angaben noch einmal an',
  'form.missing': 'bitte füllen Sie dieses Feld aus',
  'form.wrong': 'bitte prüfen Sie dieses Feld',
  'form.wrong-email': 'bitte eine einzige E-Mail-Adresse angeben, zum Beispiel name@example.org',
  'form.wrong-website': 'das ist keine Adresse einer Website wie https://example.org',
  'form.wrong-no-letter': 'hier muss mindestens ein Buchstabe oder eine Ziffer stehen',
  'form.wrong-damaged': 'beim Kopieren ging ein Teil verloren: bitte neu eintippen',
  'form.wrong-too-long': 'das ist zu lang: höchstens {max} Zeichen',
  'form.wrong-country':
    'dieses Land kennen wir nicht: bitte den üblichen Namen oder einen Code aus zwei Buchstaben wie KZ angeben',
  'form.wrong-country-unclear': 'so heißt mehr als ein Land: bitte den vollen Namen angeben, zum Beispiel Südkorea',
  'form.wrong-address-in-name': 'bitte nur den Namen angeben, ohne Web- oder E-Mail-Adresse',
  'form.wrong-attestation': 'bestätigen Sie, dass Sie befugt sind, für die Organisation zu unterzeichnen',
  'form.wrong-publication': 'willigen Sie in die Veröffentlichung des Namens ein, oder wählen Sie „Ohne Namensnennung“',
  'form.wrong-unsure': 'setzen Sie zur Bestätigung das Häkchen',
  'form.deadline': 'Sie können bis {moment} unterzeichnen.',
  'form.deadline-here': 'In Ihrer Zeitzone: {moment}.',
  'form.wrong-charset':
    'Einige Buchstaben wie é oder ü sind möglicherweise beschädigt angekommen. Bitte prüfen Sie Ihre Angaben und senden Sie das Formular noch einmal ab.',
  'form.network-cap-title': 'Ihr Formular wurde nicht gesendet',
  'form.network-cap':
    'Aus Ihrem Netz haben zu viele Personen dieses Formular ohne JavaScript gesendet. Schalten Sie JavaScript in Ihrem Browser ein und öffnen Sie den Brief noch einmal, oder senden Sie das Formular nach {moment} noch einmal.',

  'embed.did-you-mean': 'Meinten Sie {address}?',
  'embed.proof-working': 'Im Hintergrund wird geprüft, dass kein Roboter unterzeichnet …',
  'embed.proof-ready': 'Geprüft: Hier unterzeichnet kein Roboter.',
  'embed.sending': 'Wird gesendet …',
  'embed.busy':
    'Im Moment unterzeichnen sehr viele. Warten Sie eine Minute und drücken Sie dann noch einmal auf die Schaltfläche: Was Sie ausgefüllt haben, ist noch da.',
  'embed.offline':
    'Es besteht keine Verbindung. Drücken Sie noch einmal auf die Schaltfläche, wenn sie wieder da ist: Was Sie ausgefüllt haben, ist noch da, und Sie können nicht doppelt unterzeichnen.',
  'embed.timeout':
    'Es kam rechtzeitig keine Antwort. Drücken Sie noch einmal auf die Schaltfläche: Was Sie ausgefüllt haben, ist noch da, und Sie können nicht doppelt unterzeichnen.',
  'embed.refused': 'Von hier aus konnte es nicht gesendet werden. Bitte unterzeichnen Sie auf der Seite des Briefes:',
  'embed.unreachable': 'Das Formular kann im Moment nicht geladen werden.',
  'embed.insecure':
    'Diese Seite ist nicht sicher (ihr fehlt https). Bitte unterzeichnen Sie auf der Seite des Briefes:',
  'embed.hosted': 'Das Formular auf einer eigenen Seite öffnen',
  'embed.retry': 'Noch einmal versuchen',

  'sent.title': 'Schauen Sie in Ihr Postfach',
  'sent.step': 'Schritt 2 von 2',
  'sent.text':
    'Wir haben Ihnen eine E-Mail von {sender} geschickt. Öffnen Sie sie und drücken Sie auf die Schaltfläche darin: Erst dann zählt Ihre Unterschrift.',
  'sent.spam':
    'Nach einigen Minuten noch nichts da? Schauen Sie in den Spam-Ordner, und prüfen Sie, ob die Adresse richtig war. Falls Sie uns einmal gebeten haben, nie wieder an diese Adresse zu schreiben: Mit dem Link in jener E-Mail können Sie das rückgängig machen.',
  'sent.code': 'Sie können auch den Code aus der E-Mail eingeben.',
  'sent.type-code': 'Code eingeben',
  'sent.correct': 'Falsche Adresse? Berichtigen und noch einmal senden',
  'sent.again': 'Noch einmal senden',

  'confirm.delivered':
    'Dieser Brief wurde am {date} übergeben. Ihre Unterschrift kann deshalb nicht mehr bestätigt werden. Sie können hier sehen, was wir über Sie gespeichert haben, und es löschen lassen.',
  'confirm.title': 'Bestätigen Sie die Unterschrift',
  'confirm.step': 'Schritt 2 von 2',
  'confirm.fact-letter': 'Brief',
  'confirm.fact-organisation': 'Organisation',
  'confirm.fact-individual': 'Sie',
  'confirm.fact-signatory': 'Unterzeichnet von',
  'confirm.public': 'Der Name wird öffentlich unter dem Brief stehen.',
  'confirm.withheld': 'Ohne Namensnennung: Ihre Unterschrift zählt, aber es wird kein Name veröffentlicht.',
  'confirm.review': 'Das Sekretariat des Briefs prüft Ihre Unterschrift, bevor sie zählt.',
  'confirm.button': 'Unterschrift bestätigen',
  'confirm.not-me': 'Sie waren das nicht? Schließen Sie diese Seite. Ohne Ihre Bestätigung wird nichts veröffentlicht.',
  'confirm.done-step': 'Fertig',
  'confirm.done-title': 'Danke. Die Unterschrift ist bestätigt.',
  'confirm.done-text': '{name} steht jetzt unter „{title}“.',
  'confirm.done-withheld': 'Die Unterschrift unter „{title}“ zählt, und es wird kein Name veröffentlicht.',
  'confirm.done-receipt': 'Wir haben Ihnen per E-Mail einen Beleg geschickt.',
  'duplicate.organisation':
    'Unter diesem Brief steht schon eine Unterschrift für {place}. Ihre bleibt dabei gespeichert, und {place} zählt einmal.',
  'duplicate.individual':
    'Sie hatten diesen Brief schon unterzeichnet. Beide Unterschriften bleiben gespeichert; Sie werden einmal gezählt.',
  'duplicate.separate': 'Ist Ihre eine eigenständige Organisation? Schreiben Sie uns: {contact}',
  'duplicate.mistake': 'Ist das ein Irrtum? Schreiben Sie uns: {contact}',
  'confirm.to-letter': 'Zum Brief',
  'confirm.unknown-title': 'Dieser Link lässt sich nicht verwenden',
  'confirm.unknown-text':
    'Vielleicht wurde er unterwegs abgeschnitten, oder er gehört zu einer Unterschrift, die nie bestätigt und deshalb gelöscht wurde. Fordern Sie eine neue E-Mail an, oder geben Sie den Code aus der E-Mail ein.',
  'confirm.resend': 'Neue E-Mail anfordern',
  'confirm.expired-title': 'Dieser Link ist zu alt',
  'confirm.expired-text':
    'Links gelten nur einige Tage. Fordern Sie eine neue E-Mail an, oder geben Sie den Code aus einer neueren ein.',

  'share.title': 'Diesen Brief teilen',
  'share.text': 'Bitte lesen und unterzeichnen Sie den offenen Brief „{title}“.',
  'share.device': 'Teilen …',
  'share.link': 'Link zum Brief',
  'share.copy': 'Link kopieren',
  'share.copied': 'Link kopiert',
  'share.email': 'E-Mail',
  'share.ask': 'Eine andere Organisation um ihre Unterschrift bitten',
  'share.ask-subject': 'Unterzeichnen Sie den offenen Brief „{title}“?',
  'share.ask-text':
    'Möchte Ihre Organisation diesen offenen Brief unterzeichnen? Hier können Sie ihn lesen und unterzeichnen:',
  'share.next': 'Mehr zu diesem Brief',
  'share.next-site': 'Weiter zu {site}',

  'follow.text':
    'Ihre Angaben aus „{title}“ sind unten eingetragen. Lesen Sie den Brief, ändern Sie, was Sie möchten, und drücken Sie dann auf die Schaltfläche. Nur dann haben Sie unterzeichnet.',
  'follow.email-hint': 'Wenn Sie die Adresse ändern, schicken wir zuerst eine E-Mail dorthin, zur Bestätigung.',
  'code.title': 'Geben Sie den Code aus der E-Mail ein',
  'code.letter': 'Brief',
  'code.letter-hint': 'Der letzte Teil der Webadresse des Briefs, wie er in der E-Mail steht.',
  'code.email': 'Die E-Mail-Adresse, an die wir geschrieben haben',
  'code.code': 'Code',
  'code.code-hint': 'Acht Buchstaben und Ziffern, zum Beispiel',
  'code.example': 'ABCD-2345',
  'code.error': 'Fehler',
  'code.submit': 'Unterschrift bestätigen',
  'code.wrong':
    'Dieser Code passt nicht. Prüfen Sie den Brief, die Adresse und den Code. Nach zehn Fehlversuchen gilt ein Code nicht mehr; der Link in der E-Mail gilt weiterhin.',

  'link.title': 'Ihre Unterschriften',
  'link.text':
    'Möchten Sie eine Unterschrift einsehen, berichtigen oder zurückziehen, oder ist die E-Mail zur Bestätigung verloren gegangen? Geben Sie die Adresse an, mit der Sie unterzeichnet haben; wir schicken Ihnen einen Link.',
  'link.email': 'Die E-Mail-Adresse, mit der Sie unterzeichnet haben',
  'link.submit': 'Link anfordern',
  'link.wrong': 'Das ist keine E-Mail-Adresse.',
  'link.sent-title': 'Schauen Sie in Ihr Postfach',
  'link.sent-text':
    'Wenn es eine Unterschrift mit dieser Adresse gibt, ist eine E-Mail von {sender} dorthin unterwegs. Wenn nicht, wird nichts verschickt.',
  'link.unusable':
    'Vielleicht wurde er unterwegs abgeschnitten, oder er ist zu alt, oder das, wohin er führte, gibt es nicht mehr. Fordern Sie einen neuen an:',

  'manage.title': 'Ihre Unterschrift',
  'manage.state-pending': 'Noch nicht bestätigt: Sie zählt erst, wenn Sie sie bestätigen.',
  'manage.state-counted': '{name} zählt zu den Unterzeichnenden dieses Briefs.',
  'manage.state-held':
    '{name} hat unterzeichnet. Das Sekretariat des Briefs sieht sich die Unterschrift an, bevor sie zählt.',
  'manage.state-merged':
    'Das Sekretariat des Briefs führt diese Unterschrift mit einer anderen zusammen; sie zählt deshalb nicht für sich.',
  'manage.state-displaced':
    'Eine andere Unterschrift für {name} ist besser belegt und zählt an Ihrer Stelle. Das Sekretariat des Briefs sieht sich Ihre an.',
  'manage.state-rejected': 'Das Sekretariat des Briefs hat diese Unterschrift nicht angenommen.',
  'manage.state-withdrawn': 'Diese Unterschrift ist zurückgezogen. Sie wird nirgends angezeigt und zählt nicht.',
  'manage.change-awaits':
    'Sie haben um eine Änderung gebeten. Das Sekretariat des Briefs prüft sie; bis dahin bleibt Ihre Unterschrift, wie sie war. Ihr Wunsch:',
  'manage.change-declined':
    'Das Sekretariat des Briefs hat die gewünschte Änderung nicht angenommen. Ihre Unterschrift bleibt, wie sie war.',
  'manage.place-text': 'Die andere Unterschrift steht Ihrer nicht mehr im Weg. Ihre kann jetzt zählen.',
  'manage.place-button': 'An ihrer Stelle unterzeichnen',
  'manage.carry-title': 'Der Brief hat sich geändert',
  'manage.carry-text':
    'Ihre Unterschrift steht unter dem Text, den Sie gesehen haben. Lesen Sie den neuen Text; wenn Sie ihm zustimmen, übertragen Sie Ihre Unterschrift. Wenn Sie nichts tun, bleibt sie unter dem früheren Text, und das wird angezeigt.',
  'manage.carry-read': 'Den neuen Text lesen',
  'manage.carry-button': 'Meine Unterschrift auf den neuen Text übertragen',
  'manage.held': 'Was wir gespeichert haben',
  'manage.fact-affiliation': 'In Verbindung mit',
  'manage.fact-website': 'Website',
  'manage.fact-role': 'Funktion',
  'manage.fact-email': 'E-Mail-Adresse (wird nie angezeigt)',
  'manage.fact-comment': 'Wort an die Initiative',
  'manage.fact-submitted': 'Abgegeben am',
  'manage.fact-confirmed': 'Bestätigt am',
  'manage.fact-version': 'Unterzeichneter Text (SHA-256)',
  'manage.download': 'Alles als Datei herunterladen (JSON)',
  'manage.more': 'Nachweise und technische Angaben',
  'manage.correct-title': 'Berichtigen',
  'manage.correct-text':
    'Eine andere Organisation als zuvor wird neu geprüft. Sie können auch wechseln, ob Sie für die Organisation oder für sich selbst unterzeichnen.',
  'manage.correct-button': 'Berichtigung speichern',
  'manage.too-many-corrections':
    'Sie haben diese Unterschrift an einem Tag schon sehr oft berichtigt. Ab {moment} können Sie sie wieder berichtigen. Was Sie bisher gespeichert haben, bleibt erhalten.',
  'manage.too-many-organisations':
    'Sie haben die Organisation an einem Tag schon mehrmals geändert. Ab {moment} können Sie sie wieder ändern. Alles andere können Sie weiterhin berichtigen.',
  'manage.consents-title': 'Name und Einwilligungen',
  'manage.consents-button': 'Speichern',
  'manage.withdraw-title': 'Zurückziehen',
  'manage.withdraw-text':
    'Die Unterschrift verschwindet sofort aus der Liste und der Zählung. Hier lässt sich das nicht rückgängig machen.',
  'manage.withdraw-button': 'Meine Unterschrift zurückziehen',
  'manage.forget-title': 'Alles löschen',
  'manage.forget-text':
    'Die Unterschrift wird zurückgezogen, und alles, was zeigt, wer Sie sind, wird sofort aus unserer Datenbank gelöscht. Aus technischen Warteschlangen ist es innerhalb von 14 Tagen verschwunden, aus Sicherungskopien innerhalb von 35 Tagen.',
  'manage.forget-left':
    'Es bleibt eine Nummer ohne Namen, damit der Verlauf der Zählung richtig bleibt; und ein Hashwert Ihrer Adresse, der weitere E-Mails verhindert, aber nur, wenn Sie es verlangen oder wenn unsere E-Mail zurückkam oder als unerwünscht markiert wurde.',
  'manage.forget-sure': 'Ja, löschen Sie alles, was zu diesem Brief über mich gespeichert ist.',
  'manage.forget-no-mail': 'Und schicken Sie nie wieder E-Mails an diese Adresse.',
  'manage.forget-button': 'Meine Daten löschen',
  'manage.forgotten-title': 'Ihre Daten sind gelöscht',
  'manage.forgotten-text': 'Nichts in unserer Datenbank lässt noch erkennen, wer Sie sind.',
  'logo.title': 'Ihr Logo',
  'logo.intro':
    'Ihr Logo kann in der Liste und auf Partnerseiten neben dem Namen stehen, sobald das Sekretariat es gesehen hat. PNG, JPEG, SVG oder WebP, höchstens 1 MB.',
  'logo.file': 'Logo-Datei',
  'logo.right': 'Wir haben das Recht, dieses Logo hier zu veröffentlichen.',
  'logo.send': 'Logo hochladen',
  'logo.checking': 'Das neue Logo wird geprüft. Das dauert einige Sekunden.',
  'logo.review': 'Das neue Logo wartet auf die Prüfung durch das Sekretariat.',
  'logo.shown': 'Dieses Logo steht neben dem Namen.',
  'logo.declined': 'Das Sekretariat hat das Logo nicht angenommen. Grund: {reason}',
  'logo.refused':
    'Die Datei lässt sich nicht verwenden. Laden Sie ein einzelnes, unbewegtes Bild als PNG, JPEG, SVG oder WebP hoch. Wandeln Sie Text in einer SVG-Datei in Pfade um.',
  'logo.remove': 'Logo entfernen',
  'logo.need': 'Wählen Sie eine Datei von höchstens 1 MB, und bestätigen Sie das Recht zur Veröffentlichung.',
  'manage.forgotten-left':
    'Aus technischen Warteschlangen sind sie innerhalb von 14 Tagen verschwunden, aus Sicherungskopien innerhalb von 35 Tagen; eine Löschliste sorgt dafür, dass sie auch aus einer wiederhergestellten Sicherung erneut gelöscht werden.',

  'domain.title': 'Stärkeres Kennzeichen erhalten',
  'domain.text':
    'Bitten Sie die Person, die Ihre Website betreut, diese Zeile an einer von zwei Stellen auf {domain} einzutragen. Ihre Unterschrift erhält dann das Kennzeichen „Domain nachgewiesen“ und ersetzt eine schwächer belegte Unterschrift für dieselbe Organisation. Die Zeile ist nicht geheim, und Sie können sie danach entfernen.',
  'domain.record': 'Ein DNS-Eintrag vom Typ TXT unter',
  'domain.file': 'Oder eine Textdatei unter',
  'domain.button': 'Jetzt prüfen',
  'domain.shown': 'Sie haben die Kontrolle über {domain} am {date} nachgewiesen.',
  'domain.failed': 'Die Domain ist noch nicht nachgewiesen',
  'domain.not-proven':
    'Die Zeile wurde weder unter {record} noch unter {file} gefunden. Bei einem neuen DNS-Eintrag kann es einige Stunden dauern, bis er überall zu sehen ist; die Datei muss reiner Text sein und über https erreichbar. Drücken Sie dann noch einmal auf „Jetzt prüfen“.',
  'domain.checked-too-often':
    'Wir haben innerhalb einer Stunde zehnmal nachgesehen. Bitte versuchen Sie es in einer Stunde noch einmal.',
  'domain.not-provable':
    'Diese Unterschrift steht nicht für eine Organisation mit einer Website auf einer eigenen Domain.',

  'mark.mailbox-domain': 'E-Mail von eigener Domain',
  'mark.domain': 'Domain nachgewiesen',
  'mark.vouched': 'vom Sekretariat geprüft',
  'mark.title': 'Was die Kennzeichen bedeuten',
  'mark.text':
    'Alle in dieser Liste haben per E-Mail bestätigt. Einige Organisationen haben mehr nachgewiesen und tragen ein Kennzeichen:',
  'mark.about-mailbox-domain':
    'Die E-Mail, mit der bestätigt wurde, ging an ein Postfach auf der eigenen Domain der Organisation.',
  'mark.about-domain': 'Die unterzeichnende Person hat die Kontrolle über die Domain der Organisation nachgewiesen.',
  'mark.about-vouched': 'Das Sekretariat des Briefes hat geprüft, dass die Organisation unterzeichnet hat.',

  'stop.title': 'Das war ich nicht',
  'stop.text':
    'Jemand hat diese E-Mail-Adresse angegeben, um „{title}“ zu unterzeichnen. Wenn Sie das nicht waren, wird nichts veröffentlicht.',
  'stop.one-text':
    'Wenn Sie nicht unterzeichnet haben, löschen Sie die Unterschrift. Ihre Daten werden sofort gelöscht, und Sie können weiterhin selbst unterzeichnen.',
  'stop.one-button': 'Diese Unterschrift ist nicht von mir: löschen',
  'stop.what':
    'Sie können die Adresse auch sperren: Die Daten werden sofort gelöscht, und wir schreiben nie wieder an diese Adresse, auch nicht, wenn Sie selbst einen Brief unterzeichnen. Mit dem Link in der E-Mail können Sie das rückgängig machen.',
  'stop.button': 'Löschen und mir nie wieder schreiben',
  'stop.nothing': 'Wenn Sie nichts tun, werden die Daten nach 30 Tagen gelöscht.',
  'stop.stopped-title': 'Erledigt',
  'stop.stopped-text':
    'Die Daten sind gelöscht, und wir schreiben nicht wieder an diese Adresse. Es bleibt ein Hashwert der Adresse, der weitere E-Mails verhindert. Sie können das hier rückgängig machen, oder später mit demselben Link in der E-Mail.',
  'stop.removed-title': 'Die Unterschrift ist gelöscht',
  'stop.removed-text':
    'Die Daten sind gelöscht, und nichts wurde veröffentlicht. Sie können den Brief weiterhin selbst unterzeichnen.',
  'stop.blocked-title': 'Wir schreiben nicht an diese Adresse',
  'stop.undo-text':
    'Sie haben uns gebeten, nie wieder an diese Adresse zu schreiben. Deshalb kommt auch keine E-Mail zum Bestätigen, wenn Sie einen Brief unterzeichnen. Möchten Sie wieder E-Mails erhalten?',
  'stop.undo-button': 'Wieder E-Mails an diese Adresse senden',
  'stop.undone-title': 'Sie können wieder E-Mails erhalten',
  'stop.undone-text':
    'Wir können wieder an diese Adresse schreiben. Wenn Sie inzwischen einen Brief unterzeichnet haben, unterzeichnen Sie ihn bitte noch einmal: Die E-Mail dazu wurde nicht verschickt.',
  'stop.confirmed-title': 'Diese Unterschrift wurde bestätigt',
  'stop.confirmed-text':
    'Jemand, der die E-Mails an diese Adresse lesen kann, hat sie bestätigt. Um sie anzusehen, zurückzuziehen oder vergessen zu werden, fordern Sie einen Link per E-Mail an.',
  'stop.gone-title': 'Hier ist nichts mehr',
  'stop.gone-text': 'Die Unterschrift wurde gelöscht. Es wird kein Name veröffentlicht.',
  'stop.unusable':
    'Vielleicht wurde er unterwegs abgeschnitten. Wenn Sie nichts tun, wird nichts veröffentlicht, und was eingereicht wurde, wird nach 30 Tagen gelöscht.',

  'mail.greeting': 'Guten Tag {name},',
  'mail.greeting-unknown': 'Guten Tag,',
  'mail.button-fails': 'Wenn die Schaltfläche nicht funktioniert, öffnen Sie diese Adresse:',
  'mail.letter': 'Der Brief und alle Unterschriften:',
  'mail.share': 'Teilen Sie den Brief mit anderen:',
  'mail.contact': 'Haben Sie eine Frage? Antworten Sie auf diese E-Mail oder schreiben Sie an {contact}.',
  'mail.disputed-subject': 'Eine Frage zu Ihrer Unterschrift: „{title}“',
  'mail.disputed-title': 'Ihre Unterschrift wird angezweifelt',
  'mail.disputed-text':
    'Jemand hat dem Sekretariat des Briefes „{title}“ mitgeteilt, dass {name} nicht unterzeichnet hat. Das Sekretariat prüft das. Bis es entschieden hat, ändert sich nichts.',
  'mail.disputed-nothing':
    'Wenn Sie für {name} unterzeichnen durften, müssen Sie nichts tun. Wenn nicht, ziehen Sie die Unterschrift bitte auf Ihrer Seite zurück.',
  'mail.complaint-subject': 'Ihre Nachricht zum Brief „{title}“',
  'mail.complaint-title': 'Antwort auf Ihre Nachricht',
  'mail.complaint-text': 'Sie haben uns mitgeteilt, dass diese Organisation den Brief nicht unterzeichnet hat: {name}.',
  'mail.complaint-removed': 'Wir haben die Unterschrift aus der Liste entfernt.',
  'mail.complaint-kept': 'Wir haben die Unterschrift geprüft. Sie bleibt in der Liste.',
  'mail.secretariat-writes': 'Das Sekretariat des Briefes schreibt:',
  'mail.added-subject': 'Sie stehen in der Liste: „{title}“',
  'mail.added-title': 'Das Sekretariat hat Sie eingetragen',
  'mail.added-text':
    'Das Sekretariat des Briefes „{title}“ hat {name} in die Liste der Unterschriften eingetragen, weil Sie auf anderem Weg als auf der Website zugestimmt haben.',
  'mail.added-object':
    'Stimmt das nicht? Ziehen Sie die Unterschrift auf Ihrer Seite zurück. Sie verschwindet dann sofort aus der Liste.',
  'mail.listed-subject': 'Sie stehen jetzt in der Liste: „{title}“',
  'mail.listed-title': 'Ihre Unterschrift steht in der Liste',
  'mail.listed-text':
    'Das Sekretariat hat die Unterschrift von {name} unter dem Brief „{title}“ angenommen. Sie steht jetzt in der Liste.',
  'mail.counted-text':
    'Das Sekretariat hat die Unterschrift von {name} unter dem Brief „{title}“ angenommen. Sie wird jetzt gezählt, ohne Namen in der Liste.',
  'mail.rejected-subject': 'Wir konnten Ihre Unterschrift nicht aufnehmen: „{title}“',
  'mail.rejected-title': 'Wir konnten Ihre Unterschrift nicht aufnehmen',
  'mail.rejected-text':
    'Das Sekretariat des Briefes „{title}“ konnte die Unterschrift von {name} nicht in die Liste aufnehmen.',
  'mail.proof-subject': 'Noch ein Schritt für Ihre Unterschrift: „{title}“',
  'mail.proof-title': 'Bitte zeigen Sie, dass Sie für Ihre Organisation handeln',
  'mail.proof-text':
    'Das Sekretariat des Briefes „{title}“ möchte sehen, dass Sie für {name} handeln. Bis dahin wartet Ihre Unterschrift. Eines davon genügt:',
  'mail.proof-mailbox':
    'Unterzeichnen Sie den Brief noch einmal mit einer E-Mail-Adresse in der eigenen Domain der Organisation.',
  'mail.proof-reply': 'Wenn beides nicht möglich ist, antworten Sie auf diese E-Mail.',
  'mail.sent-for': 'Gesendet im Auftrag von {convener}.',
  'mail.sent-by': 'Gesendet, weil jemand diese Adresse angegeben und die Links dazu angefordert hat.',
  'mail.not-me':
    'Das waren nicht Sie? Dann tun Sie bitte nichts: Ohne Bestätigung wird nichts veröffentlicht, und die Daten werden nach 30 Tagen gelöscht.',
  'mail.stop':
    'Wenn diese Unterschrift nicht von Ihnen ist, öffnen Sie diese Seite, um sie zu löschen oder an diese Adresse keine E-Mails mehr zu erhalten:',
  'mail.manage':
    'Auf Ihrer Seite können Sie alles sehen, was gespeichert ist, es berichtigen oder Ihre Unterschrift zurückziehen. Der Link dorthin ist nur für Sie: Geben Sie ihn nicht weiter.',
  'mail.manage-button': 'Ihre Seite öffnen',
  'mail.manage-not-me':
    'Das waren nicht Sie? Auf derselben Seite können Sie die Unterschrift zurückziehen, alles über Sie löschen lassen und alle weiteren E-Mails abbestellen.',
  'mail.confirm-subject': 'Bitte bestätigen Sie Ihre Unterschrift: „{title}“',
  'mail.confirm-title': 'Bitte bestätigen Sie die Unterschrift',
  'mail.confirm-organisation': 'Sie möchten den Brief „{title}“ für „{name}“ unterzeichnen.',
  'mail.confirm-individual': 'Sie möchten den Brief „{title}“ unterzeichnen.',
  'mail.confirm-press':
    'Schritt 2 von 2: Öffnen Sie diese Seite und drücken Sie dort auf die Schaltfläche. Erst dann zählt die Unterschrift.',
  'mail.confirm-button': 'Seite öffnen und bestätigen',
  'mail.code': 'Oder geben Sie den Code auf dieser Seite ein:',
  'mail.code-code': 'Code: {code}',
  'mail.confirm-expires': 'Der Link und der Code gelten bis {date}.',
  'mail.reminder-subject': 'Erinnerung: Bitte bestätigen Sie Ihre Unterschrift: „{title}“',
  'mail.reminder-title': 'Ihre Unterschrift ist noch nicht bestätigt',
  'mail.reminder-organisation':
    'Sie wollten den Brief „{title}“ für „{name}“ unterzeichnen (Anfrage vom {date}). Die Unterschrift ist noch nicht bestätigt und zählt deshalb nicht.',
  'mail.reminder-individual':
    'Sie wollten den Brief „{title}“ unterzeichnen (Anfrage vom {date}). Die Unterschrift ist noch nicht bestätigt und zählt deshalb nicht.',
  'mail.reminder-only': 'Dies ist die einzige Erinnerung.',
  'mail.receipt-subject': 'Sie haben unterzeichnet: „{title}“',
  'mail.receipt-title': 'Vielen Dank. Die Unterschrift ist bestätigt.',
  'mail.receipt-text': 'Die Unterschrift von {name} unter dem Brief „{title}“ ist bestätigt.',
  'mail.receipt-thanks': '{convener} dankt Ihnen für Ihre Unterstützung.',
  'mail.receipt-facts': 'Das ist jetzt gespeichert:',
  'mail.corrected-subject': 'Ihre Unterschrift wurde geändert: „{title}“',
  'mail.corrected-title': 'Die Unterschrift ist berichtigt',
  'mail.corrected-text':
    'Die Unterschrift von {name} unter dem Brief „{title}“ wurde berichtigt. Diese E-Mail ersetzt den früheren Beleg.',
  'mail.state-held':
    'Sie wird noch nicht gezählt: Das Sekretariat des Briefes sieht sie zuerst an. Sie müssen nichts tun.',
  'mail.state-displaced':
    'Ihre Unterschrift bleibt gespeichert. Sie wird nicht gezählt und wartet auf das Sekretariat des Briefes.',
  'mail.state-rejected': 'Das Sekretariat des Briefes hat diese Unterschrift nicht angenommen.',
  'mail.prove':
    'Wenn Sie für {name} handeln, können Sie das zeigen: Auf Ihrer Seite steht, wie Sie die Domain der Organisation nachweisen, mit einem Eintrag in ihrem DNS oder einer kleinen Datei auf ihrer Website.',
  'mail.fact-organisation': 'Organisation',
  'mail.fact-affiliation': 'Zugehörigkeit',
  'mail.fact-website': 'Website',
  'mail.fact-country': 'Land',
  'mail.fact-signatory': 'Unterzeichnet von',
  'mail.fact-role': 'Funktion',
  'mail.fact-display': 'Ihre Wahl',
  'mail.fact-display-public': 'Name öffentlich zeigen',
  'mail.fact-display-withheld': 'Mitzählen, ohne einen Namen zu zeigen',
  'mail.fact-date': 'Bestätigt am',
  'mail.fact-version': 'Unterzeichneter Text (SHA-256)',
  'mail.already-subject': 'Sie haben bereits unterzeichnet: „{title}“',
  'mail.already-title': 'Sie haben schon unterzeichnet',
  'mail.already-organisation':
    'Jemand, vermutlich Sie, wollte gerade den Brief „{title}“ für {name} unterzeichnen. Sie haben ihn schon unterzeichnet, und die Unterschrift ist bestätigt.',
  'mail.already-individual':
    'Jemand, vermutlich Sie, wollte gerade den Brief „{title}“ unterzeichnen. Sie haben ihn schon unterzeichnet, und die Unterschrift ist bestätigt.',
  'mail.already-nothing':
    'Es hat sich nichts geändert, und es gibt nichts zu bestätigen. Wenn die Anfrage nicht von Ihnen kam, müssen Sie nichts tun.',
  'mail.duplicate-subject': 'Weitere Unterschrift für Ihre Organisation: „{title}“',
  'mail.duplicate-title': 'Eine zweite Unterschrift für Ihre Organisation',
  'mail.duplicate-text':
    'Sie haben den Brief „{title}“ für {name} unterzeichnet. Nun hat jemand anderes eine Unterschrift für dieselbe Organisation bestätigt. Ihre steht weiterhin für sie; die andere bleibt daneben gespeichert, und der Name wird einmal gezählt.',
  'mail.duplicate-nothing':
    'Sie müssen nichts tun. Wenn jemand anderes für {name} stehen soll, ziehen Sie Ihre Unterschrift auf Ihrer Seite zurück: Die andere kann dann an ihre Stelle treten.',
  'mail.displaced-subject': 'Ihre Unterschrift wird nicht mehr angezeigt: „{title}“',
  'mail.displaced-title': 'Statt Ihrer Unterschrift wird eine andere angezeigt',
  'mail.displaced-text':
    'Jemand anderes hat den Brief „{title}“ für {name} unterzeichnet und besser belegt, dafür zu handeln. Diese Unterschrift zählt anstelle Ihrer.',
  'mail.version-subject': 'Der Brief wurde geändert. Stimmen Sie noch zu? „{title}“',
  'mail.version-title': 'Der Brief hat sich geändert',
  'mail.version-organisation':
    'Sie haben den Brief „{title}“ für {name} unterzeichnet. Sein Wortlaut hat sich seitdem geändert. Ihre Unterschrift steht unter den Worten, die Sie gesehen haben.',
  'mail.version-individual':
    'Sie haben den Brief „{title}“ unterzeichnet. Sein Wortlaut hat sich seitdem geändert. Ihre Unterschrift steht unter den Worten, die Sie gesehen haben.',
  'mail.version-renamed': 'Der Brief heißt jetzt „{new}“.',
  'mail.version-read': 'Lesen Sie den neuen Text und die Änderungen:',
  'mail.version-carry':
    'Stimmen Sie ihm zu? Dann übertragen Sie Ihre Unterschrift, mit einem Klick auf Ihrer Seite. Der Link dorthin ist nur für Sie: Geben Sie ihn nicht weiter.',
  'mail.version-button': 'Ihre Seite öffnen und übertragen',
  'mail.version-nothing':
    'Wenn Sie nichts tun, bleibt Ihre Unterschrift unter dem früheren Text und wird so angezeigt. Sie werden nur dieses eine Mal gefragt.',
  'mail.follow-subject': 'Ein neuer Brief folgt auf „{title}“',
  'mail.follow-title': 'Ein neuer Brief folgt auf den, den Sie unterzeichnet haben',
  'mail.follow-organisation':
    'Sie haben den Brief „{title}“ für {name} unterzeichnet und zugestimmt, dass wir Sie einmal nach einem Folgebrief fragen. Der neue Brief heißt „{new}“.',
  'mail.follow-individual':
    'Sie haben den Brief „{title}“ unterzeichnet und zugestimmt, dass wir Sie einmal nach einem Folgebrief fragen. Der neue Brief heißt „{new}“.',
  'mail.follow-press':
    'Auf dieser Seite können Sie ihn lesen. Das Formular enthält Ihre Angaben: Ändern Sie, was Sie möchten, und drücken Sie dann auf die Schaltfläche, um zu unterzeichnen.',
  'mail.follow-button': 'Den neuen Brief lesen',
  'mail.follow-nothing':
    'Wenn Sie nichts tun, haben Sie ihn nicht unterzeichnet, und wir fragen nicht noch einmal. Der Link ist nur für Sie, bitte geben Sie ihn nicht weiter.',
  'mail.withdrawn-subject': 'Ihre Unterschrift ist zurückgezogen: „{title}“',
  'mail.withdrawn-title': 'Die Unterschrift ist zurückgezogen',
  'mail.withdrawn-organisation':
    'Die Unterschrift von {name} unter dem Brief „{title}“ ist zurückgezogen. Sie steht nicht mehr in der Liste und wird nicht mehr gezählt.',
  'mail.withdrawn-individual':
    'Ihre Unterschrift unter dem Brief „{title}“ ist zurückgezogen. Sie steht nicht mehr in der Liste und wird nicht mehr gezählt.',
  'mail.withdrawn-nothing': 'Es ist erledigt: Sie müssen nichts bestätigen und erhalten dazu keine weitere E-Mail.',
  'mail.withdrawn-not-me': 'Das waren nicht Sie? Dann schreiben Sie an {contact}.',
  'mail.links-subject': 'Die Links zu Ihren Unterschriften',
  'mail.links-title': 'Ihre Unterschriften',
  'mail.links-text':
    'Jemand, vermutlich Sie, hat die Links zu den Unterschriften dieses Postfachs angefordert. Hier sind sie.',
  'mail.links-one': '{name}, unter „{title}“',
  'mail.links-manage': 'Ansehen, berichtigen oder zurückziehen:',
  'mail.links-pending':
    'Noch nicht bestätigt. Um sie zu bestätigen, öffnen Sie diese Seite und drücken Sie dort auf die Schaltfläche:',
  'mail.links-private': 'Diese Links sind nur für Sie: Geben Sie sie nicht weiter.',
  'mail.links-not-me': 'Das waren nicht Sie? Dann tun Sie bitte nichts: Die Links gingen an niemanden sonst.',

  'mail.handover-title': 'Ein offener Brief an Sie',
  'mail.handover-attached': 'Der Brief mit allen Unterschriften ist als PDF angehängt.',
  'mail.handover-document': 'Der Brief mit allen Unterschriften als PDF. Der Link funktioniert bis {date}:',
  'mail.handover-page': 'Wie viele unterzeichnet haben und wie sich das Dokument prüfen lässt:',
  'mail.handover-arrived':
    'Bitte bestätigen Sie auf dieser Seite, dass der Brief angekommen ist. Das bloße Öffnen der Seite teilt uns nichts mit.',
  'mail.handover-button': 'Eingang bestätigen',
  'mail.handover-copy': 'Dies ist Ihre Kopie. Der Brief ging an {names}.',
  'mail.update-page': 'Diese Nachricht im Web lesen:',
  'mail.update-why':
    'Sie erhalten diese E-Mail, weil Sie „{title}“ unterschrieben und um Neuigkeiten dazu gebeten haben.',
  'mail.update-stop': 'Um diese E-Mails zu beenden, öffnen Sie diese Seite und drücken Sie dort die Schaltfläche:',

  'arrived.title': 'Ist der Brief angekommen?',
  'arrived.text':
    '{convener} hat Ihnen den offenen Brief „{title}“ geschickt. Mit der Schaltfläche bestätigen Sie, dass er angekommen ist. Das bedeutet keine Zustimmung.',
  'arrived.button': 'Ja, er ist angekommen',
  'arrived.done-title': 'Vielen Dank',
  'arrived.done-text': '{convener} sieht jetzt, dass der Brief angekommen ist.',
  'arrived.unusable':
    'Der Link ist unvollständig oder über ein Jahr alt. Den Brief können Sie auf seiner eigenen Seite lesen.',

  'delivery.title': 'Übergabe',
  'delivery.number': 'Übergabe Nr. {number}',
  'delivery.interim': 'Zwischenübergabe: Der Brief blieb zur Unterzeichnung offen.',
  'delivery.final': 'Abschließende Übergabe: Der Brief ist geschlossen.',
  'delivery.ready': 'Noch nicht übergeben.',
  'delivery.handed-over': 'Übergeben',
  'delivery.mail': 'per E-Mail',
  'delivery.in-person': 'persönlich',
  'delivery.posted': 'per Post',
  'delivery.frozen': 'Stand der Liste',
  'delivery.hash': 'Prüfsumme der Liste (SHA-256)',
  'delivery.signatures': 'Namen auf der Liste',
  'delivery.left': 'Seitdem von der Liste entfernt',
  'delivery.check-title': 'So prüfen Sie das Dokument',
  'delivery.check-text':
    'Auf der letzten Seite des PDF stehen die Zahl der Namen und die Prüfsumme der Liste. Stimmen beide mit dieser Seite überein, ist es das übergebene Dokument.',
  'delivery.check-list':
    'Die Datei der Prüfsummen enthält eine zu jedem Namen. Zusammen ergeben sie die Prüfsumme der Liste.',
  'delivery.files': 'Dateien',
  'delivery.pdf': 'Dokument (PDF)',
  'delivery.archive': 'Dokument für Archive (PDF/A)',
  'delivery.word': 'Dokument (Word)',
  'delivery.json': 'Liste (JSON)',
  'delivery.csv': 'Liste (CSV)',
  'delivery.names': 'Liste als Webseite, auch für Screenreader',
  'delivery.commitments': 'Prüfsummen aller Namen (JSON)',
  'delivery.binding': 'Verbindliche Sprache des Briefs: {language}',
  'delivery.more': 'Zu dieser Übergabe, mit allen Dateien',
  'delivery.scan': 'Scan oder Foto',

  'answer.title': 'Antwort',
  'answer.none': 'Noch keine Antwort. Tage seit der Übergabe: {count}',
  'answer.file': 'Die Antwort als Datei',

  'unsubscribe.title': 'Keine Neuigkeiten mehr zu diesem Brief?',
  'unsubscribe.text':
    'Drücken Sie die Schaltfläche. Dann schicken wir an die Adresse, die diese E-Mail erhalten hat, keine Neuigkeiten zu „{title}“ mehr. Ihre Unterschrift bleibt, wie sie ist.',
  'unsubscribe.button': 'Diese E-Mails beenden',
  'unsubscribe.done-title': 'Sie erhalten keine Neuigkeiten mehr per E-Mail',
  'unsubscribe.done-text':
    'Wir schicken an die Adresse, die diese E-Mail erhalten hat, keine Neuigkeiten zu „{title}“ mehr. Ihre Unterschrift bleibt, wie sie ist.',

  'news.title': 'Neuigkeiten',
  'news.of': 'Neuigkeiten zu „{title}“',
  'news.none': 'Es gibt noch keine Neuigkeiten.',
  'news.feed': 'Neuigkeiten als Feed (Atom)',
  'news.all': 'Alle Neuigkeiten zu diesem Brief',

  'ready.delivered-subject': 'Der Brief ist übergeben: „{title}“',
  'ready.delivered-text':
    'Der Brief „{title}“ wurde am {date} übergeben. Vielen Dank für Ihre Unterschrift.\n\nHier können Sie ihn lesen und sehen, wer unterschrieben hat: {url}',
  'ready.answered-subject': 'Es gibt eine Antwort: „{title}“',
  'ready.answered-text':
    '{from} hat auf den Brief „{title}“ geantwortet. Vielen Dank für Ihre Unterschrift.\n\nHier können Sie die Antwort lesen: {url}',
  'ready.goal-subject': 'Das Ziel ist erreicht: „{title}“',
  'ready.goal-text':
    'Der Brief „{title}“ hat sein Ziel erreicht. Unterschriften bisher: {count}. Vielen Dank für Ihre Unterschrift.\n\nBitte erzählen Sie anderen davon: {url}',

  'page.not-found-title': 'Seite nicht gefunden',
  'page.not-found-text': 'Prüfen Sie die Adresse, oder fragen Sie dort nach, woher Sie sie haben.',
  'preview.note': 'Das ist ein Entwurf. Nur wer diesen Link hat, kann ihn lesen. Bitte geben Sie ihn nicht weiter.',
  'test.title': 'Zum Test unterzeichnen',
  'test.note':
    'Das ist ein Test. Er zählt nicht, wird nicht veröffentlicht und wird gelöscht, sobald der Brief freigegeben wird.',
  'test.mail-subject': 'Test: Bitte bestätigen Sie Ihre Unterschrift: „{title}“',
  'test.mail-text': 'Jemand hat einen Entwurf von „{title}“ mit dieser Adresse zum Test unterzeichnet.',
  'test.confirm': 'Test bestätigen',
  'test.done': 'Ihre Testunterschrift ist bestätigt',
  'test.over': 'Das war eine Testunterschrift',
  'test.over-text': 'Sie wurde nie gezählt oder veröffentlicht und ist inzwischen gelöscht.',
  'page.draft-title': 'Dieser Brief ist noch nicht freigegeben',
  'page.draft-text': 'Kommen Sie wieder, wenn er veröffentlicht ist.',
  'page.error-title': 'Etwas ist schiefgegangen',
  'page.error-text': 'Bitte versuchen Sie es gleich noch einmal. Es ist nichts verloren gegangen.',
  'page.label': '{label}: ',
  'page.skip': 'Zum Text',
  'page.language': 'Sprache dieser Seite',
  'page.made-with': 'Unterschriften gesammelt mit Undersigned, freier Software ohne Tracker',
  'page.none': 'Zurzeit liegt kein Brief zur Unterzeichnung vor.',
  'page.letters': 'Offene Briefe',
  'home.run-by': 'Diese Website wird betrieben von {name}.',
  'home.closed': 'Abgeschlossene und übergebene Briefe',

  'press.line': 'Stand {time} UTC trägt der offene Brief „{title}“ {signed}.',
  'press.countries_one': '{count} Land',
  'press.countries_other': '{count} Länder',

  // The delivered document and the signing sheet.
  'document.no-country': 'Ohne Angabe des Landes',
  'document.comma': ', ',
  'document.translation': 'Dies ist eine Übersetzung. Verbindlich ist die Fassung in dieser Sprache: {language}.',
  'document.unnamed_one': 'und {count} Person, die nicht genannt werden möchte',
  'document.unnamed_other': 'und {count} Personen, die nicht genannt werden möchten',
  'document.on-paper_one': 'und {count} Unterschrift auf Papier',
  'document.on-paper_other': 'und {count} Unterschriften auf Papier',
  'document.offices': 'Büros',
  'document.page': 'Seite {page} von {pages}',
  'document.frozen': 'Stand der Liste: {time}. Anzahl der Namen: {count}.',
  'document.interim': 'Dies ist ein Zwischenstand. Der Brief kann weiter unterzeichnet werden.',
  'document.hash': 'SHA-256 der Liste',
  'document.check': 'Diese Liste online prüfen',
  'document.qr': 'QR-Code mit der Adresse {address}',
  'document.attached': 'Die Unterzeichnenden als Tabelle, für Programme',
  'sheet.title': 'Unterschriftenliste',
  'sheet.text': 'Ich unterzeichne diesen Brief. Bitte in Druckbuchstaben schreiben.',
  'sheet.name': 'Name',
  'sheet.role': 'Funktion',
  'sheet.email': 'E-Mail',
  'sheet.signature': 'Unterschrift',
  'sheet.online': 'Oder online unterzeichnen',
  'sheet.organisation-note': 'Eine Organisation bitte nur eintragen, wenn Sie für sie unterzeichnen dürfen.',
} as const satisfies Record<string, string>;
