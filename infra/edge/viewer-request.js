/**
 * Runs at the edge before the cache lookup (CloudFront Functions, runtime 2.0, no imports). Adds the client's address
 * and reduces everything in the cache key to a few forms that mean the same to the API: any other spelling that a
 * client sends would be a cache key of its own, and a request to the API that costs money. Tests compare its lists with
 * the API.
 *
 * CloudFront's engine is not Node's: it has ES 5.1 and a list of later features, without destructuring, spread, `?.`
 * and most new methods. Unsupported code may deploy and then fail every request with 503. `tests/edge/grammar.ts`
 * checks this file against that list.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
/** Languages of a reader that are considered, at most. */
const maxLanguages = 3;

/**
 * Languages that a letter can have (`shared/text/language-names.ts`), by their first letters, then the rest of the tag.
 */
const known =
  ' aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ace ach ada ady aeb afh agq ain akk akz ale aln alt ang ann anp arc arn aro arp arq ars arw ary arz asa ase ast atj avk awa bal ban bar bas bax bbc bbj bej bem bew bez bfd bfq bgc bgn bho bik bin bjn bkm bla blo blt bpy bqi bra brh brx bss bua bug bum byn byv cad car cay cch ccp ceb cgg chb chg chk chm chn cho chp chr chy cic ckb clc cop cps crg crh crj crk crl crm crr crs csb csw dak dar dav del den dgr din dje doi dsb dtp dua dum dyo dyu dzg ebu efi egl egy eka elx enm esu ewo ext fan fil fit fon frc frm fro frp frr frs fur gaa gag gan gay gba gbz gez gil glk gmh goh gon gor got grb grc gsw guc gur guz gwi hai hak haw hax hif hil hit hmn hnj hsb hsn hup hur iba ibb ikt ilo inh izh jam jbo jgo jmc jpr jrb jut kaa kab kac kaj kam kaw kbd kbl kcg kde kea kek ken kfo kgp kha kho khq khw kiu kkj kln kmb koi kok kos kpe krc kri krj krl kru ksb ksf ksh kum kut kwk kxv lad lag lah lam lez lfn lij lil liv lkt lmo lol lou loz lrc lsm ltg lua lui lun luo lus luy lzh lzz mad maf mag mai mak man mas mde mdf mdr men mer mfe mga mgh mgo mic min mnc mni moe moh mos mrj mua mus mwl mwr mwv mye myv mzn nan nap naq nds new nia niu njo nmg nnh nog non nov nqo nso nus nwc nym nyn nyo nzi ojb ojc ojs ojw oka osa ota pag pal pam pap pau pcd pcm pdc pdt peo pfl phn pis pms pnt pon pqm prg pro quc qug raj rap rar rgn rhg rif rof rom rtm rue rug rup rwk sad sah sam saq sas sat saz sba sbp scn sco sdc sdh see seh sei sel ses sga sgs shi shn shu sid slh sli sly sma smj smn sms snk sog srn srr ssy stq str suk sus sux swb syc syr szl tce tcy tem teo ter tet tgx tht tig tiv tkl tkr tlh tli tly tmh tog tok tpi tru trv trw tsd tsi ttm ttt tum tvl twq tyv tzm udm uga umb vai vec vep vls vmf vmw vot vro vun wae wal war was wbp wuu xal xmf xnr xog yao yap yav ybb yrl yue zap zbl zea zen zgh zun zza in iw ji jw mo sh tl ';
/** Scripts that are kept apart; any other subtag is dropped. */
const scripts = ' arab cyrl deva hans hant latn ';
const regions =
  ' en-gb en-us pt-br pt-pt az-iq az-ir az-ru ha-cm ha-sd kk-af kk-cn kk-ir kk-mn ku-am ku-az ku-ge ku-iq ku-ir ku-lb ku-tm ky-cn ky-tr mn-cn ms-cc pa-pk pi-in pi-lk pi-mm pi-th sd-in sr-me sr-ro sr-tr tg-pk ug-kz ug-mn uz-af uz-cn zh-au zh-bn zh-gb zh-gf zh-hk zh-id zh-mo zh-pa zh-pf zh-ph zh-sr zh-th zh-tw zh-us zh-vn hak-tw lzz-ge nan-mo nan-tw pnt-ru pnt-tr yue-cn ';

/** Paths of one segment that are not letters, as in `infra/edge/edge.ts`. */
const noLetters = / (confirm|console|docs|health|manage|oembed|openapi\.json|stop) /;
const listWords = ['order', 'kind', 'country', 'q', 'limit', 'cursor'];

/** A value that means nothing to the API in any place. */
const nothing = '!';

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it
function handler(event) {
  const request = event.request;
  const headers = request.headers;
  const site = `https://${headers.host.value}`;
  // Overwrites any value from the client.
  headers['x-undersigned-viewer'] = { value: event.viewer.ip };
  // CloudFront answers only for this distribution's names. The console cannot know them, so it is told.
  headers['x-undersigned-site'] = { value: site };
  if (headers.accept) headers.accept = { value: wantedForm(headers.accept.value) };
  if (headers['accept-language']) {
    const tags = wantedTags(headers['accept-language'].value, maxLanguages);
    // No known language is the same as no header.
    if (tags === '') delete headers['accept-language'];
    else headers['accept-language'] = { value: tags };
  }
  const words = request.method === 'GET' || request.method === 'HEAD' ? wordsOf(request.uri) : undefined;
  if (words === undefined) return request;
  request.querystring = tidied(request.querystring || {}, words);
  if (headers.origin) {
    const origin = wantedOrigin(headers.origin.value);
    // A request from our own page needs no CORS.
    if (origin === site) delete headers.origin;
    else headers.origin = { value: origin };
  }
  return request;
}

function wantedForm(accept) {
  if (/\btext\/html\b/i.test(accept)) return 'text/html';
  return /\bapplication\/([a-z.]+\+)?json\b/i.test(accept) ? 'application/json' : '*/*';
}

/** The most wanted known tags, in order, without weights, in their known form; '' for none. */
function wantedTags(header, most) {
  const tags = header
    .slice(0, 500)
    .split(',')
    .slice(0, 20)
    .map((part, place) => {
      const pieces = part.split(';').map((piece) => piece.trim());
      const weight = pieces.slice(1).find((piece) => piece.startsWith('q='));
      return {
        tag: knownTag(pieces[0].toLowerCase()),
        weight: weight === undefined ? 1 : Number(weight.slice(2)),
        place: place,
      };
    })
    .filter((one) => one.tag !== '' && one.weight > 0 && one.weight <= 1)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .map((one) => one.tag);
  return tags
    .filter((tag, place) => tags.indexOf(tag) === place)
    .slice(0, most)
    .join(',');
}

function knownTag(tag) {
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8}){0,8}$/.test(tag)) return '';
  const parts = tag.split('-');
  if (known.indexOf(` ${parts[0]} `) < 0) return '';
  const script = parts.slice(1).find((part) => scripts.indexOf(` ${part} `) >= 0);
  if (script !== undefined) return `${parts[0]}-${script}`;
  const region = parts.slice(1).find((part) => regions.indexOf(` ${parts[0]}-${part} `) >= 0);
  return region === undefined ? parts[0] : `${parts[0]}-${region}`;
}

/** An origin as browsers write it; all others become one value. Only the API knows which are registered. */
function wantedOrigin(origin) {
  return /^https?:\/\/[a-z0-9.-]{1,253}(:[0-9]{1,5})?$/.test(origin) ? origin : 'null';
}

/** The query parameters on which the answer at a path depends; undefined where nothing is cached. */
function wordsOf(uri) {
  if (uri === '/') return ['lang', 'language', 'cursor'];
  // The same for everybody.
  if (/^\/(robots\.txt|sitemap\.xml|favicon\.(svg|ico))$/.test(uri)) return [];
  if (/^\/[^/]+\/badge\.svg$/.test(uri)) return ['lang', 'language'];
  if (/^\/[^/]+$/.test(uri)) return noLetters.test(` ${uri.slice(1)} `) ? undefined : ['lang', 'language', 'partner'];
  if (/^\/v1\/letters\/[^/]+$/.test(uri)) return ['lang', 'partner'];
  if (/^\/[^/]+\/(deliveries\/[^/]+|signing-sheet[^/]*\.pdf|share\.png)$/.test(uri)) return ['lang'];
  if (/^\/[^/]+\/deliveries\/[^/]+\/names$/.test(uri)) return ['lang', 'cursor'];
  if (/^\/[^/]+\/news(\.atom|\/[^/]+)?$/.test(uri)) return ['lang'];
  if (/^\/v1\/letters\/[^/]+\/news$/.test(uri)) return ['lang', 'partner'];
  if (/^\/v1\/letters\/[^/]+\/signatures$/.test(uri)) return ['partner'].concat(listWords);
  if (/^\/v1\/letters\/[^/]+\/count$/.test(uri)) return ['partner'];
  return /^\/[^/]+\/signatories$/.test(uri) ? ['lang', 'language'].concat(listWords) : undefined;
}

/** The parameters in one order, each once, with its value in one form. */
function tidied(query, words) {
  const kept = {};
  words.forEach((word) => {
    // The API reads the first of repeated values.
    const value = Object.keys(query).includes(word) ? tidyValue(word, decoded(query[word].value)) : undefined;
    if (value !== undefined) kept[word] = { value: encodeURIComponent(value) };
  });
  return kept;
}

function decoded(text) {
  try {
    return decodeURIComponent(text.split('+').join(' '));
  } catch (_) {
    return text;
  }
}

/** Values that mean nothing to the API become one. Empty values stay: forms send them. */
function tidyValue(word, text) {
  if (text === '') return isLanguage(word) ? undefined : text;
  if (isLanguage(word)) return wantedTags(text, 1) || undefined;
  if (word === 'kind') return oneOf(['organisation', 'individual'], text);
  if (word === 'order') return oneOf(['newest', 'name'], text);
  if (word === 'limit') return /^0*([1-9][0-9]?|1[0-9][0-9]|200)$/.test(text) ? String(Number(text)) : nothing;
  if (word === 'partner') return /^[a-z0-9][a-z0-9-]{0,62}$/.test(text) ? text : nothing;
  if (word === 'cursor') return /^[\w-]{1,1000}$/.test(text) ? text : nothing;
  // A country or the start of a name: case and outer spaces do not matter.
  const plain = text.trim().split(/\s+/).join(' ').toLowerCase();
  if (word === 'country') return plain.length <= 200 ? plain : nothing;
  return plain.length <= 100 ? plain : plain.slice(0, 101).replace(/./g, 'x');
}

/** `lang` is the language of a letter's text, `language` that of the page around it. */
function isLanguage(word) {
  return word === 'lang' || word === 'language';
}

function oneOf(all, text) {
  return all.includes(text) ? text : nothing;
}
