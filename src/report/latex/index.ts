export { latexOf, latexPartOf } from './document.ts';
