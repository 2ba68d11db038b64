/**
 * French.
 * Reviewed by a native speaker: no.
 */
export const fr = {
  'letter.undersigned': 'Les signataires',
  'letter.none-yet': 'Personne n’a encore signé. Votre signature peut être la première.',
  'letter.count_many': '{count} de cosignataires',
  'letter.count_one': '{count} cosignataire',
  'letter.count_other': '{count} cosignataires',
  'letter.organisations_many': '{count} d’organisations',
  'letter.organisations_one': '{count} organisation',
  'letter.organisations_other': '{count} organisations',
  'letter.individuals_many': '{count} de personnes',
  'letter.individuals_one': '{count} personne',
  'letter.individuals_other': '{count} personnes',
  'letter.added': '{count} par le secrétariat',
  'list.added': 'Signature ajoutée par le secrétariat',
  'letter.on-paper': '{count} sur papier',
  'letter.without-name': 'dont {count} sans publication du nom',
  'letter.goal': 'Objectif : {goal}',
  'letter.as-of': 'Au {time} UTC',
  'letter.all': 'Voir tous les signataires',
  'letter.sign': 'Signer cette lettre',
  'letter.languages': 'Lire cette lettre en',
  'letter.corrected': 'Texte corrigé le {date} : {why}',
  'letter.telephone': 'Tél.',
  'letter.fax': 'Fax',
  'letter.closed': 'Cette lettre n’accepte plus de signatures. Aucun nom ne peut plus y être ajouté.',
  'letter.delivered': 'Cette lettre a été remise le {date}. Aucun nom ne peut plus y être ajouté.',
  'letter.not-yet': 'Les signatures ne sont pas encore ouvertes.',
  'letter.paused': 'La collecte des signatures est suspendue pour le moment. Merci de revenir plus tard.',
  'letter.opens': 'Vous pourrez signer à partir du {date}.',
  'letter.older-version': 'a signé une version antérieure du texte',
  'letter.affiliated': 'en lien avec {organisation} (l’organisation elle-même n’a pas signé)',
  'letter.older-translation': 'Ceci est une traduction de la version du {date}. Le texte officiel a changé depuis.',
  'letter.signs-older': 'Votre signature porte sur la version du {date}. Le texte officiel a changé depuis.',
  'letter.read-official': 'Lire le texte officiel',

  'letter.follows': 'Cette lettre fait suite à « {title} ».',
  'letter.followed': 'Une nouvelle lettre fait suite à celle-ci : « {title} »',
  'changes.link': 'Ce qui a changé',
  'changes.title': 'Les changements de la lettre',
  'changes.text':
    'Chaque signature se rapporte aux mots affichés au moment où elle a été donnée. Un changement de fond crée une nouvelle version, et l’on demande à chaque signataire d’une version antérieure si sa signature doit y être reportée. Une correction d’orthographe ou de traduction ne change aucune signature.',
  'changes.version': 'Version du {date}',
  'changes.current': 'Version actuelle',
  'changes.read': 'Lire cette version',
  'changes.hash': 'SHA-256 du texte',
  'changes.corrected': '{date}, {language} : {why}',
  'changes.before': 'avant',
  'changes.after': 'après',
  'changes.back': 'Tous les changements',
  'changes.wording': 'Une formulation antérieure, avant une correction',

  'list.title': 'Qui a signé',
  'list.search': 'Chercher un nom',
  'list.search-hint': 'Le début de n’importe quel mot du nom suffit.',
  'list.kind': 'Afficher',
  'list.kind-all': 'tout le monde',
  'list.kind-organisation': 'les organisations',
  'list.kind-individual': 'les personnes',
  'list.country': 'Pays',
  'list.country-all': 'tous les pays',
  'list.order': 'Ordre',
  'list.order-newest': 'les plus récentes d’abord',
  'list.order-name': 'par nom',
  'list.apply': 'Afficher',
  'list.next': 'Page suivante',
  'list.first': 'Retour à la première page',
  'list.none': 'Aucun résultat.',
  'list.go-on': 'Aucun résultat jusqu’ici. La liste n’est pas finie : continuez à la page suivante.',
  'list.withheld': 'Les personnes qui ont signé sans publication de leur nom sont comptées, mais ne figurent pas ici.',
  'list.paused': 'La liste des noms n’est pas affichée pour le moment.',
  'list.back': 'Retour à la lettre',

  'form.step': 'Étape 1 sur 2',
  'form.kind': 'Qui signe ?',
  'form.kind-organisation': 'Une organisation',
  'form.kind-individual': 'Je signe à titre personnel',
  'form.organisation': 'Organisation',
  'form.organisation-hint':
    'Si vous signez à titre personnel, ce champ est facultatif : l’organisation est indiquée à côté de votre nom, mais elle n’est pas signataire.',
  'form.organisation-name': 'Nom de l’organisation',
  'form.website': 'Son site web (facultatif)',
  'form.website-hint': 'Par exemple example.org. Cela permet de distinguer deux organisations du même nom.',
  'form.country': 'Pays',
  'form.country-choose': 'Choisissez un pays',
  'form.person': 'Vous',
  'form.name': 'Votre nom',
  'form.role': 'Votre fonction (facultatif)',
  'form.email': 'Votre adresse e‑mail',
  'form.email-hint': 'Nous y envoyons un e‑mail de confirmation. L’adresse n’est jamais affichée.',
  'form.attestation': 'J’ai le pouvoir de signer cette lettre au nom de l’organisation indiquée ci-dessus.',
  'form.consents': 'Votre consentement',
  'form.publication':
    'Je consens à ce que le nom de l’organisation, mon nom, ma fonction et le pays soient publiés sous cette lettre. Cela peut révéler une opinion politique.',
  'form.updates': 'Envoyez-moi des nouvelles de cette lettre.',
  'form.partner': 'L’organisation sur le site de laquelle je signe peut me contacter.',
  'form.follow-up': 'Demandez-moi une fois par e‑mail si une nouvelle lettre fait suite à celle-ci.',
  'form.display': 'Comment signer',
  'form.display-public': 'Avec le nom affiché publiquement',
  'form.display-withheld': 'Sans publication du nom',
  'form.display-hint':
    'Sans publication du nom, votre signature est comptée, mais aucun nom n’est publié. L’équipe à l’origine de la lettre peut le voir.',
  'form.honeypot': 'Laissez ce champ vide',
  'form.submit': 'Signer, puis confirmer par e‑mail',

  'privacy.title': 'Ce que deviennent vos données',
  'privacy.more': 'La déclaration de confidentialité complète, sur une page à part',
  'privacy.controller': 'Responsable du traitement',
  'privacy.purpose': 'À quoi elles servent',
  'privacy.purpose-text':
    'À montrer qui soutient cette lettre, et à la remettre avec les noms de ses signataires. À d’autres fins, seulement si vous y consentez.',
  'privacy.your-choice': 'Vous pouvez consulter, corriger, retirer ou supprimer votre signature à tout moment.',
  'privacy.consent': 'Base juridique',
  'privacy.consent-text':
    'Votre consentement explicite. Votre signature peut révéler une opinion politique, que la loi protège tout particulièrement. Vous pouvez retirer votre consentement à tout moment ; ce retrait ne compromet pas la licéité du traitement effectué avant.',
  'privacy.recipients': 'Qui les reçoit',
  'privacy.recipients-text':
    'Le public voit ce que vous acceptez de publier. Les destinataires de la lettre reçoivent la liste. Le service qui fait fonctionner les serveurs et envoie les e‑mails (Amazon Web Services) agit pour le compte du responsable du traitement. Personne d’autre.',
  'privacy.kept': 'Ce qui est conservé',
  'privacy.kept-text':
    'Ce que vous remplissez, le texte et les formulations que vous avez vus, et le moment de votre confirmation. Pas d’adresse réseau : de celle-ci, seulement une empreinte (hachage à clé), pendant un jour, contre les abus. Votre adresse e‑mail n’est jamais affichée.',
  'privacy.cookie':
    'Nous n’utilisons qu’un cookie, et seulement si vous signez sans JavaScript : votre navigateur garde pendant 15 minutes ce que vous avez envoyé, pour que vous puissiez le corriger.',
  'privacy.retention': 'Pendant combien de temps',
  'privacy.retention-text': 'Tant que la lettre est publique, ou jusqu’à ce que vous retiriez votre signature.',
  'privacy.unconfirmed': 'Une signature qui n’est pas confirmée est supprimée au bout de 30 jours.',
  'privacy.withdrawn': 'Une signature que vous retirez est supprimée au bout de 30 jours.',
  'privacy.after-closing':
    'Délai, après la clôture de la lettre, au bout duquel les adresses e‑mail, les commentaires et les noms non publics sont supprimés',
  'privacy.rights': 'Vos droits',
  'privacy.rights-text':
    'Vous pouvez vous-même consulter, corriger, retirer et supprimer votre signature, sur la page dont le lien figure dans l’accusé de réception. Vous pouvez introduire une réclamation auprès d’une autorité de contrôle (protection des données).',
  'privacy.manage': 'Demander un lien vers votre signature',
  'privacy.contact': 'À qui s’adresser',

  'dispute.link': 'Votre organisation figure dans cette liste, mais elle n’a pas signé ?',
  'dispute.title': 'Mon organisation n’a pas signé',
  'dispute.text':
    'Signalez-le au secrétariat de cette lettre. Il examine la signature et décide si le nom est maintenu. D’ici là, rien ne change. Si vous avez une adresse dans le domaine de l’organisation, indiquez-la de préférence.',
  'dispute.told': 'Nous indiquons à la personne qui a signé que la signature est contestée, sans dire par qui.',
  'dispute.organisation': 'Nom de l’organisation, tel qu’il figure dans la liste',
  'dispute.name': 'Votre nom',
  'dispute.email': 'Votre adresse e‑mail',
  'dispute.email-hint': 'Réservée au secrétariat, pour vous répondre.',
  'dispute.message': 'Que doit savoir le secrétariat ? (facultatif)',
  'dispute.submit': 'Prévenir le secrétariat',
  'dispute.done-title': 'Merci. Le secrétariat va examiner votre signalement.',
  'dispute.done-text':
    'S’il a des questions, il écrira à l’adresse que vous avez indiquée. Votre message est effacé au bout de 180 jours.',

  'form.errors_many': '{count} de points demandent votre attention',
  'form.errors_one': 'Un point demande votre attention',
  'form.errors_other': '{count} points demandent votre attention',
  'form.missing': 'veuillez remplir ce champ',
  'form.wrong': 'veuillez vérifier ce champ',
  'form.wrong-email': 'indiquez une seule adresse e‑mail, par exemple name@example.org',
  'form.wrong-website': 'ce n’est pas l’adresse d’un site web, comme https://example.org',
  'form.wrong-no-letter': 'il faut au moins une lettre ou un chiffre',
  'form.wrong-damaged': 'une partie a été perdue à la copie : saisissez-la de nouveau',
  'form.wrong-too-long': 'c’est trop long : {max} caractères au plus',
  'form.wrong-country': 'nous ne connaissons pas ce pays : indiquez son nom courant ou un code à deux lettres comme KZ',
  'form.wrong-country-unclear': 'plusieurs pays portent ce nom : écrivez le nom complet, par exemple Corée du Sud',
  'form.wrong-address-in-name': 'indiquez seulement le nom, sans adresse web ni e‑mail',
  'form.wrong-attestation': 'confirmez que vous avez le pouvoir de signer au nom de l’organisation',
  'form.wrong-publication': 'acceptez la publication du nom, ou choisissez de signer sans publication du nom',
  'form.wrong-unsure': 'cochez la case pour confirmer',
  'form.deadline': 'Vous pouvez signer jusqu’au {moment}.',
  'form.deadline-here': 'Dans votre fuseau horaire : {moment}.',
  'form.wrong-charset':
    'Certaines lettres, comme é ou ü, sont peut-être arrivées abîmées. Veuillez vérifier votre saisie et renvoyer le formulaire.',
  'form.network-cap-title': 'Votre formulaire n’a pas été envoyé',
  'form.network-cap':
    'Trop de personnes de votre réseau ont envoyé ce formulaire sans JavaScript. Activez JavaScript dans votre navigateur et rouvrez la lettre, ou renvoyez le formulaire après le {moment}.',

  'embed.did-you-mean': 'Vouliez-vous dire {address} ?',
  'embed.proof-working': 'Vérification en arrière-plan qu’aucun robot ne signe…',
  'embed.proof-ready': 'Vérifié : aucun robot ne signe.',
  'embed.sending': 'Envoi en cours…',
  'embed.busy':
    'De très nombreuses personnes signent en ce moment. Attendez une minute, puis appuyez de nouveau sur le bouton : ce que vous avez rempli est toujours là.',
  'embed.offline':
    'Il n’y a pas de connexion. Appuyez de nouveau sur le bouton quand elle sera revenue : ce que vous avez rempli est toujours là, et vous ne pouvez pas signer deux fois.',
  'embed.timeout':
    'Aucune réponse n’est arrivée à temps. Appuyez de nouveau sur le bouton : ce que vous avez rempli est toujours là, et vous ne pouvez pas signer deux fois.',
  'embed.refused': 'L’envoi n’a pas été possible d’ici. Veuillez signer sur la page de la lettre :',
  'embed.unreachable': 'Le formulaire ne peut pas être chargé pour le moment.',
  'embed.insecure': 'Cette page n’est pas sécurisée (il lui manque https). Veuillez signer sur la page de la lettre :',
  'embed.hosted': 'Ouvrir le formulaire sur sa propre page',
  'embed.retry': 'Réessayer',

  'sent.title': 'Consultez votre messagerie',
  'sent.step': 'Étape 2 sur 2',
  'sent.text':
    'Nous vous avons envoyé un e‑mail depuis l’adresse {sender}. Ouvrez-le et appuyez sur le bouton qu’il contient : c’est seulement alors que votre signature compte.',
  'sent.spam':
    'Toujours rien après quelques minutes ? Regardez dans les courriers indésirables, et vérifiez que l’adresse était la bonne. Si vous nous avez un jour demandé de ne plus écrire à cette adresse, rouvrez le lien de cet e‑mail pour annuler ce choix.',
  'sent.code': 'Vous pouvez aussi saisir le code indiqué dans l’e‑mail.',
  'sent.type-code': 'Saisir le code',
  'sent.correct': 'Adresse erronée ? Corrigez-la et renvoyez',
  'sent.again': 'Renvoyer',

  'confirm.delivered':
    'Cette lettre a été remise le {date} : votre signature ne peut plus être confirmée. Vous pouvez voir ici les données que nous avons sur vous et les faire effacer.',
  'confirm.title': 'Confirmez la signature',
  'confirm.step': 'Étape 2 sur 2',
  'confirm.fact-letter': 'Lettre',
  'confirm.fact-organisation': 'Organisation',
  'confirm.fact-individual': 'Vous',
  'confirm.fact-signatory': 'Signé par',
  'confirm.public': 'Le nom sera affiché publiquement sous la lettre.',
  'confirm.withheld': 'Le nom n’est pas publié : votre signature est comptée, sans aucun nom.',
  'confirm.review': 'Le secrétariat de la lettre examinera votre signature avant qu’elle soit comptée.',
  'confirm.button': 'Confirmer la signature',
  'confirm.not-me': 'Ce n’était pas vous ? Fermez cette page. Sans votre confirmation, rien n’est publié.',
  'confirm.done-step': 'Terminé',
  'confirm.done-title': 'Merci. La signature est confirmée.',
  'confirm.done-text': '{name} figure maintenant parmi les signataires de la lettre « {title} ».',
  'confirm.done-withheld': 'La signature de la lettre « {title} » est comptée, et aucun nom n’est publié.',
  'confirm.done-receipt': 'Nous vous avons envoyé un accusé de réception par e‑mail.',
  'duplicate.organisation':
    'Une signature pour {place} figure déjà sous cette lettre. La vôtre est conservée avec elle, et {place} n’est compté qu’une fois.',
  'duplicate.individual':
    'Vous aviez déjà signé cette lettre. Les deux signatures sont conservées ; vous ne comptez qu’une fois.',
  'duplicate.separate': 'La vôtre est-elle une organisation distincte ? Dites-le-nous : {contact}',
  'duplicate.mistake': 'Est-ce une erreur ? Écrivez-nous : {contact}',
  'confirm.to-letter': 'Aller à la lettre',
  'confirm.unknown-title': 'Ce lien ne peut pas être utilisé',
  'confirm.unknown-text':
    'Il a peut-être été tronqué en chemin, ou bien il correspond à une signature qui n’a jamais été confirmée et qui a été supprimée. Demandez un nouvel e‑mail, ou saisissez le code indiqué dans l’e‑mail.',
  'confirm.resend': 'M’envoyer un nouvel e‑mail',
  'confirm.expired-title': 'Ce lien est trop ancien',
  'confirm.expired-text':
    'Les liens ne sont valables que quelques jours. Demandez un nouvel e‑mail, ou saisissez le code d’un e‑mail plus récent.',

  'share.title': 'Partager cette lettre',
  'share.text': 'Lisez et signez la lettre ouverte « {title} ».',
  'share.device': 'Partager …',
  'share.link': 'Lien vers la lettre',
  'share.copy': 'Copier le lien',
  'share.copied': 'Lien copié',
  'share.email': 'E‑mail',
  'share.ask': 'Demander à une autre organisation de signer',
  'share.ask-subject': 'Signerez-vous la lettre ouverte « {title} » ?',
  'share.ask-text': 'Votre organisation signerait-elle cette lettre ouverte ? Vous pouvez la lire et la signer ici :',
  'share.next': 'En savoir plus sur cette lettre',
  'share.next-site': 'Continuer vers {site}',

  'follow.text':
    'Vos informations issues de « {title} » figurent ci-dessous. Lisez la lettre, changez ce que vous voulez, puis appuyez sur le bouton. Vous ne signez qu’en appuyant dessus.',
  'follow.email-hint': 'Si vous changez l’adresse, nous y envoyons d’abord un e‑mail à confirmer.',
  'code.title': 'Saisissez le code indiqué dans l’e‑mail',
  'code.letter': 'Lettre',
  'code.letter-hint': 'La dernière partie de l’adresse de la lettre, telle qu’elle figure dans l’e‑mail.',
  'code.email': 'L’adresse e‑mail à laquelle le message a été envoyé',
  'code.code': 'Code',
  'code.code-hint': 'Huit lettres et chiffres, par exemple',
  'code.example': 'ABCD-2345',
  'code.error': 'Erreur',
  'code.submit': 'Confirmer la signature',
  'code.wrong':
    'Ce code ne convient pas. Vérifiez la lettre, l’adresse et le code. Après dix essais infructueux, un code n’est plus valable ; le lien de l’e‑mail, lui, le reste.',

  'link.title': 'Vos signatures',
  'link.text':
    'Vous souhaitez consulter, corriger ou retirer une signature, ou l’e‑mail de confirmation s’est perdu ? Indiquez l’adresse avec laquelle vous avez signé, et nous vous enverrons un lien.',
  'link.email': 'L’adresse e‑mail avec laquelle vous avez signé',
  'link.submit': 'M’envoyer un lien',
  'link.wrong': 'Ce n’est pas une adresse e‑mail.',
  'link.sent-title': 'Consultez votre messagerie',
  'link.sent-text':
    'S’il existe une signature liée à cette adresse, un e‑mail envoyé par {sender} est en route. S’il n’en existe pas, rien n’est envoyé.',
  'link.unusable':
    'Il a peut-être été tronqué en chemin, ou bien il est trop ancien, ou ce à quoi il menait n’existe plus. Demandez-en un nouveau :',

  'manage.title': 'Votre signature',
  'manage.state-pending': 'Pas encore confirmée : elle ne compte pas tant que vous ne la confirmez pas.',
  'manage.state-counted': '{name} compte parmi les signataires de cette lettre.',
  'manage.state-held':
    '{name} a signé. Le secrétariat de la lettre examine cette signature avant qu’elle soit comptée.',
  'manage.state-merged':
    'Le secrétariat de la lettre conserve cette signature avec une autre ; elle n’est donc pas comptée séparément.',
  'manage.state-displaced':
    'Une autre signature pour {name} est mieux attestée et compte à la place de la vôtre. Le secrétariat de la lettre examinera la vôtre.',
  'manage.state-rejected': 'Le secrétariat de la lettre n’a pas accepté cette signature.',
  'manage.state-withdrawn': 'Cette signature est retirée. Elle n’est ni affichée ni comptée.',
  'manage.change-awaits':
    'Vous avez demandé une modification. Le secrétariat de la lettre va l’examiner ; d’ici là, votre signature reste telle quelle. Votre demande :',
  'manage.change-declined':
    'Le secrétariat de la lettre n’a pas accepté la modification demandée. Votre signature reste telle quelle.',
  'manage.place-text': 'L’autre signature ne fait plus obstacle. La vôtre peut maintenant être comptée.',
  'manage.place-button': 'Signer à sa place',
  'manage.carry-title': 'La lettre a changé',
  'manage.carry-text':
    'Votre signature figure sous le texte que vous avez vu. Lisez le nouveau texte ; si vous êtes d’accord, reportez-y votre signature. Si vous ne faites rien, elle reste sous le texte antérieur, et cela est indiqué.',
  'manage.carry-read': 'Lire le nouveau texte',
  'manage.carry-button': 'Reporter ma signature sur le nouveau texte',
  'manage.held': 'Ce que nous conservons',
  'manage.fact-affiliation': 'En lien avec',
  'manage.fact-website': 'Site web',
  'manage.fact-role': 'Fonction',
  'manage.fact-email': 'Adresse e‑mail (jamais affichée)',
  'manage.fact-comment': 'Mot à l’équipe à l’origine de la lettre',
  'manage.fact-submitted': 'Envoyée le',
  'manage.fact-confirmed': 'Confirmée le',
  'manage.fact-version': 'Texte signé (SHA-256)',
  'manage.download': 'Tout télécharger dans un fichier (JSON)',
  'manage.more': 'Vérification et informations techniques',
  'manage.correct-title': 'Corriger',
  'manage.correct-text':
    'Si vous changez d’organisation, la nouvelle est vérifiée à son tour. Vous pouvez aussi passer d’une signature au nom de l’organisation à une signature à titre personnel, ou l’inverse.',
  'manage.correct-button': 'Enregistrer la correction',
  'manage.too-many-corrections':
    'Vous avez corrigé cette signature de nombreuses fois en une journée. Vous pourrez la corriger de nouveau à partir de ce moment : {moment}. Ce que vous avez déjà enregistré est conservé.',
  'manage.too-many-organisations':
    'Vous avez changé d’organisation plusieurs fois en une journée. Vous pourrez en changer de nouveau à partir de ce moment : {moment}. Vous pouvez toujours corriger tout le reste.',
  'manage.consents-title': 'Nom et consentements',
  'manage.consents-button': 'Enregistrer',
  'manage.withdraw-title': 'Retirer',
  'manage.withdraw-text':
    'La signature disparaît aussitôt de la liste et du décompte. Vous ne pourrez pas revenir en arrière depuis cette page.',
  'manage.withdraw-button': 'Retirer ma signature',
  'manage.forget-title': 'Tout effacer',
  'manage.forget-text':
    'La signature est retirée, et tout ce qui indique qui vous êtes est aussitôt effacé de notre base de données. Les files d’attente techniques n’en gardent plus rien au bout de 14 jours, les sauvegardes au bout de 35 jours.',
  'manage.forget-left':
    'Il reste un numéro sans nom, pour que l’historique du décompte demeure juste ; et une empreinte (hachage) de votre adresse qui empêche tout nouvel envoi, mais seulement si vous le demandez, ou si un courriel de notre part nous est revenu ou a été signalé comme indésirable.',
  'manage.forget-sure': 'Oui, effacez tout ce qui me concerne dans le cadre de cette lettre.',
  'manage.forget-no-mail': 'Et n’envoyez plus jamais d’e‑mail à cette adresse.',
  'manage.forget-button': 'Effacer mes données',
  'manage.forgotten-title': 'Vos données sont effacées',
  'manage.forgotten-text': 'Plus rien dans notre base de données n’indique qui vous êtes.',
  'logo.title': 'Votre logo',
  'logo.intro':
    'Votre logo peut figurer à côté du nom dans la liste et sur les sites partenaires, une fois que le secrétariat l’a vu. PNG, JPEG, SVG ou WebP, 1 Mo au maximum.',
  'logo.file': 'Fichier du logo',
  'logo.right': 'Nous avons le droit de faire publier ce logo ici.',
  'logo.send': 'Envoyer le logo',
  'logo.checking': 'Le nouveau logo est en cours de vérification. Cela prend quelques secondes.',
  'logo.review': 'Le nouveau logo attend l’examen du secrétariat.',
  'logo.shown': 'Ce logo figure à côté du nom.',
  'logo.declined': 'Le secrétariat n’a pas accepté le logo. Motif : {reason}',
  'logo.refused':
    'Le fichier n’est pas utilisable. Envoyez une seule image fixe en PNG, JPEG, SVG ou WebP. Dans un SVG, convertissez le texte en tracés.',
  'logo.remove': 'Retirer le logo',
  'logo.need': 'Choisissez un fichier de 1 Mo au maximum et confirmez le droit de le publier.',
  'manage.forgotten-left':
    'Les files d’attente techniques n’en gardent plus rien au bout de 14 jours, les sauvegardes au bout de 35 jours ; grâce à une liste des effacements, une sauvegarde restaurée efface de nouveau vos données.',

  'domain.title': 'Obtenir une mention de vérification plus forte',
  'domain.text':
    'Demandez à la personne qui gère votre site d’ajouter cette ligne à l’un de ces deux endroits sur {domain}. Votre signature porte alors la mention « domaine prouvé » et remplace une signature moins bien prouvée pour la même organisation. La ligne n’est pas secrète, et vous pouvez la supprimer ensuite.',
  'domain.record': 'Une entrée DNS de type TXT à',
  'domain.file': 'Ou un fichier texte à',
  'domain.button': 'Vérifier maintenant',
  'domain.shown': 'Vous avez prouvé le {date} que vous contrôlez {domain}.',
  'domain.failed': 'Le domaine n’est pas encore prouvé',
  'domain.not-proven':
    'La ligne n’a été trouvée ni à {record} ni à {file}. Une nouvelle entrée DNS peut mettre quelques heures à devenir visible partout ; le fichier doit être en texte brut, en https. Appuyez ensuite de nouveau sur « Vérifier maintenant ».',
  'domain.checked-too-often': 'Nous avons vérifié dix fois en une heure. Veuillez réessayer dans une heure.',
  'domain.not-provable':
    'Cette signature ne représente aucune organisation dotée d’un site web sur son propre domaine.',

  'mark.mailbox-domain': 'courriel de son propre domaine',
  'mark.domain': 'domaine prouvé',
  'mark.vouched': 'vérifiée par le secrétariat',
  'mark.title': 'Ce que disent les mentions',
  'mark.text':
    'Toutes les signatures de cette liste ont été confirmées par courriel. Certaines organisations ont apporté d’autres preuves, et portent une mention :',
  'mark.about-mailbox-domain':
    'Le courriel de confirmation est arrivé à une adresse du domaine propre de l’organisation.',
  'mark.about-domain': 'La personne qui a signé a prouvé qu’elle contrôle le domaine de l’organisation.',
  'mark.about-vouched': 'Le secrétariat de la lettre a vérifié que l’organisation a bien signé.',

  'stop.title': 'Ce n’était pas moi',
  'stop.text':
    'Quelqu’un a indiqué cette adresse électronique pour signer « {title} ». Si ce n’était pas vous, rien n’est publié.',
  'stop.one-text':
    'Si vous n’avez pas signé, supprimez la signature. Ses données disparaissent aussitôt, et vous pouvez toujours signer vous-même.',
  'stop.one-button': 'Cette signature n’est pas la mienne : la supprimer',
  'stop.what':
    'Vous pouvez aussi bloquer cette adresse : les données sont aussitôt supprimées, et nous n’y écrivons plus jamais, même lorsque vous signez une lettre vous-même. Le lien de l’e‑mail permet d’annuler ce choix.',
  'stop.button': 'Supprimer et ne plus jamais m’écrire',
  'stop.nothing': 'Si vous ne faites rien, les données sont supprimées au bout de 30 jours.',
  'stop.stopped-title': 'C’est fait',
  'stop.stopped-text':
    'Les données sont supprimées, et nous n’écrivons plus à cette adresse. Il reste une empreinte (hachage) de l’adresse, qui empêche tout nouvel envoi. Vous pouvez annuler ce choix ici, ou plus tard avec le même lien de l’e‑mail.',
  'stop.removed-title': 'La signature est supprimée',
  'stop.removed-text':
    'Ses données ont disparu, et rien n’a été publié. Vous pouvez toujours signer la lettre vous-même.',
  'stop.blocked-title': 'Nous n’écrivons pas à cette adresse',
  'stop.undo-text':
    'Vous nous avez demandé de ne plus jamais écrire à cette adresse. Aucun e‑mail de confirmation n’arrive donc lorsque vous signez une lettre. Voulez-vous de nouveau recevoir des e‑mails ?',
  'stop.undo-button': 'Écrire de nouveau à cette adresse',
  'stop.undone-title': 'Vous pouvez de nouveau recevoir des e‑mails',
  'stop.undone-text':
    'Nous pouvons de nouveau écrire à cette adresse. Si vous avez signé une lettre entre-temps, signez-la encore une fois : son e‑mail n’a pas été envoyé.',
  'stop.confirmed-title': 'Cette signature a été confirmée',
  'stop.confirmed-text':
    'Une personne qui peut lire les courriels de cette adresse l’a confirmée. Pour la voir, la retirer ou vous faire oublier, demandez un lien par courriel.',
  'stop.gone-title': 'Il n’y a plus rien ici',
  'stop.gone-text': 'La signature a été supprimée. Aucun nom n’est publié.',
  'stop.unusable':
    'Il a peut-être été coupé en chemin. Si vous ne faites rien, rien n’est publié, et ce qui a été envoyé est supprimé au bout de 30 jours.',

  'mail.greeting': 'Bonjour {name},',
  'mail.greeting-unknown': 'Bonjour,',
  'mail.button-fails': 'Si le bouton ne fonctionne pas, ouvrez cette adresse :',
  'mail.letter': 'La lettre, avec toutes les signatures :',
  'mail.share': 'Partagez la lettre autour de vous :',
  'mail.contact': 'Une question ? Répondez à ce courriel, ou écrivez à {contact}.',
  'mail.disputed-subject': 'Une question sur votre signature : « {title} »',
  'mail.disputed-title': 'Votre signature est contestée',
  'mail.disputed-text':
    'Quelqu’un a signalé au secrétariat de la lettre « {title} » que {name} ne l’a pas signée. Le secrétariat va vérifier. D’ici à sa décision, rien ne change.',
  'mail.disputed-nothing':
    'Si vous pouviez signer pour {name}, vous n’avez rien à faire. Sinon, retirez la signature sur votre page.',
  'mail.complaint-subject': 'Votre message sur la lettre « {title} »',
  'mail.complaint-title': 'Réponse à votre message',
  'mail.complaint-text': 'Vous nous avez signalé que cette organisation n’a pas signé la lettre : {name}.',
  'mail.complaint-removed': 'Nous avons retiré la signature de la liste.',
  'mail.complaint-kept': 'Nous avons vérifié la signature. Elle reste dans la liste.',
  'mail.secretariat-writes': 'Le secrétariat de la lettre vous écrit :',
  'mail.added-subject': 'Vous figurez parmi les signataires : « {title} »',
  'mail.added-title': 'Le secrétariat vous a ajouté à la liste',
  'mail.added-text':
    'Le secrétariat de la lettre « {title} » a ajouté {name} à la liste des signatures, car vous avez donné votre accord autrement que sur le site.',
  'mail.added-object': 'C’est une erreur ? Retirez la signature sur votre page. Elle quitte aussitôt la liste.',
  'mail.listed-subject': 'Vous figurez maintenant dans la liste : « {title} »',
  'mail.listed-title': 'Votre signature est dans la liste',
  'mail.listed-text':
    'Le secrétariat a accepté la signature de {name} pour la lettre « {title} ». Elle figure maintenant dans la liste.',
  'mail.counted-text':
    'Le secrétariat a accepté la signature de {name} pour la lettre « {title} ». Elle est maintenant comptée, sans nom dans la liste.',
  'mail.rejected-subject': 'Nous n’avons pas pu retenir votre signature : « {title} »',
  'mail.rejected-title': 'Nous n’avons pas pu retenir votre signature',
  'mail.rejected-text':
    'Le secrétariat de la lettre « {title} » n’a pas pu inscrire la signature de {name} dans la liste.',
  'mail.proof-subject': 'Encore une étape pour votre signature : « {title} »',
  'mail.proof-title': 'Montrez que vous agissez pour votre organisation',
  'mail.proof-text':
    'Le secrétariat de la lettre « {title} » souhaite vérifier que vous agissez pour {name}. D’ici là, votre signature attend. L’une de ces deux voies suffit :',
  'mail.proof-mailbox': 'Signez la lettre encore une fois avec une adresse e‑mail du domaine de l’organisation.',
  'mail.proof-reply': 'Si aucune n’est possible, répondez à cet e‑mail.',
  'mail.sent-for': 'Envoyé pour {convener}.',
  'mail.sent-by': 'Envoyé parce que quelqu’un a indiqué cette adresse et demandé les liens qui s’y rapportent.',
  'mail.not-me':
    'Ce n’était pas vous ? Alors ne faites rien : sans confirmation, rien n’est publié, et les données sont supprimées au bout de 30 jours.',
  'mail.stop':
    'Si cette signature n’est pas la vôtre, ouvrez cette page pour la supprimer ou pour ne plus recevoir d’e‑mails à cette adresse :',
  'mail.manage':
    'Sur votre page, vous pouvez voir tout ce qui est enregistré, le corriger, ou retirer votre signature. Le lien vers cette page est pour vous seulement : ne le transmettez à personne.',
  'mail.manage-button': 'Ouvrir votre page',
  'mail.manage-not-me':
    'Ce n’était pas vous ? Sur la même page, vous pouvez retirer la signature, faire supprimer tout ce qui vous concerne et arrêter tout nouvel envoi.',
  'mail.confirm-subject': 'Veuillez confirmer votre signature : « {title} »',
  'mail.confirm-title': 'Veuillez confirmer la signature',
  'mail.confirm-organisation': 'Vous avez demandé à signer la lettre « {title} » pour « {name} ».',
  'mail.confirm-individual': 'Vous avez demandé à signer la lettre « {title} ».',
  'mail.confirm-press':
    'Étape 2 sur 2 : ouvrez cette page et appuyez sur le bouton qui s’y trouve. La signature ne compte qu’à partir de ce moment.',
  'mail.confirm-button': 'Ouvrir la page et confirmer',
  'mail.code': 'Ou saisissez le code sur cette page :',
  'mail.code-code': 'Code : {code}',
  'mail.confirm-expires': 'Le lien et le code sont valables jusqu’à cette date : {date}.',
  'mail.reminder-subject': 'Rappel : veuillez confirmer votre signature : « {title} »',
  'mail.reminder-title': 'Votre signature n’est pas encore confirmée',
  'mail.reminder-organisation':
    'Vous avez demandé à signer la lettre « {title} » pour « {name} » (date de la demande : {date}). La signature n’est pas encore confirmée : elle ne compte donc pas.',
  'mail.reminder-individual':
    'Vous avez demandé à signer la lettre « {title} » (date de la demande : {date}). La signature n’est pas encore confirmée : elle ne compte donc pas.',
  'mail.reminder-only': 'Ce rappel est le seul.',
  'mail.receipt-subject': 'Vous avez signé : « {title} »',
  'mail.receipt-title': 'Merci. La signature est confirmée.',
  'mail.receipt-text': 'La signature sous la lettre « {title} » est confirmée : {name}.',
  'mail.receipt-thanks': '{convener} vous remercie de votre soutien.',
  'mail.receipt-facts': 'Voici ce qui est enregistré à présent :',
  'mail.corrected-subject': 'Votre signature a été modifiée : « {title} »',
  'mail.corrected-title': 'La signature est corrigée',
  'mail.corrected-text':
    'La signature sous la lettre « {title} » a été corrigée : {name}. Ce courriel remplace le reçu précédent.',
  'mail.state-held':
    'Elle n’est pas encore comptée : le secrétariat de la lettre l’examine d’abord. Vous n’avez rien à faire.',
  'mail.state-displaced':
    'Votre signature est conservée. Elle n’est pas comptée et attend la décision du secrétariat de la lettre.',
  'mail.state-rejected': 'Le secrétariat de la lettre n’a pas accepté cette signature.',
  'mail.prove':
    'Si vous agissez pour {name}, vous pouvez le montrer : votre page explique comment prouver le domaine de l’organisation, avec une entrée dans son DNS ou un petit fichier sur son site.',
  'mail.fact-organisation': 'Organisation',
  'mail.fact-affiliation': 'Affiliation',
  'mail.fact-website': 'Site web',
  'mail.fact-country': 'Pays',
  'mail.fact-signatory': 'Signature par',
  'mail.fact-role': 'Fonction',
  'mail.fact-display': 'Votre choix',
  'mail.fact-display-public': 'Afficher le nom publiquement',
  'mail.fact-display-withheld': 'Compter sans afficher de nom',
  'mail.fact-date': 'Date de confirmation',
  'mail.fact-version': 'Texte signé (SHA-256)',
  'mail.already-subject': 'Vous avez déjà signé : « {title} »',
  'mail.already-title': 'Vous avez déjà signé',
  'mail.already-organisation':
    'Quelqu’un, sans doute vous, vient de demander à signer la lettre « {title} » pour {name}. Vous l’avez déjà signée, et la signature est confirmée.',
  'mail.already-individual':
    'Quelqu’un, sans doute vous, vient de demander à signer la lettre « {title} ». Vous l’avez déjà signée, et la signature est confirmée.',
  'mail.already-nothing':
    'Rien n’a changé, et il n’y a rien à confirmer. Si la demande ne venait pas de vous, vous n’avez rien à faire.',
  'mail.duplicate-subject': 'Une autre signature pour votre organisation : « {title} »',
  'mail.duplicate-title': 'Une deuxième signature pour votre organisation',
  'mail.duplicate-text':
    'Vous avez signé la lettre « {title} » pour {name}. Une autre personne vient de confirmer une signature pour la même organisation. C’est toujours la vôtre qui la représente ; l’autre est conservée à côté, et le nom est compté une seule fois.',
  'mail.duplicate-nothing':
    'Vous n’avez rien à faire. Si une autre personne doit représenter {name}, retirez votre signature sur votre page : l’autre pourra alors prendre sa place.',
  'mail.displaced-subject': 'Votre signature n’est plus affichée : « {title} »',
  'mail.displaced-title': 'Une autre signature est affichée à la place de la vôtre',
  'mail.displaced-text':
    'Une autre personne a signé la lettre « {title} » pour {name} et l’a mieux attesté. Cette signature compte à la place de la vôtre.',
  'mail.version-subject': 'La lettre a changé. Êtes-vous toujours d’accord ? « {title} »',
  'mail.version-title': 'La lettre a changé',
  'mail.version-organisation':
    'Vous avez signé la lettre « {title} » pour {name}. Son texte a changé depuis. Votre signature reste sous les mots que vous avez lus.',
  'mail.version-individual':
    'Vous avez signé la lettre « {title} ». Son texte a changé depuis. Votre signature reste sous les mots que vous avez lus.',
  'mail.version-renamed': 'La lettre s’intitule désormais « {new} ».',
  'mail.version-read': 'Lisez le nouveau texte et les changements :',
  'mail.version-carry':
    'Êtes-vous d’accord avec ce texte ? Alors reportez-y votre signature, d’un seul clic sur votre page. Le lien vers cette page est pour vous seulement : ne le transmettez à personne.',
  'mail.version-button': 'Ouvrir votre page et reporter la signature',
  'mail.version-nothing':
    'Si vous ne faites rien, votre signature reste sous le texte précédent et s’affiche ainsi. On ne vous le demande qu’une fois.',
  'mail.follow-subject': 'Une nouvelle lettre fait suite à « {title} »',
  'mail.follow-title': 'Une nouvelle lettre fait suite à celle que vous avez signée',
  'mail.follow-organisation':
    'Vous avez signé la lettre « {title} » pour {name} et accepté que l’on vous demande une fois si vous signez une lettre qui y fait suite. La nouvelle lettre s’intitule « {new} ».',
  'mail.follow-individual':
    'Vous avez signé la lettre « {title} » et accepté que l’on vous demande une fois si vous signez une lettre qui y fait suite. La nouvelle lettre s’intitule « {new} ».',
  'mail.follow-press':
    'Vous pouvez la lire sur cette page. Le formulaire contient déjà vos informations : changez ce que vous voulez, puis appuyez sur le bouton pour signer.',
  'mail.follow-button': 'Lire la nouvelle lettre',
  'mail.follow-nothing':
    'Si vous ne faites rien, vous ne l’avez pas signée, et nous ne vous le demanderons plus. Ce lien est pour vous seul, merci de ne pas le partager.',
  'mail.withdrawn-subject': 'Votre signature est retirée : « {title} »',
  'mail.withdrawn-title': 'La signature est retirée',
  'mail.withdrawn-organisation':
    'La signature pour {name} sous la lettre « {title} » est retirée. Elle ne figure plus dans la liste ni dans le décompte.',
  'mail.withdrawn-individual':
    'Votre signature sous la lettre « {title} » est retirée. Elle ne figure plus dans la liste ni dans le décompte.',
  'mail.withdrawn-nothing': 'C’est fait : il n’y a rien à confirmer, et vous ne recevrez plus de courriel à ce sujet.',
  'mail.withdrawn-not-me': 'Ce n’était pas vous ? Alors écrivez à {contact}.',
  'mail.links-subject': 'Les liens vers vos signatures',
  'mail.links-title': 'Vos signatures',
  'mail.links-text':
    'Quelqu’un, sans doute vous, a demandé les liens vers les signatures liées à cette adresse. Les voici.',
  'mail.links-one': '{name}, sous « {title} »',
  'mail.links-manage': 'Pour la voir, la corriger ou la retirer :',
  'mail.links-pending':
    'Pas encore confirmée. Pour la confirmer, ouvrez cette page et appuyez sur le bouton qui s’y trouve :',
  'mail.links-private': 'Ces liens sont pour vous seulement : ne les transmettez à personne.',
  'mail.links-not-me': 'Ce n’était pas vous ? Alors ne faites rien : les liens ne sont allés à personne d’autre.',

  'mail.handover-title': 'Une lettre ouverte qui vous est adressée',
  'mail.handover-attached': 'La lettre et toutes ses signatures sont jointes en PDF.',
  'mail.handover-document': 'La lettre et toutes ses signatures, en PDF. Le lien est valable jusqu’au {date} :',
  'mail.handover-page': 'Combien de personnes ont signé, et comment vérifier le document :',
  'mail.handover-arrived':
    'Merci de confirmer sur cette page que la lettre est arrivée. Ouvrir la page ne nous apprend rien.',
  'mail.handover-button': 'Confirmer la réception',
  'mail.handover-copy': 'Ceci est votre copie. La lettre a été envoyée à {names}.',
  'mail.update-page': 'Lire cette nouvelle sur le web :',
  'mail.update-why':
    'Vous recevez cet e‑mail parce que vous avez signé « {title} » et demandé des nouvelles de cette lettre.',
  'mail.update-stop': 'Pour ne plus recevoir ces e‑mails, ouvrez cette page et appuyez sur le bouton :',

  'arrived.title': 'La lettre est-elle arrivée ?',
  'arrived.text':
    '{convener} vous a envoyé la lettre ouverte « {title} ». Appuyez sur le bouton pour confirmer qu’elle est arrivée. Cela ne signifie pas que vous êtes d’accord.',
  'arrived.button': 'Oui, elle est arrivée',
  'arrived.done-title': 'Merci',
  'arrived.done-text': '{convener} peut maintenant voir que la lettre est arrivée.',
  'arrived.unusable': 'Le lien est incomplet ou date de plus d’un an. Vous pouvez lire la lettre sur sa propre page.',

  'delivery.title': 'Remise',
  'delivery.number': 'Remise n° {number}',
  'delivery.interim': 'Remise intermédiaire : la lettre est restée ouverte à la signature.',
  'delivery.final': 'Remise finale : la lettre est close.',
  'delivery.ready': 'Pas encore remise.',
  'delivery.handed-over': 'Remise',
  'delivery.mail': 'par courriel',
  'delivery.in-person': 'en main propre',
  'delivery.posted': 'par courrier postal',
  'delivery.frozen': 'Liste arrêtée le',
  'delivery.hash': 'Empreinte de la liste (SHA-256)',
  'delivery.signatures': 'Noms sur la liste',
  'delivery.left': 'Retirées de la liste depuis',
  'delivery.check-title': 'Comment vérifier le document',
  'delivery.check-text':
    'La dernière page du PDF indique le nombre de noms et l’empreinte de la liste. Si les deux sont les mêmes qu’ici, c’est bien le document qui a été remis.',
  'delivery.check-list':
    'Le fichier des empreintes en contient une pour chaque nom. Ensemble, elles donnent l’empreinte de la liste.',
  'delivery.files': 'Fichiers',
  'delivery.pdf': 'Document (PDF)',
  'delivery.archive': 'Document pour archivage (PDF/A)',
  'delivery.word': 'Document (Word)',
  'delivery.json': 'Liste (JSON)',
  'delivery.csv': 'Liste (CSV)',
  'delivery.names': 'Liste sous forme de page web, aussi pour les lecteurs d’écran',
  'delivery.commitments': 'Empreintes de tous les noms (JSON)',
  'delivery.binding': 'Langue officielle de la lettre : {language}',
  'delivery.more': 'À propos de cette remise, avec tous les fichiers',
  'delivery.scan': 'Numérisation ou photo',

  'answer.title': 'Réponse',
  'answer.none': 'Pas encore de réponse. Jours depuis la remise : {count}',
  'answer.file': 'La réponse sous forme de fichier',

  'unsubscribe.title': 'Ne plus recevoir de nouvelles de cette lettre ?',
  'unsubscribe.text':
    'Appuyez sur le bouton, et nous n’enverrons plus de nouvelles de « {title} » à l’adresse qui a reçu cet e‑mail. Votre signature reste inchangée.',
  'unsubscribe.button': 'Ne plus recevoir ces e‑mails',
  'unsubscribe.done-title': 'Vous ne recevrez plus de nouvelles par e‑mail',
  'unsubscribe.done-text':
    'Nous n’enverrons plus de nouvelles de « {title} » à l’adresse qui a reçu cet e‑mail. Votre signature reste inchangée.',

  'news.title': 'Nouvelles',
  'news.of': 'Nouvelles de « {title} »',
  'news.none': 'Il n’y a pas encore de nouvelles.',
  'news.feed': 'Flux de nouvelles (Atom)',
  'news.all': 'Toutes les nouvelles de cette lettre',

  'ready.delivered-subject': 'La lettre a été remise : « {title} »',
  'ready.delivered-text':
    'La lettre « {title} » a été remise le {date}. Merci de l’avoir signée.\n\nVous pouvez la lire et voir qui l’a signée ici : {url}',
  'ready.answered-subject': 'Il y a une réponse : « {title} »',
  'ready.answered-text':
    '{from} a répondu à la lettre « {title} ». Merci de l’avoir signée.\n\nVous pouvez lire la réponse ici : {url}',
  'ready.goal-subject': 'L’objectif est atteint : « {title} »',
  'ready.goal-text':
    'La lettre « {title} » a atteint son objectif. Signatures à ce jour : {count}. Merci de l’avoir signée.\n\nParlez-en autour de vous : {url}',

  'page.not-found-title': 'Page introuvable',
  'page.not-found-text': 'Vérifiez l’adresse, ou demandez à la personne qui vous l’a donnée.',
  'preview.note':
    'Ceci est un brouillon. Seules les personnes qui ont ce lien peuvent le lire. Merci de ne pas le transmettre.',
  'test.title': 'Signer pour essayer',
  'test.note': 'Ceci est un essai. Il n’est ni compté ni publié, et il sera supprimé à l’ouverture de la lettre.',
  'test.mail-subject': 'Essai : veuillez confirmer votre signature : « {title} »',
  'test.mail-text': 'Quelqu’un a signé un brouillon de « {title} » pour essayer, avec cette adresse.',
  'test.confirm': 'Confirmer l’essai',
  'test.done': 'Votre signature d’essai est confirmée',
  'test.over': 'C’était une signature d’essai',
  'test.over-text': 'Elle n’a jamais été comptée ni publiée, et elle a été supprimée.',
  'page.draft-title': 'Cette lettre n’est pas encore ouverte à la signature',
  'page.draft-text': 'Revenez quand elle aura été publiée.',
  'page.error-title': 'Un problème est survenu',
  'page.error-text': 'Veuillez réessayer dans un instant. Rien n’a été perdu.',
  'page.label': '{label} : ',
  'page.skip': 'Aller au texte',
  'page.language': 'Langue de cette page',
  'page.made-with': 'Signatures recueillies avec Undersigned, logiciel libre sans traceurs',
  'page.none': 'Aucune lettre n’est ouverte à la signature en ce moment.',
  'page.letters': 'Lettres ouvertes',
  'home.run-by': 'Ce site est géré par {name}.',
  'home.closed': 'Lettres closes et remises',

  'press.line': 'Au {time} UTC, la lettre ouverte « {title} » réunit {signed}.',
  'press.countries_many': '{count} de pays',
  'press.countries_one': '{count} pays',
  'press.countries_other': '{count} pays',

  // The delivered document and the signing sheet.
  'document.no-country': 'Pays non indiqué',
  'document.comma': ', ',
  'document.translation': 'Ceci est une traduction. Le texte officiel est dans la langue suivante : {language}.',
  'document.unnamed_one': 'et {count} personne qui a demandé à ne pas être nommée',
  'document.unnamed_many': 'et {count} personnes qui ont demandé à ne pas être nommées',
  'document.unnamed_other': 'et {count} personnes qui ont demandé à ne pas être nommées',
  'document.on-paper_one': 'et {count} signature sur papier',
  'document.on-paper_many': 'et {count} signatures sur papier',
  'document.on-paper_other': 'et {count} signatures sur papier',
  'document.offices': 'Bureaux',
  'document.page': 'Page {page} sur {pages}',
  'document.frozen': 'Liste arrêtée le {time}. Nombre de noms : {count}.',
  'document.interim': 'Ceci est une liste provisoire. La lettre peut encore être signée.',
  'document.hash': 'SHA-256 de la liste',
  'document.check': 'Vérifier cette liste en ligne',
  'document.qr': 'Code QR avec l’adresse {address}',
  'document.attached': 'Les signataires sous forme de tableau, pour les programmes',
  'sheet.title': 'Feuille de signatures',
  'sheet.text': 'Je signe cette lettre. Merci d’écrire en majuscules.',
  'sheet.name': 'Nom',
  'sheet.role': 'Fonction',
  'sheet.email': 'E‑mail',
  'sheet.signature': 'Signature',
  'sheet.online': 'Ou signer en ligne',
  'sheet.organisation-note': 'N’indiquez une organisation que si vous êtes habilité(e) à signer pour elle.',
} as const satisfies Record<string, string>;
