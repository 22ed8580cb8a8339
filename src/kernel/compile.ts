/** A scenario becomes a program: plain data that can be posted to a worker. */
import type { Scenario } from '../scenario/index.ts';
import type { Program } from './ir/types.ts';
import { defineApply } from './model/applying.ts';
import { defineArming, defineFall } from './model/arming.ts';
import { defineChoose, defineMark } from './model/choosing.ts';
import { defineEarlier, defineRing } from './model/clockwork.ts';
import { ModelContext } from './model/context.ts';
import { defineSettling } from './model/deciding.ts';
import { defineDirect } from './model/direct.ts';
import { defineEffects } from './model/effects.ts';
import { defineFinish } from './model/finishing.ts';
import { defineHappen } from './model/happening.ts';
import type { Image } from './model/image.ts';
import type { Layout } from './model/layout.ts';
import { defineMoving } from './model/moving.ts';
import { defineParameters } from './model/parameters.ts';
import { defineRecord, defineRefresh } from './model/recording.ts';
import { recordBytes } from './model/records-layout.ts';
import { defineBatch, defineBegin, defineStep } from './model/running.ts';
import { writeTables } from './model/tables.ts';
import { defineDrift } from './model/variables.ts';
import { emitModule } from './wasm/module.ts';

/** Memory beyond this is refused. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Runs whose draws are kept, and memory for them; it is touched only where a point moves (see `model/luck.ts`). */
const MOST_LUCK_RUNS = 10_000;
const MOST_LUCK_BYTES = 40 * 1024 * 1024;

/** Why the kernel will not run a scenario. */
export interface Refusal {
  readonly code: 'unsupported-by-kernel';
  /** Path of keys in the scenario. */
  readonly path: string;
  readonly why: string;
}

/** A compiled scenario; cloneable. */
export interface CompiledKernel {
  /** The WebAssembly module. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the memory holds at first: constant tables. */
  readonly image: Uint8Array<ArrayBuffer>;
  readonly layout: Layout;
  /** Where the draws of so many first runs can be kept. */
  readonly luck: { readonly from: number; readonly runs: number };
}

/** `records`: what each run drew, and its spells (`RunRecords`), which take time and memory. */
export interface Keeps {
  readonly records: boolean;
}

/** Compiles a scenario, or says why not. It depends on the scenario alone: points and keys are set in an instance. */
export function compileKernel(
  scenario: Scenario,
  keeps: Keeps = { records: false },
): CompiledKernel | { readonly refused: readonly Refusal[] } {
  const why = tooLarge(scenario, keeps);
  if (why !== null) return { refused: [{ code: 'unsupported-by-kernel', path: 'time.step', why }] };
  const { program, image, layout } = buildProgram(scenario, keeps);
  const blockBytes = layout.luck.block.bytes;
  const runs = Math.min(MOST_LUCK_RUNS, Math.floor(MOST_LUCK_BYTES / blockBytes));
  const { bytes, pool, end } = emitModule(program, runs * blockBytes);
  image.f64(layout.bytes, pool);
  return { bytes, image: image.bytes(), layout, luck: { from: end, runs } };
}

function tooLarge(scenario: Scenario, { records }: Keeps): string | null {
  const { time, stages, happenings } = scenario;
  const counted = (time.steps + 1) * (stages.length + happenings.length) * 4;
  const bytes = counted + (records ? recordBytes(scenario) : 0);
  if (bytes <= MOST_BYTES) return null;
  return `counting ${stages.length} stages and ${happenings.length} happenings over ${time.steps} steps takes ${bytes} bytes`;
}

/** The program in the IR, with the memory it starts from. */
export function buildProgram(
  scenario: Scenario,
  keeps: Keeps = { records: false },
): {
  readonly program: Program;
  readonly image: Image;
  readonly layout: Layout;
} {
  const context = new ModelContext(scenario, keeps);
  const arming = defineArming(context);
  const effects = defineEffects(context);
  const moving = defineMoving(context, effects, arming);
  const clockwork = {
    ring: defineRing(context),
    earlier: defineEarlier(context),
    fall: defineFall(context, arming.wait),
  };
  const happen = defineHappen(context, {
    applying: defineApply(context, { arming, moving, effects }),
    direct: defineDirect(context, { arming, moving, effects }),
    settling: defineSettling(context),
    arming,
    effects,
  });
  const refresh = context.program.declare('refresh', [], null, true);
  const record = defineRecord(context, refresh);
  const step = defineStep(context, {
    mark: defineMark(context, clockwork),
    choose: scenario.regions.map((region) => defineChoose(context, region, clockwork)),
    happen,
    drift: defineDrift(context),
    commit: moving.commit,
    record,
  });
  const finish = defineFinish(context);
  defineRefresh(context, refresh);
  const drawParameters = defineParameters(context);
  const begin = defineBegin(context, { drawParameters, effects, arming, record });
  defineBatch(context, { begin, step, finish });
  writeTables(context);
  const bytes = context.allocator.align(16);
  const layout = { ...context.layout, bytes };
  return { program: context.program.program(bytes), image: context.image, layout };
}
