/**
 * The real engines: the generated kernel where it can run the scenario exactly, else the XState machine.
 * Each is loaded when it is first needed, so that a command that runs nothing does not wait for them.
 */
import type { Refusal } from '../kernel/index.ts';
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

export const engineMaker: EngineMaker = {
  async prepare(scenario, choice) {
    if (choice === 'machine') return { scenario, kernel: null, refused: [] };
    const { compileKernel } = await import('../kernel/index.ts');
    const compiled = compileKernel(scenario);
    if (!('refused' in compiled)) return { scenario, kernel: compiled, refused: [] };
    if (choice === 'kernel') throw new KernelRefused(compiled.refused);
    return { scenario, kernel: null, refused: compiled.refused };
  },
  async open(model) {
    const { openEngine } = await import('./open-engine.ts');
    return openEngine(model);
  },
};
