/**
 * Styles of all elements. The page's rules do not reach in; inherited properties are reset, except for the font and
 * those that hide things. Sizes are in em, so that they follow the page's font size. docs/embedding/elements.md lists
 * the properties that a page may set.
 */
export const baseStyles = `
:host{display:block}
:host([hidden]){display:none}
.root{--ink:var(--signon-ink,#1d2126);--soft:var(--signon-soft,#545b64);--line:var(--signon-line,#d8d5cd);--paper:var(--signon-paper,#fffefb);--accent:var(--signon-accent,var(--l,#175457));--on-accent:var(--signon-on-accent,var(--lo,#fff));--alert:var(--signon-alert,#a3231d);--alert-soft:var(--signon-alert-soft,#fdf1ef);--field:var(--signon-field,#fff);--field-line:var(--signon-field-line,#868b92);--radius:var(--signon-radius,6px)}
@supports (color:light-dark(red,red)){.root{--ink:var(--signon-ink,light-dark(#1d2126,#e9e6df));--soft:var(--signon-soft,light-dark(#545b64,#b0aea8));--line:var(--signon-line,light-dark(#d8d5cd,#3d4045));--paper:var(--signon-paper,light-dark(#fffefb,#1d2023));--accent:var(--signon-accent,light-dark(var(--l,#175457),var(--d,#7cc7c3)));--on-accent:var(--signon-on-accent,light-dark(var(--lo,#fff),var(--do,#0d1f20)));--alert:var(--signon-alert,light-dark(#a3231d,#ff9d92));--alert-soft:var(--signon-alert-soft,light-dark(#fdf1ef,#3a1f1d));--field:var(--signon-field,light-dark(#fff,#141618));--field-line:var(--signon-field-line,light-dark(#868b92,#7d838a))}}
.root{all:initial;display:block;visibility:inherit;pointer-events:inherit;direction:inherit;color-scheme:var(--signon-color-scheme,light dark);font-family:var(--signon-font,inherit);font-size:var(--signon-font-size,max(1em,15px));line-height:1.55;color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:var(--radius);padding:1.25em;overflow-wrap:anywhere;box-sizing:border-box;max-width:var(--signon-max-width,44em);text-align:start;-webkit-text-size-adjust:100%}
.root[dir=rtl]{direction:rtl}
.root[dir=ltr]{direction:ltr}
*{box-sizing:border-box}
[hidden]{display:none!important}
h2,h3{font-size:1.25em;line-height:1.25;margin:0 0 .5em;text-wrap:balance}
p{margin:0 0 1em}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
[tabindex="-1"]:focus{outline:0}
.soft,.hint{color:var(--soft);font-size:.9375em}
.root>:last-child{margin-bottom:0}
button,.button{font:inherit;font-weight:650;color:var(--on-accent);background:var(--accent);border:1px solid transparent;border-radius:var(--radius);padding:.7em 1.25em;min-height:2.75em;cursor:pointer;text-align:center}
.plain{color:var(--accent);background:none;border-color:currentColor;font-weight:600}
input{font:inherit;color:inherit;background:var(--field);border:1px solid var(--field-line);border-radius:5px;padding:.5em .65em;width:100%;min-height:2.75em;margin:0}
img{background:#fff}
@media (prefers-reduced-motion:no-preference){button,.bar::-webkit-progress-value{transition:.15s}}
@media (forced-colors:active){button{border-color:ButtonBorder}}
`;
