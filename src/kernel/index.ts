/** The kernel: a scenario as generated code that runs batches fast, bit for bit like the machine. */

export { C_FLAGS, toC } from './c/source.ts';
export { type CompiledKernel, compileKernel, type Refusal } from './compile.ts';
export { instantiate, type KernelInstance, type Trace } from './instance.ts';
export type { TracedState, TracedTrigger } from './trace.ts';
export { compileModule, type WasmModule } from './wasm/engine.ts';
