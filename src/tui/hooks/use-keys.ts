/** Keys to requests: dispatches what changes the state, passes on what ends the screen. */
import { useInput, useStdin } from 'ink';
import { useRef } from 'react';
import { keyNames } from '../key-names.ts';
import { requestFor } from '../keys.ts';
import { type Size, scrollRoom } from '../state/frame.ts';
import type { Store } from '../state/store.ts';

export function useKeys(store: Store, size: Size, onLeave: (how: 'quit' | 'interrupt') => void): void {
  const { isRawModeSupported } = useStdin();
  // The handler outlives a render: several keys of one chunk come before the next.
  const latest = useRef(size);
  latest.current = size;
  useInput(
    (input, key) => {
      for (const name of keyNames(input, key)) {
        const state = store.state();
        const request = requestFor(name, state, scrollRoom(state, latest.current));
        if (request === null) continue;
        if (request.type === 'quit' || request.type === 'interrupt') onLeave(request.type);
        else store.dispatch(request);
      }
    },
    // Undefined, not false, without a terminal; Ink would take undefined for yes and throw.
    { isActive: isRawModeSupported === true },
  );
}
