/**
 * Styles of the form, in addition to those of all elements. The space that a page reserves for the form is released
 * when there is none.
 */
export const formStyles = `
:host([data-state]:not([data-state=form])){min-height:0!important}
.step{font-size:.8125em;font-weight:600;letter-spacing:.04em;text-transform:uppercase;color:var(--soft);margin:0 0 .5em}
[lang=ar] .step{letter-spacing:0}
fieldset{border:0;margin:0;padding:0;min-width:0}
.group{border-top:1px solid var(--line);margin:0 0 1.25em;padding:1.1em 0 0}
legend{float:inline-start;width:100%;font-weight:650;padding:0;margin-bottom:.5em}
legend~*{clear:both}
slot[name=consent]{display:block;clear:both}
.field{margin:0 0 1em}
.pairs{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,16em),1fr));gap:0 1em;align-items:end}
.pairs>:last-child:nth-child(odd){grid-column:1/-1}
label{display:block;font-weight:500}
.hint{display:block;font-size:.875em;font-weight:400;line-height:1.4;margin:.125em 0 .25em}
p.hint{margin:0 0 .75em}
.wrong{display:block;color:var(--alert);font-size:.9375em;font-weight:600;margin:.125em 0 .25em}
.wrong::first-letter{text-transform:uppercase}
[aria-invalid=true]{border:2px solid var(--alert)}
[type=checkbox][aria-invalid=true]{outline:2px solid var(--alert);outline-offset:2px}
.choice{display:grid;grid-template-columns:1.5em 1fr;gap:.5em;align-items:start;margin:0 0 .625em;font-weight:400}
.choice input{width:1.25em;height:1.25em;min-height:0;padding:0;margin:.2em 0 0;accent-color:var(--accent)}
.trap{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
form{position:relative}
dl{margin:0 0 1em}
dt{font-size:.9375em;color:var(--soft)}
dd{margin:0 0 .5em;font-weight:600}
.root[dir=rtl] input[dir=ltr]{text-align:end}
.alert{border:2px solid var(--alert);border-radius:var(--radius);background:var(--alert-soft);padding:1em 1.1em;margin:0 0 1.25em}
.alert h3{color:var(--alert);font-size:1.0625em}
.alert a{color:inherit}
.alert ul{margin:0;padding-inline-start:1.25em}
.alert :last-child{margin-bottom:0}
.suggest{margin:.4em 0 0}
.suggest button{padding:.35em .75em;min-height:2.25em;text-align:start}
.send{width:100%;font-size:1.125em;padding:.9em .75em}
.send[aria-disabled=true]{opacity:.7;cursor:progress}
.proof{margin:.5em 0 1em;min-height:1.4em;text-align:center}
.actions{margin:0 0 1em;display:flex;flex-wrap:wrap;gap:.75em;align-items:center}
.privacy{font-size:.875em;line-height:1.45;color:var(--soft);border-top:1px solid var(--line);padding-top:1em}
.privacy p{margin:0 0 .5em}
.privacy strong{color:var(--ink)}
`;
