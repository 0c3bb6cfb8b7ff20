// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/sealed/envelope';
import type { Mark } from '../../src/sealed/marks';
import { Order } from '../../src/sealed/order';

interface Text {
  seq: number;
  time: number;
  clientId: string;
}

const KEY = '@alice+bob d1';
const contextOf = ({ time, clientId }: Text) =>
  ({ conversation: '@alice+bob', device: 'd1', clientId, time }) as Context;

describe('the order of texts', () => {
  const open = (marks: Map<string, Mark>) => {
    const order = new Order({
      of: (key) => marks.get(key),
      move: (key, mark) => marks.set(key, mark),
    });
    return (text: Text) => {
      try {
        order.check(contextOf(text), text.seq);
        return true;
      } catch {
        return false;
      }
    };
  };

  /** The rule itself: each text is compared with every one that was taken. */
  const byTheRule = () => {
    const taken: Text[] = [];
    return (text: Text) => {
      const fits = taken.every((other) =>
        other.seq === text.seq
          ? other.time === text.time
          : other.clientId !== text.clientId &&
            other.time !== text.time &&
            other.seq < text.seq === other.time < text.time,
      );
      if (fits) taken.push(text);
      return fits;
    };
  };

  it('is judged as if each were compared with all others', () => {
    let state = 7;
    const upTo = (n: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return (state % n) + 1;
    };
    for (let round = 0; round < 300; round++) {
      const [fits, fitsByTheRule] = [open(new Map()), byTheRule()];
      for (let step = 0; step < 25; step++) {
        const seq = upTo(12);
        // Half of them are where they belong, so that many are taken.
        const time = upTo(2) === 1 ? seq * 2 : upTo(24);
        const text = { seq, time, clientId: `c${upTo(3) === 1 ? upTo(12) : seq}` };
        expect([round, step, fits(text)]).toEqual([round, step, fitsByTheRule(text)]);
      }
    }
  });

  it('is that of the texts which another tab has met, too', () => {
    const marks = new Map<string, Mark>();
    const fits = open(marks);
    expect(fits({ seq: 5, time: 50, clientId: 'a' })).toBe(true);
    marks.set(KEY, { seq: 9, time: 90 });
    expect(fits({ seq: 8, time: 95, clientId: 'b' })).toBe(false);
    expect(fits({ seq: 8, time: 80, clientId: 'b' })).toBe(true);
  });

  it('takes nothing that contradicts what either tab was told', () => {
    const marks = new Map<string, Mark>();
    const fits = open(marks);
    expect(fits({ seq: 5, time: 50, clientId: 'a' })).toBe(true);
    marks.set(KEY, { seq: 6, time: 40 });
    expect(fits({ seq: 7, time: 45, clientId: 'b' })).toBe(false);
    expect(fits({ seq: 4, time: 45, clientId: 'c' })).toBe(false);
    expect(fits({ seq: 7, time: 70, clientId: 'd' })).toBe(true);
  });
});
