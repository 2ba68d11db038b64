/**
 * Indonesian.
 * Reviewed by a native speaker: no.
 */
export const id = {
  'letter.undersigned': 'Yang bertanda tangan di bawah ini',
  'letter.none-yet': 'Belum ada yang menandatangani. Jadilah yang pertama.',
  'letter.count_other': '{count} penanda tangan',
  'letter.organisations_other': '{count} organisasi',
  'letter.individuals_other': '{count} perorangan',
  'letter.added': '{count} ditambahkan sekretariat',
  'list.added': 'Ditambahkan oleh sekretariat',
  'letter.on-paper': '{count} di atas kertas',
  'letter.without-name': '{count} di antaranya tanpa nama yang diumumkan',
  'letter.goal': 'Target: {goal}',
  'letter.as-of': 'Per {time} UTC',
  'letter.all': 'Lihat semua penanda tangan',
  'letter.sign': 'Tanda tangani surat ini',
  'letter.languages': 'Baca surat ini dalam',
  'letter.corrected': 'Diperbaiki pada {date}: {why}',
  'letter.telephone': 'Telp.',
  'letter.fax': 'Faks',
  'letter.closed': 'Surat ini sudah ditutup. Nama tidak dapat ditambahkan lagi.',
  'letter.delivered': 'Surat ini diserahkan pada {date}. Nama tidak dapat ditambahkan lagi.',
  'letter.not-yet': 'Penandatanganan belum dimulai.',
  'letter.paused': 'Penandatanganan sedang dihentikan sementara. Silakan kembali lagi nanti.',
  'letter.opens': 'Penandatanganan dimulai pada {date}.',
  'letter.older-version': 'menandatangani versi teks yang lebih lama',
  'letter.affiliated': 'berafiliasi dengan {organisation}, yang tidak ikut menandatangani',
  'letter.older-translation': 'Ini terjemahan dari versi {date}. Teks resmi telah berubah sejak itu.',
  'letter.signs-older': 'Tanda tangan Anda berlaku untuk versi {date}. Teks resmi telah berubah sejak itu.',
  'letter.read-official': 'Baca teks resmi',

  'letter.follows': 'Surat ini menyusul “{title}”.',
  'letter.followed': 'Ada surat baru yang menyusul surat ini: “{title}”',
  'changes.link': 'Apa yang diubah',
  'changes.title': 'Perubahan surat',
  'changes.text':
    'Setiap tanda tangan berlaku untuk kata-kata yang terlihat pada saat tanda tangan itu diberikan. Perubahan isi menghasilkan versi baru, dan setiap penanda tangan versi sebelumnya ditanya apakah tanda tangannya hendak dialihkan. Perbaikan ejaan atau terjemahan tidak mengubah tanda tangan apa pun.',
  'changes.version': 'Versi {date}',
  'changes.current': 'Versi saat ini',
  'changes.read': 'Baca versi ini',
  'changes.hash': 'SHA-256 dari teks',
  'changes.corrected': '{date}, {language}: {why}',
  'changes.before': 'sebelum',
  'changes.after': 'sesudah',
  'changes.back': 'Semua perubahan',
  'changes.wording': 'Susunan kata terdahulu, sebelum perbaikan',

  'list.title': 'Siapa yang menandatangani',
  'list.search': 'Cari nama',
  'list.search-hint': 'Cukup huruf awal salah satu kata dalam nama.',
  'list.kind': 'Tampilkan',
  'list.kind-all': 'semua',
  'list.kind-organisation': 'organisasi',
  'list.kind-individual': 'perorangan',
  'list.country': 'Negara',
  'list.country-all': 'semua negara',
  'list.order': 'Urutan',
  'list.order-newest': 'terbaru lebih dahulu',
  'list.order-name': 'menurut nama',
  'list.apply': 'Tampilkan',
  'list.next': 'Halaman berikutnya',
  'list.first': 'Kembali ke halaman pertama',
  'list.none': 'Tidak ada yang ditemukan.',
  'list.go-on':
    'Tidak ada di antara nama yang sudah diperiksa sejauh ini. Masih ada yang lain: lanjutkan ke halaman berikutnya.',
  'list.withheld':
    'Mereka yang menandatangani tanpa nama yang diumumkan ikut dihitung, tetapi tidak tercantum dalam daftar.',
  'list.paused': 'Daftar nama untuk sementara tidak ditampilkan.',
  'list.back': 'Kembali ke surat',

  'form.step': 'Langkah 1 dari 2',
  'form.kind': 'Siapa yang menandatangani?',
  'form.kind-organisation': 'Sebuah organisasi',
  'form.kind-individual': 'Saya menandatangani atas nama diri sendiri',
  'form.organisation': 'Organisasi',
  'form.organisation-hint':
    'Jika Anda menandatangani atas nama diri sendiri, bagian ini opsional: organisasi ditampilkan sebagai afiliasi Anda dan tidak ikut menandatangani.',
  'form.organisation-name': 'Nama organisasi',
  'form.website': 'Situs web organisasi (opsional)',
  'form.website-hint': 'Misalnya example.org. Dengan ini dua organisasi bernama sama dapat dibedakan.',
  'form.country': 'Negara',
  'form.country-choose': 'Pilih negara',
  'form.person': 'Tentang Anda',
  'form.name': 'Nama Anda',
  'form.role': 'Jabatan atau peran Anda (opsional)',
  'form.email': 'Alamat email Anda',
  'form.email-hint': 'Kami mengirim satu email ke alamat ini untuk konfirmasi. Alamat ini tidak pernah ditampilkan.',
  'form.attestation': 'Saya berwenang menandatangani surat ini atas nama organisasi yang disebutkan di atas.',
  'form.consents': 'Persetujuan Anda',
  'form.publication':
    'Saya setuju bahwa nama organisasi, nama saya, jabatan atau peran saya, dan negara diumumkan di bawah surat ini. Hal ini dapat menunjukkan suatu pandangan politik.',
  'form.updates': 'Kirimkan kepada saya kabar tentang surat ini.',
  'form.partner': 'Organisasi yang situsnya saya gunakan untuk menandatangani boleh menghubungi saya.',
  'form.follow-up': 'Tanyai saya satu kali melalui email jika ada surat baru yang menyusul surat ini.',
  'form.display': 'Cara menandatangani',
  'form.display-public': 'Dengan nama yang ditampilkan untuk umum',
  'form.display-withheld': 'Tanpa nama yang diumumkan',
  'form.display-hint':
    'Tanpa nama yang diumumkan berarti: tanda tangan Anda dihitung, dan tidak ada nama yang diumumkan. Para pemrakarsa surat dapat melihatnya.',
  'form.honeypot': 'Biarkan kolom ini kosong',
  'form.submit': 'Tanda tangani, lalu konfirmasi melalui email',

  'privacy.title': 'Apa yang terjadi dengan data Anda',
  'privacy.more': 'Pemberitahuan privasi lengkap, di halaman tersendiri',
  'privacy.controller': 'Siapa yang bertanggung jawab',
  'privacy.purpose': 'Untuk tujuan apa',
  'privacy.purpose-text':
    'Untuk menunjukkan siapa yang mendukung surat ini, dan untuk menyampaikannya beserta nama-nama mereka. Untuk hal lain hanya dengan persetujuan Anda.',
  'privacy.your-choice': 'Anda dapat melihat, memperbaiki, menarik, atau menghapus tanda tangan Anda kapan saja.',
  'privacy.consent': 'Atas dasar apa',
  'privacy.consent-text':
    'Persetujuan tegas dari Anda. Tanda tangan Anda dapat menunjukkan suatu pandangan politik, yang dilindungi secara khusus oleh hukum. Anda dapat menarik kembali persetujuan ini kapan saja; pemrosesan yang terjadi sebelumnya tetap sah.',
  'privacy.recipients': 'Siapa yang menerimanya',
  'privacy.recipients-text':
    'Masyarakat umum melihat apa yang Anda setujui untuk diumumkan. Pihak yang dituju surat ini menerima daftarnya. Layanan yang menjalankan komputer dan mengirim email (Amazon Web Services) bekerja atas nama pihak yang bertanggung jawab. Tidak ada pihak lain.',
  'privacy.kept': 'Apa yang disimpan',
  'privacy.kept-text':
    'Apa yang Anda isi, teks dan susunan kata yang Anda lihat, dan kapan Anda memberikan konfirmasi. Tanpa alamat jaringan: hanya hash berkunci dari alamat itu, selama satu hari, untuk mencegah penyalahgunaan. Alamat email Anda tidak pernah ditampilkan.',
  'privacy.cookie':
    'Kami hanya memakai satu cookie, dan hanya jika Anda menandatangani tanpa JavaScript: selama 15 menit peramban Anda menyimpan apa yang Anda kirim agar Anda dapat memperbaikinya.',
  'privacy.retention': 'Berapa lama',
  'privacy.retention-text': 'Selama surat ini terbuka untuk umum, atau sampai Anda menarik tanda tangan Anda.',
  'privacy.unconfirmed': 'Tanda tangan yang tidak dikonfirmasi akan dihapus setelah 30 hari.',
  'privacy.withdrawn': 'Tanda tangan yang Anda tarik akan dihapus setelah 30 hari.',
  'privacy.after-closing':
    'Jangka waktu setelah surat ditutup hingga alamat email, komentar, dan nama yang tidak ditampilkan kepada umum dihapus',
  'privacy.rights': 'Hak-hak Anda',
  'privacy.rights-text':
    'Anda dapat melihat, memperbaiki, menarik, dan menghapus sendiri tanda tangan Anda, di halaman yang tautannya ada dalam tanda terima. Anda dapat mengajukan pengaduan kepada otoritas pelindungan data.',
  'privacy.manage': 'Minta tautan ke tanda tangan Anda',
  'privacy.contact': 'Kepada siapa Anda dapat bertanya',

  'dispute.link': 'Apakah organisasi Anda tercantum dalam daftar ini padahal tidak menandatangani?',
  'dispute.title': 'Organisasi saya tidak menandatangani',
  'dispute.text':
    'Beri tahu sekretariat surat ini. Sekretariat memeriksa tanda tangan itu dan memutuskan apakah nama itu tetap tercantum. Sampai saat itu tidak ada yang berubah. Jika Anda memiliki alamat di domain milik organisasi itu sendiri, berikan alamat tersebut.',
  'dispute.told':
    'Kami memberi tahu penanda tangan bahwa ada yang meragukan tanda tangan itu, tetapi tidak menyebutkan siapa.',
  'dispute.organisation': 'Nama organisasi, seperti tertulis dalam daftar',
  'dispute.name': 'Nama Anda',
  'dispute.email': 'Alamat email Anda',
  'dispute.email-hint': 'Hanya untuk sekretariat, agar dapat menjawab Anda.',
  'dispute.message': 'Apa yang perlu diketahui sekretariat? (opsional)',
  'dispute.submit': 'Beri tahu sekretariat',
  'dispute.done-title': 'Terima kasih. Sekretariat akan memeriksanya.',
  'dispute.done-text':
    'Jika ada pertanyaan, sekretariat menulis ke alamat yang Anda berikan. Pesan Anda dihapus setelah 180 hari.',

  'form.errors_other': '{count} hal perlu Anda perhatikan',
  'form.missing': 'silakan isi kolom ini',
  'form.wrong': 'silakan periksa kolom ini',
  'form.wrong-email': 'tulis satu alamat email, misalnya name@example.org',
  'form.wrong-website': 'ini bukan alamat situs web, seperti https://example.org',
  'form.wrong-no-letter': 'harus memuat setidaknya satu huruf atau angka',
  'form.wrong-damaged': 'sebagian teks hilang saat disalin: ketik lagi',
  'form.wrong-too-long': 'terlalu panjang: paling banyak {max} karakter',
  'form.wrong-country': 'negara ini tidak kami kenal: gunakan nama yang lazim atau kode dua huruf seperti KZ',
  'form.wrong-country-unclear':
    'lebih dari satu negara bernama demikian: tulis nama lengkapnya, misalnya Korea Selatan',
  'form.wrong-address-in-name': 'tulis namanya saja, tanpa alamat web atau email',
  'form.wrong-attestation': 'nyatakan bahwa Anda berwenang menandatangani atas nama organisasi',
  'form.wrong-publication': 'setujui pencantuman nama, atau pilih agar nama tidak diumumkan',
  'form.wrong-unsure': 'centang kotak ini jika Anda yakin',
  'form.deadline': 'Anda dapat menandatangani sampai {moment}.',
  'form.deadline-here': 'Di zona waktu Anda: {moment}.',
  'form.wrong-charset':
    'Beberapa huruf, seperti é atau ü, mungkin rusak saat diterima. Periksa apa yang Anda tulis, lalu kirim formulir lagi.',
  'form.network-cap-title': 'Formulir Anda tidak terkirim',
  'form.network-cap':
    'Terlalu banyak orang di jaringan Anda mengirim formulir ini tanpa JavaScript. Aktifkan JavaScript di peramban Anda dan buka surat ini lagi, atau kirim formulir lagi setelah {moment}.',

  'embed.did-you-mean': 'Maksud Anda {address}?',
  'embed.proof-working': 'Sedang diperiksa di latar belakang bahwa yang menandatangani bukan robot…',
  'embed.proof-ready': 'Sudah diperiksa: yang menandatangani bukan robot.',
  'embed.sending': 'Mengirim…',
  'embed.busy':
    'Saat ini sangat banyak yang menandatangani. Tunggu satu menit, lalu tekan tombol sekali lagi: isian Anda masih ada di sini.',
  'embed.offline':
    'Tidak ada koneksi. Tekan tombol sekali lagi setelah tersambung: isian Anda masih ada di sini, dan Anda tidak mungkin menandatangani dua kali.',
  'embed.timeout':
    'Jawaban tidak datang pada waktunya. Tekan tombol sekali lagi: isian Anda masih ada di sini, dan Anda tidak mungkin menandatangani dua kali.',
  'embed.refused': 'Tidak dapat dikirim dari sini. Silakan tanda tangani di halaman surat itu sendiri:',
  'embed.unreachable': 'Formulir tidak dapat dimuat saat ini.',
  'embed.insecure': 'Halaman ini tidak aman (tanpa https), jadi silakan tanda tangani di halaman surat itu sendiri:',
  'embed.hosted': 'Buka formulir di halamannya sendiri',
  'embed.retry': 'Coba lagi',

  'sent.title': 'Periksa kotak surat Anda',
  'sent.step': 'Langkah 2 dari 2',
  'sent.text':
    'Kami telah mengirimkan email kepada Anda dari {sender}. Buka email itu dan tekan tombol di dalamnya: barulah tanda tangan Anda dihitung.',
  'sent.spam':
    'Belum ada setelah beberapa menit? Periksa folder spam, dan pastikan bahwa alamat yang Anda berikan sudah benar. Jika Anda pernah meminta kami tidak mengirim email ke alamat ini, buka lagi tautan dalam email itu untuk membatalkannya.',
  'sent.code': 'Anda juga dapat mengetikkan kode dari email itu.',
  'sent.type-code': 'Ketikkan kode',
  'sent.correct': 'Alamatnya salah? Perbaiki dan kirim lagi',
  'sent.again': 'Kirim lagi',

  'confirm.delivered':
    'Surat ini diserahkan pada {date}, jadi tanda tangan Anda tidak dapat dikonfirmasi lagi. Di sini Anda dapat melihat data Anda yang kami simpan dan menghapusnya.',
  'confirm.title': 'Konfirmasi tanda tangan',
  'confirm.step': 'Langkah 2 dari 2',
  'confirm.fact-letter': 'Surat',
  'confirm.fact-organisation': 'Organisasi',
  'confirm.fact-individual': 'Anda',
  'confirm.fact-signatory': 'Ditandatangani oleh',
  'confirm.public': 'Nama akan ditampilkan untuk umum di bawah surat.',
  'confirm.withheld': 'Nama tidak diumumkan: tanda tangan Anda dihitung, dan tidak ada nama yang diumumkan.',
  'confirm.review': 'Sekretariat surat akan meninjau tanda tangan Anda sebelum dihitung.',
  'confirm.button': 'Konfirmasi tanda tangan',
  'confirm.not-me': 'Bukan Anda yang melakukannya? Tutup halaman ini. Tanpa konfirmasi Anda, tidak ada yang diumumkan.',
  'confirm.done-step': 'Selesai',
  'confirm.done-title': 'Terima kasih. Tanda tangan sudah dikonfirmasi.',
  'confirm.done-text': '{name} kini tercantum di bawah “{title}”.',
  'confirm.done-withheld': 'Tanda tangan di bawah “{title}” dihitung, dan tidak ada nama yang diumumkan.',
  'confirm.done-receipt': 'Kami telah mengirimkan tanda terima kepada Anda melalui email.',
  'duplicate.organisation':
    'Sudah ada tanda tangan untuk {place} di bawah surat ini. Tanda tangan Anda disimpan bersamanya, dan {place} dihitung satu kali.',
  'duplicate.individual':
    'Anda sudah menandatangani surat ini sebelumnya. Kedua tanda tangan disimpan; Anda dihitung satu kali.',
  'duplicate.separate': 'Apakah organisasi Anda berbeda? Beri tahu kami: {contact}',
  'duplicate.mistake': 'Apakah ini keliru? Beri tahu kami: {contact}',
  'confirm.to-letter': 'Ke surat',
  'confirm.unknown-title': 'Tautan ini tidak dapat digunakan',
  'confirm.unknown-text':
    'Mungkin tautan ini terpotong di perjalanan, atau terkait dengan tanda tangan yang tidak pernah dikonfirmasi dan sudah dihapus. Minta email baru, atau ketikkan kode dari email itu.',
  'confirm.resend': 'Kirimi saya email baru',
  'confirm.expired-title': 'Tautan ini sudah terlalu lama',
  'confirm.expired-text':
    'Tautan hanya berlaku beberapa hari. Minta email baru, atau ketikkan kode dari email yang lebih baru.',

  'share.title': 'Bagikan surat ini',
  'share.text': 'Bacalah dan tanda tangani surat terbuka “{title}”.',
  'share.device': 'Bagikan …',
  'share.link': 'Tautan ke surat',
  'share.copy': 'Salin tautan',
  'share.copied': 'Tautan disalin',
  'share.email': 'Email',
  'share.ask': 'Ajak organisasi lain menandatangani',
  'share.ask-subject': 'Maukah Anda menandatangani surat terbuka “{title}”?',
  'share.ask-text':
    'Bersediakah organisasi Anda menandatangani surat terbuka ini? Anda dapat membaca dan menandatanganinya di sini:',
  'share.next': 'Selengkapnya tentang surat ini',
  'share.next-site': 'Lanjut ke {site}',

  'follow.text':
    'Data Anda dari “{title}” sudah terisi di bawah. Bacalah surat itu, ubah apa yang Anda inginkan, lalu tekan tombolnya. Anda baru menandatangani bila menekannya.',
  'follow.email-hint': 'Jika Anda mengubah alamat, kami lebih dahulu mengirim email konfirmasi ke sana.',
  'code.title': 'Ketikkan kode dari email',
  'code.letter': 'Surat',
  'code.letter-hint': 'Bagian terakhir dari alamat web surat, seperti tertulis dalam email.',
  'code.email': 'Alamat email tujuan pengiriman email itu',
  'code.code': 'Kode',
  'code.code-hint': 'Delapan huruf dan angka, misalnya',
  'code.example': 'ABCD-2345',
  'code.error': 'Kesalahan',
  'code.submit': 'Konfirmasi tanda tangan',
  'code.wrong':
    'Kode ini tidak cocok. Periksa surat, alamat, dan kodenya. Setelah sepuluh kali salah, kode tidak berlaku lagi; tautan dalam email tetap berlaku.',

  'link.title': 'Tanda tangan Anda',
  'link.text':
    'Apakah Anda ingin melihat, memperbaiki, atau menarik tanda tangan, atau apakah email konfirmasinya hilang? Berikan alamat yang Anda gunakan untuk menandatangani, dan kami akan mengirimkan tautan kepada Anda.',
  'link.email': 'Alamat email yang Anda gunakan untuk menandatangani',
  'link.submit': 'Kirimi saya tautan',
  'link.wrong': 'Ini bukan alamat email.',
  'link.sent-title': 'Periksa kotak surat Anda',
  'link.sent-text':
    'Jika ada tanda tangan dari alamat ini, email dari {sender} sedang dikirim ke alamat tersebut. Jika tidak ada, tidak ada yang dikirim.',
  'link.unusable':
    'Mungkin tautan ini terpotong di perjalanan, atau sudah terlalu lama, atau apa yang ditujunya sudah tidak ada di sini. Minta tautan baru:',

  'manage.title': 'Tanda tangan Anda',
  'manage.state-pending': 'Belum dikonfirmasi: tanda tangan ini tidak dihitung sebelum Anda mengonfirmasinya.',
  'manage.state-counted': '{name} dihitung di bawah surat ini.',
  'manage.state-held': '{name} telah menandatangani. Sekretariat surat memeriksanya sebelum tanda tangan itu dihitung.',
  'manage.state-merged':
    'Sekretariat surat menyimpan tanda tangan ini bersama tanda tangan lain, sehingga tidak dihitung tersendiri.',
  'manage.state-displaced':
    'Tanda tangan lain atas nama {name} memiliki bukti yang lebih kuat dan dihitung sebagai pengganti tanda tangan Anda. Sekretariat surat akan memeriksa tanda tangan Anda.',
  'manage.state-rejected': 'Sekretariat surat tidak menerima tanda tangan ini.',
  'manage.state-withdrawn':
    'Tanda tangan ini sudah ditarik. Tanda tangan ini tidak ditampilkan di mana pun dan tidak dihitung.',
  'manage.change-awaits':
    'Anda meminta perubahan. Sekretariat surat akan meninjaunya; sampai saat itu tanda tangan Anda tetap seperti semula. Permintaan Anda:',
  'manage.change-declined':
    'Sekretariat surat tidak menerima perubahan yang Anda minta. Tanda tangan Anda tetap seperti semula.',
  'manage.place-text': 'Tanda tangan lain itu tidak lagi menghalangi. Tanda tangan Anda kini dapat dihitung.',
  'manage.place-button': 'Tanda tangani sebagai pengganti',
  'manage.carry-title': 'Surat telah berubah',
  'manage.carry-text':
    'Tanda tangan Anda berlaku untuk teks yang Anda lihat. Bacalah teks yang baru; jika Anda menyetujuinya, alihkan tanda tangan Anda. Jika Anda tidak melakukan apa-apa, tanda tangan itu tetap berlaku untuk teks sebelumnya dan ditampilkan demikian.',
  'manage.carry-read': 'Baca teks yang baru',
  'manage.carry-button': 'Alihkan tanda tangan saya ke teks yang baru',
  'manage.held': 'Apa yang kami simpan',
  'manage.fact-affiliation': 'Afiliasi',
  'manage.fact-website': 'Situs web',
  'manage.fact-role': 'Jabatan atau peran',
  'manage.fact-email': 'Alamat email (tidak pernah ditampilkan)',
  'manage.fact-comment': 'Pesan untuk para pemrakarsa',
  'manage.fact-submitted': 'Dikirimkan pada',
  'manage.fact-confirmed': 'Dikonfirmasi pada',
  'manage.fact-version': 'Teks yang ditandatangani (SHA-256)',
  'manage.download': 'Unduh semuanya sebagai berkas (JSON)',
  'manage.more': 'Verifikasi dan rincian teknis',
  'manage.correct-title': 'Perbaiki',
  'manage.correct-text':
    'Organisasi yang berbeda dari sebelumnya akan diverifikasi ulang. Anda juga dapat beralih antara menandatangani atas nama organisasi dan atas nama diri sendiri.',
  'manage.correct-button': 'Simpan perbaikan',
  'manage.too-many-corrections':
    'Anda sudah berkali-kali memperbaiki tanda tangan ini dalam satu hari. Anda dapat memperbaikinya lagi mulai {moment}. Apa yang sudah Anda simpan tetap berlaku.',
  'manage.too-many-organisations':
    'Anda sudah beberapa kali mengganti organisasi dalam satu hari. Anda dapat menggantinya lagi mulai {moment}. Hal lainnya tetap dapat Anda perbaiki.',
  'manage.consents-title': 'Nama dan persetujuan',
  'manage.consents-button': 'Simpan',
  'manage.withdraw-title': 'Tarik tanda tangan',
  'manage.withdraw-text':
    'Tanda tangan langsung dikeluarkan dari daftar dan dari hitungan. Hal ini tidak dapat dibatalkan dari sini.',
  'manage.withdraw-button': 'Tarik tanda tangan saya',
  'manage.forget-title': 'Hapus semua data',
  'manage.forget-text':
    'Tanda tangan ditarik, dan semua yang menunjukkan siapa Anda langsung dihapus dari basis data kami. Data itu hilang dari antrean teknis dalam 14 hari, dan dari cadangan dalam 35 hari.',
  'manage.forget-left':
    'Yang tersisa hanyalah nomor tanpa nama, agar riwayat hitungan tetap benar; dan hash dari alamat Anda yang mencegah pengiriman email selanjutnya, tetapi hanya jika Anda memintanya, atau jika email kami dikembalikan atau ditandai sebagai tidak diinginkan.',
  'manage.forget-sure': 'Ya, hapus semua tentang saya di bawah surat ini.',
  'manage.forget-no-mail': 'Dan jangan pernah lagi mengirim email ke alamat ini.',
  'manage.forget-button': 'Hapus data saya',
  'manage.forgotten-title': 'Data Anda sudah dihapus',
  'manage.forgotten-text': 'Tidak ada lagi dalam basis data kami yang menunjukkan siapa Anda.',
  'logo.title': 'Logo Anda',
  'logo.intro':
    'Logo Anda dapat tampil di samping nama dalam daftar dan di situs mitra setelah dilihat sekretariat. PNG, JPEG, SVG, atau WebP, paling besar 1 MB.',
  'logo.file': 'Berkas logo',
  'logo.right': 'Kami berhak menampilkan logo ini di sini.',
  'logo.send': 'Unggah logo',
  'logo.checking': 'Logo baru sedang diperiksa. Ini perlu beberapa detik.',
  'logo.review': 'Logo baru menunggu tinjauan sekretariat.',
  'logo.shown': 'Logo ini tampil di samping nama.',
  'logo.declined': 'Sekretariat tidak menerima logo. Alasan: {reason}',
  'logo.refused':
    'Berkas tidak dapat dipakai. Unggah satu gambar diam berupa PNG, JPEG, SVG, atau WebP. Dalam SVG, ubah teks menjadi jalur.',
  'logo.remove': 'Hapus logo',
  'logo.need': 'Pilih berkas paling besar 1 MB dan pastikan hak menampilkannya.',
  'manage.forgotten-left':
    'Data itu hilang dari antrean teknis dalam 14 hari, dan dari cadangan dalam 35 hari; sebuah daftar penghapusan memastikan bahwa data Anda dihapus kembali jika cadangan dipulihkan.',

  'domain.title': 'Dapatkan tanda verifikasi yang lebih kuat',
  'domain.text':
    'Mintalah pengelola situs web Anda menambahkan baris ini di salah satu dari dua tempat pada {domain}. Tanda tangan Anda kemudian diberi tanda “domain terbukti” dan menggantikan tanda tangan untuk organisasi yang sama dengan bukti yang lebih lemah. Baris ini tidak rahasia, dan Anda dapat menghapusnya sesudahnya.',
  'domain.record': 'Catatan DNS berjenis TXT di',
  'domain.file': 'Atau berkas teks di',
  'domain.button': 'Periksa sekarang',
  'domain.shown': 'Anda telah membuktikan kendali atas {domain} pada {date}.',
  'domain.failed': 'Domain ini belum terbukti',
  'domain.not-proven':
    'Baris itu tidak ditemukan di {record} maupun di {file}. Catatan DNS baru dapat memerlukan beberapa jam sampai terlihat oleh semua orang; berkasnya harus berupa teks biasa, melalui https. Setelah itu, tekan “Periksa sekarang” sekali lagi.',
  'domain.checked-too-often': 'Kami sudah memeriksa sepuluh kali dalam satu jam. Silakan coba lagi satu jam kemudian.',
  'domain.not-provable':
    'Tanda tangan ini bukan atas nama organisasi yang memiliki situs web di domain milik organisasi itu sendiri.',

  'mark.mailbox-domain': 'email dari domain sendiri',
  'mark.domain': 'domain terbukti',
  'mark.vouched': 'diperiksa sekretariat',
  'mark.title': 'Arti tanda-tanda',
  'mark.text':
    'Semua yang ada dalam daftar ini telah memberikan konfirmasi melalui email. Beberapa organisasi memberikan bukti lebih, dan diberi tanda:',
  'mark.about-mailbox-domain':
    'Email yang digunakan untuk konfirmasi diterima di kotak surat pada domain milik organisasi itu sendiri.',
  'mark.about-domain': 'Penanda tangan telah membuktikan kendali atas domain organisasi.',
  'mark.about-vouched': 'Sekretariat surat telah memeriksa bahwa organisasi itu menandatangani.',

  'stop.title': 'Bukan saya yang melakukannya',
  'stop.text':
    'Seseorang memberikan alamat email ini untuk menandatangani “{title}”. Jika itu bukan Anda, tidak ada yang diumumkan.',
  'stop.one-text':
    'Jika Anda tidak menandatangani, hapus tanda tangan ini. Datanya langsung dihapus, dan Anda tetap dapat menandatangani sendiri.',
  'stop.one-button': 'Tanda tangan ini bukan milik saya: hapus',
  'stop.what':
    'Anda juga dapat memblokir alamat ini: datanya langsung dihapus, dan kami tidak akan pernah lagi mengirim email ke alamat ini, juga tidak ketika Anda sendiri menandatangani surat. Tautan dalam email dapat membatalkannya.',
  'stop.button': 'Hapus, dan jangan pernah lagi mengirim email kepada saya',
  'stop.nothing': 'Jika Anda tidak melakukan apa-apa, datanya dihapus setelah 30 hari.',
  'stop.stopped-title': 'Selesai',
  'stop.stopped-text':
    'Datanya sudah dihapus, dan kami tidak akan mengirim email lagi ke alamat ini. Yang tersisa hanyalah hash dari alamat ini yang mencegah pengiriman email selanjutnya. Anda dapat membatalkannya di sini, atau nanti dengan tautan yang sama dalam email.',
  'stop.removed-title': 'Tanda tangan sudah dihapus',
  'stop.removed-text':
    'Datanya sudah dihapus, dan tidak ada yang diumumkan. Anda tetap dapat menandatangani surat ini sendiri.',
  'stop.blocked-title': 'Kami tidak mengirim email ke alamat ini',
  'stop.undo-text':
    'Anda meminta agar kami tidak pernah lagi mengirim email ke alamat ini. Karena itu, tidak ada email konfirmasi ketika Anda menandatangani surat. Apakah Anda ingin menerima email lagi?',
  'stop.undo-button': 'Kirim email ke alamat ini lagi',
  'stop.undone-title': 'Anda dapat menerima email lagi',
  'stop.undone-text':
    'Kami dapat mengirim email ke alamat ini lagi. Jika sementara itu Anda menandatangani surat, mohon tandatangani sekali lagi: emailnya tidak terkirim.',
  'stop.confirmed-title': 'Tanda tangan ini sudah dikonfirmasi',
  'stop.confirmed-text':
    'Seseorang yang dapat membaca email di alamat ini telah mengonfirmasinya. Untuk melihat atau menariknya, atau agar semua data Anda dihapus, mintalah tautan melalui email.',
  'stop.gone-title': 'Sudah tidak ada apa-apa di sini',
  'stop.gone-text': 'Tanda tangan sudah dihapus. Tidak ada nama yang diumumkan.',
  'stop.unusable':
    'Mungkin tautan ini terpotong di perjalanan. Jika Anda tidak melakukan apa-apa, tidak ada yang diumumkan, dan apa yang dikirimkan dihapus setelah 30 hari.',

  'mail.greeting': 'Yang terhormat {name},',
  'mail.greeting-unknown': 'Halo,',
  'mail.button-fails': 'Jika tombol tidak berfungsi, buka alamat ini:',
  'mail.letter': 'Surat dan semua penanda tangannya:',
  'mail.share': 'Bagikan surat ini kepada orang lain:',
  'mail.contact': 'Ada pertanyaan? Balas email ini, atau tulis ke {contact}.',
  'mail.disputed-subject': 'Pertanyaan tentang tanda tangan Anda: “{title}”',
  'mail.disputed-title': 'Ada yang meragukan tanda tangan Anda',
  'mail.disputed-text':
    'Seseorang memberi tahu sekretariat surat “{title}” bahwa {name} tidak menandatanganinya. Sekretariat akan memeriksanya. Sampai ada keputusan, tidak ada yang berubah.',
  'mail.disputed-nothing':
    'Jika Anda berwenang menandatangani atas nama {name}, Anda tidak perlu melakukan apa-apa. Jika tidak, tarik tanda tangan itu di halaman Anda.',
  'mail.complaint-subject': 'Pesan Anda tentang surat “{title}”',
  'mail.complaint-title': 'Jawaban atas pesan Anda',
  'mail.complaint-text': 'Anda memberi tahu kami bahwa organisasi ini tidak menandatangani surat: {name}.',
  'mail.complaint-removed': 'Kami telah menghapus tanda tangan itu dari daftar.',
  'mail.complaint-kept': 'Kami telah memeriksa tanda tangan itu. Tanda tangan itu tetap ada dalam daftar.',
  'mail.secretariat-writes': 'Sekretariat surat menulis:',
  'mail.added-subject': 'Anda tercantum dalam daftar tanda tangan: “{title}”',
  'mail.added-title': 'Sekretariat telah menambahkan Anda ke daftar',
  'mail.added-text':
    'Sekretariat surat “{title}” telah menambahkan {name} ke daftar tanda tangan, karena Anda menyetujuinya melalui cara lain, bukan di situs web.',
  'mail.added-object':
    'Apakah ini keliru? Tarik tanda tangan itu di halaman Anda. Tanda tangan itu langsung hilang dari daftar.',
  'mail.listed-subject': 'Anda kini tercantum dalam daftar: “{title}”',
  'mail.listed-title': 'Tanda tangan Anda ada dalam daftar',
  'mail.listed-text':
    'Sekretariat telah menyetujui tanda tangan {name} untuk surat “{title}”. Tanda tangan itu kini ada dalam daftar.',
  'mail.counted-text':
    'Sekretariat telah menyetujui tanda tangan {name} untuk surat “{title}”. Tanda tangan itu kini dihitung, tanpa nama dalam daftar.',
  'mail.rejected-subject': 'Kami tidak dapat mencantumkan tanda tangan Anda: “{title}”',
  'mail.rejected-title': 'Kami tidak dapat mencantumkan tanda tangan Anda',
  'mail.rejected-text': 'Sekretariat surat “{title}” tidak dapat mencantumkan tanda tangan {name}.',
  'mail.proof-subject': 'Satu langkah lagi untuk tanda tangan Anda: “{title}”',
  'mail.proof-title': 'Tunjukkan bahwa Anda bertindak atas nama organisasi Anda',
  'mail.proof-text':
    'Sekretariat surat “{title}” ingin memastikan bahwa Anda bertindak atas nama {name}. Sampai saat itu tanda tangan Anda menunggu. Salah satu dari ini sudah cukup:',
  'mail.proof-mailbox': 'Tanda tangani surat sekali lagi dengan alamat email di domain organisasi itu sendiri.',
  'mail.proof-reply': 'Jika keduanya tidak mungkin, balas email ini.',
  'mail.sent-for': 'Dikirim atas nama {convener}.',
  'mail.sent-by': 'Dikirim karena seseorang memberikan alamat ini dan meminta tautannya.',
  'mail.not-me':
    'Bukan Anda yang melakukannya? Jika demikian, Anda tidak perlu melakukan apa-apa: tanpa konfirmasi tidak ada yang diumumkan, dan datanya dihapus setelah 30 hari.',
  'mail.stop':
    'Jika tanda tangan ini bukan milik Anda, buka halaman ini untuk menghapusnya, atau agar tidak ada lagi email ke alamat ini:',
  'mail.manage':
    'Di halaman Anda, Anda dapat melihat semua yang tercatat, memperbaikinya, atau menarik tanda tangan. Tautan ke halaman itu hanya untuk Anda: jangan berikan kepada orang lain.',
  'mail.manage-button': 'Buka halaman Anda',
  'mail.manage-not-me':
    'Bukan Anda yang melakukannya? Di halaman yang sama Anda dapat menarik tanda tangan, meminta agar semua tentang Anda dihapus, dan menghentikan semua email selanjutnya.',
  'mail.confirm-subject': 'Mohon konfirmasi tanda tangan Anda: “{title}”',
  'mail.confirm-title': 'Mohon konfirmasi tanda tangan',
  'mail.confirm-organisation': 'Anda meminta untuk menandatangani surat “{title}” atas nama “{name}”.',
  'mail.confirm-individual': 'Anda meminta untuk menandatangani surat “{title}”.',
  'mail.confirm-press':
    'Langkah 2 dari 2: buka halaman ini dan tekan tombol di dalamnya. Barulah tanda tangan itu dihitung.',
  'mail.confirm-button': 'Buka halaman dan konfirmasi',
  'mail.code': 'Atau ketikkan kode di halaman ini:',
  'mail.code-code': 'Kode: {code}',
  'mail.confirm-expires': 'Tautan dan kode berlaku sampai {date}.',
  'mail.reminder-subject': 'Pengingat: mohon konfirmasi tanda tangan Anda: “{title}”',
  'mail.reminder-title': 'Tanda tangan Anda belum dikonfirmasi',
  'mail.reminder-organisation':
    'Pada {date} Anda meminta untuk menandatangani surat “{title}” atas nama “{name}”. Tanda tangan itu belum dikonfirmasi, sehingga tidak dihitung.',
  'mail.reminder-individual':
    'Pada {date} Anda meminta untuk menandatangani surat “{title}”. Tanda tangan itu belum dikonfirmasi, sehingga tidak dihitung.',
  'mail.reminder-only': 'Ini satu-satunya pengingat.',
  'mail.receipt-subject': 'Anda telah menandatangani: “{title}”',
  'mail.receipt-title': 'Terima kasih. Tanda tangan sudah dikonfirmasi.',
  'mail.receipt-text': 'Tanda tangan {name} di bawah surat “{title}” sudah dikonfirmasi.',
  'mail.receipt-thanks': '{convener} berterima kasih atas dukungan Anda.',
  'mail.receipt-facts': 'Inilah yang sekarang tercatat:',
  'mail.corrected-subject': 'Tanda tangan Anda telah diperbarui: “{title}”',
  'mail.corrected-title': 'Tanda tangan sudah diperbaiki',
  'mail.corrected-text':
    'Tanda tangan {name} di bawah surat “{title}” telah diperbaiki. Email ini menggantikan tanda terima sebelumnya.',
  'mail.state-held':
    'Tanda tangan ini belum dihitung: sekretariat surat memeriksanya lebih dahulu. Anda tidak perlu melakukan apa-apa.',
  'mail.state-displaced':
    'Tanda tangan Anda disimpan. Tanda tangan itu tidak dihitung, dan menunggu keputusan sekretariat surat.',
  'mail.state-rejected': 'Sekretariat surat tidak menerima tanda tangan ini.',
  'mail.prove':
    'Jika Anda bertindak atas nama {name}, Anda dapat membuktikannya: halaman Anda menjelaskan cara membuktikan domain organisasi, dengan entri dalam DNS-nya atau berkas kecil di situs webnya.',
  'mail.fact-organisation': 'Organisasi',
  'mail.fact-affiliation': 'Afiliasi',
  'mail.fact-website': 'Situs web',
  'mail.fact-country': 'Negara',
  'mail.fact-signatory': 'Ditandatangani oleh',
  'mail.fact-role': 'Jabatan atau peran',
  'mail.fact-display': 'Pilihan Anda',
  'mail.fact-display-public': 'Tampilkan nama secara publik',
  'mail.fact-display-withheld': 'Hitung tanpa menampilkan nama',
  'mail.fact-date': 'Dikonfirmasi pada',
  'mail.fact-version': 'Teks yang ditandatangani (SHA-256)',
  'mail.already-subject': 'Anda sudah menandatangani: “{title}”',
  'mail.already-title': 'Anda sudah menandatangani',
  'mail.already-organisation':
    'Seseorang, mungkin Anda, baru saja meminta untuk menandatangani surat “{title}” atas nama {name}. Anda sudah menandatanganinya, dan tanda tangan itu sudah dikonfirmasi.',
  'mail.already-individual':
    'Seseorang, mungkin Anda, baru saja meminta untuk menandatangani surat “{title}”. Anda sudah menandatanganinya, dan tanda tangan itu sudah dikonfirmasi.',
  'mail.already-nothing':
    'Tidak ada yang berubah, dan tidak ada yang perlu dikonfirmasi. Jika bukan Anda yang meminta, Anda tidak perlu melakukan apa-apa.',
  'mail.duplicate-subject': 'Tanda tangan lain untuk organisasi Anda: “{title}”',
  'mail.duplicate-title': 'Tanda tangan kedua untuk organisasi Anda',
  'mail.duplicate-text':
    'Anda menandatangani surat “{title}” atas nama {name}. Orang lain kini telah mengonfirmasi tanda tangan untuk organisasi yang sama. Tanda tangan Anda tetap mewakili organisasi itu; yang lain disimpan di sampingnya, dan nama itu dihitung satu kali.',
  'mail.duplicate-nothing':
    'Anda tidak perlu melakukan apa-apa. Jika orang lain yang seharusnya mewakili {name}, tarik tanda tangan Anda di halaman Anda: tanda tangan yang lain kemudian dapat menggantikannya.',
  'mail.displaced-subject': 'Tanda tangan Anda tidak lagi ditampilkan: “{title}”',
  'mail.displaced-title': 'Tanda tangan lain ditampilkan menggantikan tanda tangan Anda',
  'mail.displaced-text':
    'Orang lain telah menandatangani surat “{title}” atas nama {name}, dengan bukti yang lebih kuat. Tanda tangan itu dihitung sebagai pengganti tanda tangan Anda.',
  'mail.version-subject': 'Surat telah berubah. Apakah Anda masih setuju? “{title}”',
  'mail.version-title': 'Surat telah berubah',
  'mail.version-organisation':
    'Anda menandatangani surat “{title}” atas nama {name}. Sejak itu kata-katanya telah berubah. Tanda tangan Anda berlaku untuk kata-kata yang Anda lihat.',
  'mail.version-individual':
    'Anda menandatangani surat “{title}”. Sejak itu kata-katanya telah berubah. Tanda tangan Anda berlaku untuk kata-kata yang Anda lihat.',
  'mail.version-renamed': 'Surat itu sekarang berjudul “{new}”.',
  'mail.version-read': 'Baca teks yang baru, dan apa yang diubah:',
  'mail.version-carry':
    'Apakah Anda menyetujuinya? Jika ya, alihkan tanda tangan Anda dengan sekali tekan di halaman Anda. Tautan ke halaman itu hanya untuk Anda: jangan berikan kepada orang lain.',
  'mail.version-button': 'Alihkan di halaman Anda',
  'mail.version-nothing':
    'Jika Anda tidak melakukan apa-apa, tanda tangan Anda tetap berlaku untuk teks sebelumnya dan ditampilkan demikian. Anda hanya ditanya sekali ini.',
  'mail.follow-subject': 'Surat baru menyusul “{title}”',
  'mail.follow-title': 'Surat baru menyusul surat yang Anda tanda tangani',
  'mail.follow-organisation':
    'Anda menandatangani surat “{title}” atas nama {name} dan setuju bahwa kami bertanya satu kali tentang surat yang menyusulnya. Surat baru itu berjudul “{new}”.',
  'mail.follow-individual':
    'Anda menandatangani surat “{title}” dan setuju bahwa kami bertanya satu kali tentang surat yang menyusulnya. Surat baru itu berjudul “{new}”.',
  'mail.follow-press':
    'Di halaman ini Anda dapat membacanya. Formulirnya sudah berisi data Anda: ubah apa yang Anda inginkan, lalu tekan tombol untuk menandatangani.',
  'mail.follow-button': 'Baca surat yang baru',
  'mail.follow-nothing':
    'Jika Anda tidak melakukan apa-apa, Anda tidak menandatanganinya, dan kami tidak akan bertanya lagi. Tautan ini hanya untuk Anda, jadi mohon jangan dibagikan.',
  'mail.withdrawn-subject': 'Tanda tangan Anda telah ditarik: “{title}”',
  'mail.withdrawn-title': 'Tanda tangan sudah ditarik',
  'mail.withdrawn-organisation':
    'Tanda tangan {name} di bawah surat “{title}” sudah ditarik. Tanda tangan itu sudah dikeluarkan dari daftar dan dari hitungan.',
  'mail.withdrawn-individual':
    'Tanda tangan Anda di bawah surat “{title}” sudah ditarik. Tanda tangan itu sudah dikeluarkan dari daftar dan dari hitungan.',
  'mail.withdrawn-nothing':
    'Semuanya sudah selesai: tidak ada yang perlu dikonfirmasi, dan tidak akan ada email lagi tentang hal ini.',
  'mail.withdrawn-not-me': 'Bukan Anda yang melakukannya? Jika demikian, tulis ke {contact}.',
  'mail.links-subject': 'Tautan ke tanda tangan Anda',
  'mail.links-title': 'Tanda tangan Anda',
  'mail.links-text':
    'Seseorang, mungkin Anda, telah meminta tautan ke tanda tangan dari kotak surat ini. Berikut tautannya.',
  'mail.links-one': '{name}, di bawah “{title}”',
  'mail.links-manage': 'Untuk melihat, memperbaiki, atau menariknya:',
  'mail.links-pending': 'Belum dikonfirmasi. Untuk mengonfirmasinya, buka halaman ini dan tekan tombol di dalamnya:',
  'mail.links-private': 'Tautan-tautan ini hanya untuk Anda: jangan berikan kepada orang lain.',
  'mail.links-not-me':
    'Bukan Anda yang melakukannya? Jika demikian, Anda tidak perlu melakukan apa-apa: tautan ini tidak dikirim kepada orang lain.',

  'mail.handover-title': 'Surat terbuka untuk Anda',
  'mail.handover-attached': 'Surat dan semua tanda tangannya terlampir sebagai PDF.',
  'mail.handover-document': 'Surat dan semua tanda tangannya, sebagai PDF. Tautan ini berlaku hingga {date}:',
  'mail.handover-page': 'Berapa banyak yang menandatangani, dan cara memeriksa dokumen:',
  'mail.handover-arrived':
    'Mohon konfirmasi di halaman ini bahwa surat telah sampai. Membuka halaman saja tidak memberi tahu kami apa pun.',
  'mail.handover-button': 'Konfirmasi bahwa surat telah sampai',
  'mail.handover-copy': 'Ini salinan untuk Anda. Surat dikirim kepada {names}.',
  'mail.update-page': 'Baca kabar ini di web:',
  'mail.update-why': 'Anda menerima email ini karena Anda menandatangani “{title}” dan meminta kabar tentangnya.',
  'mail.update-stop': 'Untuk menghentikan email ini, buka halaman ini dan tekan tombol di dalamnya:',

  'arrived.title': 'Apakah surat sudah sampai?',
  'arrived.text':
    '{convener} mengirim Anda surat terbuka “{title}”. Tekan tombol untuk mengonfirmasi bahwa surat telah sampai. Ini tidak berarti bahwa Anda setuju.',
  'arrived.button': 'Ya, sudah sampai',
  'arrived.done-title': 'Terima kasih',
  'arrived.done-text': '{convener} kini dapat melihat bahwa surat telah sampai.',
  'arrived.unusable':
    'Tautan tidak lengkap atau sudah lebih dari setahun. Anda dapat membaca surat di halamannya sendiri.',

  'delivery.title': 'Penyerahan',
  'delivery.number': 'Penyerahan no. {number}',
  'delivery.interim': 'Penyerahan sementara: surat tetap dapat ditandatangani.',
  'delivery.final': 'Penyerahan akhir: surat ditutup.',
  'delivery.ready': 'Belum diserahkan.',
  'delivery.handed-over': 'Diserahkan',
  'delivery.mail': 'melalui email',
  'delivery.in-person': 'secara langsung',
  'delivery.posted': 'melalui pos',
  'delivery.frozen': 'Daftar dibekukan pada',
  'delivery.hash': 'Hash daftar (SHA-256)',
  'delivery.signatures': 'Nama dalam daftar',
  'delivery.left': 'Keluar dari daftar sejak itu',
  'delivery.check-title': 'Cara memeriksa dokumen',
  'delivery.check-text':
    'Halaman terakhir PDF memuat jumlah nama dan hash daftar. Jika keduanya sama dengan yang tertulis di sini, itulah dokumen yang diserahkan.',
  'delivery.check-list':
    'Berkas hash memuat satu hash untuk setiap nama. Bersama-sama, hash itu menghasilkan hash daftar.',
  'delivery.files': 'Berkas',
  'delivery.pdf': 'Dokumen (PDF)',
  'delivery.archive': 'Dokumen untuk arsip (PDF/A)',
  'delivery.word': 'Dokumen (Word)',
  'delivery.json': 'Daftar (JSON)',
  'delivery.csv': 'Daftar (CSV)',
  'delivery.names': 'Daftar sebagai halaman web, juga untuk pembaca layar',
  'delivery.commitments': 'Hash semua nama (JSON)',
  'delivery.binding': 'Bahasa resmi surat: {language}',
  'delivery.more': 'Tentang penyerahan ini, dengan semua berkas',
  'delivery.scan': 'Pindaian atau foto',

  'answer.title': 'Jawaban',
  'answer.none': 'Belum ada jawaban. Hari sejak penyerahan: {count}',
  'answer.file': 'Jawaban sebagai berkas',

  'unsubscribe.title': 'Hentikan kabar tentang surat ini?',
  'unsubscribe.text':
    'Tekan tombol ini, dan kami tidak lagi mengirim kabar tentang “{title}” ke alamat yang menerima email ini. Tanda tangan Anda tetap seperti semula.',
  'unsubscribe.button': 'Hentikan email ini',
  'unsubscribe.done-title': 'Anda tidak akan menerima kabar lagi lewat email',
  'unsubscribe.done-text':
    'Kami tidak lagi mengirim kabar tentang “{title}” ke alamat yang menerima email ini. Tanda tangan Anda tetap seperti semula.',

  'news.title': 'Kabar',
  'news.of': 'Kabar tentang “{title}”',
  'news.none': 'Belum ada kabar.',
  'news.feed': 'Umpan kabar (Atom)',
  'news.all': 'Semua kabar tentang surat ini',

  'ready.delivered-subject': 'Surat telah diserahkan: “{title}”',
  'ready.delivered-text':
    'Surat “{title}” diserahkan pada {date}. Terima kasih telah menandatanganinya.\n\nAnda dapat membacanya dan melihat siapa yang menandatangani di sini: {url}',
  'ready.answered-subject': 'Ada jawaban: “{title}”',
  'ready.answered-text':
    '{from} telah menjawab surat “{title}”. Terima kasih telah menandatanganinya.\n\nAnda dapat membaca jawabannya di sini: {url}',
  'ready.goal-subject': 'Target tercapai: “{title}”',
  'ready.goal-text':
    'Surat “{title}” telah mencapai targetnya. Tanda tangan sejauh ini: {count}. Terima kasih telah menandatanganinya.\n\nMohon beri tahu orang lain: {url}',

  'page.not-found-title': 'Halaman tidak ditemukan',
  'page.not-found-text': 'Periksa alamatnya, atau tanyakan kepada yang memberikannya kepada Anda.',
  'preview.note':
    'Ini adalah draf. Hanya orang yang memiliki tautan ini yang dapat membacanya. Mohon tidak meneruskannya.',
  'test.title': 'Tanda tangani sebagai uji coba',
  'test.note': 'Ini adalah uji coba. Tidak dihitung dan tidak diumumkan, dan dihapus saat surat dibuka.',
  'test.mail-subject': 'Uji coba: mohon konfirmasi tanda tangan Anda: “{title}”',
  'test.mail-text': 'Seseorang menandatangani draf “{title}” sebagai uji coba dengan alamat ini.',
  'test.confirm': 'Konfirmasi uji coba',
  'test.done': 'Tanda tangan uji coba Anda sudah dikonfirmasi',
  'test.over': 'Ini adalah tanda tangan uji coba',
  'test.over-text': 'Tanda tangan itu tidak pernah dihitung atau diumumkan, dan sudah dihapus.',
  'page.draft-title': 'Surat ini belum dibuka',
  'page.draft-text': 'Silakan kembali setelah surat ini diterbitkan.',
  'page.error-title': 'Terjadi kesalahan',
  'page.error-text': 'Silakan coba lagi sebentar lagi. Tidak ada yang hilang.',
  'page.label': '{label}: ',
  'page.skip': 'Ke teks',
  'page.language': 'Bahasa halaman ini',
  'page.made-with': 'Dikumpulkan dengan Undersigned, perangkat lunak bebas tanpa pelacak',
  'page.none': 'Saat ini tidak ada surat yang terbuka untuk ditandatangani.',
  'page.letters': 'Surat terbuka',
  'home.run-by': 'Situs ini dikelola oleh {name}.',
  'home.closed': 'Surat yang ditutup dan diserahkan',

  'press.line': 'Per {time} UTC, surat terbuka “{title}” mencatat {signed}.',
  'press.countries_other': '{count} negara',

  // The delivered document and the signing sheet.
  'document.no-country': 'Negara tidak disebutkan',
  'document.comma': ', ',
  'document.translation': 'Ini adalah terjemahan. Bahasa teks resmi: {language}.',
  'document.unnamed_other': 'dan {count} orang yang meminta agar namanya tidak dicantumkan',
  'document.on-paper_other': 'dan {count} tanda tangan di atas kertas',
  'document.offices': 'Kantor',
  'document.page': 'Halaman {page} dari {pages}',
  'document.frozen': 'Daftar dibekukan pada {time}. Jumlah nama: {count}.',
  'document.interim': 'Ini adalah daftar sementara. Surat ini masih dapat ditandatangani.',
  'document.hash': 'SHA-256 daftar',
  'document.check': 'Periksa daftar ini secara daring',
  'document.qr': 'Kode QR dengan alamat {address}',
  'document.attached': 'Para penanda tangan dalam bentuk tabel, untuk program',
  'sheet.title': 'Lembar tanda tangan',
  'sheet.text': 'Saya menandatangani surat ini. Harap tulis dengan huruf kapital.',
  'sheet.name': 'Nama',
  'sheet.role': 'Jabatan',
  'sheet.email': 'Surel',
  'sheet.signature': 'Tanda tangan',
  'sheet.online': 'Atau tanda tangani secara daring',
  'sheet.organisation-note': 'Isi nama organisasi hanya jika Anda berwenang menandatangani atas namanya.',
} as const satisfies Record<string, string>;
