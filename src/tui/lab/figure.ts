/** What is on the screen as a figure, as a page in letters, and its data as a table. */
import { type MomentFutures, type OutcomesAt, type TornadoBar, tornadoBars } from '../../experiment/index.ts';
import {
  alternativeWords,
  captioned,
  cell,
  clean,
  EMPTY_ROW,
  FAINT,
  gap,
  type Row,
  STRONG,
  settingsLine,
  type Table,
  wrap,
} from '../../report/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { figureSpecOf } from './figure-spec.ts';
import { comparedWith, focusOf, outcomeChanges, outcomesOf } from './figures.ts';
import { daysPane } from './panes/days.ts';
import { endsPane, sentencePane } from './panes/ends.ts';
import { overlayPage } from './panes/overlay.ts';
import type { Answer, Question } from './questions.ts';
import type { Figure } from './services.ts';
import type { LabState, Shown } from './state.ts';

const COLUMNS = 92;
const ROWS = 30;

/** The open question with its answer, else how it ends, now and before. */
export function figureOf(state: LabState): Figure {
  const { overlay, scenario, seed, settings } = state;
  const isQuestion = overlay?.kind === 'question' && overlay.answer !== null;
  const body = isQuestion ? overlayPage(state, { columns: COLUMNS, rows: ROWS }) : endsRows(state);
  const said = settingsLine({ ...settings, at_baseline: settings.atBaseline }) || 'as the file has it';
  const caption = `${scenario.id}, ${said}; seed ${seed}, scenario ${scenario.hash.slice(0, 12)}. What the assumptions imply, not a forecast.`;
  const spec = figureSpecOf(state);
  return {
    name: isQuestion ? nameOf(overlay.question) : 'ends',
    title: clean(scenario.title),
    spec: spec === null ? null : captioned(spec, caption),
    columns: COLUMNS,
    rows: [
      [gap(1), cell(clean(scenario.title), STRONG)],
      EMPTY_ROW,
      ...body,
      EMPTY_ROW,
      ...wrap(caption, COLUMNS - 2).map((line): Row => [gap(1), cell(line, FAINT)]),
    ],
    table: isQuestion ? questionTable(state, overlay.question, overlay.answer!) : endsTable(state),
  };
}

const endsRows = (state: LabState): readonly Row[] => [
  ...endsPane(state, COLUMNS),
  EMPTY_ROW,
  ...sentencePane(state, { columns: COLUMNS, rows: 3 }),
  EMPTY_ROW,
  ...daysPane(state, { columns: COLUMNS, rows: 12 }),
];

function nameOf(question: Question): string {
  switch (question.kind) {
    case 'curve':
      return `curve-${question.parameter.name}`;
    case 'map':
      return `map-${question.across.name}-${question.down.name}`;
    case 'tornado':
      return 'matters';
    case 'futures':
      return question.run === null ? 'futures' : `futures-run-${question.run}`;
    case 'drill':
    case 'story':
      return `${question.kind}-${question.scenario.outcomes[question.outcome]?.name ?? ''}`;
    default:
      return question satisfies never;
  }
}

function endsTable(state: LabState): Table {
  const { now, scenario } = state;
  const before = comparedWith(state);
  const changes = outcomeChanges(now, before);
  const side = (name: string, shown: Shown | null): Table['rows'] =>
    shown === null
      ? []
      : outcomesOf(shown.picture).map(({ id, label, count, share }) => {
          const place = scenario.outcomes.findIndex((outcome) => outcome.name === id);
          const change = name === 'now' ? (changes?.[place] ?? null) : null;
          return [
            name,
            id,
            label,
            count,
            share.n,
            share.value,
            share.low,
            share.high,
            change?.value ?? null,
            change?.low ?? null,
            change?.high ?? null,
          ];
        });
  return {
    columns: [
      'side',
      'outcome',
      'label',
      'count',
      'runs',
      'share',
      'low',
      'high',
      'change',
      'change_low',
      'change_high',
    ],
    rows: [...side('now', now), ...side('was', before)],
  };
}

function questionTable(state: LabState, question: Question, answer: Answer): Table {
  switch (answer.kind) {
    case 'drill': {
      const parameters = answer.drill.parameters.map(({ parameter, inside, outside, shift }) => [
        'parameter',
        parameter.name,
        inside,
        outside,
        shift,
      ]);
      const happenings = answer.drill.happenings.map(({ path, inside, outside, medianDay }) => [
        'happening',
        path,
        inside.value,
        outside.value,
        medianDay,
      ]);
      return {
        columns: ['kind', 'name', 'these', 'others', 'shift_or_median_day'],
        rows: [...parameters, ...happenings],
      };
    }
    case 'story':
      return {
        columns: ['day', 'date', 'text', 'why'],
        rows: answer.told.sentences.map(({ day, date, text, why }) => [day, date, text, why]),
      };
    case 'futures':
      return futuresTable(question.scenario, answer.futures);
    default:
      return pointsTable(state, question, answer.at);
  }
}

function pointsTable(state: LabState, question: Question, at: OutcomesAt): Table {
  if (question.kind === 'tornado')
    return tornadoTable(tornadoBars(question.scenario, question.plan, at, focusOf(state)));
  if (question.kind !== 'curve' && question.kind !== 'map') return { columns: [], rows: [] };
  const { scenario, points } = question;
  const held = question.kind === 'curve' ? [question.parameter] : [question.across, question.down];
  return {
    columns: [...held.map(({ name }) => name), 'outcome', 'runs', 'share', 'low', 'high'],
    rows: points.flatMap((point, place) =>
      scenario.outcomes.map(({ name }, outcome) => {
        const { n, value, low, high } = at.shares[outcome]![place]!;
        const values = held.map(({ index, choices }) => {
          const number = point.parameters[index] ?? null;
          return number === null ? null : (choices?.[number] ?? number);
        });
        return [...values, name, n, value, low, high];
      }),
    ),
  };
}

const tornadoTable = (bars: readonly TornadoBar[]): Table => ({
  columns: ['parameter', 'least_at', 'least_share', 'most_at', 'most_share', 'swing', 'low', 'high'],
  rows: bars.map(({ parameter, least, most, swing }) => [
    parameter.name,
    least.value,
    least.share.value,
    most.value,
    most.share.value,
    swing.value,
    swing.low,
    swing.high,
  ]),
});

/** By way and outcome; the change against how it stands. */
function futuresTable(scenario: Scenario, { run, moments, place, ways, futures }: MomentFutures): Table {
  const day = moments[place]!.day;
  return {
    columns: [
      'run',
      'day',
      'way',
      'outcome',
      'futures',
      'share',
      'low',
      'high',
      'change',
      'change_low',
      'change_high',
    ],
    rows: ways.flatMap((way) =>
      'impossible' in way
        ? []
        : way.outlook.outcomes.map(({ id, share }, outcome) => {
            const change = way.changes?.[outcome];
            return [
              run,
              day,
              alternativeWords(scenario, way.alternative),
              id,
              futures,
              share.value,
              share.low,
              share.high,
              change?.value ?? null,
              change?.low ?? null,
              change?.high ?? null,
            ];
          }),
    ),
  };
}
