export { type TerminalPicture, terminalSvg } from './terminal-svg.ts';
