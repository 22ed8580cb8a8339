/** The outcomes as one picture to take along: an essay's figure, light, with its numbers. */
import { escaped } from '../diagram/svg-text.ts';
import { settingsLine } from '../plain/settings-line.ts';
import {
  clean,
  graphemes,
  grouped,
  intervalText,
  ofHundred,
  outcomeLooks,
  tableStep,
} from '../text/index.ts';
import { inkOf, scaleOf } from './bars.ts';
import type { Beside } from './sections/answer.ts';

const WIDTH = 820;
const LABELS = 270;
const BARS = 330;
const ROW = 26;
const HEAD = 74;
const FOOT = 44;
const LONGEST = 38;

export function outcomesPicture({ result, baseline }: Beside): {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
} {
  const { outcomes, runs, manifest, title } = result;
  const looks = outcomeLooks(outcomes);
  const shares = outcomes.map(({ share }) => share);
  const step = tableStep(shares);
  const scale = scaleOf(
    baseline === null ? shares : [...shares, ...baseline.outcomes.map(({ share }) => share)],
  );
  const x = (share: number): string => (LABELS + (BARS * share) / scale).toFixed(1);
  const height = HEAD + ROW * outcomes.length + FOOT;
  const settings = settingsLine(manifest);
  const rows = outcomes.map(({ label, share }, index) => {
    const { sign, hue } = looks[index]!;
    const y = HEAD + ROW * index;
    const middle = y + ROW / 2;
    const before = baseline?.outcomes[index]?.share;
    const was =
      before === undefined
        ? ''
        : `<line x1="${x(before.value)}" x2="${x(before.value)}" y1="${y + 3}" y2="${y + ROW - 3}" stroke="#1b2129" stroke-width="2" stroke-dasharray="3 2"/>`;
    const numbers = `${ofHundred(share)} of 100 (${intervalText(share, step)})${before === undefined ? '' : `, was ${ofHundred(before)}`}`;
    return `<text x="10" y="${middle + 5}">${escaped(`${sign} ${cut(label)}`)}</text><rect x="${LABELS}" y="${y + 5}" width="${((BARS * share.value) / scale).toFixed(1)}" height="${ROW - 10}" fill="${inkOf(hue)}" stroke="#1b2129" stroke-opacity="0.45"/><line x1="${x(share.low)}" x2="${x(share.high)}" y1="${middle}" y2="${middle}" stroke="#1b2129" stroke-width="2"/>${was}<text x="${LABELS + BARS + 10}" y="${middle + 5}">${escaped(numbers)}</text>`;
  });
  const words = `Of 100 runs, with 95 % intervals; ${grouped(runs)} runs, seed ${clean(manifest.seed)}${settings === '' ? '' : `; ${settings}`}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="14" fill="#1b2129"><desc>${escaped(manifest.command)}</desc><rect width="${WIDTH}" height="${height}" fill="#ffffff"/><text x="10" y="28" font-size="19" font-weight="600">${escaped(cut(title, 80))}</text><text x="10" y="52" fill="#535e6b">${escaped(cut(words, 118))}</text>${rows.join('')}<text x="10" y="${height - 16}" fill="#535e6b" font-size="12">${escaped(`What these assumptions imply; no forecast. Scenario ${manifest.scenario_hash.slice(0, 12)}, juncture ${manifest.version}.`)}</text></svg>\n`;
  return { svg, width: WIDTH, height };
}

function cut(text: string, most = LONGEST): string {
  const letters = graphemes(clean(text));
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('');
}
