export { handoutHtml } from './page.ts';
