/**
 * The only style sheet of the console, included in every page: no further request, and its hash is all that the CSP
 * allows.
 */
import { createHash } from 'node:crypto';
import { letterStyles } from '../../../shared/letter/letter-styles.ts';

export const styles = `
:root{color-scheme:light dark;--ink:#1d2126;--soft:#545b64;--line:#d8d5cd;--paper:#fffefb;--desk:#f1efe9;--accent:#175457;--on-accent:#fff;--good:#1f6b35;--alert:#a3231d;--alert-soft:#fdf1ef;--field:#fff;--field-line:#868b92}
@media (prefers-color-scheme:dark){:root{--ink:#e9e6df;--soft:#b0aea8;--line:#3d4045;--paper:#1d2023;--desk:#141618;--accent:#7cc7c3;--on-accent:#0d1f20;--good:#8fd6a1;--alert:#ff9d92;--alert-soft:#3a1f1d;--field:#141618;--field-line:#7d838a}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);background:var(--desk);-webkit-text-size-adjust:100%}
body{margin:0}
h1,h2,h3{line-height:1.2;text-wrap:balance}
h1{font-size:1.5rem;margin:0 0 1rem}
h2{font-size:1.125rem;margin:0 0 .75rem}
h3{font-size:1rem;margin:0 0 .5rem}
p{margin:0 0 1em}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
img.preview{display:block;margin-block-end:.5rem;max-width:100%;height:auto;max-height:20rem;object-fit:contain;background:#fff;border:1px solid var(--line);padding:.5rem}
.skip{position:absolute;inset-inline-start:-100vw}
.skip:focus{inset-inline-start:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:2}
.top{background:var(--paper);border-bottom:1px solid var(--line)}
.top>div{max-width:76rem;margin:0 auto;padding:.5rem 1rem;display:flex;gap:.25rem 1.25rem;flex-wrap:wrap;align-items:center}
.top .brand{font-weight:700;color:var(--ink);text-decoration:none;padding:.5rem 0}
.top nav,.tabs{display:flex;gap:.25rem 1.25rem;flex-wrap:wrap}
.top nav a,.tabs a{padding:.5rem 0;text-decoration:none}
.top nav a:hover,.tabs a:hover{text-decoration:underline}
.top [aria-current],.tabs [aria-current]{font-weight:650;color:var(--ink);border-bottom:3px solid var(--accent)}
.top .out,.top .menu{margin-inline-start:auto}
.top .menu[open]{flex-basis:100%}
.menu{display:none}
.menu nav{display:flex;flex-wrap:wrap;gap:0 1.25rem;padding:.25rem 0}
.menu nav .hint{flex-basis:100%;margin:0}
.menu nav a{padding:.4rem 0}
.tabs{border-bottom:1px solid var(--line);margin:0 0 1.5rem}
.tabs:has(+.second){margin:0}
.tabs.second{font-size:.9375rem}
.tabs .number,.menu .number{display:inline-block;font-size:.8125rem;line-height:1.3;font-weight:650;background:var(--accent);color:var(--on-accent);border-radius:1rem;padding:0 .5rem}
.away{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.crumb{margin:0 0 .25rem;font-size:.875rem;color:var(--soft)}
main{width:100%;max-width:76rem;margin:0 auto;padding:1.5rem 1rem 4rem}
main.narrow,main.slim>:not(nav,.crumb,.menu){max-width:34rem}
.soft{color:var(--soft);font-size:.9375rem}
.card{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:1.25rem;margin:0 0 1.25rem;overflow-wrap:anywhere}
.card>:last-child{margin-bottom:0}
.card>form+form{margin-top:1rem}
details.card{padding:.375rem 1.25rem}
details.card[open]{padding-bottom:1.25rem}
.figures{display:grid;gap:.5rem;margin:0 0 1.25rem;grid-template-columns:repeat(auto-fit,minmax(7rem,1fr));max-width:46rem}
.figures .card{margin:0;padding:.75rem .6rem;font-size:.875rem;overflow-wrap:normal}
.cards{display:grid;gap:1.25rem;margin:0 0 1.25rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr))}
.cards .card,.cards .field{margin:0}
.cards{margin:0 0 1.25rem}
.card>fieldset:first-of-type{border:0;padding:0}
.two{display:grid;gap:1.25rem}
.two>*{min-width:0}
.two>div>:last-child{margin-bottom:0}
.two+*{margin-top:1.25rem}
.figure b{display:block;font-size:1.75rem;line-height:1.1;font-weight:650;font-variant-numeric:tabular-nums}
.curve{display:block;width:100%;max-width:32rem;margin:0 0 .75rem;font-size:13px;text-anchor:middle;fill:var(--ink)}
.curve polyline{fill:none;stroke:var(--accent);stroke-width:2}.curve circle{fill:var(--accent)}.curve .day{fill:var(--soft)}
ul.bare{list-style:none;padding:0}.bare li{padding:.25rem 0}
.chart{display:block;max-width:100%;height:auto;margin:0 0 .75rem}
.scroll{overflow-x:auto;overflow-wrap:break-word}
.found{min-width:12rem}
.scroll:focus-visible{outline-offset:-3px}
table{border-collapse:collapse;width:100%;font-size:.9375rem;font-variant-numeric:tabular-nums}
caption{text-align:start;font-weight:650;padding:0 0 .5rem}
time{white-space:nowrap}
.scroll tbody th{min-width:7rem;overflow-wrap:anywhere}
th,td{text-align:start;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
thead th{color:var(--soft);font-weight:600;font-size:.875rem;white-space:nowrap}
td.number,th.number{text-align:end}
tbody th{font-weight:600}
.mark{display:inline-block;font-size:.8125rem;line-height:1.3;font-weight:600;color:var(--soft);border:1px solid var(--field-line);border-radius:4px;padding:.05rem .4rem;white-space:nowrap}
:is(li,td) .mark{white-space:normal;vertical-align:top}
.mark::first-letter{text-transform:uppercase}
.mark.good{color:var(--good);border-color:var(--good)}
.mark.bad{color:var(--alert);border-color:var(--alert)}
.note{border-inline-start:4px solid var(--accent);padding:.75rem 1rem;background:var(--paper);margin:0 0 1.25rem}
.note>:last-child{margin-bottom:0}.note code{overflow-wrap:anywhere}
.alert{border:2px solid var(--alert);border-radius:6px;background:var(--alert-soft);padding:1rem 1.25rem;margin:0 0 1.25rem}
.alert h2{color:var(--alert);font-size:1.0625rem;margin:0 0 .5rem}
.alert ul{margin:0;padding-inline-start:1.25rem}
fieldset{border:0;border-top:1px solid var(--line);margin:0 0 1.25rem;padding:1rem 0 0;min-width:0}
legend{float:inline-start;width:100%;font-weight:650;padding:0;margin-bottom:.5rem}
legend+*{clear:both}
.field{margin:0 0 1rem}
label{display:block;font-weight:500}
.hint{display:block;font-size:.875rem;color:var(--soft);font-weight:400;line-height:1.4;margin:.125rem 0 .25rem}
.wrong{display:block;color:var(--alert);font-size:.9375rem;font-weight:600;margin:.125rem 0 .25rem}
input.tick{width:1.5rem;height:1.5rem;accent-color:var(--accent)}
.action{margin:0 0 1rem}.action+.action{border-top:1px solid var(--line);padding-top:1rem}
.row.reject{margin-top:1rem}.button kbd,button kbd{background:none;border-color:currentColor;margin-inline-start:.25rem}
.message{white-space:pre-line}
.operation+.operation{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:1.5rem}
.history{padding-inline-start:1.5rem}
input[type=text],input[type=email],input[type=url],input[type=search],input[type=number],input[type=date],input[type=month],input[type=datetime-local],input[type=file],select,textarea{font:inherit;color:inherit;background:var(--field);border:1px solid var(--field-line);border-radius:5px;padding:.45rem .6rem;width:100%;min-height:2.75rem}
textarea{min-height:6rem;resize:vertical}
textarea.text{min-height:24rem;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.9375rem}
:is(input,select,textarea)[aria-invalid=true]{border:2px solid var(--alert)}
.choice{display:grid;grid-template-columns:1.5rem 1fr;gap:.5rem;align-items:start;margin:0 0 .5rem;font-weight:400}
.choice+:is(button,.button){margin-top:.5rem}
.choice input{width:1.25rem;height:1.25rem;margin:.15rem 0 0;accent-color:var(--accent)}
.button,button{display:inline-block;text-wrap:balance;font:inherit;font-weight:650;color:var(--on-accent);background:var(--accent);border:2px solid var(--accent);border-radius:6px;padding:.5rem 1.1rem;min-height:2.75rem;text-decoration:none;text-align:center;cursor:pointer}
.quiet{background:var(--paper);color:var(--accent)}
.grave{background:var(--paper);color:var(--alert);border-color:var(--alert)}
.plain{text-align:start;background:none;border:0;color:var(--accent);padding:.5rem 0;font-weight:400;text-decoration:underline;text-underline-offset:.15em}
.row{display:flex;gap:.75rem;flex-wrap:wrap;align-items:end}
.row+.field{margin-top:1rem}.row+.card{margin-top:1.25rem}
.hint+fieldset{margin-top:1rem}p.hint+.card{margin-top:1.25rem}
.row .field{margin:0;flex:1 1 11rem}
.change mark{background:var(--alert-soft);color:inherit;font-weight:650}
.facts{margin:0 0 1rem}
.facts dt{color:var(--soft);font-size:.9375rem}
.facts dd{margin:0 0 .5rem;font-weight:500}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.875em}
pre{overflow-x:auto;background:var(--desk);padding:.75rem;border-radius:5px}
kbd{font:inherit;font-size:.8125rem;border:1px solid var(--field-line);border-radius:4px;padding:0 .35rem;background:var(--desk)}
ins{background:#d5efd9;color:#123f1f;text-decoration:none}
del{background:#f8d9d6;color:#6d1712}
del+ins,ins+del{margin-inline-start:.25em}
summary{cursor:pointer;padding:.5rem 0;font-weight:600;color:var(--accent)}
.sheet{color-scheme:light;--ink:#000;--soft:#40454c;--line:#c9c6be;--paper:#fff;--accent:#175457;color:var(--ink);background:var(--paper);border:1px solid var(--line);padding:1.5rem 1.25rem;overflow-wrap:anywhere}
${letterStyles}
.preview .letter{font-size:1rem;line-height:1.45}
.preview .letter .title{font-size:1.25rem}
.snippet{margin:0 0 1.25rem}
.snippet p{margin:0 0 .25rem;font-weight:500}
.snippet pre{white-space:pre-wrap;margin:0 0 .5rem}
.actions{display:flex;gap:.75rem;flex-wrap:wrap;margin:0 0 1rem}
.actions form{margin:0}
:is(.button,button,form,.row)+:is(.hint,p.soft){margin-top:.75rem}
.pair{border-top:1px solid var(--line);padding:.75rem 0 0;gap:.25rem 1.25rem}
.pair .soft{margin:0}
.editor{border:1px solid var(--field-line);border-radius:5px;background:var(--field)}
.tools{display:flex;flex-wrap:wrap;gap:.25rem;padding:.35rem;border-bottom:1px solid var(--line)}
.tools button{min-height:2.25rem;padding:.2rem .6rem;font-weight:500;border-width:1px}
.tools [aria-pressed=true]{background:var(--accent);color:var(--on-accent)}
.tools [aria-disabled=true]{color:var(--soft);border-color:var(--line)}
.linking{padding:.5rem;border-bottom:1px solid var(--line)}
.ProseMirror{min-height:24rem;padding:.75rem;white-space:pre-wrap;white-space:break-spaces;overflow-wrap:anywhere;position:relative}
.ProseMirror>:first-child{margin-top:0}
.ProseMirror li>p{margin:0}
.ProseMirror blockquote{margin:0 0 1em;padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
.ProseMirror-hideselection ::selection{background:none}
.ProseMirror-selectednode{outline:2px solid var(--accent)}
.after{margin:1.25rem 0 0}
.steps{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:0;padding:0;list-style:none}
.steps [aria-current]{font-weight:650;color:var(--ink)}
button:disabled{background:none;color:var(--soft);border-color:var(--field-line);cursor:not-allowed}
.plain-list{list-style:none;padding:.75rem 1.25rem}
.plain-list li{padding:.35rem 0}
.changed{white-space:pre-wrap;overflow-wrap:anywhere;margin:0 0 1rem}
.pages{display:flex;gap:1rem;justify-content:space-between;flex-wrap:wrap;margin:1rem 0 0}
[data-keys]:focus-visible{outline-width:2px;outline-offset:.5rem}
@media (max-width:47.99rem){.wide{display:none!important}.menu{display:block}.stacks thead{display:none}.stacks,.stacks :is(tbody,tr,th,caption){display:block}.stacks td{display:inline-block;margin-inline-end:1rem}.stacks tr{border-bottom:1px solid var(--line);padding:.5rem 0}.stacks :is(tbody th,td){border:0;padding:.125rem 0;text-align:start}.stacks :is(th,td):empty{display:none}.stacks [data-label]:before{content:attr(data-label) ": ";color:var(--soft);font-weight:400}.stacks tr:has(.tick){position:relative;padding-inline-start:2.75rem}.stacks td:has(>.tick){position:absolute;margin:0;inset-inline-start:0}}
@media (min-width:40rem){main{padding-inline:1.5rem}.facts{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.35rem 1rem}.facts dd{margin:0}}
@media (min-width:48rem){.pair{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}}
@media (min-width:64rem){.two{grid-template-columns:minmax(0,1fr) minmax(0,1fr);align-items:start}.preview .sheet{padding:2.5rem 3rem}.two>.preview{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto}}
@media print{.top,.tabs,form,.skip{display:none}}
`.trim();

/** CSP source expression that allows exactly this style sheet (https://www.w3.org/TR/CSP3/#grammardef-hash-source). */
export const stylesHash = `sha256-${createHash('sha256').update(styles).digest('base64')}`;
