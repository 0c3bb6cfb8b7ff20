import { describe, expect, it } from 'vitest';
import type { MessageEntry } from '../src/protocol/frames';
import { searchHere } from '../src/search/here';
import { Conversation } from '../src/store/conversation';

const CAT = { id: 'f', name: 'cat.png', size: 5, mediaType: 'image/png', sha256: '', key: '' };

function conversation(id: string, ...messages: Partial<MessageEntry>[]): Conversation {
  const made = new Conversation(id, 'alice', () => {});
  messages.forEach((message, index) => {
    made.log.offer({
      type: 'message',
      conversation: id,
      seq: index + 1,
      at: `2026-11-2${index}T10:00:00.000Z`,
      from: 'bob',
      text: '',
      sealed: 'open',
      ...message,
    });
  });
  return made;
}

describe('the search over what the server cannot read', () => {
  const bob = conversation(
    '@bob',
    { text: 'The heron is back' },
    { text: 'a Heron, at https://example.org', from: 'alice' },
    { text: 'heron in clear', sealed: undefined as never },
    { text: '', sealed: 'no_keys' },
    { text: 'two big fish, `code`, @alice' },
    { text: 'cat.png', attachment: CAT },
  );
  const carol = conversation('@carol', { text: 'no bird here', from: 'carol' });
  const found = (query: string) =>
    searchHere([bob, carol], query, 'alice').map((each) => `${each.conversation} ${each.seq}`);

  it.each([
    ['heron', ['@bob 2', '@bob 1']],
    ['HERON back', ['@bob 1']],
    ['"big fish"', ['@bob 5']],
    ['heron -back', ['@bob 2']],
    ['heron from:me', ['@bob 2']],
    ['heron -from:me', ['@bob 1']],
    ['heron from:@bob', ['@bob 1']],
    ['in:@carol bird', ['@carol 1']],
    ['in:carol heron', []],
    ['heron before:2026-11-21', ['@bob 1']],
    ['heron after:2026-11-20', ['@bob 2']],
    ['has:link', ['@bob 2']],
    ['has:code', ['@bob 5']],
    ['has:file', ['@bob 6']],
    ['has:image', ['@bob 6']],
    ['has:pin', []],
    ['mentions:me', ['@bob 5']],
    ['', []],
  ])('finds for %s', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });
});
