import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

interface Options {
  count: number;
  keyOf: (index: number) => string;
  scroller: () => HTMLElement | null;
  estimate: (index: number) => number;
}

/**
 * The virtual list of a chat: it stands on its end, follows what is appended while one is there, and
 * keeps what one reads in place while older lines are put before it.
 */
export function useVirtualizer({ count, keyOf, scroller, estimate }: Options) {
  const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
  const ref = useRef<Virtualizer<HTMLElement, HTMLElement> | undefined>(undefined);
  const options = {
    count,
    getScrollElement: scroller,
    estimateSize: estimate,
    getItemKey: keyOf,
    scrollToFn: elementScroll<HTMLElement>,
    observeElementRect: observeElementRect<HTMLElement>,
    observeElementOffset: observeElementOffset<HTMLElement>,
    onChange: () => redraw(),
    overscan: 8,
    paddingEnd: 12,
    anchorTo: 'end' as const,
    followOnAppend: true,
    scrollEndThreshold: 80,
    initialRect: { width: 800, height: 600 },
  };
  ref.current ??= anchored(new Virtualizer(options));
  const virtualizer = ref.current;
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}

/**
 * What one reads stays in place when something above it changes its height, also while one scrolls upwards:
 * math and pictures are drawn after they were measured.
 */
function anchored(virtualizer: Virtualizer<HTMLElement, HTMLElement>): typeof virtualizer {
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = (item, _, list) => {
    const offset = list.scrollOffset ?? 0;
    // The first time all of it was an estimate; afterwards what grows in sight grows downwards.
    return list.itemSizeCache.has(item.key) ? item.end <= offset : item.start < offset;
  };
  return virtualizer;
}
