/**
 * Japanese.
 * Reviewed by a native speaker: no.
 */
export const ja = {
  'letter.undersigned': '署名者一同',
  'letter.none-yet': 'まだ署名はありません。最初の署名者になってください。',
  'letter.count_other': '署名 {count} 件',
  'letter.organisations_other': '{count} 団体',
  'letter.individuals_other': '個人 {count} 名',
  'letter.on-paper': '紙で {count} 件',
  'letter.without-name': 'うち {count} 件は名前非公表',
  'letter.goal': '目標：{goal}',
  'letter.as-of': '{time} UTC 現在',
  'letter.all': 'すべての署名者を見る',
  'letter.sign': 'この書簡に署名する',
  'letter.languages': 'この書簡を読む言語',
  'letter.corrected': '{date}訂正：{why}',
  'letter.telephone': '電話',
  'letter.fax': 'ファクス',
  'letter.closed': 'この書簡への署名は締め切られました。名前を追加することはできません。',
  'letter.delivered': 'この書簡は{date}に提出されました。名前を追加することはできません。',
  'letter.not-yet': '署名の受け付けはまだ始まっていません。',
  'letter.paused': '署名の受け付けは現在一時停止しています。後ほどもう一度お越しください。',
  'letter.opens': '署名の受け付けは{date}に始まります。',
  'letter.older-version': '以前の版の本文に署名',
  'letter.affiliated': '所属：{organisation}（団体としては署名していません）',

  'changes.link': '変更された点',
  'changes.title': '書簡の変更',
  'changes.text':
    '署名は、署名の時点で示されていた文言に対するものです。内容に変更があれば新しい版となり、以前の版に署名したすべての方に、署名を新しい版に引き継ぐかどうかをお尋ねします。表記の誤りや翻訳の訂正によって、署名が変わることはありません。',
  'changes.version': '{date}の版',
  'changes.current': '現在署名を受け付けている版',
  'changes.read': 'この版を読む',
  'changes.hash': '本文の SHA-256',
  'changes.corrected': '{date}、{language}：{why}',
  'changes.before': '変更前',
  'changes.after': '変更後',
  'changes.back': 'すべての変更',
  'changes.wording': '訂正前の文言',

  'list.title': '署名者一覧',
  'list.search': '名前を検索',
  'list.search-hint': '最初の数文字だけで検索できます。',
  'list.kind': '表示する対象',
  'list.kind-all': 'すべて',
  'list.kind-organisation': '団体',
  'list.kind-individual': '個人',
  'list.country': '国・地域',
  'list.country-all': 'すべての国・地域',
  'list.order': '並び順',
  'list.order-newest': '新しい順',
  'list.order-name': '名前順',
  'list.apply': '表示する',
  'list.next': '次のページ',
  'list.first': '最初のページに戻る',
  'list.none': '見つかりませんでした。',
  'list.go-on': 'これまでに調べた範囲にはありません。続きがありますので、次のページへお進みください。',
  'list.withheld': '名前を公表せずに署名した方は、署名数に含まれますが、一覧には表示されません。',
  'list.paused': '名前の一覧は現在表示していません。',
  'list.back': '書簡に戻る',

  'form.step': 'ステップ1（全2ステップ）',
  'form.kind': '誰として署名しますか',
  'form.kind-organisation': '団体として（私は、その団体を代表して署名する権限を与えられています）',
  'form.kind-individual': '個人として（私自身の名で署名します）',
  'form.organisation': '団体',
  'form.organisation-hint':
    '個人として署名する場合、この欄は任意です。所属として表示され、団体が署名したことにはなりません。',
  'form.organisation-name': '団体の名称',
  'form.website': '団体のウェブサイト（任意）',
  'form.website-hint': '例：example.org。同じ名称の団体を区別するためのものです。',
  'form.country': '国・地域',
  'form.country-choose': '国・地域を選んでください',
  'form.person': 'あなたについて',
  'form.name': 'お名前',
  'form.role': '役職・立場（任意）',
  'form.email': 'メールアドレス',
  'form.email-hint': '確認のためのメールを1通お送りします。アドレスが表示されることはありません。',
  'form.attestation': '私は、上記の団体を代表してこの書簡に署名する権限を与えられています。',
  'form.consents': '同意事項',
  'form.publication':
    '私は、団体の名称、私の氏名、私の役職・立場および国・地域が、この書簡の署名欄に公表されることに同意します。これにより、政治的意見が示される場合があります。',
  'form.updates': 'この書簡に関するお知らせを希望します。',
  'form.partner': '私が署名するサイトの運営団体が、私に連絡することを認めます。',
  'form.display': '署名の表示',
  'form.display-public': '名前を公表して署名する',
  'form.display-withheld': '名前を公表せずに署名する',
  'form.display-hint':
    '公表しない場合、署名は署名数に含まれますが、名前は一切公表されません。書簡の呼びかけ人は名前を見ることができます。',
  'form.honeypot': 'この欄には何も入力しないでください',
  'form.submit': '署名し、メールで確認する',

  'privacy.title': 'あなたのデータの取り扱い',
  'privacy.more': '個人情報の取り扱いの全文（別ページ）',
  'privacy.controller': '管理責任者',
  'privacy.purpose': '利用目的',
  'privacy.purpose-text':
    'この書簡の賛同者を示すこと、および賛同者の名前を添えて書簡を届けること。それ以外の目的には用いません。',
  'privacy.consent': '法的根拠',
  'privacy.consent-text':
    'あなたの明示的な同意です。署名によって政治的意見が示される場合があり、法律はこれを特別に保護しています。同意はいつでも撤回できます。撤回前に行われた取り扱いは、引き続き適法です。',
  'privacy.recipients': '提供先',
  'privacy.recipients-text':
    '公衆は、あなたが公表に同意した内容を見ることができます。書簡の宛先には、署名者の一覧が渡されます。コンピューターの運用とメールの送信を行うサービス（Amazon Web Services）は、管理責任者の委託を受けて業務を行います。それ以外に提供されることはありません。',
  'privacy.kept': '保存する内容',
  'privacy.kept-text':
    '入力された内容、表示された本文と文言、および確認の日時。Cookie は使用せず、ネットワークアドレスも保存しません。不正利用を防ぐため、ネットワークアドレスの鍵付きハッシュ値のみを1日間保存します。メールアドレスが表示されることはありません。',
  'privacy.retention': '保存期間',
  'privacy.retention-text': '書簡が公開されている間、または署名が撤回されるまで。',
  'privacy.unconfirmed': '確認されていない署名は、30日後に削除されます。',
  'privacy.withdrawn': '撤回された署名は、30日後に削除されます。',
  'privacy.after-closing': '書簡の受付終了後、メールアドレス、コメント、非公開の氏名が削除されるまでの期間',
  'privacy.rights': 'あなたの権利',
  'privacy.rights-text':
    '控えに記載されたリンク先のページで、ご自身で署名を閲覧、訂正、撤回および削除することができます。データ保護監督機関に苦情を申し立てることができます。',
  'privacy.manage': '署名のページへのリンクを請求する',
  'privacy.contact': 'お問い合わせ先',

  'dispute.link': 'あなたの団体は、署名していないのにこの一覧に載っていますか',
  'dispute.title': '私の団体は署名していません',
  'dispute.text':
    'この書簡の事務局にお知らせください。事務局が署名を確認し、名称を残すかどうかを決めます。それまでは何も変わりません。団体自身のドメインのメールアドレスをお持ちでしたら、そちらをご記入ください。',
  'dispute.organisation': '団体の名称（一覧の表記どおり）',
  'dispute.name': 'お名前',
  'dispute.email': 'メールアドレス',
  'dispute.email-hint': '事務局がお返事するためだけに使用します。',
  'dispute.message': '事務局に伝えたいこと（任意）',
  'dispute.submit': '事務局に知らせる',
  'dispute.done-title': 'ありがとうございます。事務局が確認します。',
  'dispute.done-text':
    '質問がある場合、事務局はご入力いただいたアドレスに連絡します。お送りいただいた内容は180日後に削除されます。',

  'form.errors_other': 'ご確認いただきたい点が {count} 件あります',
  'form.missing': 'この欄に入力してください',
  'form.wrong': 'この欄をご確認ください',
  'form.wrong-email': 'メールアドレスを一つ入力してください（例：name@example.org）',
  'form.wrong-website': 'ウェブサイトのアドレスではありません（例：https://example.org）',
  'form.wrong-no-letter': '文字または数字を含めてください',
  'form.wrong-damaged': 'コピーの際に一部が失われました。もう一度入力してください',
  'form.wrong-too-long': '長すぎます。{max} 文字以内にしてください',
  'form.wrong-country': 'この国名が分かりません。通常の国名か、KZ のような 2 文字のコードを入力してください',
  'form.wrong-country-unclear': 'この名前の国は複数あります。「韓国」のように正確な国名を入力してください',
  'form.wrong-address-in-name': '名前だけを入力してください。ウェブやメールのアドレスは入れないでください',
  'form.wrong-attestation': '団体を代表して署名する権限を与えられていることを確認してください',
  'form.wrong-publication': '名前の公表に同意するか、公表しないことを選んでください',
  'form.wrong-unsure': '確認のため、チェックを入れてください',
  'form.deadline': '署名は{moment}まで受け付けています。',
  'form.deadline-here': 'お使いのタイムゾーンでは{moment}です。',
  'form.wrong-charset':
    'é や ü などの文字が正しく届いていない可能性があります。入力内容を確認して、もう一度送信してください。',
  'form.network-cap-title': 'フォームは送信されませんでした',
  'form.network-cap':
    'お使いのネットワークから JavaScript なしで送信された回数が多すぎます。ブラウザーで JavaScript を有効にして書簡をもう一度開くか、{moment}以降にもう一度送信してください。',

  'embed.did-you-mean': '{address} ではありませんか？',
  'embed.proof-working': 'ロボットによる署名でないことを背後で確認しています…',
  'embed.proof-ready': '確認済み：ロボットによる署名ではありません。',
  'embed.sending': '送信しています…',
  'embed.busy':
    '現在、署名が非常に集中しています。1分ほど待ってから、もう一度ボタンを押してください。入力内容はそのまま残っています。',
  'embed.offline':
    '接続がありません。接続が戻ったら、もう一度ボタンを押してください。入力内容はそのまま残っており、二重に署名されることはありません。',
  'embed.timeout':
    '時間内に応答がありませんでした。もう一度ボタンを押してください。入力内容はそのまま残っており、二重に署名されることはありません。',
  'embed.refused': 'ここからは送信できませんでした。書簡のページで署名してください。',
  'embed.unreachable': '現在、フォームを読み込めません。',
  'embed.insecure': 'このページは安全ではありません（https ではありません）。書簡のページで署名してください。',
  'embed.hosted': 'フォームを専用のページで開く',
  'embed.retry': 'もう一度試す',
  'embed.back': '入力内容に戻る',

  'sent.title': '受信箱をご確認ください',
  'sent.step': 'ステップ2（全2ステップ）',
  'sent.text':
    '{sender} からメールをお送りしました。メールを開き、その中のボタンを押してください。それによって初めて署名が有効になります。',
  'sent.spam':
    '数分たっても届かない場合は、迷惑メールフォルダーをご覧になり、アドレスが正しかったかどうかをご確認ください。以前、このアドレスにメールを送らないよう希望された場合は、そのときのメールのリンクをもう一度開くと元に戻せます。',
  'sent.code': 'メールに記載されたコードを入力することもできます。',
  'sent.type-code': 'コードを入力する',

  'confirm.delivered':
    'この書簡は{date}に提出されたため、署名を確認することはできなくなりました。保存されているあなたのデータをここで確認し、削除することができます。',
  'confirm.title': '署名の確認',
  'confirm.step': 'ステップ2（全2ステップ）',
  'confirm.fact-letter': '書簡',
  'confirm.fact-organisation': '団体',
  'confirm.fact-individual': 'あなた',
  'confirm.fact-signatory': '署名者',
  'confirm.public': '名前は、書簡の署名欄に公表されます。',
  'confirm.withheld': '名前は公表されません。署名は署名数に含まれますが、名前は一切公表されません。',
  'confirm.review': '署名数に含める前に、書簡の事務局が署名を審査します。',
  'confirm.button': '署名を確認する',
  'confirm.not-me': 'お心当たりがない場合は、このページを閉じてください。あなたの確認がなければ、何も公表されません。',
  'confirm.done-step': '完了',
  'confirm.done-title': 'ありがとうございます。署名が確認されました。',
  'confirm.done-text': '{name}の名前が『{title}』の署名欄に加わりました。',
  'confirm.done-withheld': '『{title}』への署名は署名数に含まれ、名前は公表されません。',
  'confirm.done-receipt': 'メールで控えをお送りしました。',
  'duplicate.organisation':
    'この書簡には、すでに{place}の署名があります。あなたの署名はそれとあわせて保存され、{place}は一度だけ数えられます。',
  'duplicate.individual':
    'あなたは、すでにこの書簡に署名しています。署名は両方とも保存されますが、一度だけ数えられます。',
  'duplicate.separate': '別の団体ですか。こちらまでお知らせください：{contact}',
  'confirm.to-letter': '書簡へ',
  'confirm.unknown-title': 'このリンクは使用できません',
  'confirm.unknown-text':
    '途中で切れてしまったか、確認されないまま削除された署名のリンクである可能性があります。新しいメールを請求するか、メールに記載されたコードを入力してください。',
  'confirm.resend': '新しいメールを受け取る',
  'confirm.expired-title': 'このリンクは期限切れです',
  'confirm.expired-text':
    'リンクの有効期間は数日間です。新しいメールを請求するか、より新しいメールに記載されたコードを入力してください。',

  'code.title': 'メールに記載されたコードを入力してください',
  'code.letter': '書簡',
  'code.letter-hint': '書簡のウェブアドレスの最後の部分（メールに記載されたとおり）。',
  'code.email': 'メールが届いたメールアドレス',
  'code.code': 'コード',
  'code.code-hint': '英字と数字あわせて8文字。例：',
  'code.example': 'ABCD-2345',
  'code.error': 'エラー',
  'code.submit': '署名を確認する',
  'code.wrong':
    'コードが一致しません。書簡、アドレス、コードをご確認ください。10回間違えると、コードは使えなくなります。その場合も、メール内のリンクは使えます。',

  'link.title': 'あなたの署名',
  'link.text':
    '署名の閲覧、訂正、撤回をご希望ですか。あるいは、確認のメールを紛失されましたか。署名に使用したアドレスを入力してください。リンクをお送りします。',
  'link.email': '署名に使用したメールアドレス',
  'link.submit': 'リンクを受け取る',
  'link.wrong': 'メールアドレスではありません。',
  'link.sent-title': '受信箱をご確認ください',
  'link.sent-text':
    'このアドレスによる署名がある場合は、{sender} からメールが届きます。ない場合は、何も送信されません。',
  'link.unusable':
    '途中で切れてしまったか、期限切れであるか、リンク先がすでになくなっている可能性があります。新しいリンクを請求してください。',

  'manage.title': 'あなたの署名',
  'manage.state-pending': 'まだ確認されていません。確認されるまで、署名数には含まれません。',
  'manage.state-counted': '{name}の署名は、この書簡の署名数に含まれています。',
  'manage.state-held': '{name}の署名を受け付けました。署名数に含める前に、書簡の事務局が審査します。',
  'manage.state-merged': '書簡の事務局は、この署名を別の署名とあわせて扱っています。そのため、単独では数えられません。',
  'manage.state-displaced':
    '{name}としての別の署名のほうが確かな証明を示しているため、あなたの署名に代わって数えられています。書簡の事務局があなたの署名を確認します。',
  'manage.state-rejected': '書簡の事務局は、この署名を承認しませんでした。',
  'manage.state-withdrawn': 'この署名は撤回されています。どこにも表示されず、署名数にも含まれません。',
  'manage.change-awaits':
    '変更の依頼を受け付けました。書簡の事務局が審査します。それまで署名は元のままです。依頼の内容:',
  'manage.change-declined': '書簡の事務局は、依頼された変更を承認しませんでした。署名は元のままです。',
  'manage.place-text': '別の署名による支障はなくなりました。あなたの署名を数えることができます。',
  'manage.place-button': '代わりに署名する',
  'manage.carry-title': '書簡が変更されました',
  'manage.carry-text':
    'あなたの署名は、署名時にご覧になった本文に対するものです。新しい本文をお読みになり、同意される場合は、署名を引き継いでください。何もされない場合、署名は以前の本文に対するものとして残り、そのように表示されます。',
  'manage.carry-read': '新しい本文を読む',
  'manage.carry-button': '署名を新しい本文に引き継ぐ',
  'manage.held': '保存している内容',
  'manage.fact-affiliation': '所属',
  'manage.fact-website': 'ウェブサイト',
  'manage.fact-role': '役職・立場',
  'manage.fact-email': 'メールアドレス（表示されません）',
  'manage.fact-comment': '呼びかけ人へのメッセージ',
  'manage.fact-submitted': '送信日',
  'manage.fact-confirmed': '確認日',
  'manage.fact-version': '署名した本文（SHA-256）',
  'manage.download': 'すべてをファイルとしてダウンロードする（JSON）',
  'manage.correct-title': '訂正',
  'manage.correct-text':
    '団体を変更した場合は、改めて確認が行われます。団体としての署名と個人としての署名を切り替えることもできます。',
  'manage.correct-button': '訂正を保存する',
  'manage.too-many-corrections':
    'この署名は1日のうちに何度も訂正されました。次に訂正できるのは{moment}以降です。これまでに保存された内容はそのまま残ります。',
  'manage.too-many-organisations':
    '1日のうちに団体が何度も変更されました。次に変更できるのは{moment}以降です。その他の項目は今でも訂正できます。',
  'manage.consents-title': '名前と同意事項',
  'manage.consents-button': '保存する',
  'manage.withdraw-title': '署名の撤回',
  'manage.withdraw-text': '署名は、直ちに一覧と署名数から除かれます。この操作は、ここでは取り消せません。',
  'manage.withdraw-button': '署名を撤回する',
  'manage.forget-title': 'すべてのデータの削除',
  'manage.forget-text':
    '署名は撤回され、あなたを特定できる情報はすべて、直ちに当方のデータベースから削除されます。技術的な待ち行列からは14日以内に、バックアップからは35日以内に消去されます。',
  'manage.forget-left':
    '残るのは、署名数の履歴を正しく保つための、名前を含まない番号です。また、あなたが希望された場合、または当方のメールが返送されたか迷惑メールとして報告された場合に限り、以後のメール送信を止めるために、アドレスのハッシュ値が残ります。',
  'manage.forget-sure': 'はい。この書簡に関する私の情報をすべて削除してください。',
  'manage.forget-no-mail': 'さらに、このアドレスには今後一切メールを送らないでください。',
  'manage.forget-button': '私のデータを削除する',
  'manage.forgotten-title': 'データは削除されました',
  'manage.forgotten-text': '当方のデータベースには、あなたを特定できる情報はもうありません。',
  'manage.forgotten-left':
    '技術的な待ち行列からは14日以内に、バックアップからは35日以内に消去されます。削除記録により、バックアップが復元された場合にも、データは再び削除されます。',

  'domain.title': 'ドメインの保有の証明',
  'domain.text':
    '{domain} を変更する権限をお持ちの場合は、次の行を2か所のうちいずれかに置いてください。署名に「ドメイン証明済み」の印が付き、同じ団体として他から行われた署名に代わって表示されます。この行は秘密ではなく、後で削除してかまいません。',
  'domain.record': '次の場所の TXT 型 DNS レコード',
  'domain.file': 'または次の場所のテキストファイル',
  'domain.button': '今すぐ確認する',
  'domain.shown': 'あなたは{date}に、{domain} を管理していることを証明しました。',
  'domain.failed': 'ドメインはまだ証明されていません',
  'domain.not-proven':
    '{record} にも {file} にも、この行は見つかりませんでした。新しい DNS レコードが行き渡るまで、数時間かかることがあります。ファイルはプレーンテキストで、https で公開されている必要があります。その後、もう一度「今すぐ確認する」を押してください。',
  'domain.checked-too-often': '1時間以内に10回確認しました。1時間後にもう一度お試しください。',
  'domain.not-provable': 'この署名は、自身のドメインにウェブサイトを持つ団体としての署名ではありません。',

  'mark.mailbox-domain': '自身のドメインのメール',
  'mark.domain': 'ドメイン証明済み',
  'mark.vouched': '事務局確認済み',
  'mark.title': '印の意味',
  'mark.text':
    'この一覧の署名は、すべてメールによって確認されています。さらに証明を行った団体には、次の印が付いています。',
  'mark.about-mailbox-domain': '確認のメールは、団体自身のドメインのメールアドレスに届きました。',
  'mark.about-domain': '署名者は、団体のドメインを管理していることを証明しました。',
  'mark.about-vouched': '書簡の事務局は、団体が署名したことを確認しました。',

  'stop.title': '署名した覚えがない場合',
  'stop.text':
    'どなたかが、『{title}』に署名するためにこのメールアドレスを入力しました。お心当たりがない場合も、何も公表されません。',
  'stop.one-text':
    '署名した覚えがない場合は、署名を削除してください。データは直ちに削除されます。ご自身で署名することは引き続き可能です。',
  'stop.one-button': 'これは私の署名ではないので削除する',
  'stop.what':
    'このアドレスへのメールを停止することもできます。データは直ちに削除され、ご自身が書簡に署名したときも含めて、このアドレスには今後一切メールをお送りしません。メール内のリンクから元に戻せます。',
  'stop.button': '削除し、今後メールを受け取らない',
  'stop.nothing': '何もされない場合、データは30日後に削除されます。',
  'stop.stopped-title': '完了しました',
  'stop.stopped-text':
    'データは削除されました。このアドレスには今後メールをお送りしません。残るのは、以後のメール送信を止めるための、アドレスのハッシュ値のみです。ここで、または後でメール内の同じリンクから、元に戻すことができます。',
  'stop.removed-title': '署名は削除されました',
  'stop.removed-text': 'データは削除され、何も公表されていません。ご自身で書簡に署名することは引き続き可能です。',
  'stop.blocked-title': 'このアドレスにはメールをお送りしていません',
  'stop.undo-text':
    'このアドレスには今後メールを送らないようご希望をいただいています。そのため、書簡に署名しても確認のメールは届きません。再びメールを受け取りますか。',
  'stop.undo-button': 'このアドレスへのメールを再開する',
  'stop.undone-title': '再びメールを受け取れます',
  'stop.undone-text':
    'このアドレスに再びメールをお送りできます。その間に書簡に署名された場合は、もう一度署名してください。そのときのメールは送られていません。',
  'stop.confirmed-title': 'この署名は確認されています',
  'stop.confirmed-text':
    'このアドレス宛てのメールを読むことができる方が、署名を確認しました。署名の閲覧、撤回、またはすべてのデータの削除をご希望の場合は、メールでリンクを請求してください。',
  'stop.gone-title': 'ここにはもう何もありません',
  'stop.gone-text': '署名は削除されました。名前は公表されません。',
  'stop.unusable':
    '途中で切れてしまった可能性があります。何もされない場合、何も公表されず、送信された内容は30日後に削除されます。',

  'mail.greeting': '{name} 様',
  'mail.greeting-unknown': 'こんにちは。',
  'mail.button-fails': 'ボタンが機能しない場合は、次のアドレスを開いてください。',
  'mail.letter': '書簡とすべての署名者：',
  'mail.contact': 'ご質問がある場合は、このメールに返信されるか、{contact} までご連絡ください。',
  'mail.sent-for': 'このメールは、{convener}の委託により送信しています。',
  'mail.sent-by': 'このメールは、どなたかがこのアドレスを入力し、リンクを請求したために送信しています。',
  'mail.not-me':
    'お心当たりがない場合は、何もなさらないでください。確認がなければ何も公表されず、データは30日後に削除されます。',
  'mail.stop':
    'この署名がご自身のものでない場合は、次のページを開いて署名を削除するか、このアドレスへのメールを停止してください。',
  'mail.manage':
    'あなた専用のページでは、記録されている内容をすべて閲覧し、訂正し、または署名を撤回することができます。リンクはご本人専用です。他の人に渡さないでください。',
  'mail.manage-button': '専用ページを開く',
  'mail.manage-not-me':
    'お心当たりがない場合は、同じページで、署名の撤回、あなたに関するすべての情報の削除、および今後のメールの停止を行うことができます。',
  'mail.confirm-subject': '署名をご確認ください（全2ステップのステップ2）：『{title}』',
  'mail.confirm-title': '署名をご確認ください',
  'mail.confirm-organisation': 'あなたは、「{name}」として書簡『{title}』に署名することを申し込まれました。',
  'mail.confirm-individual': 'あなたは、書簡『{title}』に署名することを申し込まれました。',
  'mail.confirm-press':
    'ステップ2（全2ステップ）：次のページを開き、そこにあるボタンを押してください。それによって初めて署名が有効になります。',
  'mail.confirm-button': 'ページを開いて確認する',
  'mail.code': 'または、次のページでコードを入力してください。',
  'mail.code-letter': '書簡：{letter}',
  'mail.code-code': 'コード：{code}',
  'mail.confirm-expires': 'リンクとコードの有効期限：{date}',
  'mail.reminder-subject': '再度のお知らせ（全2ステップのステップ2）：『{title}』への署名をご確認ください',
  'mail.reminder-title': 'あなたの署名はまだ確認されていません',
  'mail.reminder-organisation':
    '{date}に、あなたは「{name}」として書簡『{title}』に署名することを申し込まれました。署名はまだ確認されていないため、署名数に含まれていません。',
  'mail.reminder-individual':
    '{date}に、あなたは書簡『{title}』に署名することを申し込まれました。署名はまだ確認されていないため、署名数に含まれていません。',
  'mail.reminder-only': '再度のお知らせは、今回限りです。',
  'mail.receipt-subject': '控え：{name}は『{title}』に署名しました',
  'mail.receipt-title': 'ありがとうございます。署名が確認されました。',
  'mail.receipt-text': '書簡『{title}』への{name}の署名が確認されました。',
  'mail.receipt-facts': '現在記録されている内容は、次のとおりです。',
  'mail.corrected-subject': '控え：{name}の『{title}』への署名（訂正後）',
  'mail.corrected-title': '署名の内容が訂正されました',
  'mail.corrected-text':
    '書簡『{title}』への{name}の署名の内容が訂正されました。このメールは、以前の控えに代わるものです。',
  'mail.state-held':
    'この署名は、まだ署名数に含まれていません。先に書簡の事務局が審査します。あなたが何かをする必要はありません。',
  'mail.state-displaced': 'あなたの署名は保存されています。署名数には含まれず、書簡の事務局の判断を待っています。',
  'mail.state-rejected': '書簡の事務局は、この署名を承認しませんでした。',
  'mail.prove':
    'あなたが{name}を代表している場合は、それを証明することができます。団体の DNS への登録、または団体のウェブサイトに置く小さなファイルによってドメインを証明する方法を、専用ページに記載しています。',
  'mail.fact-organisation': '団体',
  'mail.fact-affiliation': '所属',
  'mail.fact-website': 'ウェブサイト',
  'mail.fact-country': '国・地域',
  'mail.fact-signatory': '署名者',
  'mail.fact-role': '役職・立場',
  'mail.fact-display': '名前の公表',
  'mail.fact-display-public': '公表する',
  'mail.fact-display-withheld': '公表しない',
  'mail.fact-date': '確認日',
  'mail.fact-version': '署名した本文（SHA-256）',
  'mail.already-subject': '署名済み：{name}の『{title}』への署名',
  'mail.already-title': 'すでに署名されています',
  'mail.already-organisation':
    'どなたか（おそらくあなたご自身）が、{name}として書簡『{title}』に署名することを申し込まれました。あなたはすでに署名しており、その署名は確認されています。',
  'mail.already-individual':
    'どなたか（おそらくあなたご自身）が、書簡『{title}』に署名することを申し込まれました。あなたはすでに署名しており、その署名は確認されています。',
  'mail.already-nothing':
    '変更されたことも、確認が必要なこともありません。申し込みにお心当たりがない場合も、何かをする必要はありません。',
  'mail.duplicate-subject': '別の方も{name}として署名しました：『{title}』',
  'mail.duplicate-title': 'あなたの団体としての2件目の署名',
  'mail.duplicate-text':
    'あなたは、{name}として書簡『{title}』に署名しました。このたび、別の方が同じ団体としての署名を確認しました。引き続きあなたの署名が団体を代表します。もう一方の署名はあわせて保存され、同じ名前は一度だけ数えられます。',
  'mail.duplicate-nothing':
    'あなたが何かをする必要はありません。別の方が{name}を代表すべき場合は、専用ページであなたの署名を撤回してください。そうすれば、もう一方の署名がその代わりとなることができます。',
  'mail.displaced-subject': '{name}としてのあなたの署名は、事務局の判断を待っています：『{title}』',
  'mail.displaced-title': '別の署名が、あなたの署名に代わりました',
  'mail.displaced-text':
    '別の方が、より確かな証明を示して、{name}として書簡『{title}』に署名しました。あなたの署名に代わって、その署名が数えられます。',
  'mail.version-subject': '書簡が変更されました：{name}は『{title}』の新しい本文に署名しますか',
  'mail.version-title': '書簡が変更されました',
  'mail.version-organisation':
    'あなたは、{name}として書簡『{title}』に署名しました。その後、書簡の文言が変更されました。あなたの署名は、署名時にご覧になった文言に対するものです。',
  'mail.version-individual':
    'あなたは、書簡『{title}』に署名しました。その後、書簡の文言が変更されました。あなたの署名は、署名時にご覧になった文言に対するものです。',
  'mail.version-renamed': '書簡の題名は、『{new}』に変わりました。',
  'mail.version-read': '新しい本文と、変更された点をお読みください。',
  'mail.version-carry':
    '新しい本文に同意される場合は、専用ページでボタンを一度押し、署名を引き継いでください。リンクはご本人専用です。他の人に渡さないでください。',
  'mail.version-button': '専用ページで引き継ぐ',
  'mail.version-nothing':
    '何もされない場合、署名は以前の本文に対するものとして残り、そのように表示されます。お尋ねするのは今回限りです。',
  'mail.withdrawn-subject': '撤回：{name}の『{title}』への署名',
  'mail.withdrawn-title': '署名は撤回されました',
  'mail.withdrawn-organisation': '書簡『{title}』への{name}の署名は撤回され、一覧と署名数から除かれました。',
  'mail.withdrawn-individual': '書簡『{title}』へのあなたの署名は撤回され、一覧と署名数から除かれました。',
  'mail.withdrawn-nothing':
    '手続きは完了しています。確認が必要なことはなく、この件に関するメールが今後届くこともありません。',
  'mail.withdrawn-not-me': 'お心当たりがない場合は、{contact} までご連絡ください。',
  'mail.links-subject': 'あなたの署名へのリンク',
  'mail.links-title': 'あなたの署名',
  'mail.links-text':
    'どなたか（おそらくあなたご自身）が、このメールアドレスによる署名へのリンクを請求されました。リンクは次のとおりです。',
  'mail.links-one': '{name}（『{title}』への署名）',
  'mail.links-manage': '閲覧、訂正または撤回するには：',
  'mail.links-pending': 'まだ確認されていません。確認するには、次のページを開き、そこにあるボタンを押してください。',
  'mail.links-private': 'これらのリンクはご本人専用です。他の人に渡さないでください。',
  'mail.links-not-me': 'お心当たりがない場合は、何もなさらないでください。リンクは他のどなたにも送信されていません。',

  'page.not-found-title': 'ここには何もありません',
  'page.not-found-text': 'アドレスをご確認になるか、アドレスを知らせた方にお問い合わせください。',
  'page.draft-title': 'この書簡はまだ公開されていません',
  'page.draft-text': '公開された後に、もう一度お越しください。',
  'page.error-title': '問題が発生しました',
  'page.error-text': 'しばらくしてからもう一度お試しください。失われた情報はありません。',
  'page.label': '{label}：',
  'page.skip': '本文へ',
  'page.made-with': '署名の収集：Undersigned（追跡を行わない自由ソフトウェア）',
  'page.none': '現在、署名を受け付けている書簡はありません。',
  'page.letters': '公開書簡',

  'press.line': '{time} UTC 現在、公開書簡「{title}」は{signed}です。',
  'press.countries_other': '{count} か国・地域',
} as const satisfies Record<string, string>;
