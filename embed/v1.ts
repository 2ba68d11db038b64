/**
 * The one line of HTML: `<script type="module" src="https://…/embed/v1.js">`. It names the elements, and what an element
 * needs is loaded when a page has one.
 */
import { define } from './element.ts';

define('form', () => import('./form/form.ts'), { keepsInput: true });
define('count', () => import('./count.ts'));
define('list', () => import('./list.ts'));
define('letter', () => import('./letter.ts'));
