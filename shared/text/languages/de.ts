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
  'letter.closed': 'Dieser Brief ist geschlossen und kann nicht mehr unterzeichnet werden.',
  'letter.delivered': 'Dieser Brief wurde am {date} übergeben und kann nicht mehr unterzeichnet werden.',
  'letter.not-yet': 'Die Unterzeichnung hat noch nicht begonnen.',
  'letter.paused': 'Die Unterzeichnung ist zurzeit unterbrochen. Bitte kommen Sie später wieder.',
  'letter.opens': 'Sie können ab dem {date} unterzeichnen.',
  'letter.older-version': 'hat eine frühere Fassung des Textes unterzeichnet',
  'letter.affiliated': 'in Verbindung mit {organisation} (die Organisation selbst hat nicht unterzeichnet)',
  'letter.older-translation':
    'Dies ist eine Übersetzung der Fassung vom {date}. Der verbindliche Text wurde seitdem geändert.',
  'letter.signs-older':
    'Ihre Unterschrift gilt für die Fassung vom {date}. Der verbindliche Text wurde seitdem geändert.',
  'letter.read-official': 'Verbindlichen Text lesen',

  'letter.follows': 'Dieser Brief folgt auf „{title}“.',
  'letter.followed': 'Auf diesen Brief folgt ein neuer: „{title}“',
  'changes.link': 'Änderungen ansehen',
  'changes.title': 'Änderungen am Brief',
  'changes.text':
    'Jede Unterschrift gilt für den Text, der beim Unterzeichnen zu lesen war. Ändert sich der Inhalt, veröffentlichen wir eine neue Fassung und fragen alle, die eine frühere unterzeichnet haben, ob sie zustimmen. Wird nur ein Schreibfehler oder eine Übersetzung korrigiert, betrifft das keine Unterschrift.',
  'changes.version': 'Fassung vom {date}',
  'changes.current': 'Aktuelle Fassung',
  'changes.read': 'Diese Fassung lesen',
  'changes.hash': 'SHA-256 des Textes',
  'changes.corrected': '{date}, {language}: {why}',
  'changes.before': 'vorher',
  'changes.after': 'nachher',
  'changes.back': 'Alle Änderungen',
  'changes.wording': 'Früherer Wortlaut vor einer Korrektur',

  'list.title': 'Wer unterzeichnet hat',
  'list.search': 'Namen suchen',
  'list.search-hint': 'Geben Sie den Anfang eines Wortes aus dem Namen ein.',
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
  'list.none': 'Keine Treffer.',
  'list.go-on': 'Bisher kein Treffer. Auf der nächsten Seite stehen weitere Namen.',
  'list.withheld': 'Wer ohne Namensnennung unterzeichnet hat, wird gezählt, steht aber nicht in der Liste.',
  'list.paused': 'Die Liste der Namen ist zurzeit nicht verfügbar.',
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
  'form.website-hint': 'Zum Beispiel example.org. So lassen sich Organisationen mit gleichem Namen unterscheiden.',
  'form.country': 'Land',
  'form.country-choose': 'Bitte wählen Sie ein Land',
  'form.person': 'Zu Ihrer Person',
  'form.name': 'Ihr Name',
  'form.role': 'Ihre Funktion (freiwillig)',
  'form.email': 'Ihre E‑Mail-Adresse',
  'form.email-hint': 'Wir schicken Ihnen eine E‑Mail zur Bestätigung. Ihre Adresse wird nie angezeigt.',
  'form.attestation': 'Ich bin befugt, diesen Brief für die oben genannte Organisation zu unterzeichnen.',
  'form.consents': 'Ihre Einwilligung',
  'form.publication':
    'Ich willige ein, dass der Name der Organisation, mein Name, meine Funktion und das Land unter diesem Brief veröffentlicht werden. Daraus kann eine politische Meinung hervorgehen.',
  'form.updates': 'Schicken Sie mir Neuigkeiten zu diesem Brief.',
  'form.partner': 'Die Organisation, auf deren Website ich unterzeichne, darf mich kontaktieren.',
  'form.follow-up': 'Fragen Sie mich einmal per E‑Mail, wenn diesem Brief ein neuer folgt.',
  'form.display': 'Wie Sie unterzeichnen',
  'form.display-public': 'Mit öffentlich sichtbarem Namen',
  'form.display-withheld': 'Ohne Namensnennung',
  'form.display-hint':
    'Ohne Namensnennung heißt: Ihre Unterschrift zählt, aber es wird kein Name veröffentlicht. Die Initiative hinter dem Brief kann ihn sehen.',
  'form.honeypot': 'Lassen Sie dieses Feld leer',
  'form.submit': 'Unterzeichnen und per E‑Mail bestätigen',

  'privacy.title': 'Was mit Ihren Daten geschieht',
  'privacy.more': 'Vollständige Datenschutzhinweise lesen',
  'privacy.controller': 'Verantwortlich',
  'privacy.purpose': 'Wofür wir sie brauchen',
  'privacy.purpose-text':
    'Um zu zeigen, wer diesen Brief unterstützt, und um ihn mit den Namen zu übergeben. Für nichts anderes, es sei denn, Sie stimmen zu.',
  'privacy.your-choice': 'Sie können Ihre Unterschrift jederzeit einsehen, korrigieren, zurückziehen oder löschen.',
  'privacy.consent': 'Rechtsgrundlage',
  'privacy.consent-text':
    'Ihre ausdrückliche Einwilligung. Aus Ihrer Unterschrift kann eine politische Meinung hervorgehen, die das Recht besonders schützt. Sie können die Einwilligung jederzeit widerrufen; die Rechtmäßigkeit der bis dahin erfolgten Verarbeitung wird dadurch nicht berührt.',
  'privacy.recipients': 'Wer sie erhält',
  'privacy.recipients-text':
    'Die Öffentlichkeit sieht, was mit Ihrer Einwilligung veröffentlicht wird. Diejenigen, an die sich der Brief richtet, erhalten die Liste. Der Dienst, der die Server betreibt und die E‑Mails verschickt (Amazon Web Services), arbeitet im Auftrag des Verantwortlichen. Sonst erhält sie niemand.',
  'privacy.kept': 'Was wir speichern',
  'privacy.kept-text':
    'Ihre Angaben, den Text und die Formulierungen, die Sie gesehen haben, und den Zeitpunkt Ihrer Bestätigung. Ihre Netzwerkadresse speichern wir nicht, nur einen mit einem Schlüssel gebildeten Hashwert davon, einen Tag lang, zum Schutz vor Missbrauch. Ihre E‑Mail-Adresse wird nie angezeigt.',
  'privacy.cookie':
    'Wir setzen nur dann ein Cookie, wenn Sie ohne JavaScript unterzeichnen: Ihr Browser merkt sich 15 Minuten lang, was Sie abgeschickt haben, damit Sie es korrigieren können.',
  'privacy.retention': 'Wie lange wir sie speichern',
  'privacy.retention-text': 'Solange der Brief öffentlich ist oder bis Sie Ihre Unterschrift zurückziehen.',
  'privacy.unconfirmed': 'Eine Unterschrift, die nicht bestätigt wird, wird nach 30 Tagen gelöscht.',
  'privacy.withdrawn': 'Eine Unterschrift, die Sie zurückziehen, wird nach 30 Tagen gelöscht.',
  'privacy.after-closing':
    'Frist, nach der E‑Mail-Adressen, Kommentare und nicht öffentliche Namen gelöscht werden, sobald der Brief geschlossen ist',
  'privacy.rights': 'Ihre Rechte',
  'privacy.rights-text':
    'Über den Link in Ihrem Beleg können Sie Ihre Unterschrift selbst einsehen, korrigieren, zurückziehen und löschen. Sie können sich außerdem bei einer Datenschutzbehörde beschweren.',
  'privacy.manage': 'Einen Link zu Ihrer Unterschrift anfordern',
  'privacy.contact': 'An wen Sie sich wenden können',

  'dispute.link': 'Steht Ihre Organisation in der Liste, obwohl sie nicht unterzeichnet hat?',
  'dispute.title': 'Meine Organisation hat nicht unterzeichnet',
  'dispute.text':
    'Wenden Sie sich an das Sekretariat dieses Briefs. Es prüft die Unterschrift und entscheidet, ob der Name stehen bleibt. Bis dahin ändert sich nichts. Verwenden Sie bitte möglichst eine E‑Mail-Adresse auf der eigenen Domain Ihrer Organisation.',
  'dispute.told':
    'Wer unterzeichnet hat, erfährt von uns, dass die Unterschrift angezweifelt wird, aber nicht von wem.',
  'dispute.organisation': 'Name der Organisation, wie er in der Liste steht',
  'dispute.name': 'Ihr Name',
  'dispute.email': 'Ihre E‑Mail-Adresse',
  'dispute.email-hint': 'Nur das Sekretariat sieht sie, um Ihnen zu antworten.',
  'dispute.message': 'Was sollte das Sekretariat noch wissen? (freiwillig)',
  'dispute.submit': 'Dem Sekretariat melden',
  'dispute.done-title': 'Danke. Das Sekretariat geht der Sache nach.',
  'dispute.done-text':
    'Hat es Fragen, schreibt es an die Adresse, die Sie angegeben haben. Ihre Nachricht wird nach 180 Tagen gelöscht.',

  'form.errors_one': 'Bitte prüfen Sie eine Angabe',
  'form.errors_other': 'Bitte prüfen Sie {count} Angaben',
  'form.missing': 'bitte füllen Sie dieses Feld aus',
  'form.wrong': 'bitte prüfen Sie dieses Feld',
  'form.wrong-email': 'bitte eine einzige E‑Mail-Adresse angeben, zum Beispiel name@example.org',
  'form.wrong-website': 'das ist keine Adresse einer Website wie https://example.org',
  'form.wrong-no-letter': 'hier muss mindestens ein Buchstabe oder eine Ziffer stehen',
  'form.wrong-damaged': 'beim Kopieren ging ein Teil verloren: bitte neu eintippen',
  'form.wrong-too-long': 'das ist zu lang: höchstens {max} Zeichen',
  'form.wrong-country':
    'dieses Land kennen wir nicht: bitte den üblichen Namen oder einen Code aus zwei Buchstaben wie KZ angeben',
  'form.wrong-country-unclear': 'so heißt mehr als ein Land: bitte den vollen Namen angeben, zum Beispiel Südkorea',
  'form.wrong-address-in-name': 'bitte nur den Namen angeben, ohne Web- oder E‑Mail-Adresse',
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
  'embed.proof-working': 'Wir prüfen, dass Sie kein Roboter sind …',
  'embed.proof-ready': 'Prüfung abgeschlossen.',
  'embed.sending': 'Wird gesendet …',
  'embed.busy':
    'Gerade unterzeichnen sehr viele Menschen. Warten Sie eine Minute und drücken Sie dann noch einmal auf die Schaltfläche. Ihre Angaben sind noch da.',
  'embed.offline':
    'Sie sind offline. Drücken Sie noch einmal auf die Schaltfläche, sobald Sie wieder online sind. Ihre Angaben sind noch da, und Sie unterzeichnen nicht doppelt.',
  'embed.timeout':
    'Der Server hat zu lange nicht geantwortet. Drücken Sie noch einmal auf die Schaltfläche. Ihre Angaben sind noch da, und Sie unterzeichnen nicht doppelt.',
  'embed.refused': 'Das ließ sich von hier aus nicht senden. Bitte unterzeichnen Sie auf der Seite des Briefs:',
  'embed.unreachable': 'Das Formular kann im Moment nicht geladen werden.',
  'embed.insecure': 'Diese Seite ist nicht sicher (kein https). Bitte unterzeichnen Sie auf der Seite des Briefs:',
  'embed.hosted': 'Formular auf eigener Seite öffnen',
  'embed.retry': 'Noch einmal versuchen',

  'sent.title': 'Bitte prüfen Sie Ihr Postfach',
  'sent.step': 'Schritt 2 von 2',
  'sent.text':
    'Wir haben Ihnen eine E‑Mail von {sender} geschickt. Öffnen Sie sie und drücken Sie auf die Schaltfläche darin. Erst dann zählt Ihre Unterschrift.',
  'sent.spam':
    'Nach einigen Minuten noch keine E‑Mail? Sehen Sie im Spam-Ordner nach, und prüfen Sie, ob die Adresse stimmt. Falls Sie uns einmal gebeten haben, nie wieder an diese Adresse zu schreiben, können Sie das mit dem Link in jener E‑Mail rückgängig machen.',
  'sent.code': 'Sie können auch den Code aus der E‑Mail eingeben.',
  'sent.type-code': 'Code eingeben',
  'sent.correct': 'Falsche Adresse? Korrigieren und noch einmal senden',
  'sent.again': 'Noch einmal senden',

  'confirm.delivered':
    'Dieser Brief wurde am {date} übergeben. Ihre Unterschrift kann deshalb nicht mehr bestätigt werden. Sie können hier sehen, was wir über Sie gespeichert haben, und es löschen lassen.',
  'confirm.title': 'Bestätigen Sie Ihre Unterschrift',
  'confirm.step': 'Schritt 2 von 2',
  'confirm.fact-letter': 'Brief',
  'confirm.fact-organisation': 'Organisation',
  'confirm.fact-individual': 'Sie',
  'confirm.fact-signatory': 'Unterzeichnet von',
  'confirm.public': 'Der Name wird öffentlich unter dem Brief stehen.',
  'confirm.withheld': 'Der Name wird nicht genannt: Ihre Unterschrift zählt, aber es wird kein Name veröffentlicht.',
  'confirm.review': 'Das Sekretariat des Briefs prüft Ihre Unterschrift, bevor sie zählt.',
  'confirm.button': 'Unterschrift bestätigen',
  'confirm.not-me': 'Sie waren das nicht? Schließen Sie diese Seite. Ohne Ihre Bestätigung wird nichts veröffentlicht.',
  'confirm.done-step': 'Fertig',
  'confirm.done-title': 'Vielen Dank. Ihre Unterschrift ist bestätigt.',
  'confirm.done-text': '{name} steht jetzt in der Liste unter „{title}“.',
  'confirm.done-withheld': 'Ihre Unterschrift unter „{title}“ zählt. Es wird kein Name veröffentlicht.',
  'confirm.done-receipt': 'Wir haben Ihnen per E‑Mail einen Beleg geschickt.',
  'duplicate.organisation':
    'Unter diesem Brief steht schon eine andere Unterschrift für {place}. Wir haben Ihre gespeichert, und {place} wird einmal gezählt.',
  'duplicate.individual':
    'Sie haben diesen Brief schon unterzeichnet. Wir speichern beide Unterschriften und zählen Sie einmal.',
  'duplicate.separate': 'Ist Ihre eine eigenständige Organisation? Schreiben Sie uns: {contact}',
  'duplicate.mistake': 'Ist das ein Irrtum? Schreiben Sie uns: {contact}',
  'confirm.to-letter': 'Zum Brief',
  'confirm.unknown-title': 'Dieser Link funktioniert nicht',
  'confirm.unknown-text':
    'Vielleicht fehlt ein Teil, oder die Unterschrift wurde nie bestätigt und deshalb gelöscht. Fordern Sie eine neue E‑Mail an, oder geben Sie den Code aus der E‑Mail ein.',
  'confirm.resend': 'Neue E‑Mail anfordern',
  'confirm.expired-title': 'Dieser Link ist abgelaufen',
  'confirm.expired-text':
    'Links gelten nur wenige Tage. Fordern Sie eine neue E‑Mail an, oder geben Sie den Code aus einer neueren ein.',

  'share.title': 'Diesen Brief teilen',
  'share.text': 'Bitte lesen und unterzeichnen Sie den offenen Brief „{title}“.',
  'share.device': 'Teilen …',
  'share.link': 'Link zum Brief',
  'share.copy': 'Link kopieren',
  'share.copied': 'Link kopiert',
  'share.email': 'E‑Mail',
  'share.ask': 'Eine andere Organisation um ihre Unterschrift bitten',
  'share.ask-subject': 'Unterzeichnen Sie den offenen Brief „{title}“?',
  'share.ask-text':
    'Möchte Ihre Organisation diesen offenen Brief unterzeichnen? Hier können Sie ihn lesen und unterzeichnen:',
  'share.next': 'Mehr zu diesem Brief',
  'share.next-site': 'Weiter zu {site}',

  'follow.text':
    'Ihre Angaben aus „{title}“ sind unten eingetragen. Lesen Sie den Brief, ändern Sie, was Sie möchten, und drücken Sie dann auf die Schaltfläche. Erst damit unterzeichnen Sie.',
  'follow.email-hint': 'Wenn Sie die Adresse ändern, schicken wir zuerst eine E‑Mail zur Bestätigung dorthin.',
  'code.title': 'Geben Sie den Code aus der E‑Mail ein',
  'code.letter': 'Brief',
  'code.letter-hint': 'Der letzte Teil der Webadresse des Briefs, wie er in der E‑Mail steht.',
  'code.email': 'Die E‑Mail-Adresse, an die wir geschrieben haben',
  'code.code': 'Code',
  'code.code-hint': 'Acht Buchstaben und Ziffern, zum Beispiel',
  'code.example': 'ABCD-2345',
  'code.error': 'Fehler',
  'code.submit': 'Unterschrift bestätigen',
  'code.wrong':
    'Dieser Code passt nicht. Prüfen Sie den Brief, die Adresse und den Code. Nach zehn Fehlversuchen gilt ein Code nicht mehr; der Link in der E‑Mail gilt weiterhin.',

  'link.title': 'Ihre Unterschriften',
  'link.text':
    'Möchten Sie eine Unterschrift einsehen, korrigieren oder zurückziehen, oder haben Sie die E‑Mail zur Bestätigung nicht mehr? Geben Sie die Adresse ein, mit der Sie unterzeichnet haben. Wir schicken Ihnen einen Link.',
  'link.email': 'Die E‑Mail-Adresse, mit der Sie unterzeichnet haben',
  'link.submit': 'Link anfordern',
  'link.wrong': 'Geben Sie eine E‑Mail-Adresse ein, zum Beispiel name@example.org.',
  'link.sent-title': 'Bitte prüfen Sie Ihr Postfach',
  'link.sent-text':
    'Wenn mit dieser Adresse unterzeichnet wurde, ist eine E‑Mail von {sender} unterwegs. Wenn nicht, schicken wir nichts.',
  'link.unusable':
    'Vielleicht fehlt ein Teil, der Link ist abgelaufen, oder die Unterschrift gibt es nicht mehr. Fordern Sie einen neuen Link an:',

  'manage.title': 'Ihre Unterschrift',
  'manage.state-pending': 'Noch nicht bestätigt. Ihre Unterschrift zählt erst, wenn Sie sie bestätigen.',
  'manage.state-counted': '{name} hat diesen Brief unterzeichnet und wird gezählt.',
  'manage.state-held': '{name} hat unterzeichnet. Das Sekretariat des Briefs prüft die Unterschrift, bevor sie zählt.',
  'manage.state-merged':
    'Das Sekretariat des Briefs hat diese Unterschrift mit einer anderen zusammengelegt. Sie wird deshalb nicht einzeln gezählt.',
  'manage.state-displaced':
    'Eine andere Unterschrift für {name} ist besser nachgewiesen und steht anstelle Ihrer in der Liste. Das Sekretariat des Briefs prüft Ihre.',
  'manage.state-rejected': 'Das Sekretariat des Briefs hat diese Unterschrift nicht angenommen.',
  'manage.state-withdrawn':
    'Diese Unterschrift ist zurückgezogen. Sie wird nicht mehr angezeigt und nicht mehr gezählt.',
  'manage.change-awaits':
    'Sie haben um eine Änderung gebeten. Das Sekretariat des Briefs prüft sie. Bis dahin bleibt Ihre Unterschrift, wie sie ist. Gewünscht haben Sie:',
  'manage.change-declined':
    'Das Sekretariat des Briefs hat die gewünschte Änderung nicht angenommen. Ihre Unterschrift bleibt, wie sie ist.',
  'manage.place-text': 'Die andere Unterschrift steht nicht mehr in der Liste. Ihre kann jetzt gezählt werden.',
  'manage.place-button': 'Meine Unterschrift zählen',
  'manage.carry-title': 'Der Brief wurde geändert',
  'manage.carry-text':
    'Ihre Unterschrift gilt für den Text, den Sie gelesen haben. Lesen Sie den neuen Text. Wenn Sie zustimmen, übertragen Sie Ihre Unterschrift. Wenn Sie nichts tun, bleibt sie beim früheren Text und wird so gekennzeichnet.',
  'manage.carry-read': 'Den neuen Text lesen',
  'manage.carry-button': 'Unterschrift auf den neuen Text übertragen',
  'manage.held': 'Ihre Angaben',
  'manage.fact-affiliation': 'Zugehörigkeit',
  'manage.fact-website': 'Website',
  'manage.fact-role': 'Funktion',
  'manage.fact-email': 'E‑Mail-Adresse (wird nie angezeigt)',
  'manage.fact-comment': 'Nachricht an die Initiative',
  'manage.fact-submitted': 'Abgegeben am',
  'manage.fact-confirmed': 'Bestätigt am',
  'manage.fact-version': 'Hashwert des unterzeichneten Textes (SHA-256)',
  'manage.download': 'Alle Ihre Daten herunterladen (JSON)',
  'manage.more': 'Nachweise und technische Angaben',
  'manage.correct-title': 'Angaben korrigieren',
  'manage.correct-text':
    'Wenn Sie die Organisation ändern, wird sie neu geprüft. Sie können auch wechseln, ob Sie für eine Organisation oder für sich selbst unterzeichnen.',
  'manage.correct-button': 'Angaben speichern',
  'manage.too-many-corrections':
    'Sie haben diese Unterschrift heute schon sehr oft korrigiert. Ab {moment} können Sie sie wieder korrigieren. Was Sie gespeichert haben, bleibt erhalten.',
  'manage.too-many-organisations':
    'Sie haben die Organisation heute schon mehrmals geändert. Ab {moment} können Sie sie wieder ändern. Alles andere können Sie weiterhin korrigieren.',
  'manage.consents-title': 'Name und Einwilligungen',
  'manage.consents-button': 'Name und Einwilligungen speichern',
  'manage.withdraw-title': 'Unterschrift zurückziehen',
  'manage.withdraw-text':
    'Ihre Unterschrift verschwindet sofort aus der Liste und wird nicht mehr gezählt. Hier lässt sich das nicht rückgängig machen.',
  'manage.withdraw-button': 'Meine Unterschrift zurückziehen',
  'manage.forget-title': 'Alle Ihre Daten löschen',
  'manage.forget-text':
    'Ihre Unterschrift wird zurückgezogen, und alles, was Sie erkennbar macht, wird sofort aus unserer Datenbank gelöscht. Aus technischen Warteschlangen ist es innerhalb von 14 Tagen verschwunden, aus Sicherungskopien innerhalb von 35 Tagen.',
  'manage.forget-left':
    'Es bleibt eine Nummer ohne Namen, damit frühere Zählungen stimmen. Wenn Sie es wünschen, oder wenn unsere E‑Mail zurückkam oder als Spam markiert wurde, speichern wir außerdem einen Hashwert Ihrer Adresse, um weitere E‑Mails zu verhindern.',
  'manage.forget-sure': 'Ja, löschen Sie alles, was zu diesem Brief über mich gespeichert ist.',
  'manage.forget-no-mail': 'Und schicken Sie nie wieder E‑Mails an diese Adresse.',
  'manage.forget-button': 'Meine Daten löschen',
  'manage.forgotten-title': 'Ihre Daten sind gelöscht',
  'manage.forgotten-text': 'Nichts in unserer Datenbank macht Sie noch erkennbar.',
  'logo.title': 'Ihr Logo',
  'logo.intro':
    'Ihr Logo kann in der Liste und auf Partnerseiten neben dem Namen stehen, sobald das Sekretariat es freigegeben hat. PNG, JPEG, SVG oder WebP, höchstens 1 MB.',
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
    'Aus technischen Warteschlangen sind sie innerhalb von 14 Tagen verschwunden, aus Sicherungskopien innerhalb von 35 Tagen. Wir führen eine Liste der Löschungen, damit eine wiederhergestellte Sicherung die Daten erneut löscht.',

  'domain.title': 'Stärkeres Kennzeichen erhalten',
  'domain.text':
    'Bitten Sie die Person, die Ihre Website betreut, diese Zeile an einer von zwei Stellen auf {domain} einzutragen. Ihre Unterschrift erhält dann das Kennzeichen „Domain nachgewiesen“ und ersetzt eine schwächer belegte Unterschrift für dieselbe Organisation. Die Zeile ist nicht geheim, und Sie können sie danach entfernen.',
  'domain.record': 'Ein DNS-Eintrag vom Typ TXT unter',
  'domain.file': 'Oder eine Textdatei unter',
  'domain.button': 'Domain prüfen',
  'domain.shown': 'Sie haben die Kontrolle über {domain} am {date} nachgewiesen.',
  'domain.failed': 'Die Domain ist noch nicht nachgewiesen',
  'domain.not-proven':
    'Wir haben die Zeile weder unter {record} noch unter {file} gefunden. Ein neuer DNS-Eintrag ist manchmal erst nach einigen Stunden überall sichtbar. Die Datei muss reiner Text und über https erreichbar sein. Prüfen Sie die Domain dann noch einmal.',
  'domain.checked-too-often':
    'Sie haben innerhalb einer Stunde zehnmal geprüft. Bitte versuchen Sie es in einer Stunde noch einmal.',
  'domain.not-provable':
    'Dieses Kennzeichen ist nur für Organisationen möglich, deren Website auf einer eigenen Domain liegt.',

  'mark.mailbox-domain': 'E‑Mail von eigener Domain',
  'mark.domain': 'Domain nachgewiesen',
  'mark.vouched': 'vom Sekretariat geprüft',
  'mark.title': 'Was die Kennzeichen bedeuten',
  'mark.text':
    'Alle in dieser Liste haben per E‑Mail bestätigt. Einige Organisationen haben mehr nachgewiesen und tragen ein Kennzeichen:',
  'mark.about-mailbox-domain': 'Bestätigt wurde mit einer E‑Mail-Adresse auf der eigenen Domain der Organisation.',
  'mark.about-domain': 'Die unterzeichnende Person hat die Kontrolle über die Domain der Organisation nachgewiesen.',
  'mark.about-vouched': 'Das Sekretariat des Briefs hat geprüft, dass die Organisation unterzeichnet hat.',

  'stop.title': 'Das war ich nicht',
  'stop.text':
    'Jemand hat diese E‑Mail-Adresse angegeben, um „{title}“ zu unterzeichnen. Wenn Sie das nicht waren, wird nichts veröffentlicht.',
  'stop.one-text':
    'Wenn Sie nicht unterzeichnet haben, löschen Sie die Unterschrift. Die Daten werden sofort gelöscht, und Sie können weiterhin selbst unterzeichnen.',
  'stop.one-button': 'Diese Unterschrift löschen',
  'stop.what':
    'Sie können die Adresse auch sperren. Wir löschen die Daten sofort und schreiben nie wieder an diese Adresse, auch nicht, wenn Sie selbst einen Brief unterzeichnen. Mit dem Link in der E‑Mail können Sie das rückgängig machen.',
  'stop.button': 'Löschen und mir nie wieder schreiben',
  'stop.nothing': 'Wenn Sie nichts tun, werden die Daten nach 30 Tagen gelöscht.',
  'stop.stopped-title': 'Erledigt',
  'stop.stopped-text':
    'Die Daten sind gelöscht, und wir schreiben nicht mehr an diese Adresse. Wir speichern nur einen Hashwert der Adresse, um weitere E‑Mails zu verhindern. Sie können das hier rückgängig machen oder später mit demselben Link in der E‑Mail.',
  'stop.removed-title': 'Die Unterschrift ist gelöscht',
  'stop.removed-text':
    'Die Daten sind gelöscht, und nichts wurde veröffentlicht. Sie können den Brief weiterhin selbst unterzeichnen.',
  'stop.blocked-title': 'Wir schreiben nicht an diese Adresse',
  'stop.undo-text':
    'Sie haben uns gebeten, nie wieder an diese Adresse zu schreiben. Deshalb kommt auch keine E‑Mail zum Bestätigen, wenn Sie einen Brief unterzeichnen. Möchten Sie wieder E‑Mails erhalten?',
  'stop.undo-button': 'Wieder E‑Mails an diese Adresse senden',
  'stop.undone-title': 'Sie können wieder E‑Mails erhalten',
  'stop.undone-text':
    'Wir können wieder an diese Adresse schreiben. Wenn Sie inzwischen einen Brief unterzeichnet haben, unterzeichnen Sie ihn bitte noch einmal: Die E‑Mail dazu wurde nicht verschickt.',
  'stop.confirmed-title': 'Diese Unterschrift wurde bestätigt',
  'stop.confirmed-text':
    'Jemand, der die E‑Mails an diese Adresse lesen kann, hat sie bestätigt. Um sie einzusehen, zurückzuziehen oder Ihre Daten zu löschen, fordern Sie einen Link per E‑Mail an.',
  'stop.gone-title': 'Es ist nichts mehr zu tun',
  'stop.gone-text': 'Die Unterschrift wurde gelöscht. Es wird kein Name veröffentlicht.',
  'stop.unusable':
    'Vielleicht fehlt ein Teil des Links. Wenn Sie nichts tun, wird nichts veröffentlicht, und die Daten werden nach 30 Tagen gelöscht.',

  'mail.greeting': 'Guten Tag {name},',
  'mail.greeting-unknown': 'Guten Tag,',
  'mail.button-fails': 'Wenn die Schaltfläche nicht funktioniert, öffnen Sie diese Adresse:',
  'mail.letter': 'Den Brief lesen und sehen, wer unterzeichnet hat:',
  'mail.share': 'Teilen Sie den Brief mit anderen:',
  'mail.contact': 'Fragen? Antworten Sie auf diese E‑Mail oder schreiben Sie an {contact}.',
  'mail.disputed-subject': 'Eine Frage zu Ihrer Unterschrift: „{title}“',
  'mail.disputed-title': 'Ihre Unterschrift wird angezweifelt',
  'mail.disputed-text':
    'Jemand hat dem Sekretariat des Briefs „{title}“ mitgeteilt, dass {name} nicht unterzeichnet hat. Das Sekretariat prüft das. Bis es entschieden hat, ändert sich nichts.',
  'mail.disputed-nothing':
    'Wenn Sie für {name} unterzeichnen durften, müssen Sie nichts tun. Wenn nicht, ziehen Sie die Unterschrift bitte auf Ihrer Seite zurück.',
  'mail.complaint-subject': 'Ihre Nachricht zum Brief „{title}“',
  'mail.complaint-title': 'Antwort auf Ihre Nachricht',
  'mail.complaint-text': 'Sie haben uns mitgeteilt, dass diese Organisation den Brief nicht unterzeichnet hat: {name}.',
  'mail.complaint-removed': 'Wir haben die Unterschrift aus der Liste entfernt.',
  'mail.complaint-kept': 'Wir haben die Unterschrift geprüft. Sie bleibt in der Liste.',
  'mail.secretariat-writes': 'Das Sekretariat des Briefs schreibt:',
  'mail.added-subject': 'Sie stehen in der Liste: „{title}“',
  'mail.added-title': 'Das Sekretariat hat Sie in die Liste aufgenommen',
  'mail.added-text':
    'Das Sekretariat des Briefs „{title}“ hat {name} in die Liste aufgenommen, weil Sie auf anderem Weg als über diese Website zugestimmt haben.',
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
    'Das Sekretariat des Briefs „{title}“ konnte die Unterschrift von {name} nicht in die Liste aufnehmen.',
  'mail.proof-subject': 'Noch ein Schritt für Ihre Unterschrift: „{title}“',
  'mail.proof-title': 'Bitte weisen Sie nach, dass Sie für Ihre Organisation handeln',
  'mail.proof-text':
    'Das Sekretariat des Briefs „{title}“ bittet um einen Nachweis, dass Sie für {name} handeln. Bis dahin ist Ihre Unterschrift in Prüfung. Einer dieser Wege genügt:',
  'mail.proof-mailbox':
    'Unterzeichnen Sie den Brief noch einmal mit einer E‑Mail-Adresse auf der eigenen Domain der Organisation.',
  'mail.proof-reply': 'Wenn beides nicht möglich ist, antworten Sie auf diese E‑Mail.',
  'mail.sent-for': 'Gesendet im Auftrag von {convener}.',
  'mail.sent-by': 'Sie erhalten diese E‑Mail, weil jemand diese Adresse eingegeben und die Links dazu angefordert hat.',
  'mail.not-me':
    'Das waren nicht Sie? Dann ignorieren Sie diese E‑Mail. Ohne Ihre Bestätigung wird nichts veröffentlicht, und die Daten werden nach 30 Tagen gelöscht.',
  'mail.stop': 'Nicht Ihre Unterschrift? Hier können Sie sie löschen oder alle E‑Mails an diese Adresse beenden:',
  'mail.manage':
    'Auf Ihrer Seite können Sie sehen, was wir gespeichert haben, es korrigieren oder Ihre Unterschrift zurückziehen. Der Link ist nur für Sie, bitte geben Sie ihn nicht weiter.',
  'mail.manage-button': 'Unterschrift verwalten',
  'mail.manage-not-me':
    'Das waren nicht Sie? Auf derselben Seite können Sie die Unterschrift zurückziehen, alle Daten über Sie löschen und alle weiteren E‑Mails beenden.',
  'mail.confirm-subject': 'Bitte bestätigen Sie Ihre Unterschrift: „{title}“',
  'mail.confirm-title': 'Bitte bestätigen Sie Ihre Unterschrift',
  'mail.confirm-organisation': 'Sie möchten den Brief „{title}“ für „{name}“ unterzeichnen.',
  'mail.confirm-individual': 'Sie möchten den Brief „{title}“ unterzeichnen.',
  'mail.confirm-press':
    'Schritt 2 von 2: Öffnen Sie diese Seite und drücken Sie dort auf die Schaltfläche. Erst dann zählt Ihre Unterschrift.',
  'mail.confirm-button': 'Seite öffnen und bestätigen',
  'mail.code': 'Oder geben Sie den Code auf dieser Seite ein:',
  'mail.code-code': 'Code: {code}',
  'mail.confirm-expires': 'Der Link und der Code gelten bis {date}.',
  'mail.reminder-subject': 'Erinnerung: Bitte bestätigen Sie Ihre Unterschrift: „{title}“',
  'mail.reminder-title': 'Ihre Unterschrift ist noch nicht bestätigt',
  'mail.reminder-organisation':
    'Am {date} wollten Sie den Brief „{title}“ für „{name}“ unterzeichnen. Sie haben das noch nicht bestätigt, deshalb zählt Ihre Unterschrift nicht.',
  'mail.reminder-individual':
    'Am {date} wollten Sie den Brief „{title}“ unterzeichnen. Sie haben das noch nicht bestätigt, deshalb zählt Ihre Unterschrift nicht.',
  'mail.reminder-only': 'Wir erinnern Sie nicht noch einmal.',
  'mail.receipt-subject': 'Sie haben unterzeichnet: „{title}“',
  'mail.receipt-title': 'Vielen Dank. Ihre Unterschrift ist bestätigt.',
  'mail.receipt-text': 'Die Unterschrift von {name} unter dem Brief „{title}“ ist bestätigt.',
  'mail.receipt-thanks': '{convener} dankt Ihnen für Ihre Unterstützung.',
  'mail.receipt-facts': 'Ihre Angaben:',
  'mail.corrected-subject': 'Ihre Unterschrift wurde geändert: „{title}“',
  'mail.corrected-title': 'Ihre Unterschrift wurde geändert',
  'mail.corrected-text':
    'Die Unterschrift von {name} unter dem Brief „{title}“ wurde korrigiert. Diese E‑Mail ersetzt den früheren Beleg.',
  'mail.state-held': 'Das Sekretariat des Briefs prüft sie, bevor sie zählt. Sie müssen nichts tun.',
  'mail.state-displaced':
    'Wir haben Ihre Unterschrift gespeichert. Sie zählt erst, wenn das Sekretariat des Briefs sie geprüft hat.',
  'mail.state-rejected': 'Das Sekretariat des Briefs hat diese Unterschrift nicht angenommen.',
  'mail.prove':
    'Wenn Sie für {name} handeln, können Sie das nachweisen. Auf Ihrer Seite steht, wie: mit einem DNS-Eintrag oder einer kleinen Datei auf der Website der Organisation.',
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
  'mail.fact-version': 'Hashwert des unterzeichneten Textes (SHA-256)',
  'mail.already-subject': 'Sie haben bereits unterzeichnet: „{title}“',
  'mail.already-title': 'Sie haben bereits unterzeichnet',
  'mail.already-organisation':
    'Jemand, vermutlich Sie, wollte gerade den Brief „{title}“ für {name} unterzeichnen. Sie haben ihn bereits unterzeichnet, und Ihre Unterschrift ist bestätigt.',
  'mail.already-individual':
    'Jemand, vermutlich Sie, wollte gerade den Brief „{title}“ unterzeichnen. Sie haben ihn bereits unterzeichnet, und Ihre Unterschrift ist bestätigt.',
  'mail.already-nothing':
    'Es hat sich nichts geändert, und Sie müssen nichts bestätigen. Wenn Sie das nicht waren, müssen Sie nichts tun.',
  'mail.duplicate-subject': 'Weitere Unterschrift für Ihre Organisation: „{title}“',
  'mail.duplicate-title': 'Eine zweite Unterschrift für Ihre Organisation',
  'mail.duplicate-text':
    'Sie haben den Brief „{title}“ für {name} unterzeichnet. Nun hat jemand anderes eine Unterschrift für dieselbe Organisation bestätigt. Ihre bleibt in der Liste, die andere speichern wir dazu, und die Organisation wird einmal gezählt.',
  'mail.duplicate-nothing':
    'Sie müssen nichts tun. Wenn die andere Person für {name} stehen soll, ziehen Sie Ihre Unterschrift auf Ihrer Seite zurück. Dann kann deren Unterschrift nachrücken.',
  'mail.displaced-subject': 'Ihre Unterschrift steht nicht mehr in der Liste: „{title}“',
  'mail.displaced-title': 'Statt Ihrer Unterschrift steht jetzt eine andere in der Liste',
  'mail.displaced-text':
    'Jemand anderes hat den Brief „{title}“ für {name} unterzeichnet und besser nachgewiesen, für die Organisation zu handeln. Diese Unterschrift steht jetzt anstelle Ihrer in der Liste.',
  'mail.version-subject': 'Der Brief wurde geändert. Stimmen Sie noch zu? „{title}“',
  'mail.version-title': 'Der Brief wurde geändert',
  'mail.version-organisation':
    'Sie haben den Brief „{title}“ für {name} unterzeichnet. Seitdem wurde der Text geändert. Ihre Unterschrift gilt für den Text, den Sie gelesen haben.',
  'mail.version-individual':
    'Sie haben den Brief „{title}“ unterzeichnet. Seitdem wurde der Text geändert. Ihre Unterschrift gilt für den Text, den Sie gelesen haben.',
  'mail.version-renamed': 'Der Brief heißt jetzt „{new}“.',
  'mail.version-read': 'Lesen Sie den neuen Text und sehen Sie, was sich geändert hat:',
  'mail.version-carry':
    'Stimmen Sie dem neuen Text zu? Dann übertragen Sie Ihre Unterschrift auf Ihrer Seite. Der Link ist nur für Sie, bitte geben Sie ihn nicht weiter.',
  'mail.version-button': 'Unterschrift auf den neuen Text übertragen',
  'mail.version-nothing':
    'Wenn Sie nichts tun, bleibt Ihre Unterschrift beim früheren Text und wird so gekennzeichnet. Wir fragen nicht noch einmal.',
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
  'mail.withdrawn-title': 'Ihre Unterschrift ist zurückgezogen',
  'mail.withdrawn-organisation':
    'Die Unterschrift von {name} unter dem Brief „{title}“ ist zurückgezogen. Sie steht nicht mehr in der Liste und wird nicht mehr gezählt.',
  'mail.withdrawn-individual':
    'Ihre Unterschrift unter dem Brief „{title}“ ist zurückgezogen. Sie steht nicht mehr in der Liste und wird nicht mehr gezählt.',
  'mail.withdrawn-nothing': 'Sie müssen nichts weiter tun. Wir schreiben Ihnen dazu nicht mehr.',
  'mail.withdrawn-not-me': 'Das waren nicht Sie? Schreiben Sie an {contact}.',
  'mail.links-subject': 'Links zu Ihren Unterschriften',
  'mail.links-title': 'Ihre Unterschriften',
  'mail.links-text': 'Jemand, vermutlich Sie, hat die Links zu den Unterschriften dieser E‑Mail-Adresse angefordert.',
  'mail.links-one': '{name}, unter „{title}“',
  'mail.links-manage': 'Einsehen, korrigieren oder zurückziehen:',
  'mail.links-pending':
    'Noch nicht bestätigt. Um sie zu bestätigen, öffnen Sie diese Seite und drücken Sie dort auf die Schaltfläche:',
  'mail.links-private': 'Diese Links sind nur für Sie, bitte geben Sie sie nicht weiter.',
  'mail.links-not-me': 'Das waren nicht Sie? Dann ignorieren Sie diese E‑Mail. Niemand sonst hat diese Links erhalten.',

  'mail.handover-title': 'Ein offener Brief an Sie',
  'mail.handover-attached': 'Der Brief mit allen Unterschriften ist als PDF angehängt.',
  'mail.handover-document': 'Den Brief mit allen Unterschriften als PDF herunterladen, bis {date}:',
  'mail.handover-page': 'Wie viele unterzeichnet haben und wie Sie das Dokument prüfen können:',
  'mail.handover-arrived':
    'Bitte bestätigen Sie auf dieser Seite, dass der Brief angekommen ist. Wenn Sie die Seite nur öffnen, erfahren wir davon nichts.',
  'mail.handover-button': 'Eingang bestätigen',
  'mail.handover-copy': 'Dies ist Ihre Kopie. Der Brief ging an {names}.',
  'mail.update-page': 'Diese Neuigkeit im Web lesen:',
  'mail.update-why':
    'Sie erhalten diese E‑Mail, weil Sie „{title}“ unterzeichnet und um Neuigkeiten dazu gebeten haben.',
  'mail.update-stop': 'Um diese E‑Mails zu beenden, öffnen Sie diese Seite und drücken Sie dort auf die Schaltfläche:',

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
  'delivery.mail': 'per E‑Mail',
  'delivery.in-person': 'persönlich',
  'delivery.posted': 'per Post',
  'delivery.frozen': 'Stand der Liste',
  'delivery.hash': 'Hashwert der Liste (SHA-256)',
  'delivery.signatures': 'Namen auf der Liste',
  'delivery.left': 'Seitdem von der Liste entfernt',
  'delivery.check-title': 'So prüfen Sie das Dokument',
  'delivery.check-text':
    'Auf der letzten Seite des PDF stehen die Zahl der Namen und der Hashwert der Liste. Stimmen beide mit dieser Seite überein, ist es das übergebene Dokument.',
  'delivery.check-list':
    'Die Datei der Hashwerte enthält einen zu jedem Namen. Zusammen ergeben sie den Hashwert der Liste.',
  'delivery.files': 'Dateien',
  'delivery.pdf': 'Dokument (PDF)',
  'delivery.archive': 'Dokument für Archive (PDF/A)',
  'delivery.word': 'Dokument (Word)',
  'delivery.json': 'Liste (JSON)',
  'delivery.csv': 'Liste (CSV)',
  'delivery.names': 'Liste als Webseite, auch für Screenreader',
  'delivery.commitments': 'Hashwerte aller Namen (JSON)',
  'delivery.binding': 'Verbindliche Sprache des Briefs: {language}',
  'delivery.more': 'Zu dieser Übergabe, mit allen Dateien',
  'delivery.scan': 'Scan oder Foto',

  'answer.title': 'Antwort',
  'answer.none': 'Noch keine Antwort. Tage seit der Übergabe: {count}',
  'answer.file': 'Die Antwort als Datei',

  'unsubscribe.title': 'Keine Neuigkeiten mehr zu diesem Brief?',
  'unsubscribe.text':
    'Drücken Sie auf die Schaltfläche. Dann schicken wir an die Adresse, die diese E‑Mail erhalten hat, keine Neuigkeiten zu „{title}“ mehr. Ihre Unterschrift bleibt, wie sie ist.',
  'unsubscribe.button': 'Diese E‑Mails beenden',
  'unsubscribe.done-title': 'Sie erhalten keine Neuigkeiten mehr per E‑Mail',
  'unsubscribe.done-text':
    'Wir schicken an die Adresse, die diese E‑Mail erhalten hat, keine Neuigkeiten zu „{title}“ mehr. Ihre Unterschrift bleibt, wie sie ist.',

  'news.title': 'Neuigkeiten',
  'news.of': 'Neuigkeiten zu „{title}“',
  'news.none': 'Es gibt noch keine Neuigkeiten.',
  'news.feed': 'Neuigkeiten als Feed (Atom)',
  'news.all': 'Alle Neuigkeiten zu diesem Brief',

  'ready.delivered-subject': 'Der Brief ist übergeben: „{title}“',
  'ready.delivered-text':
    'Der Brief „{title}“ wurde am {date} übergeben. Vielen Dank für Ihre Unterschrift.\n\nHier können Sie ihn lesen und sehen, wer unterzeichnet hat: {url}',
  'ready.answered-subject': 'Es gibt eine Antwort: „{title}“',
  'ready.answered-text':
    '{from} hat auf den Brief „{title}“ geantwortet. Vielen Dank für Ihre Unterschrift.\n\nHier können Sie die Antwort lesen: {url}',
  'ready.goal-subject': 'Das Ziel ist erreicht: „{title}“',
  'ready.goal-text':
    'Der Brief „{title}“ hat sein Ziel erreicht. Unterschriften bisher: {count}. Vielen Dank für Ihre Unterschrift.\n\nBitte erzählen Sie anderen davon: {url}',

  'page.not-found-title': 'Seite nicht gefunden',
  'page.not-found-text': 'Prüfen Sie die Adresse, oder fragen Sie die Person, von der Sie sie haben.',
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
  'page.error-text': 'Bitte versuchen Sie es gleich noch einmal. Es ist nichts verloren.',
  'page.label': '{label}: ',
  'page.skip': 'Zum Inhalt',
  'page.language': 'Sprache dieser Seite',
  'page.made-with': 'Unterschriften gesammelt mit Undersigned, freier Software ohne Tracker',
  'page.none': 'Zurzeit kann kein Brief unterzeichnet werden.',
  'page.letters': 'Offene Briefe',
  'home.run-by': 'Diese Website wird betrieben von {name}.',
  'home.closed': 'Geschlossene und übergebene Briefe',

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
  'sheet.email': 'E‑Mail',
  'sheet.signature': 'Unterschrift',
  'sheet.online': 'Oder online unterzeichnen',
  'sheet.organisation-note': 'Eine Organisation bitte nur eintragen, wenn Sie für sie unterzeichnen dürfen.',
} as const satisfies Record<string, string>;
