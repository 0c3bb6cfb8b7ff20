import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AnswerOf, type FieldsOf, Refused } from '../src/protocol/frames';
import { History } from '../src/store/history';
import { ConversationLog } from '../src/store/log';
import { settle } from './fakeSocket';

describe('History', () => {
  let log: ConversationLog;
  let history: History;
  let asked: FieldsOf<'history'>[];
  let refusals: Refused[];
  /** While set, answers wait for it. */
  let gate: Promise<void> | undefined;

  /** A conversation of 200 messages. */
  const answer = async (fields: FieldsOf<'history'>): Promise<AnswerOf<'history'>> => {
    asked.push(fields);
    await gate;
    const refusal = refusals.shift();
    if (refusal) throw refusal;
    const { before = 201, around, limit = 50 } = fields;
    const high = around === undefined ? before - 1 : Math.min(200, around + limit / 2);
    const low = Math.max(1, high - limit + 1);
    const messages = Array.from({ length: high - low + 1 }, (_, i) => ({
      seq: low + i,
      at: '2026-11-20T12:00:00.000Z',
      from: 'bob',
      text: `text ${low + i}`,
    }));
    return { messages, more: low > 1 };
  };

  beforeEach(() => {
    vi.useFakeTimers();
    log = new ConversationLog();
    asked = [];
    refusals = [];
    gate = undefined;
    history = new History('#team', log, answer, () => 200);
  });
  afterEach(() => vi.useRealTimers());

  it('comes in pages of 50', async () => {
    await history.latest();
    await history.before({ low: 151, high: 200 });
    expect(asked).toMatchObject([{ limit: 50 }, { before: 151, limit: 50 }]);
    expect(log.range()).toEqual({ low: 101, high: 200 });
  });

  it('waits where it was asked for too fast, as long as the server says', async () => {
    refusals = [new Refused('rate_limited', '', 120), new Refused('rate_limited', '')];
    void history.latest();
    await vi.advanceTimersByTimeAsync(119);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveLength(3);
    expect(history.failed.value).toBe(false);
    expect(log.range()).toEqual({ low: 151, high: 200 });
  });

  it('says that it could not be loaded, and that it could once it was', async () => {
    refusals = [new Refused('unavailable', '')];
    await history.latest();
    expect(history.failed.value).toBe(true);
    expect(history.loading.value).toBe(false);
    await history.latest();
    expect(history.failed.value).toBe(false);
  });

  it('goes to a place also while another page is loading', async () => {
    let open = () => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    void history.latest();
    const there = history.around(40);
    await settle();
    expect(asked).toHaveLength(1);
    open();
    await there;
    expect(log.range(40)).toMatchObject({ low: 16, high: 65 });
  });
});
