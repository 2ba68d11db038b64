/** Styles of a letter wherever it is shown: see `letter-view.tsx`. Colours are those of the page. */
export const letterStyles = `
.letter{font:1.125rem/1.65 Charter,"Iowan Old Style","Palatino Linotype",Palatino,Georgia,"Noto Serif",serif}
.letter h1,.letter .title{font-size:1.5rem;line-height:1.25;margin:1.75rem 0 1.5rem}
.letter .body h2,.letter .body h3{font-size:1.125rem;line-height:1.4;margin:1.5em 0 .5em}
.letter li>p{margin-bottom:.5em}
.letter .date{margin-bottom:1.75rem}
.letter address{font-style:normal;margin-bottom:1.5rem}
.letter .salutation{margin:0 0 1.25rem}
.letter blockquote{margin:0 0 1em;padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
.letter hr{border:0;border-top:1px solid var(--line);margin:1.5rem 0}
.signature{margin:1.75rem 0 0}
.signature strong{font-weight:600}
.offices{border-top:1px solid var(--line);margin-top:2rem;padding-top:1.5rem;display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:1rem 1.5rem;font:.875rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--soft)}
.offices address{margin:0}
.offices b{color:var(--ink);font-weight:600}
.offices p{margin:0;grid-column:1/-1}
`.trim();
