/**
 * The one line of HTML: `<script type="module" src="https://…/embed/v1.js">`. It names the elements, and what an element
 * needs is loaded when a page has one.
 */
import { define } from './element.ts';

define('sign-on-form', () => import('./form/form.ts'), { keepsInput: true });
// define('sign-on-count', () => import('./count.ts'));
// define('sign-on-list', () => import('./list.ts'));
// define('sign-on-letter', () => import('./letter.ts'));
