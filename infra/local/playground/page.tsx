/** The page of the playground. */
import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import type { Partner } from '../../../shared/partner/partner.ts';
import { pageLanguages } from '../../../shared/text/catalogue.ts';
import { type Choice, colours, corners, schemes, shownFor, views } from './choice.ts';
import { contrastWarnings } from './contrast.ts';
import { script } from './script.ts';
import type { Source } from './snippet.ts';

export const playgroundStyles = `
[hidden]{display:none!important}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:.75rem}
.colours{display:grid;grid-template-columns:repeat(auto-fill,minmax(7.5rem,1fr));gap:.25rem .75rem;margin:0 0 1rem}
.colours label{display:flex;align-items:center;gap:.5rem;font-weight:400;font-size:.9375rem;line-height:1.3;min-height:2.75rem}
.colours input{flex:none;appearance:none;width:2.25rem;height:2.25rem;padding:0;border:1px solid var(--field-line);border-radius:5px;background:none;overflow:hidden;cursor:pointer}
.colours ::-webkit-color-swatch-wrapper{padding:0}
.colours ::-webkit-color-swatch{border:0}
#choose fieldset{margin-bottom:.5rem}
#choose .actions,.copy{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center}
.copy{margin-bottom:1rem}
.copy p{margin:0}
.note p:last-child{margin:0}
.right pre{white-space:pre-wrap;margin:0 0 1em}
#snippet{display:block;font:.875rem/1.55 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--desk);margin:0 0 .75rem;overflow-wrap:anywhere;resize:none}
.sri{overflow-wrap:anywhere}
#contrast:empty{display:none}
.right>*+*{margin-top:1.25rem}
@media (min-width:64rem){.two.playground{grid-template-columns:24rem minmax(0,1fr)}#choose{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto}}
`;

export interface Playground {
  readonly choice: Choice;
  /** Slug of the letter on show. */
  readonly letter: string;
  readonly letters: readonly { slug: string; title: string }[];
  /** Partners that may embed the letter. */
  readonly partners: readonly Partner[];
  readonly source: Source;
  readonly element: string;
  readonly snippet: string;
}

export const PlaygroundPage: FC<Playground> = (props) => (
  <>
    <h1>The form on other sites</h1>
    <p>
      Choose what to show and how, and copy it into a page. It is live here, too: what you sign is signed, and the mail
      is in the inbox.
    </p>
    <div class="two playground">
      <Choices {...props} />
      <div class="right">
        <Copy {...props} />
        <section aria-labelledby="live-title">
          <h2 id="live-title">Live</h2>
          <div id="live">{raw(props.element)}</div>
        </section>
      </div>
    </div>
    <script type="module">{raw(script)}</script>
  </>
);

type Options = readonly (readonly [value: string, label: string])[];

const Select: FC<{ name: string; label: string; options: Options; chosen: string }> = (props) => (
  <div class="field">
    <label for={props.name}>{props.label}</label>
    <select id={props.name} name={props.name}>
      {props.options.map(([value, label]) => (
        <option value={value} selected={value === props.chosen}>
          {label}
        </option>
      ))}
    </select>
  </div>
);

const Choices: FC<Playground> = ({ choice, letter, letters, partners }) => (
  <form id="choose" class="card" method="get" autocomplete="off">
    <Select name="view" label="What" options={Object.entries(views)} chosen={choice.view} />
    <Select name="letter" label="Letter" options={letters.map(({ slug, title }) => [slug, title])} chosen={letter} />
    <Select
      name="partner"
      label="Partner"
      options={[['', 'None'], ...partners.map(({ id, name }) => [id, name] as const)]}
      chosen={choice.partner ?? ''}
    />
    <Select
      name="lang"
      label="Language"
      options={[['', 'As the page has it'], ...pageLanguages.map((tag) => [tag, nameOf(tag)] as const)]}
      chosen={choice.lang ?? ''}
    />
    <div class="pair">
      <Select name="scheme" label="Light or dark" options={Object.entries(schemes)} chosen={choice.scheme} />
      <Select name="radius" label="Corners" options={Object.entries(corners)} chosen={choice.radius} />
    </div>
    <fieldset>
      <legend>Colours</legend>
      <input type="hidden" name="shown" value={shownFor(choice)} />
      <p class="hint">A colour that you change is the same in light and dark: choose one of the two above.</p>
      <div class="colours">
        {colours.map(({ name, label, [shownFor(choice)]: usual }) => (
          <label>
            <input type="color" name={name} value={choice.colours.get(name) ?? usual} />
            {label}
          </label>
        ))}
      </div>
      <div id="contrast" class="note" role="status">
        {contrastWarnings(choice).map((sentence) => (
          <p>{sentence}</p>
        ))}
      </div>
    </fieldset>
    <label class="choice">
      <input type="checkbox" name="pin" value="1" checked={choice.pin} />
      <span>Load exactly today’s script, checked by its hash</span>
    </label>
    <p class="actions">
      <button type="submit" id="show">
        Show
      </button>
      <a href="/embed">Start again</a>
    </p>
  </form>
);

const Copy: FC<Playground> = ({ choice, letter, partners, source, snippet }) => (
  <section class="card" aria-labelledby="copy-title">
    <h2 id="copy-title">To copy</h2>
    <textarea
      id="snippet"
      aria-labelledby="copy-title"
      readonly
      rows={snippet.split('\n').length + 2}
      spellcheck={false}
    >
      {snippet}
    </textarea>
    <div class="copy">
      <button id="copy" type="button" hidden>
        Copy
      </button>
      <p id="said" role="status"></p>
    </div>
    <div id="where">
      <Where {...{ partner: partners.find(({ id }) => id === choice.partner), letter }} />
    </div>
    <p class="soft sri">
      Hash of today’s <a href="/embed/integrity.json">script</a> (SRI): <code>{source.integrity}</code>. A page that
      names it shows the link alone once a new script is deployed, until you put the new hash there.
    </p>
  </section>
);

const Where: FC<{ partner: Partner | undefined; letter: string }> = ({ partner, letter }) =>
  partner && partner.origins.length > 0 ? (
    <p>
      {partner.name} may show it on{' '}
      {partner.origins.flatMap((origin, index) => [index > 0 ? ', ' : '', <code>{origin}</code>])}.
    </p>
  ) : (
    <>
      <p>Here it works as it is. The site that it is for must be registered first:</p>
      <pre>
        npm run partner -- add {partner?.id ?? 'ID'}
        {partner ? ' ' : ' --name "…" '}--origin https://… --letter {letter}
      </pre>
    </>
  );

/** @returns a language's own name, and its name in English */
function nameOf(tag: string): string {
  const inItself = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  const inEnglish = new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  return inItself === inEnglish ? inEnglish : `${inItself} · ${inEnglish}`;
}
