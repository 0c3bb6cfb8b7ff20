export interface Range {
  low: number;
  high: number;
}

/**
 * Which numbers of a conversation are known without a gap: disjoint ranges in order. A range says that
 * every message between its ends is here, not that every number is one.
 */
export class Coverage {
  #ranges: Range[] = [];

  add(low: number, high: number): void {
    if (high < low) return;
    const merged = { low, high };
    const apart: Range[] = [];
    for (const range of this.#ranges) {
      if (range.high + 1 < merged.low || range.low > merged.high + 1) {
        apart.push(range);
      } else {
        merged.low = Math.min(merged.low, range.low);
        merged.high = Math.max(merged.high, range.high);
      }
    }
    this.#ranges = [...apart, merged].sort((a, b) => a.low - b.low);
  }

  rangeOf(seq: number): Range | undefined {
    return this.#ranges.find((range) => range.low <= seq && seq <= range.high);
  }

  get last(): Range | undefined {
    return this.#ranges.at(-1);
  }
}
