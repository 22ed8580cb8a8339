/** From a file to its outline. */
import { loadDocument, type ReadFile } from '../document/index.ts';
import { type Outline, outlineOf } from './outline.ts';

/** Null where the file, or what it extends, has faults; `loadScenario` says which. */
export function loadOutline(path: string, read: ReadFile): Outline | null {
  const { root, diagnostics } = loadDocument(path, read);
  return root === null || diagnostics.some(({ severity }) => severity === 'error') ? null : outlineOf(root);
}
