import { describe, expect, it } from 'vitest';
import { retryDelay } from '../src/protocol/backoff';
import { parseFrames } from '../src/protocol/frames';

describe('retryDelay', () => {
  it.each([
    [0, 500],
    [1, 1_000],
    [3, 4_000],
    [6, 30_000],
    [60, 30_000],
  ])('grows to 30 s: try %i waits at most %i ms', (attempt, ceiling) => {
    expect(retryDelay(attempt, () => 1)).toBe(ceiling);
    expect(retryDelay(attempt, () => 0)).toBe(0);
  });
});

describe('parseFrames', () => {
  it('reads one object, an array of them, and nothing else', () => {
    expect(parseFrames('{"type":"ok","id":"1"}')).toEqual([{ type: 'ok', id: '1' }]);
    expect(parseFrames('[{"type":"ok","id":"1"},7,null,{"no":"type"}]')).toHaveLength(1);
    expect(parseFrames('{')).toEqual([]);
    expect(parseFrames(new ArrayBuffer(2))).toEqual([]);
  });
});
