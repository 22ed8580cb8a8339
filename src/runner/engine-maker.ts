/**
 * The real engines: the generated kernel where it can run the scenario exactly, else the XState machine.
 * Each is loaded when it is first needed, so that a command that runs nothing does not wait for them.
 */
import type { CompiledKernel, Refusal } from '../kernel/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { EngineMaker } from './engine.ts';

/** The kernel was forced on a scenario that it cannot run exactly. */
export class KernelRefused extends Error {
  override readonly name = 'KernelRefused';
  readonly refused: readonly Refusal[];

  constructor(refused: readonly Refusal[]) {
    const reasons = refused.map(({ path, why }) => `${path}: ${why}`).join('; ');
    super(`the kernel cannot run this scenario: ${reasons}`);
    this.refused = refused;
  }
}

/** The compiler walks expressions with the stack it is given; a caller deep in its own gets the machine, not a crash. */
async function compile(
  scenario: Scenario,
  records: boolean,
): Promise<CompiledKernel | { readonly refused: readonly Refusal[] }> {
  const { compileKernel } = await import('../kernel/index.ts');
  try {
    return compileKernel(scenario, { records });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const why = `compiling its expressions takes more than this program's stack (${error.message})`;
    return { refused: [{ code: 'unsupported-by-kernel', path: 'auxiliaries', why }] };
  }
}

export const engineMaker: EngineMaker = {
  async prepare(scenario, choice, records) {
    if (choice === 'machine') return { scenario, kernel: null, records, refused: [] };
    const compiled = await compile(scenario, records);
    if (!('refused' in compiled)) return { scenario, kernel: compiled, records, refused: [] };
    if (choice === 'kernel') throw new KernelRefused(compiled.refused);
    return { scenario, kernel: null, records, refused: compiled.refused };
  },
  async open(model) {
    const { openEngine } = await import('./open-engine.ts');
    return openEngine(model);
  },
};
