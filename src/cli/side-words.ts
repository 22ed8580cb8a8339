/** A side of a comparison as it is typed: `baseline`, `loyal_police`, `loyalty=0.3,response=concede,without:oil_falls`. */
import { didYouMean } from '../diagnostics/index.ts';
import type { Scenario, Settings } from '../scenario/index.ts';
import { CommandError, EXIT } from './exit.ts';

const WITHOUT = 'without:';
const DECIDE = 'decide:';

/**
 * The settings of a side, laid over what holds for all. Pieces are parted by commas: the name of a variant,
 * `parameter=value`, `decision=option` (`decide:` before it where a parameter has the same name), `without:path`.
 * Whether names and values fit is for `resolvePoint` to say.
 * @throws CommandError (usage) where a piece is none of these.
 */
export function sideSettings(scenario: Scenario, text: string, common: Settings): Settings {
  const pieces = text
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  return pieces.reduce((settings, piece) => withPiece(scenario, settings, piece), common);
}

function withPiece(scenario: Scenario, settings: Settings, piece: string): Settings {
  if (piece.startsWith(WITHOUT)) {
    return { ...settings, without: [...settings.without, piece.slice(WITHOUT.length)] };
  }
  const decided = piece.startsWith(DECIDE);
  const [name = '', ...rest] = (decided ? piece.slice(DECIDE.length) : piece).split('=');
  const value = rest.join('=');
  if (rest.length === 0) return { ...settings, variant: variantNamed(scenario, piece) };
  const isParameter = scenario.parameters.some((parameter) => parameter.name === name);
  const isDecision = scenario.decisions.some((decision) => decision.name === name);
  if (decided || (isDecision && !isParameter)) {
    return { ...settings, decide: { ...settings.decide, [name]: value } };
  }
  if (isParameter) {
    const number = Number(value);
    const read = value !== '' && Number.isFinite(number) ? number : value;
    return { ...settings, set: { ...settings.set, [name]: read } };
  }
  const names = [...scenario.parameters, ...scenario.decisions].map((entry) => entry.name);
  throw unknown(`There is no parameter or decision \`${name}\``, name, names);
}

function variantNamed({ variants }: Scenario, piece: string): string | null {
  if (piece === 'baseline') return null;
  const names = variants.map(({ name }) => name);
  if (names.includes(piece)) return piece;
  throw unknown(`There is no variant \`${piece}\``, piece, ['baseline', ...names]);
}

function unknown(what: string, name: string, names: readonly string[]): CommandError {
  const guess = didYouMean(name, names);
  const known = names.length > 12 ? `${names.slice(0, 12).join(', ')}, …` : names.join(', ');
  return new CommandError(
    EXIT.usage,
    `${what}.${guess === null ? '' : ` Did you mean \`${guess}\`?`}\n  Known: ${known}.`,
  );
}
