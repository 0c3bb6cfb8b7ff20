import { describe, expect, it } from 'vitest';
import type { ChangeEntry, Entry } from '../src/protocol/frames';
import { ConversationLog } from '../src/store/log';
import { applyChange, type Message } from '../src/store/message';

const at = '2026-11-20T12:00:00.000Z';
const message = (seq: number, text = `text ${seq}`): Entry => ({
  type: 'message',
  conversation: '#team',
  seq,
  at,
  from: 'bob',
  text,
});
const edit = (seq: number, target: number, text: string): ChangeEntry => ({
  type: 'edit',
  conversation: '#team',
  seq,
  at,
  from: 'bob',
  target,
  text,
});
const react = (seq: number, target: number, from: string, removed = false): ChangeEntry => ({
  type: 'react',
  conversation: '#team',
  seq,
  at,
  from,
  target,
  reaction: '👍',
  removed,
});
const wire = (seq: number, more: object = {}) => ({
  seq,
  at,
  from: 'bob',
  text: `text ${seq}`,
  ...more,
});
const seqs = (log: ConversationLog, around?: number) => {
  const range = log.range(around);
  return range ? log.rows(range).map((row) => (row.kind === 'message' ? row.message.seq : 0)) : [];
};

describe('ConversationLog', () => {
  it('takes an entry once', () => {
    const applied: number[] = [];
    const log = new ConversationLog((entry) => applied.push(entry.seq));
    for (const seq of [1, 2, 2, 1, 3]) log.offer(message(seq));
    expect(applied).toEqual([1, 2, 3]);
    expect(log.cursor).toBe(3);
  });

  it('holds back what overtakes an answer of its own', () => {
    const applied: number[] = [];
    const log = new ConversationLog((entry) => applied.push(entry.seq));
    log.offer(message(1));
    log.onAsked();
    log.offer(message(3));
    log.offer(message(4));
    expect(applied).toEqual([1]);
    log.offer(message(2));
    log.onAnswered();
    expect(applied).toEqual([1, 2, 3, 4]);
  });

  it('goes on when its request turns out not to be the missing entry', () => {
    const log = new ConversationLog();
    log.offer(message(1));
    log.onAsked();
    log.offer(message(3));
    log.onAnswered();
    expect(seqs(log)).toEqual([1, 3]);
    expect(log.cursor).toBe(3);
  });

  it('puts in its place what an answer of its own overtook, once', () => {
    const applied: number[] = [];
    const log = new ConversationLog((entry) => applied.push(entry.seq));
    log.offer(message(1));
    log.onAsked();
    log.offer(message(4));
    log.onAnswered();
    expect(log.arrived).toBe(1);
    log.offer(message(2));
    log.offer(message(3));
    log.offer(message(3));
    expect(seqs(log)).toEqual([1, 2, 3, 4]);
    expect(applied).toEqual([1, 4, 2, 3]);
    expect(log.cursor).toBe(4);
    expect(log.arrived).toBe(4);
  });

  it('takes what was overtaken by the first that it hears of', () => {
    const log = new ConversationLog();
    log.onAsked();
    log.offer(message(6));
    log.onAnswered();
    log.onGiven(2);
    for (const seq of [2, 3, 4, 5]) log.offer(message(seq));
    log.merge([], 1, 2);
    log.merge([wire(3)], 3, 5);
    expect(seqs(log)).toEqual([3, 4, 5, 6]);
    expect(log.arrived).toBe(6);
  });

  it('does not wait for ever for what blocked people wrote', () => {
    const log = new ConversationLog();
    log.offer(message(1));
    log.offer(message(3));
    for (let seq = 4; seq <= 300; seq++) log.offer(message(seq));
    expect(log.arrived).toBe(300);
  });

  it('takes a hole as it is when nothing can fill it: blocked people are not shown', () => {
    const log = new ConversationLog();
    log.offer(message(1));
    log.offer(message(5));
    expect(log.cursor).toBe(5);
    expect(log.range()).toEqual({ low: 1, high: 5 });
  });

  it('joins pages and live entries without a gap', () => {
    const log = new ConversationLog();
    log.startAt(100);
    log.offer(message(101));
    expect(log.range()).toEqual({ low: 101, high: 101 });
    log.merge([wire(98), wire(100)], 51, 100);
    expect(seqs(log)).toEqual([98, 100, 101]);
    log.merge([wire(3)], 1, 50);
    expect(log.range()).toEqual({ low: 1, high: 101 });
  });

  it('keeps a place far away apart from the end', () => {
    const log = new ConversationLog();
    log.merge([wire(100)], 90, 100);
    log.merge([wire(20)], 15, 25);
    expect(seqs(log)).toEqual([100]);
    expect(seqs(log, 20)).toEqual([20]);
    expect(log.isTail({ low: 15, high: 25 })).toBe(false);
  });

  it('applies a change that came before the page with its message', () => {
    const log = new ConversationLog();
    log.startAt(10);
    log.offer(edit(11, 5, 'newer'));
    log.merge([wire(5)], 1, 10);
    expect(log.message(5)).toMatchObject({ text: 'newer', changed: 11 });
  });

  it('does not apply a change twice that a page already had', () => {
    const log = new ConversationLog();
    log.startAt(10);
    log.merge([wire(5, { text: 'newest', edited: at, changed: 12 })], 1, 10);
    log.offer(edit(11, 5, 'older'));
    expect(log.message(5)?.text).toBe('newest');
  });

  it('does not let an older page undo a change', () => {
    const log = new ConversationLog();
    log.offer(message(1));
    log.offer(edit(2, 1, 'changed'));
    log.merge([wire(1)], 1, 1);
    expect(log.message(1)?.text).toBe('changed');
  });
});

describe('applyChange', () => {
  const base: Message = { seq: 1, at, from: 'bob', text: 'text', changed: 0 };

  it('counts a reaction of a person once', () => {
    const twice = [react(2, 1, 'alice'), react(3, 1, 'alice'), react(4, 1, 'carol')];
    expect(twice.reduce(applyChange, base).reactions).toEqual({ '👍': ['alice', 'carol'] });
  });

  it('forgets a reaction that nobody has any more', () => {
    const gone = [react(2, 1, 'alice'), react(3, 1, 'alice', true)];
    expect(gone.reduce(applyChange, base).reactions).toEqual({});
  });

  it('leaves nothing of a deleted message but its place', () => {
    const deleted = applyChange(
      { ...base, pinned: true, reactions: { '👍': ['alice'] } },
      { type: 'delete', conversation: '#team', seq: 2, at, from: 'bob', target: 1 },
    );
    expect(deleted).toMatchObject({ text: '', deleted: true, reactions: {}, pinned: false });
  });
});
