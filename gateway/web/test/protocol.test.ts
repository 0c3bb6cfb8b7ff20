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

  describe('believes nobody about sealing', () => {
    const file = { id: 'f1', name: 'a.txt' };
    const text = { text: 'clear', attachment: file };
    const forged = { text: 'clear', sealed: 'open', attachment: { ...file, key: 'k' } };

    it.each([
      ['a message', { type: 'message', ...text }, { type: 'message', ...forged }],
      ['an edit', { type: 'edit', text: 'x' }, { type: 'edit', text: 'x', sealed: 'no_keys' }],
      ['a page', { type: 'ok', messages: [text] }, { type: 'ok', messages: [forged] }],
      ['versions', { type: 'ok', edits: [text] }, { type: 'ok', edits: [forged] }],
      ['an answer', { type: 'ok', attachment: file }, { type: 'ok', ...forged, text: undefined }],
      ['no file', { type: 'message', attachment: null }, { type: 'message', attachment: null }],
    ])('in %s', (_what, told, sent) => {
      expect(parseFrames(JSON.stringify(sent))).toEqual([told]);
      expect(parseFrames(JSON.stringify([sent, sent]))).toEqual([told, told]);
    });

    it('and leaves other keys alone', () => {
      const frame = { type: 'ok', keys: [{ key: 'ssh-ed25519 A' }], reactions: { key: ['bob'] } };
      expect(parseFrames(JSON.stringify(frame))).toEqual([frame]);
    });
  });
});
