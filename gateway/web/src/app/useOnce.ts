import { useRef } from 'preact/hooks';

/** {@return what does something unless it is still under way} Enter twice asks the server once. */
export function useOnce(): (action: () => Promise<unknown>) => Promise<void> {
  const busy = useRef(false);
  return async (action) => {
    if (busy.current) return;
    busy.current = true;
    try {
      await action();
    } finally {
      busy.current = false;
    }
  };
}
