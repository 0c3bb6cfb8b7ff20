import { useLayoutEffect, useRef } from 'preact/hooks';

/** {@return the ref of a list box that scrolls to what is selected in it} */
export function useSelectedInSight(...dependsOn: readonly unknown[]) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, dependsOn);
  return list;
}
