/** The little of the host's WebAssembly that the kernel uses, typed here because no library of types is loaded for it. */

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

export interface WasmInstance {
  readonly exports: Readonly<Record<string, unknown>>;
}

/** A compiled module; it can be posted to a worker. */
export type WasmModule = object;

interface WasmHost {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => WasmModule;
  readonly Instance: new (module: WasmModule, imports: object) => WasmInstance;
}

const host = (globalThis as unknown as { readonly WebAssembly: WasmHost }).WebAssembly;

export const compileModule = (bytes: Uint8Array<ArrayBuffer>): WasmModule => new host.Module(bytes);
export const instantiateModule = (module: WasmModule): WasmInstance => new host.Instance(module, {});
