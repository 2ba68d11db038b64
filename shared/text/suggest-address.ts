/** "Did you mean …?" for the domains with the most mailboxes. Browsers load it, too: it imports nothing. */

/** Large providers in the countries whose languages the form has. */
const common = (
  'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com aol.com proton.me ' +
  'protonmail.com fastmail.com zoho.com gmx.com gmx.de gmx.net gmx.at web.de t-online.de freenet.de mail.de posteo.de ' +
  'orange.fr wanadoo.fr free.fr laposte.net sfr.fr hotmail.fr yahoo.fr hotmail.es yahoo.es libero.it tiscali.it ' +
  'virgilio.it hotmail.it yahoo.it ziggo.nl kpnmail.nl hotmail.nl wp.pl onet.pl interia.pl o2.pl mail.ru yandex.ru ' +
  'bk.ru list.ru inbox.ru rambler.ru ukr.net i.ua hotmail.co.uk yahoo.co.uk outlook.fr outlook.de outlook.es ' +
  'btinternet.com uol.com.br bol.com.br terra.com.br hotmail.com.br yahoo.com.br sapo.pt qq.com 163.com 126.com ' +
  'sina.com naver.com daum.net hanmail.net yahoo.co.jp docomo.ne.jp ezweb.ne.jp softbank.ne.jp rediffmail.com ' +
  'yahoo.co.in yahoo.co.id mynet.com'
).split(' ');

/** @returns the address that was probably meant, or undefined when it may well be right as it is */
export function suggestAddress(typed: string): string | undefined {
  const at = typed.lastIndexOf('@');
  const domain = typed.slice(at + 1).toLowerCase();
  if (at < 1 || domain.length < 4 || common.includes(domain)) return undefined;
  const near = common.find((one) => isNear(domain, one));
  return near && `${typed.slice(0, at)}@${near}`;
}

/** @returns whether one letter is missing, added, mistaken or swapped with its neighbour */
function isNear(typed: string, meant: string): boolean {
  // With short domains, a different one is as near as the intended one.
  if (meant.length < 7 || Math.abs(typed.length - meant.length) > 1) return false;
  let start = 0;
  while (start < meant.length && typed[start] === meant[start]) start += 1;
  const [rest, wanted] = [typed.slice(start), meant.slice(start)];
  return (
    rest.slice(1) === wanted ||
    rest === wanted.slice(1) ||
    rest.slice(1) === wanted.slice(1) ||
    (rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2))
  );
}
