/**
 * The script for pages: `<script type="module" src="https://…/embed/v1.js">`. Defines the elements. The code of an
 * element is loaded when a page contains one.
 */
import { define } from './element.ts';

define('form', () => import('./form/form.ts'), { keepsInput: true });
define('count', () => import('./count.ts'));
define('list', () => import('./list.ts'));
define('letter', () => import('./letter.ts'));
define('news', () => import('./news.ts'));
