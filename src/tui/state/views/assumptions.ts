/** View 5, assumptions: what varies between runs and how, what is held, and what repeats the result. */
import {
  assumptionsPanel,
  cell,
  EMPTY_ROW,
  FAINT,
  gap,
  type Row,
  settingsLine,
  wrap,
} from '../../../report/index.ts';
import type { State } from '../state.ts';
import type { Body, BodySize } from './body.ts';
import { distributionPicture } from './distribution-picture.ts';

const PICTURE_COLUMNS = 12;

export function assumptionsBody(state: State, { columns }: BodySize): Body {
  const { parameters } = state.result;
  const known = state.scenario.parameters;
  const pictures = parameters.map(({ id, varied }) => {
    const parameter = known.find(({ name }) => name === id);
    return parameter === undefined || !varied ? null : distributionPicture(parameter, PICTURE_COLUMNS);
  });
  const [head = EMPTY_ROW, ...rows] = assumptionsPanel({ parameters, pictures }, columns);
  return { pinned: [head], rows: [...rows, ...provenance(state, columns)] };
}

/** The command in full, however long, and what else the numbers depend on. */
function provenance({ result }: State, columns: number): readonly Row[] {
  const { manifest, engine } = result;
  if (manifest.command === '') return [];
  const settings = settingsLine(manifest);
  const lines = (text: string, style = {}): readonly Row[] =>
    wrap(text, columns - 2).map((line) => [gap(1), cell(line, style)]);
  const by = engine === 'kernel' ? 'generated kernel' : 'XState machine';
  return [
    EMPTY_ROW,
    ...lines('The same seed and version give the same numbers, to the last digit:', FAINT),
    ...lines(manifest.command),
    ...(settings === '' ? [] : lines(settings)),
    ...lines(`juncture ${manifest.version}, ${by}, scenario ${manifest.scenario_hash.slice(0, 12)}`, FAINT),
  ];
}
