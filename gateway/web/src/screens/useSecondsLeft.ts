import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** A count down in whole seconds. */
export function useSecondsLeft() {
  const seconds = useSignal(0);
  const until = useSignal(0);
  useEffect(() => {
    if (until.value === 0) return;
    const tick = () => {
      seconds.value = Math.max(0, Math.ceil((until.value - Date.now()) / 1_000));
      if (seconds.value === 0) clearInterval(timer);
    };
    const timer = setInterval(tick, 250);
    tick();
    return () => clearInterval(timer);
  }, [until.value, seconds, until]);
  const start = (from: number) => {
    seconds.value = from;
    until.value = Date.now() + from * 1_000;
  };
  return { seconds, start };
}
