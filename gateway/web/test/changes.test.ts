import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry, Stored } from '../src/protocol/frames';
import type { Link } from '../src/protocol/link';
import { Changes } from '../src/store/changes';
import { Conversation } from '../src/store/conversation';
import type { Sealing } from '../src/store/sealing';

const at = '2026-11-29T10:00:00.000Z';
const base = { conversation: '@bob', at, from: 'bob' };
const switched = (seq: number, encrypted: boolean): Entry => ({
  ...base,
  type: 'encryption',
  seq,
  encrypted,
});
const message = (seq: number): Entry => ({ ...base, type: 'message', seq, text: `text ${seq}` });

describe('a switch of encryption', () => {
  let conversation: Conversation;
  let applied: number[];
  /** The answer to the next request. */
  let answer: () => Promise<Stored>;

  const changes = new Changes({ ask: () => answer() } as unknown as Link, 'alice', {
    onSwitched: async () => {},
  } as unknown as Sealing);
  const answers = (seq: number) => async () => ({ conversation: '@alice+bob', seq, at });

  beforeEach(() => {
    applied = [];
    conversation = new Conversation('@bob', 'alice', (_, { seq }) => applied.push(seq));
  });

  it('takes its place in the log', async () => {
    answer = answers(1);
    await changes.encrypt(conversation, true);
    expect(conversation.encrypted.value).toBe(true);
    expect(applied).toEqual([1]);
  });

  it('is no entry where the other one has switched before, and swallows none', async () => {
    answer = answers(0);
    await changes.encrypt(conversation, true);
    expect(conversation.encrypted.value).toBe(true);
    expect(conversation.log.cursor).toBeUndefined();
    conversation.log.offer(switched(1, true));
    for (const seq of [2, 3, 4, 5, 6]) conversation.log.offer(message(seq));
    expect(applied).toEqual([1, 2, 3, 4, 5, 6]);
    expect(conversation.log.message(6)?.text).toBe('text 6');
  });

  it('is known where all is here already', async () => {
    conversation.log.startAt(6);
    answer = answers(0);
    await changes.encrypt(conversation, true);
    expect(conversation.encrypted.value).toBe(true);
    expect(conversation.log.cursor).toBe(6);
  });

  it('does not undo a later one that was heard of before the answer', async () => {
    answer = () => {
      conversation.log.offer(switched(1, true));
      conversation.log.offer(switched(2, false));
      return answers(0)();
    };
    await changes.encrypt(conversation, true);
    expect(conversation.encrypted.value).toBe(false);
  });

  it('is not the only change that may be so already', async () => {
    conversation.log.startAt(6);
    answer = answers(0);
    await changes.react(conversation, 5, '👍', false);
    await changes.pin(conversation, 5, true);
    expect(conversation.log.cursor).toBe(6);
    expect(applied).toEqual([]);
    conversation.log.offer(message(7));
    expect(applied).toEqual([7]);
  });
});
