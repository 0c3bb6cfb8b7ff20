import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ErrorCode, Refused, type Stored } from '../src/protocol/frames';
import { type Keep, openKeep } from '../src/store/database';
import { Outbox, type Pending } from '../src/store/outbox';
import { memoryKeep, settle } from './fakeSocket';

describe('Outbox', () => {
  const message = (clientId: string, to = '#team'): Pending => ({
    clientId,
    to,
    text: `text of ${clientId}`,
    at: '2026-11-20T12:00:00.000Z',
  });
  let sent: string[];
  let answers: (ErrorCode | 'ok' | 'never')[];
  let isReady: boolean;
  const keep = memoryKeep();
  const make = (kept: Keep = keep) =>
    new Outbox(kept, {
      isReady: () => isReady,
      onStored: () => {},
      send: ({ clientId }) => {
        sent.push(clientId);
        const answer = answers.shift() ?? 'ok';
        if (answer === 'never') return new Promise<Stored>(() => {});
        if (answer !== 'ok') return Promise.reject(new Refused(answer, answer, 50));
        return Promise.resolve({ conversation: '#team', seq: sent.length, at: '' });
      },
    });

  beforeEach(() => {
    vi.useFakeTimers();
    sent = [];
    answers = [];
    isReady = true;
    keep.values.clear();
  });
  afterEach(() => vi.useRealTimers());

  it('sends one after another within a conversation', async () => {
    const outbox = make();
    answers = ['never'];
    outbox.add(message('a'));
    outbox.add(message('b'));
    outbox.add(message('c', '@bob'));
    await settle();
    expect(sent).toEqual(['a', 'c']);
  });

  it('tries again under the same id what may or may not be stored', async () => {
    const outbox = make();
    answers = ['unavailable', 'rate_limited', 'ok'];
    outbox.add(message('a'));
    outbox.add(message('b'));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(sent).toEqual(['a', 'a', 'a', 'b']);
    expect(outbox.pending.value).toEqual([]);
  });

  it('keeps what was refused until its author decides, and goes on with the rest', async () => {
    const outbox = make();
    answers = ['not_member'];
    outbox.add(message('a'));
    outbox.add(message('b'));
    await settle();
    expect(outbox.pending.value).toMatchObject([{ clientId: 'a', failed: 'not_member' }]);
    outbox.retry('a');
    await settle();
    expect(sent).toEqual(['a', 'b', 'a']);
    expect(outbox.pending.value).toEqual([]);
  });

  it('waits without a connection', async () => {
    const outbox = make();
    isReady = false;
    outbox.add(message('a'));
    await settle();
    expect(sent).toEqual([]);
    isReady = true;
    outbox.flush();
    await settle();
    expect(sent).toEqual(['a']);
  });

  it('drops what the log shows to be stored', async () => {
    const outbox = make();
    isReady = false;
    outbox.add(message('a'));
    outbox.onSeen('a');
    expect(outbox.pending.value).toEqual([]);
  });

  it('survives a reload', async () => {
    vi.useRealTimers();
    const disk = openKeep('outbox-test');
    const before = make(disk);
    await before.open('alice');
    isReady = false;
    before.add(message('a'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const after = make(openKeep('outbox-test'));
    await after.open('alice');
    expect(after.pending.value.map(({ clientId }) => clientId)).toEqual(['a']);
    const other = make(openKeep('outbox-test'));
    await other.open('bob');
    expect(other.pending.value).toEqual([]);
  });
});
