import { describe, expect, it } from 'vitest';
import { Coverage } from '../src/store/coverage';

describe('Coverage', () => {
  it('merges ranges that touch or overlap', () => {
    const coverage = new Coverage();
    coverage.add(10, 20);
    coverage.add(30, 40);
    coverage.add(21, 29);
    expect(coverage.rangeOf(15)).toEqual({ low: 10, high: 40 });
  });

  it('keeps ranges apart that leave a number out', () => {
    const coverage = new Coverage();
    coverage.add(1, 4);
    coverage.add(6, 9);
    expect(coverage.rangeOf(4)).toEqual({ low: 1, high: 4 });
    expect(coverage.rangeOf(5)).toBeUndefined();
    expect(coverage.last).toEqual({ low: 6, high: 9 });
  });
});
