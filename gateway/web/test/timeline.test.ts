import { describe, expect, it } from 'vitest';
import { READ_AFTER, ReadingTimer } from '../src/conversation/readingTimer';
import { timeline } from '../src/conversation/timeline';
import type { MembershipChange } from '../src/protocol/frames';
import type { Row } from '../src/store/log';

const row = (seq: number, from: string, at: string): Row => ({
  kind: 'message',
  message: { seq, from, at, text: `text ${seq}`, changed: 0 },
});
const member = (seq: number, user: string, change: MembershipChange): Row => ({
  kind: 'people',
  entry: {
    type: 'member',
    conversation: '#team',
    seq,
    at: '2026-11-20T12:00:00',
    user,
    change,
    by: 'bob',
  },
});
const input = (rows: Row[]) => ({
  rows,
  pending: [],
  me: 'alice',
  atStart: false,
  newAfter: undefined,
  isHidden: () => false,
});

describe('timeline', () => {
  const kinds = (input: Parameters<typeof timeline>[0]) => timeline(input).map(({ kind }) => kind);

  it('begins each day with its name', () => {
    const rows = [row(1, 'bob', '2026-11-19T23:59:00'), row(2, 'bob', '2026-11-20T00:01:00')];
    const all = { ...input(rows), atStart: true };
    expect(kinds(all)).toEqual(['start', 'day', 'message', 'day', 'message']);
  });

  it('has no day above what is to be followed upwards: it would move what stands there', () => {
    const rows = [row(8, 'bob', '2026-11-19T23:59:00'), row(9, 'bob', '2026-11-20T00:01:00')];
    expect(kinds(input(rows))).toEqual(['message', 'day', 'message']);
  });

  it('leaves apart what once stood first', () => {
    const rows = [row(1, 'bob', '2026-11-20T12:00:00'), row(2, 'bob', '2026-11-20T12:01:00')];
    const items = timeline({ ...input(rows), apart: new Set([2]) });
    expect(items.at(-1)).toMatchObject({ key: 'm-2', grouped: false });
  });

  it('groups what one person writes within five minutes', () => {
    const items = timeline(
      input([
        row(1, 'bob', '2026-11-20T12:00:00'),
        row(2, 'bob', '2026-11-20T12:04:00'),
        row(3, 'alice', '2026-11-20T12:04:30'),
        row(4, 'alice', '2026-11-20T12:10:00'),
      ]),
    );
    const grouped = items.flatMap((item) => (item.kind === 'message' ? [item.grouped] : []));
    expect(grouped).toEqual([false, true, false, false]);
  });

  it('puts one line above the first new message of somebody else', () => {
    const rows = [
      row(1, 'bob', '2026-11-20T12:00:00'),
      row(2, 'alice', '2026-11-20T12:01:00'),
      row(3, 'bob', '2026-11-20T12:02:00'),
      row(4, 'bob', '2026-11-20T12:03:00'),
    ];
    const items = timeline({ ...input(rows), newAfter: 1 });
    expect(items.map(({ key }) => key)).toEqual(['m-1', 'm-2', 'new', 'm-3', 'm-4']);
  });

  it('makes one item of people who come and go', () => {
    const items = timeline(
      input([member(1, 'bob', 'joined'), member(2, 'carol', 'added'), member(3, 'dave', 'left')]),
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ kind: 'people', key: 'people-1' });
  });

  it('does not show whom one blocks, and ends with what is not stored yet', () => {
    const items = timeline({
      ...input([row(1, 'mallory', '2026-11-20T12:00:00')]),
      isHidden: (user) => user === 'mallory',
      pending: [{ clientId: 'x', to: '#team', text: 'hi', at: '2026-11-20T12:00:00' }],
    });
    expect(items.map(({ kind }) => kind)).toEqual(['pending']);
  });
});

describe('ReadingTimer', () => {
  it('calls read what was in sight for 1.5 s', () => {
    const reading = new ReadingTimer();
    expect(reading.onLook(10, 0)).toBe(0);
    expect(reading.onLook(12, 1_000)).toBe(0);
    expect(reading.onLook(12, READ_AFTER)).toBe(10);
    expect(reading.onLook(12, 1_000 + READ_AFTER)).toBe(12);
  });

  it('starts over when nobody looks', () => {
    const reading = new ReadingTimer();
    reading.onLook(10, 0);
    reading.onLook(0, 1_000);
    expect(reading.onLook(10, READ_AFTER)).toBe(0);
  });
});
