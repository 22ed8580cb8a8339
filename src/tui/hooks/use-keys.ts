/** Hands each key to the screen's model, by name; Ctrl-Z means the same on every screen. */
import { useInput, useStdin } from 'ink';
import { useRef } from 'react';
import type { TerminalSize } from '../fullscreen.ts';
import { keyNames } from '../key-names.ts';
import type { ScreenModel } from '../screen-model.ts';

export function useKeys(model: ScreenModel, size: TerminalSize, suspend: () => void): void {
  const { isRawModeSupported } = useStdin();
  // The handler outlives a render: several keys of one chunk come before the next.
  const latest = useRef(size);
  latest.current = size;
  useInput(
    (input, key) => {
      for (const name of keyNames(input, key)) {
        if (name === 'ctrl+z') suspend();
        else model.key(name, latest.current);
      }
    },
    // Undefined, not false, without a terminal; Ink would take undefined for yes and throw.
    { isActive: isRawModeSupported === true },
  );
}
