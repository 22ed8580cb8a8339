/** The evidence page: what the selected assumption means, where its number comes from, and what is contested about it. */
import { capitalised, clean, FAINT, type Row } from '../../../report/index.ts';
import type { Described, Scenario, SourceReference } from '../../../scenario/index.ts';
import { stateText, valueText } from '../item-words.ts';
import type { Item } from '../items.ts';
import type { LabState } from '../state.ts';
import { selectedItem } from '../visible.ts';
import { joinedParts, paragraph, titleRow } from './page.ts';

export function infoPage(state: LabState, columns: number): readonly Row[] {
  const item = selectedItem(state);
  if (item === null) return [];
  return joinedParts([
    [
      titleRow(clean(item.label), item.group),
      ...facts(state, item).flatMap((text) => paragraph(text, columns)),
    ],
    ...evidence(state.scenario, describedOf(item), columns),
    ...optionParts(state.scenario, item, columns),
  ]);
}

function describedOf(item: Item): Described {
  switch (item.kind) {
    case 'parameter':
      return item.parameter;
    case 'decision':
      return item.decision;
    case 'shock':
      return item.shock;
    default:
      return item satisfies never;
  }
}

function facts(state: LabState, item: Item): readonly string[] {
  switch (item.kind) {
    case 'parameter': {
      const { parameter } = item;
      const { low, high, unit, baseline, distribution } = parameter;
      const range =
        Number.isFinite(low) && Number.isFinite(high) && parameter.choices === null
          ? `, from ${valueText(parameter, low)} to ${valueText(parameter, high)}`
          : '';
      const varies =
        distribution === null ? 'does not vary between runs' : `varies between runs (${distribution.kind})`;
      return [
        `Now ${stateText(state, item)}; baseline ${valueText(parameter, baseline)}${range}; it ${varies}.`,
        ...(unit === null ? [] : [`Unit: ${unit}.`]),
      ];
    }
    case 'decision': {
      const { actor, question } = item.decision;
      const who = actor === null ? 'Nobody is asked: it is left to chance.' : `${actor} decides.`;
      return [`Now ${stateText(state, item)}. ${who}`, ...(question === null ? [] : [question])];
    }
    case 'shock':
      return [`Now ${stateText(state, item)}.`];
    default:
      return item satisfies never;
  }
}

/** Note and sources; what the sources call contested stands in the note, and is pointed at. */
function evidence(
  scenario: Scenario,
  { note, sources }: Described,
  columns: number,
): readonly (readonly Row[])[] {
  const notes = note === null ? [] : [[titleRow('NOTE'), ...paragraph(note, columns)]];
  const isContested = /contest|disput|debat|unknown|guess|judgement/i.test(note ?? '');
  const rests =
    sources.length === 0
      ? paragraph('The file names no source.', columns)
      : sources.flatMap((reference) => paragraph(sourceText(scenario, reference), columns));
  const warning = isContested
    ? paragraph('The note says that this is uncertain or contested.', columns, FAINT)
    : [];
  return [...notes, [titleRow('RESTS ON'), ...rests, ...warning]];
}

function sourceText(scenario: Scenario, { id, place }: SourceReference): string {
  if (id === 'assumption') return '• An assumption: no source gives this number.';
  const text = scenario.sources.find((source) => source.id === id)?.text ?? id;
  return `• ${text}${place === null ? '' : ` (${place})`}`;
}

function optionParts(scenario: Scenario, item: Item, columns: number): readonly (readonly Row[])[] {
  if (item.kind !== 'decision') return [];
  const lines = item.decision.options.flatMap(({ label, note, sources }) => {
    const named = sources.map((source) => sourceText(scenario, source).slice(2)).join('; ');
    const said = [label, ...(note === null ? [] : [note]), ...(named === '' ? [] : [named])];
    return paragraph(`• ${said.map(capitalised).join('. ')}`, columns);
  });
  return [[titleRow('OPTIONS'), ...lines]];
}
