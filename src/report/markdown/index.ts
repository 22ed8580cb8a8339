export { markdownOf } from './document.ts';
