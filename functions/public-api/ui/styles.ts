/** The only style sheet, included in every page: no further request, and its hash is all that the CSP allows. */
import { createHash } from 'node:crypto';
import { letterStyles } from '../../../shared/letter/letter-styles.ts';

export const styles = `
:root{color-scheme:light dark;--ink:#1d2126;--soft:#545b64;--line:#d8d5cd;--paper:#fffefb;--desk:#f1efe9;--accent:#175457;--on-accent:#fff;--alert:#a3231d;--alert-soft:#fdf1ef;--field:#fff;--field-line:#868b92}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e9e6df;--soft:#b0aea8;--line:#3d4045;--paper:#1d2023;--desk:#141618;--accent:#7cc7c3;--on-accent:#0d1f20;--alert:#ff9d92;--alert-soft:#3a1f1d;--field:#141618;--field-line:#7d838a}}
*{box-sizing:border-box}
html{font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);background:var(--desk);-webkit-text-size-adjust:100%}
body{margin:0}
h1,h2,h3{line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.375rem,5vw,1.75rem);margin:0 0 1rem}
h2{font-size:1.25rem;margin:0 0 .75rem}
p{margin:0 0 1em}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
.skip{position:absolute;inset-inline-start:-100vw}
.skip:focus{inset-inline-start:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:2}
main,.foot{width:100%;max-width:46rem;margin:0 auto;padding:1.25rem 1rem}
main.wide,main.wide+.foot{max-width:76rem}
.foot{font-size:.875rem;color:var(--soft);padding-block:0 2rem}
.soft{color:var(--soft);font-size:.9375rem}
.card,.sheet{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:1.5rem 1.25rem;overflow-wrap:anywhere}
.two{display:grid;gap:1.25rem}
.two>*{min-width:0}
.languages{font-size:.9375rem;margin-top:1.25rem}
.languages ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
.languages a{display:inline-block;min-height:1.5rem}
.languages [aria-current]{font-weight:600}
.glance p{margin:0}
.glance-count{font-size:1.25rem;font-weight:650}
${letterStyles}
.undersigned{border-top:1px solid var(--line);margin-top:2.25rem;padding-top:1.5rem}
.undersigned h2,.offices h2{font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.logo{margin:0 0 1.25rem}

.of-name{display:block;margin:0 0 .25rem;max-width:100%}
@media screen and (prefers-color-scheme:dark){.of-name{background:#fff;padding:.25rem;border-radius:3px;box-sizing:content-box}}
.logo img{display:block;max-width:100%;height:auto}
@media screen and (prefers-color-scheme:dark){.logo img{background:#fff;padding:.5rem;border-radius:4px;box-sizing:content-box}}
.names{list-style:none;margin:0 0 1rem;padding:0}
.names li{padding:.5rem 0;border-bottom:1px solid var(--line);line-height:1.4}
.names li:last-child{border-bottom:0}
.names .who{font-weight:600}
.names .more{display:block;font-size:.9375rem;color:var(--soft)}
.mark{display:inline-block;font-size:.8125rem;line-height:1.4;color:var(--soft);vertical-align:top}
.mark summary{display:inline-block;min-height:1.5rem;padding:.125rem 0;font-weight:400;color:inherit;list-style:none}
.mark summary::-webkit-details-marker{display:none}
.mark summary,dt .mark{text-decoration:underline dotted;text-underline-offset:.2em}
dt .mark{margin:0;text-decoration:none}
.mark summary:before,dt .mark:before{content:"✓ "}
.mark[open]{display:block;margin:0}
.mark p{margin:0 0 .25rem}
.marks{margin:0}
.marks dd{margin:0 0 .75rem}
.letter .names,.letter .count,.letter .undersigned>p{font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-size:1rem}
.count{margin:0 0 .25rem}
.count b{display:block;font-size:1.5rem;font-weight:650}
.bar{appearance:none;display:block;width:100%;height:.625rem;border:0;border-radius:5px;background:var(--line);overflow:hidden;margin:.25rem 0 .5rem;color:var(--accent)}
.bar::-webkit-progress-bar{background:var(--line)}
.bar::-webkit-progress-value{background:var(--accent)}
.bar::-moz-progress-bar{background:var(--accent)}
.note{border-inline-start:4px solid var(--accent);padding:.5rem 1rem;background:var(--desk);margin:0 0 1rem}
.note>:last-child{margin-bottom:0}
.alert{border:2px solid var(--alert);border-radius:6px;background:var(--alert-soft);padding:1rem 1.25rem;margin:0 0 1.25rem}
.alert h2{color:var(--alert);font-size:1.0625rem;margin:0 0 .5rem}
.alert a{color:inherit}
.alert ul{margin:0;padding-inline-start:1.25rem}
.step{display:inline-block;font-size:.8125rem;font-weight:600;letter-spacing:.04em;text-transform:uppercase;color:var(--soft);margin:0 0 .5rem}
fieldset{border:0;border-top:1px solid var(--line);margin:0 0 1.25rem;padding:1.1rem 0 0;min-width:0}
#sign form{line-height:1.56}
legend{float:inline-start;width:100%;font-weight:650;padding:0;margin-bottom:.5rem}
legend~*{clear:both}
.field{margin:0 0 1rem}
.pairs{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));gap:0 1rem;align-items:end}
.pairs>:last-child:nth-child(odd){grid-column:1/-1}
form:has([value=individual]:checked) .only-organisation,form:has([value=organisation]:checked) .only-individual{display:none}
label{display:block;font-weight:500}
.hint{display:block;font-size:.875rem;color:var(--soft);font-weight:400;line-height:1.4;margin:.125rem 0 .25rem}
p.hint{margin:0 0 .75rem}
.wrong::first-letter{text-transform:uppercase}
.wrong{display:block;color:var(--alert);font-size:.9375rem;font-weight:600;margin:.125rem 0 .25rem}
input[type=text],input[type=email],input[type=url],input[type=search],select,textarea{font:inherit;color:inherit;background:var(--field);border:1px solid var(--field-line);border-radius:5px;padding:.55rem .7rem;width:100%;min-height:2.75rem}
[dir=rtl] input[dir=ltr]{text-align:end}
textarea{min-height:5rem;resize:vertical}
input[type=file]{font:inherit;max-width:100%}
input[aria-invalid=true],select[aria-invalid=true],textarea[aria-invalid=true]{border:2px solid var(--alert)}
input[type=checkbox][aria-invalid=true]{outline:2px solid var(--alert);outline-offset:2px}
.choice{display:grid;grid-template-columns:1.5rem 1fr;gap:.5rem;align-items:start;margin:0 0 .625rem;font-weight:400}
.choice input{width:1.25rem;height:1.25rem;margin:.2rem 0 0;accent-color:var(--accent)}
.button,button{display:inline-block;text-wrap:balance;font:inherit;font-weight:650;color:var(--on-accent);background:var(--accent);border:0;border-radius:6px;padding:.8rem 1.4rem;min-height:3rem;text-decoration:none;text-align:center;cursor:pointer}
.plain{background:none;color:var(--accent);border:2px solid var(--accent)}
[hidden]{display:none!important}
.share{border-top:1px solid var(--line);margin-top:2rem;padding-top:1.25rem}
.letter .share{font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-size:1rem}
.letter .share h2{font-family:inherit}
.letter summary{font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.share>button{margin-bottom:1rem}
.sheet+.card{margin-top:1.25rem}
.ways{list-style:none;margin:0 0 1rem;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
.ways a{display:inline-block;padding:.5rem 0}
.grave{background:var(--paper);color:var(--alert);border:2px solid var(--alert)}
summary{cursor:pointer;padding:.5rem 0;font-weight:600;color:var(--accent)}
.huge{width:100%;font-size:1.1875rem;padding:1.1rem .75rem}
.card>details{margin-block:0 1rem}
.card>form:has(+details){margin-bottom:1.5rem}
.card>:last-child,.details p:last-child{margin-bottom:0}
.code{font:600 1.25rem/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace!important;letter-spacing:.1em}
.nowrap{white-space:nowrap}
.facts{margin:0 0 1.5rem}
.facts dt{color:var(--soft)}
.facts dd{margin:0 0 .625rem;font-weight:600}
@media (min-width:40rem){.facts{display:grid;grid-template-columns:fit-content(45%) 1fr;gap:.25rem 1rem}.facts dd{margin:0}}
.operation fieldset:first-of-type{border:0;padding:0}
.operation button{margin:.5rem 0 1.5rem}
.operation form+form{margin-top:.5rem}
.card form+h2{margin-top:2rem}
.operation{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:1.5rem}
#sign:has([data-state=accepted])>.heading{display:none}
sign-on-form>form{padding-bottom:2.5rem}
sign-on-form::part(root){border:0;padding:0;max-width:none}
sign-on-form::part(title){font-size:1.25rem}
sign-on-form::part(button){text-wrap:balance}
.trap{position:absolute;inset-inline-start:-200vw;height:1px;overflow:hidden}
.details{font-size:.875rem;color:var(--soft);border-top:1px solid var(--line);padding-top:1rem;margin-top:1.25rem}
.filters{display:grid;gap:.75rem;grid-template-columns:1fr;margin:0 0 1.25rem;align-items:end}
.filters .field{margin:0}
.pages{display:flex;gap:1rem;justify-content:space-between;flex-wrap:wrap}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
th,td{text-align:start;vertical-align:top;padding:.4rem 0;padding-inline-end:.75rem;border-bottom:1px solid var(--line)}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.875em}
pre{overflow-x:auto;background:var(--desk);padding:.75rem;border-radius:5px}
.scroll{overflow-x:auto}
.stick{display:block;position:sticky;bottom:0;text-align:center;padding:.6rem 1rem calc(.6rem + env(safe-area-inset-bottom));background:var(--desk);border-top:1px solid var(--line)}
.stick .button{width:100%;max-width:30rem}
@media (min-width:40rem){.marks{display:grid;grid-template-columns:auto 1fr;gap:.5rem 1rem}.marks dd{margin:0}}
@media (min-width:40rem){.sheet{padding:3rem 3.5rem}.card{padding:1.75rem}.filters{grid-template-columns:1fr 1fr 1fr auto}.filters .field:first-child{grid-column:1/-1}.filters button{min-height:2.75rem;padding-block:.5rem}main,.foot{padding-inline:1.5rem}}
@media (min-width:64rem){.two{grid-template-columns:minmax(0,1fr) 25rem;grid-template-rows:auto 1fr;align-items:start}.reading{grid-area:1/1/3}.two>aside{grid-column:2}.glance{grid-area:1/2}.stick{display:none}}
@media print{@page{size:A4;margin:22mm 24mm}html{background:#fff;color:#000;font-size:11pt}.sheet,.card{border:0;padding:0;background:none}.two{display:block}main{max-width:none;padding:0}aside,.foot,.stick,.screen,.skip{display:none!important}.letter{font-size:11pt;line-height:1.45}.letter h1{font-size:14pt;margin:1.25rem 0}.letter p{orphans:3;widows:3}.names li,address{break-inside:avoid}.undersigned{margin-top:1.5rem;padding-top:1rem}.undersigned h2,.count,.undersigned>.soft{break-after:avoid}.signature{break-inside:avoid}a{color:inherit;text-decoration:none}.names{columns:2;column-gap:10mm}.names li{border:0;padding:.15rem 0}.offices{break-inside:avoid;font-size:8.5pt;line-height:1.4;grid-template-columns:repeat(3,1fr)}.bar{display:none}}
`.trim();

/** CSP source expression that allows exactly this style sheet (https://www.w3.org/TR/CSP3/#grammardef-hash-source). */
export const stylesHash = `sha256-${createHash('sha256').update(styles).digest('base64')}`;
