import { describe, expect, it } from 'vitest';
import { millis, wayOf } from '../src/text/way';

describe('the way of a message', () => {
  it('tells the time between one place and the next, whatever their clocks say', () => {
    const way = wayOf([
      { hop: 'received', at: '2026-11-20T12:00:00.000Z' },
      { hop: 'published', at: '2026-11-20T12:00:00.004Z' },
      { hop: 'stored', at: '2026-11-20T12:00:00.003Z' },
    ]);
    expect(way.map((step) => step.after)).toEqual([undefined, 4, 0]);
  });

  it('tells the time to the millisecond', () => {
    expect(millis('2026-11-20T12:00:07.045Z')).toMatch(/^\d\d:\d\d:07\.045$/);
  });
});
