/** What a page needs to run the scenario by itself: plain data that is written into it as JSON. */
import type { Scenario, Settings } from '../../scenario/index.ts';
import { jsonInHtml } from './json.ts';
import type { PackedBytes } from './packed-bytes.ts';

export interface PageModel {
  /** Without its expressions: the kernel holds them compiled, and nothing else of a page reads them. */
  readonly scenario: Scenario;
  /** The compiled kernel; what is neither of its bytes is its own affair. Null where it refuses the scenario. */
  readonly kernel: {
    readonly bytes: PackedBytes;
    readonly image: PackedBytes;
    readonly rest: unknown;
  } | null;
  /** The scenario as the user named it, for the commands that the page shows. */
  readonly named: string;
  readonly settings: Settings;
  readonly seed: string;
  readonly runs: number;
  /** The program's version. */
  readonly version: string;
}

const NUMBER_KEY = '$number';

/** As it is written into the page. */
export const pageModelText = (model: PageModel): string => jsonInHtml(model, withoutExpressions);

/** The other way round. */
export const readPageModel = (text: string): PageModel => JSON.parse(text, withNumbers) as PageModel;

function withoutExpressions(key: string, value: unknown): unknown {
  // Numbers that JSON does not know.
  if (typeof value === 'number' && !Number.isFinite(value)) return { [NUMBER_KEY]: String(value) };
  if (value !== null && typeof value === 'object' && 'tree' in value && 'text' in value) return null;
  // Where the file lies is nobody's affair, and would make the same page differ from machine to machine.
  if (key === 'file') return '';
  // Promises and their files are for `check`.
  return key === 'promises' || key === 'compared' ? [] : value;
}

function withNumbers(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || !(NUMBER_KEY in value)) return value;
  return Number((value as Record<string, unknown>)[NUMBER_KEY]);
}
