/**
 * Spanish.
 * Reviewed by a native speaker: no.
 */
export const es = {
  'letter.undersigned': 'Quienes suscriben',
  'letter.none-yet': 'Todavía no ha firmado nadie. Su firma puede ser la primera.',
  'letter.count_many': '{count} de firmantes',
  'letter.count_one': '{count} firmante',
  'letter.count_other': '{count} firmantes',
  'letter.organisations_many': '{count} de organizaciones',
  'letter.organisations_one': '{count} organización',
  'letter.organisations_other': '{count} organizaciones',
  'letter.individuals_many': '{count} de personas',
  'letter.individuals_one': '{count} persona',
  'letter.individuals_other': '{count} personas',
  'letter.on-paper': '{count} en papel',
  'letter.without-name': 'de ellas, {count} sin publicar el nombre',
  'letter.goal': 'Meta: {goal}',
  'letter.as-of': 'Datos a {time} UTC',
  'letter.all': 'Ver todas las firmas',
  'letter.sign': 'Firmar esta carta',
  'letter.languages': 'Leer esta carta en',
  'letter.corrected': 'Texto corregido el {date}: {why}',
  'letter.telephone': 'Tel.',
  'letter.fax': 'Fax',
  'letter.closed': 'Esta carta ya no admite firmas. No se pueden añadir más nombres.',
  'letter.delivered': 'Esta carta se entregó el {date}. No se pueden añadir más nombres.',
  'letter.not-yet': 'Todavía no se puede firmar.',
  'letter.paused': 'La recogida de firmas está en pausa. Vuelva más tarde, por favor.',
  'letter.opens': 'Se podrá firmar a partir del {date}.',
  'letter.older-version': 'firmó una versión anterior del texto',
  'letter.affiliated': 'con vínculo a {organisation} (la organización en sí no ha firmado)',

  'changes.link': 'Qué ha cambiado',
  'changes.title': 'Cambios de la carta',
  'changes.text':
    'Cada firma pertenece a las palabras que se vieron al darla. Un cambio de fondo crea una nueva versión, y a cada firmante de una anterior se le pregunta si desea trasladar su firma. Una corrección ortográfica o de una traducción no cambia ninguna firma.',
  'changes.version': 'Versión del {date}',
  'changes.current': 'es la que se firma ahora',
  'changes.read': 'Leer esta versión',
  'changes.hash': 'SHA-256 del texto',
  'changes.corrected': '{date}, {language}: {why}',
  'changes.before': 'antes',
  'changes.after': 'después',
  'changes.back': 'Todos los cambios',
  'changes.wording': 'Una redacción anterior, previa a una corrección',

  'list.title': 'Quiénes han firmado',
  'list.search': 'Buscar un nombre',
  'list.search-hint': 'Bastan las primeras letras.',
  'list.kind': 'Mostrar',
  'list.kind-all': 'todas las firmas',
  'list.kind-organisation': 'organizaciones',
  'list.kind-individual': 'personas',
  'list.country': 'País',
  'list.country-all': 'todos los países',
  'list.order': 'Orden',
  'list.order-newest': 'las más recientes primero',
  'list.order-name': 'por nombre',
  'list.apply': 'Mostrar',
  'list.next': 'Página siguiente',
  'list.first': 'Volver a la primera página',
  'list.none': 'No se ha encontrado a nadie.',
  'list.go-on': 'De momento no hay resultados, pero la lista sigue: continúe en la página siguiente.',
  'list.withheld': 'Quienes han firmado sin que se publique su nombre cuentan, pero no aparecen en la lista.',
  'list.paused': 'Por el momento no se muestra la lista de nombres.',
  'list.back': 'Volver a la carta',

  'form.step': 'Paso 1 de 2',
  'form.kind': '¿Quién firma?',
  'form.kind-organisation': 'Una organización, y tengo autorización para firmar en su nombre',
  'form.kind-individual': 'Firmo a título personal',
  'form.organisation': 'Organización',
  'form.organisation-hint':
    'Si firma a título personal, este dato es opcional: la organización aparece junto a su nombre, pero no firma.',
  'form.organisation-name': 'Nombre de la organización',
  'form.website': 'Sitio web de la organización (opcional)',
  'form.website-hint': 'Por ejemplo, example.org. Sirve para distinguir dos organizaciones con el mismo nombre.',
  'form.country': 'País',
  'form.country-choose': 'Elija un país',
  'form.person': 'Sus datos',
  'form.name': 'Su nombre',
  'form.role': 'Su cargo (opcional)',
  'form.email': 'Su dirección de correo electrónico',
  'form.email-hint': 'Le enviamos un correo para que confirme. La dirección no se muestra nunca.',
  'form.attestation': 'Tengo autorización para firmar esta carta en nombre de la organización indicada arriba.',
  'form.consents': 'Su consentimiento',
  'form.publication':
    'Doy mi consentimiento para que el nombre de la organización, mi nombre, mi cargo y el país se publiquen al pie de esta carta. Esto puede revelar una opinión política.',
  'form.updates': 'Envíenme noticias sobre esta carta.',
  'form.partner': 'La organización en cuyo sitio web firmo puede ponerse en contacto conmigo.',
  'form.display': 'Cómo firmar',
  'form.display-public': 'Con el nombre a la vista del público',
  'form.display-withheld': 'Sin publicar el nombre',
  'form.display-hint':
    'Sin publicar el nombre significa que su firma cuenta, pero no se publica ningún nombre. Quienes promueven la carta sí pueden verlo.',
  'form.honeypot': 'Deje este campo vacío',
  'form.submit': 'Firmar y confirmar por correo',

  'privacy.title': 'Qué pasa con sus datos',
  'privacy.more': 'El aviso de privacidad completo, en una página aparte',
  'privacy.controller': 'Responsable del tratamiento',
  'privacy.purpose': 'Para qué se usan',
  'privacy.purpose-text':
    'Para mostrar quién apoya esta carta y para entregarla con los nombres de quienes la firman. Para nada más.',
  'privacy.consent': 'Base jurídica',
  'privacy.consent-text':
    'Su consentimiento explícito. El hecho de firmar puede revelar una opinión política, que la ley protege de manera especial. Puede retirar el consentimiento en cualquier momento; la retirada no afecta a la licitud del tratamiento anterior.',
  'privacy.recipients': 'Quién los recibe',
  'privacy.recipients-text':
    'El público ve lo que usted acepta publicar. Las personas a las que se dirige la carta reciben la lista. El servicio que opera los servidores y envía los correos (Amazon Web Services) trabaja por cuenta del responsable del tratamiento. Nadie más.',
  'privacy.kept': 'Qué se conserva',
  'privacy.kept-text':
    'Lo que usted rellena, el texto y las formulaciones que vio, y cuándo confirmó. No hay cookies ni se guarda la dirección de red: solo un hash de ella, con clave, durante un día, contra los abusos. Su dirección de correo no se muestra nunca.',
  'privacy.retention': 'Durante cuánto tiempo',
  'privacy.retention-text': 'Mientras la carta sea pública, o hasta que usted retire su firma.',
  'privacy.unconfirmed': 'Una firma que no se confirma se elimina a los 30 días.',
  'privacy.withdrawn': 'Una firma que usted retira se elimina a los 30 días.',
  'privacy.after-closing':
    'Plazo, desde el cierre de la carta, en que se eliminan las direcciones de correo, los comentarios y los nombres que no son públicos',
  'privacy.rights': 'Sus derechos',
  'privacy.rights-text':
    'Puede consultar, corregir, retirar y suprimir su firma directamente, en la página que se enlaza en el comprobante. Puede presentar una reclamación ante una autoridad de control (protección de datos).',
  'privacy.manage': 'Pedir un enlace a su firma',
  'privacy.contact': 'A quién dirigirse',

  'dispute.link': '¿Su organización aparece en esta lista y no ha firmado?',
  'dispute.title': 'Mi organización no ha firmado',
  'dispute.text':
    'Comuníquelo a la secretaría de esta carta. La secretaría examina la firma y decide si el nombre se mantiene. Hasta entonces no cambia nada. Si tiene una dirección en el propio dominio de la organización, indique esa.',
  'dispute.organisation': 'Nombre de la organización, tal como aparece en la lista',
  'dispute.name': 'Su nombre',
  'dispute.email': 'Su dirección de correo electrónico',
  'dispute.email-hint': 'Solo para que la secretaría pueda responderle.',
  'dispute.message': '¿Qué debe saber la secretaría? (opcional)',
  'dispute.submit': 'Avisar a la secretaría',
  'dispute.done-title': 'Gracias. La secretaría lo examinará.',
  'dispute.done-text':
    'Si tiene preguntas, escribirá a la dirección que usted ha indicado. Su mensaje se borra al cabo de 180 días.',

  'form.errors_many': 'Hay {count} de puntos que requieren su atención',
  'form.errors_one': 'Hay un punto que requiere su atención',
  'form.errors_other': 'Hay {count} puntos que requieren su atención',
  'form.missing': 'rellene este campo',
  'form.wrong': 'revise este campo',
  'form.wrong-email': 'escriba una sola dirección de correo electrónico, como name@example.org',
  'form.wrong-website': 'esto no es la dirección de un sitio web, como https://example.org',
  'form.wrong-no-letter': 'debe contener una letra o una cifra',
  'form.wrong-damaged': 'se perdió una parte al copiar: escríbala de nuevo',
  'form.wrong-too-long': 'es demasiado largo: {max} caracteres como máximo',
  'form.wrong-country': 'no conocemos este país: use su nombre habitual o un código de dos letras, como KZ',
  'form.wrong-country-unclear': 'más de un país se llama así: escriba el nombre completo, como Corea del Sur',
  'form.wrong-address-in-name': 'escriba solo el nombre, sin dirección web ni de correo',
  'form.wrong-attestation': 'confirme que tiene autorización para firmar en nombre de la organización',
  'form.wrong-publication': 'acepte que se publique el nombre, o elija firmar sin publicarlo',
  'form.wrong-unsure': 'marque la casilla para confirmarlo',
  'form.deadline': 'Puede firmar hasta el {moment}.',
  'form.deadline-here': 'En su zona horaria: {moment}.',
  'form.wrong-charset':
    'Es posible que algunas letras, como é o ü, hayan llegado dañadas. Revise lo que escribió y vuelva a enviar el formulario.',
  'form.network-cap-title': 'Su formulario no se ha enviado',
  'form.network-cap':
    'Demasiadas personas de su red han enviado este formulario sin JavaScript. Active JavaScript en su navegador y abra la carta de nuevo, o vuelva a enviar el formulario después del {moment}.',

  'embed.did-you-mean': '¿Quería decir {address}?',
  'embed.proof-working': 'Comprobando en segundo plano que no firma un robot…',
  'embed.proof-ready': 'Comprobado: no firma ningún robot.',
  'embed.sending': 'Enviando…',
  'embed.busy':
    'En este momento firman muchísimas personas. Espere un minuto y pulse de nuevo el botón: lo que ha rellenado sigue aquí.',
  'embed.offline':
    'No hay conexión. Pulse de nuevo el botón cuando vuelva: lo que ha rellenado sigue aquí y no puede firmar dos veces.',
  'embed.timeout':
    'No ha llegado respuesta a tiempo. Pulse de nuevo el botón: lo que ha rellenado sigue aquí y no puede firmar dos veces.',
  'embed.refused': 'No se ha podido enviar desde aquí. Firme, por favor, en la página de la carta:',
  'embed.unreachable': 'El formulario no se puede cargar en este momento.',
  'embed.insecure': 'Esta página no es segura (le falta https). Firme, por favor, en la página de la carta:',
  'embed.hosted': 'Abrir el formulario en su propia página',
  'embed.retry': 'Intentarlo de nuevo',
  'embed.back': 'Volver a lo que he rellenado',

  'sent.title': 'Revise su correo',
  'sent.step': 'Paso 2 de 2',
  'sent.text':
    'Le hemos enviado un correo desde {sender}. Ábralo y pulse el botón que contiene: solo entonces cuenta su firma.',
  'sent.spam':
    '¿No ha llegado nada después de unos minutos? Mire en la carpeta de correo no deseado y compruebe que la dirección era correcta. Si alguna vez nos pidió que no escribiéramos a esta dirección, abra de nuevo el enlace de aquel correo para deshacerlo.',
  'sent.code': 'También puede escribir el código que aparece en el correo.',
  'sent.type-code': 'Escribir el código',

  'confirm.delivered':
    'Esta carta se entregó el {date}, por lo que su firma ya no se puede confirmar. Aquí puede ver los datos suyos que guardamos y hacer que se borren.',
  'confirm.title': 'Confirme la firma',
  'confirm.step': 'Paso 2 de 2',
  'confirm.fact-letter': 'Carta',
  'confirm.fact-organisation': 'Organización',
  'confirm.fact-individual': 'Usted',
  'confirm.fact-signatory': 'Firmado por',
  'confirm.public': 'El nombre aparecerá públicamente al pie de la carta.',
  'confirm.withheld': 'El nombre no se publica: su firma cuenta, pero no aparece ningún nombre.',
  'confirm.review': 'La secretaría de la carta examinará su firma antes de que cuente.',
  'confirm.button': 'Confirmar la firma',
  'confirm.not-me': '¿No ha sido usted? Cierre esta página. Sin su confirmación no se publica nada.',
  'confirm.done-step': 'Listo',
  'confirm.done-title': 'Gracias. La firma está confirmada.',
  'confirm.done-text': '{name} figura ahora al pie de la carta «{title}».',
  'confirm.done-withheld': 'La firma de la carta «{title}» ya cuenta, sin que se publique ningún nombre.',
  'confirm.done-receipt': 'Le hemos enviado un comprobante por correo.',
  'duplicate.organisation':
    'Ya hay una firma de {place} en esta carta. La suya se guarda junto a ella, y {place} cuenta una sola vez.',
  'duplicate.individual': 'Usted ya había firmado esta carta. Se conservan las dos firmas; usted cuenta una sola vez.',
  'duplicate.separate': '¿La suya es otra organización? Díganoslo: {contact}',
  'confirm.to-letter': 'Ir a la carta',
  'confirm.unknown-title': 'Este enlace no se puede usar',
  'confirm.unknown-text':
    'Puede que se haya cortado por el camino, o que corresponda a una firma que nunca se confirmó y se ha eliminado. Pida un nuevo correo, o escriba el código que aparece en el correo.',
  'confirm.resend': 'Enviarme un nuevo correo',
  'confirm.expired-title': 'Este enlace es demasiado antiguo',
  'confirm.expired-text':
    'Los enlaces solo funcionan durante unos días. Pida un nuevo correo, o escriba el código de uno más reciente.',

  'code.title': 'Escriba el código que aparece en el correo',
  'code.letter': 'Carta',
  'code.letter-hint': 'La última parte de la dirección web de la carta, tal como aparece en el correo.',
  'code.email': 'La dirección de correo electrónico a la que se envió el mensaje',
  'code.code': 'Código',
  'code.code-hint': 'Ocho letras y cifras, por ejemplo',
  'code.example': 'ABCD-2345',
  'code.error': 'Error',
  'code.submit': 'Confirmar la firma',
  'code.wrong':
    'Este código no coincide. Revise la carta, la dirección y el código. Tras diez intentos fallidos, un código deja de funcionar; el enlace del correo sigue funcionando.',

  'link.title': 'Sus firmas',
  'link.text':
    '¿Quiere consultar, corregir o retirar una firma, o se ha perdido el correo para confirmarla? Indique la dirección con la que firmó y le enviaremos un enlace.',
  'link.email': 'La dirección de correo electrónico con la que firmó',
  'link.submit': 'Enviarme un enlace',
  'link.wrong': 'Esto no es una dirección de correo electrónico.',
  'link.sent-title': 'Revise su correo',
  'link.sent-text':
    'Si hay una firma de esta dirección, un correo de {sender} va en camino. Si no hay ninguna, no se envía nada.',
  'link.unusable':
    'Puede que se haya cortado por el camino, que sea demasiado antiguo o que aquello a lo que llevaba ya no esté aquí. Pida uno nuevo:',

  'manage.title': 'Su firma',
  'manage.state-pending': 'Sin confirmar todavía: no cuenta hasta que usted la confirme.',
  'manage.state-counted': 'La firma de {name} cuenta en esta carta.',
  'manage.state-held': '{name} ha firmado. La secretaría de la carta examina la firma antes de que cuente.',
  'manage.state-merged':
    'La secretaría de la carta conserva esta firma junto a otra, por lo que no cuenta por separado.',
  'manage.state-displaced':
    'Otra firma en nombre de {name} está mejor acreditada y cuenta en su lugar. La secretaría de la carta examinará la de usted.',
  'manage.state-rejected': 'La secretaría de la carta no ha aceptado esta firma.',
  'manage.state-withdrawn': 'Esta firma se ha retirado. No se muestra en ninguna parte ni cuenta.',
  'manage.change-awaits':
    'Ha pedido un cambio. La secretaría de la carta lo revisará; hasta entonces su firma queda como estaba. Lo que ha pedido:',
  'manage.change-declined': 'La secretaría de la carta no ha aceptado el cambio que pidió. Su firma queda como estaba.',
  'manage.place-text': 'La otra firma ya no lo impide. La suya puede contar ahora.',
  'manage.place-button': 'Firmar en su lugar',
  'manage.carry-title': 'La carta ha cambiado',
  'manage.carry-text':
    'Su firma figura al pie del texto que usted vio. Lea el nuevo texto; si está de acuerdo, pase su firma a él. Si no hace nada, se queda en el texto anterior y así se indica.',
  'manage.carry-read': 'Leer el nuevo texto',
  'manage.carry-button': 'Pasar mi firma al nuevo texto',
  'manage.held': 'Qué datos tenemos',
  'manage.fact-affiliation': 'Vínculo',
  'manage.fact-website': 'Sitio web',
  'manage.fact-role': 'Cargo',
  'manage.fact-email': 'Dirección de correo electrónico (no se muestra nunca)',
  'manage.fact-comment': 'Palabras para quienes promueven la carta',
  'manage.fact-submitted': 'Enviada el',
  'manage.fact-confirmed': 'Confirmada el',
  'manage.fact-version': 'Texto firmado (SHA-256)',
  'manage.download': 'Descargar todo en un archivo (JSON)',
  'manage.correct-title': 'Corregir',
  'manage.correct-text':
    'Si cambia de organización, la nueva se verifica otra vez. También puede pasar de firmar en nombre de la organización a firmar a título personal, o al revés.',
  'manage.correct-button': 'Guardar la corrección',
  'manage.too-many-corrections':
    'Ha corregido esta firma muchas veces en un día. Podrá volver a corregirla a partir de este momento: {moment}. Lo que ya guardó se conserva.',
  'manage.too-many-organisations':
    'Ha cambiado la organización varias veces en un día. Podrá volver a cambiarla a partir de este momento: {moment}. Todo lo demás puede corregirlo ya.',
  'manage.consents-title': 'Nombre y consentimientos',
  'manage.consents-button': 'Guardar',
  'manage.withdraw-title': 'Retirar',
  'manage.withdraw-text':
    'La firma sale de inmediato de la lista y del recuento. Desde esta página no se puede deshacer.',
  'manage.withdraw-button': 'Retirar mi firma',
  'manage.forget-title': 'Borrarlo todo',
  'manage.forget-text':
    'La firma se retira, y todo lo que indica quién es usted se borra de inmediato de nuestra base de datos. De las colas técnicas desaparece en un máximo de 14 días; de las copias de seguridad, en un máximo de 35.',
  'manage.forget-left':
    'Queda un número sin nombre, para que el historial del recuento siga siendo correcto; y un hash de su dirección que impide nuevos envíos, pero solo si usted lo pide, o si nuestro correo fue devuelto o se marcó como no deseado.',
  'manage.forget-sure': 'Sí, borren todo lo que se refiere a mí en esta carta.',
  'manage.forget-no-mail': 'Y no vuelvan a enviar nunca correo a esta dirección.',
  'manage.forget-button': 'Borrar mis datos',
  'manage.forgotten-title': 'Sus datos se han borrado',
  'manage.forgotten-text': 'Ya nada en nuestra base de datos indica quién es usted.',
  'manage.forgotten-left':
    'De las colas técnicas desaparecen en un máximo de 14 días; de las copias de seguridad, en un máximo de 35. Una lista de supresiones garantiza que, si se restaura una copia, sus datos se borren de nuevo.',

  'domain.title': 'Acredite que el dominio es suyo',
  'domain.text':
    'Si usted puede modificar {domain}, ponga esta línea en uno de estos dos lugares. La firma lleva entonces el distintivo «dominio acreditado» y ocupa el lugar de otra hecha desde fuera en nombre de la misma organización. La línea no es secreta, y después puede quitarla.',
  'domain.record': 'Un registro DNS de tipo TXT en',
  'domain.file': 'O un archivo de texto en',
  'domain.button': 'Comprobar ahora',
  'domain.shown': 'Usted acreditó el control de {domain} el {date}.',
  'domain.failed': 'El dominio aún no está acreditado',
  'domain.not-proven':
    'La línea no se ha encontrado ni en {record} ni en {file}. Un nuevo registro DNS puede tardar algunas horas en ser visible en todas partes; el archivo debe ser de texto sin formato y accesible por https. Después, pulse de nuevo «Comprobar ahora».',
  'domain.checked-too-often':
    'Lo hemos comprobado diez veces en una hora. Vuelva a intentarlo dentro de una hora, por favor.',
  'domain.not-provable': 'Esta firma no representa a ninguna organización con un sitio web en un dominio propio.',

  'mark.mailbox-domain': 'correo del dominio propio',
  'mark.domain': 'dominio acreditado',
  'mark.vouched': 'firma avalada',
  'mark.title': 'Qué indican los distintivos',
  'mark.text':
    'Todas las firmas de esta lista se han confirmado por correo. Algunas organizaciones han acreditado algo más y llevan un distintivo:',
  'mark.about-mailbox-domain':
    'El correo con el que se confirmó llegó a un buzón del dominio propio de la organización.',
  'mark.about-domain': 'Quien firma ha acreditado el control del dominio de la organización.',
  'mark.about-vouched': 'La secretaría de la carta ha comprobado que la organización ha firmado.',

  'stop.title': 'No he sido yo',
  'stop.text':
    'Alguien indicó esta dirección de correo electrónico para firmar «{title}». Si no ha sido usted, no se publica nada.',
  'stop.one-text':
    'Si usted no firmó, elimine la firma. Sus datos se eliminan de inmediato, y usted todavía puede firmar.',
  'stop.one-button': 'Esta firma no es mía: eliminarla',
  'stop.what':
    'También puede bloquear esta dirección: los datos se eliminan de inmediato y no volvemos a escribirle nunca, ni siquiera cuando usted mismo firme una carta. El enlace del correo permite deshacerlo.',
  'stop.button': 'Eliminar los datos y no volver a escribirme',
  'stop.nothing': 'Si no hace nada, los datos se eliminan a los 30 días.',
  'stop.stopped-title': 'Hecho',
  'stop.stopped-text':
    'Los datos se han eliminado y no volveremos a escribir a esta dirección. Solo queda un hash de la dirección que impide nuevos envíos. Puede deshacerlo aquí, o más tarde con el mismo enlace del correo.',
  'stop.removed-title': 'La firma se ha eliminado',
  'stop.removed-text': 'Los datos se han eliminado y no se publicó nada. Usted todavía puede firmar la carta.',
  'stop.blocked-title': 'No escribimos a esta dirección',
  'stop.undo-text':
    'Usted nos pidió que no volviéramos a escribir a esta dirección. Por eso no llega ningún correo para confirmar cuando firma una carta. ¿Quiere recibir correo de nuevo?',
  'stop.undo-button': 'Volver a enviar correo a esta dirección',
  'stop.undone-title': 'Puede volver a recibir correo',
  'stop.undone-text':
    'Podemos volver a escribir a esta dirección. Si entretanto firmó una carta, fírmela otra vez: su correo no se envió.',
  'stop.confirmed-title': 'Esta firma se confirmó',
  'stop.confirmed-text':
    'Alguien que puede leer el correo de esta dirección la ha confirmado. Para verla, retirarla o hacer que se supriman los datos, pida un enlace por correo.',
  'stop.gone-title': 'Aquí ya no hay nada',
  'stop.gone-text': 'La firma se ha eliminado. No se publica ningún nombre.',
  'stop.unusable':
    'Puede que el enlace haya llegado incompleto. Si no hace nada, no se publica nada, y lo que se envió se elimina a los 30 días.',

  'mail.greeting': 'Hola, {name}:',
  'mail.greeting-unknown': 'Hola:',
  'mail.button-fails': 'Si el botón no funciona, abra esta dirección:',
  'mail.letter': 'La carta y todas sus firmas:',
  'mail.contact': '¿Tiene alguna pregunta? Responda a este correo o escriba a {contact}.',
  'mail.sent-for': 'Enviado en nombre de {convener}.',
  'mail.sent-by': 'Enviado porque alguien indicó esta dirección y pidió sus enlaces.',
  'mail.not-me':
    '¿No ha sido usted? Entonces no haga nada: sin confirmación no se publica nada, y los datos se eliminan a los 30 días.',
  'mail.stop':
    'Si esta firma no es suya, abra esta página para eliminarla o para no recibir más correos en esta dirección:',
  'mail.manage':
    'En su página puede ver todo lo que está registrado, corregirlo o retirar su firma. El enlace es solo para usted: no lo comparta.',
  'mail.manage-button': 'Abrir su página',
  'mail.manage-not-me':
    '¿No ha sido usted? En la misma página puede retirar la firma, hacer que se elimine todo lo referente a usted y detener cualquier otro correo.',
  'mail.confirm-subject': 'Por favor, confirme su firma (paso 2 de 2): «{title}»',
  'mail.confirm-title': 'Por favor, confirme la firma',
  'mail.confirm-organisation': 'Usted ha pedido firmar la carta «{title}» en nombre de «{name}».',
  'mail.confirm-individual': 'Usted ha pedido firmar la carta «{title}».',
  'mail.confirm-press':
    'Paso 2 de 2: abra esta página y pulse el botón que aparece en ella. Solo entonces cuenta la firma.',
  'mail.confirm-button': 'Abrir la página y confirmar',
  'mail.code': 'O escriba el código en esta página:',
  'mail.code-letter': 'Carta: {letter}',
  'mail.code-code': 'Código: {code}',
  'mail.confirm-expires': 'El enlace y el código son válidos hasta esta fecha: {date}.',
  'mail.reminder-subject': 'Recordatorio (paso 2 de 2): por favor, confirme su firma en «{title}»',
  'mail.reminder-title': 'Su firma aún no está confirmada',
  'mail.reminder-organisation':
    'Usted pidió firmar la carta «{title}» en nombre de «{name}» (fecha de la solicitud: {date}). La firma aún no está confirmada, así que no cuenta.',
  'mail.reminder-individual':
    'Usted pidió firmar la carta «{title}» (fecha de la solicitud: {date}). La firma aún no está confirmada, así que no cuenta.',
  'mail.reminder-only': 'Este es el único recordatorio.',
  'mail.receipt-subject': 'Comprobante: {name} ha firmado «{title}»',
  'mail.receipt-title': 'Gracias. La firma está confirmada.',
  'mail.receipt-text': 'La firma de {name} en la carta «{title}» está confirmada.',
  'mail.receipt-facts': 'Esto es lo que está registrado ahora:',
  'mail.corrected-subject': 'Comprobante: la firma de {name} en «{title}», tal como está ahora',
  'mail.corrected-title': 'La firma se ha corregido',
  'mail.corrected-text':
    'La firma de {name} en la carta «{title}» se ha corregido. Este correo sustituye al comprobante anterior.',
  'mail.state-held': 'Aún no se cuenta: la secretaría de la carta la revisa primero. No tiene que hacer nada.',
  'mail.state-displaced': 'Su firma se conserva. No se cuenta y queda a la espera de la secretaría de la carta.',
  'mail.state-rejected': 'La secretaría de la carta no ha aceptado esta firma.',
  'mail.prove':
    'Si usted actúa en nombre de {name}, puede demostrarlo: su página explica cómo acreditar el dominio de la organización, con una entrada en su DNS o un pequeño archivo en su sitio web.',
  'mail.fact-organisation': 'Organización',
  'mail.fact-affiliation': 'Afiliación',
  'mail.fact-website': 'Sitio web',
  'mail.fact-country': 'País',
  'mail.fact-signatory': 'Firma de',
  'mail.fact-role': 'Cargo',
  'mail.fact-display': 'Nombre en público',
  'mail.fact-display-public': 'visible',
  'mail.fact-display-withheld': 'no visible',
  'mail.fact-date': 'Fecha de confirmación',
  'mail.fact-version': 'Texto firmado (SHA-256)',
  'mail.already-subject': 'Ya firmada: {name} en «{title}»',
  'mail.already-title': 'Usted ya ha firmado',
  'mail.already-organisation':
    'Alguien, probablemente usted, acaba de pedir firmar la carta «{title}» en nombre de {name}. Usted ya la ha firmado y la firma está confirmada.',
  'mail.already-individual':
    'Alguien, probablemente usted, acaba de pedir firmar la carta «{title}». Usted ya la ha firmado y la firma está confirmada.',
  'mail.already-nothing':
    'Nada ha cambiado y no hay nada que confirmar. Si no fue usted quien lo pidió, no tiene que hacer nada.',
  'mail.duplicate-subject': 'Otra persona también ha firmado en nombre de {name}: «{title}»',
  'mail.duplicate-title': 'Una segunda firma de su organización',
  'mail.duplicate-text':
    'Usted firmó la carta «{title}» en nombre de {name}. Otra persona acaba de confirmar una firma por la misma organización. La de usted sigue representándola; la otra se conserva a su lado, y el nombre se cuenta una sola vez.',
  'mail.duplicate-nothing':
    'No tiene que hacer nada. Si otra persona debe representar a {name}, retire su firma en su página: la otra podrá entonces ocupar su lugar.',
  'mail.displaced-subject': 'Su firma en nombre de {name} queda a la espera de la secretaría: «{title}»',
  'mail.displaced-title': 'Otra firma ha ocupado el lugar de la suya',
  'mail.displaced-text':
    'Otra persona ha firmado la carta «{title}» en nombre de {name} y lo ha acreditado mejor. Esa firma cuenta en lugar de la de usted.',
  'mail.version-subject': 'La carta ha cambiado: ¿firma {name} el nuevo texto de «{title}»?',
  'mail.version-title': 'La carta ha cambiado',
  'mail.version-organisation':
    'Usted firmó la carta «{title}» en nombre de {name}. Su texto ha cambiado desde entonces. Su firma sigue al pie de las palabras que usted vio.',
  'mail.version-individual':
    'Usted firmó la carta «{title}». Su texto ha cambiado desde entonces. Su firma sigue al pie de las palabras que usted vio.',
  'mail.version-renamed': 'La carta se titula ahora «{new}».',
  'mail.version-read': 'Lea el nuevo texto y los cambios:',
  'mail.version-carry':
    '¿Está de acuerdo con él? Entonces traslade su firma al nuevo texto, con un solo clic en su página. El enlace es solo para usted: no lo comparta.',
  'mail.version-button': 'Abrir su página y trasladar la firma',
  'mail.version-nothing':
    'Si no hace nada, su firma permanece en el texto anterior y así se muestra. Solo se lo preguntamos esta vez.',
  'mail.withdrawn-subject': 'Retirada: la firma de {name} en «{title}»',
  'mail.withdrawn-title': 'La firma se ha retirado',
  'mail.withdrawn-organisation':
    'La firma de {name} en la carta «{title}» se ha retirado. Ya no figura en la lista ni en el recuento.',
  'mail.withdrawn-individual':
    'Su firma en la carta «{title}» se ha retirado. Ya no figura en la lista ni en el recuento.',
  'mail.withdrawn-nothing': 'Ya está hecho: no hay nada que confirmar y no recibirá más correos al respecto.',
  'mail.withdrawn-not-me': '¿No ha sido usted? Entonces escriba a {contact}.',
  'mail.links-subject': 'Los enlaces a sus firmas',
  'mail.links-title': 'Sus firmas',
  'mail.links-text': 'Alguien, probablemente usted, ha pedido los enlaces a las firmas de este buzón. Aquí están.',
  'mail.links-one': '{name}, en «{title}»',
  'mail.links-manage': 'Para verla, corregirla o retirarla:',
  'mail.links-pending': 'Aún sin confirmar. Para confirmarla, abra esta página y pulse el botón que aparece en ella:',
  'mail.links-private': 'Estos enlaces son solo para usted: no los comparta.',
  'mail.links-not-me': '¿No ha sido usted? Entonces no haga nada: los enlaces no se han enviado a nadie más.',

  'page.not-found-title': 'Aquí no hay nada',
  'page.not-found-text': 'Compruebe la dirección, o pregunte a quien se la dio.',
  'page.draft-title': 'Esta carta todavía no está abierta a la firma',
  'page.draft-text': 'Vuelva cuando se haya publicado.',
  'page.error-title': 'Algo ha fallado',
  'page.error-text': 'Inténtelo de nuevo dentro de un momento. No se ha perdido nada.',
  'page.label': '{label}: ',
  'page.skip': 'Ir al texto',
  'page.made-with': 'Firmas reunidas con Undersigned, software libre sin rastreadores',
  'page.none': 'En este momento no hay ninguna carta abierta a la firma.',
  'page.letters': 'Cartas abiertas',

  'press.line': 'A {time} UTC, la carta abierta «{title}» reúne {signed}.',
  'press.countries_many': '{count} de países',
  'press.countries_one': '{count} país',
  'press.countries_other': '{count} países',
} as const satisfies Record<string, string>;
