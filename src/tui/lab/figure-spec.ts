/** What is on the screen as a figure to be drawn: null where words say it, as in a story. */
import { type OutcomesAt, tornadoBars } from '../../experiment/index.ts';
import {
  alternativeWords,
  type FigureSpec,
  figureCase,
  futuresFigures,
  heatMapFigure,
  outcomesBySideFigure,
  outcomesFigure,
  sweepFigure,
  tornadoFigure,
} from '../../report/index.ts';
import type { Parameter } from '../../scenario/index.ts';
import { comparedWith, focusOf, outcomesOf } from './figures.ts';
import type { CurveQuestion, MapQuestion, TornadoQuestion } from './questions.ts';
import type { LabState, Shown } from './state.ts';

/** The open question's answer, else how it ends, now and before. */
export function figureSpecOf(state: LabState): FigureSpec | null {
  const { overlay } = state;
  if (overlay?.kind !== 'question' || overlay.answer === null) return endsSpec(state);
  const { question, answer } = overlay;
  if (answer.kind === 'futures') {
    const { scenario } = question;
    const { ways } = answer.futures;
    const names = ways.map(({ alternative }) => alternativeWords(scenario, alternative));
    return futuresFigures(scenario, ways, names)[0] ?? null;
  }
  if (answer.kind === 'drill' || answer.kind === 'story') return null;
  switch (question.kind) {
    case 'curve':
      return curveSpec(question, answer.at);
    case 'map':
      return mapSpec(question, answer.at, focusOf(state));
    case 'tornado':
      return tornadoSpec(question, answer.at, focusOf(state));
    default:
      return null;
  }
}

function endsSpec(state: LabState): FigureSpec | null {
  const { now, scenario } = state;
  if (now === null) return null;
  const before = comparedWith(state);
  const sharesOf = ({ picture }: Shown) => outcomesOf(picture).map(({ share }) => share);
  const of = figureCase(scenario);
  // A scenario that was saved meanwhile may have other outcomes than what was before.
  const isAlike = before !== null && sharesOf(before).length === scenario.outcomes.length;
  if (!isAlike) return outcomesFigure(of, sharesOf(now));
  return outcomesBySideFigure(of, [
    { name: 'now', shares: sharesOf(now) },
    { name: 'was', shares: sharesOf(before) },
  ]);
}

/** A parameter's values as a figure has them: choices by their names. */
function axisOf({ name, label, choices }: Parameter, places: readonly number[]) {
  return { name, label, values: places.map((value) => choices?.[value] ?? value) };
}

const curveSpec = ({ scenario, parameter, places }: CurveQuestion, { shares }: OutcomesAt): FigureSpec =>
  sweepFigure(figureCase(scenario), axisOf(parameter, places), shares);

/** The question's rows come from the top; a figure takes them from the lowest. */
function mapSpec(
  { scenario, across, down, columns, rows }: MapQuestion,
  { shares }: OutcomesAt,
  outcome: number,
): FigureSpec {
  const lines = rows.map((_, row) =>
    shares[outcome]!.slice(row * columns.length, (row + 1) * columns.length),
  );
  return heatMapFigure(figureCase(scenario), outcome, {
    across: axisOf(across, columns),
    down: axisOf(down, [...rows].reverse()),
    shares: lines.reverse().flat(),
  });
}

function tornadoSpec({ scenario, plan }: TornadoQuestion, at: OutcomesAt, outcome: number): FigureSpec {
  const bars = tornadoBars(scenario, plan, at, outcome).map(({ parameter, least, most, swing }) => {
    const end = ({ value, share }: typeof least) => ({
      value: parameter.choices?.[value] ?? value,
      share,
    });
    return { id: parameter.name, label: parameter.label, least: end(least), most: end(most), swing };
  });
  const { name, label } = scenario.outcomes[outcome]!;
  return tornadoFigure(scenario.title, { id: name, label }, bars);
}
