import { describe, expect, it } from 'vitest';
import { complete, matching, wantedAt } from '../src/composer/completion';
import { bestFor } from '../src/sidebar/Switcher';

describe('wantedAt', () => {
  it.each([
    ['hi @al', 'mention', 'al'],
    ['@', 'mention', ''],
    ['see #des', 'group', 'des'],
    ['nice :ta', 'emoji', 'ta'],
    ['/gro', 'command', 'gro'],
  ])('%j asks for a %s', (text, kind, query) => {
    expect(wantedAt(text, text.length)).toMatchObject({ kind, query });
  });

  it.each(['mail@al', 'at 10:3', ':t', 'a /gro', 'http://x', '/group team'])(
    '%j asks for nothing',
    (text) => {
      expect(wantedAt(text, text.length)).toBeUndefined();
    },
  );

  it('looks at the caret, and completes there', () => {
    const text = 'hi @al, how are you';
    const wanted = wantedAt(text, 6);
    expect(wanted).toBeDefined();
    if (!wanted) return;
    const done = complete(text, 6, wanted, { text: '@alice', label: '@alice' });
    expect(done).toEqual({ text: 'hi @alice , how are you', caret: 10 });
  });
});

describe('bestFor', () => {
  const ids = ['@carol', '#devops', '#office', '#ops', '@ops-bot', '#opossum'];

  it.each([
    ['ops', ['#ops', '@ops-bot', '#devops']],
    ['o', ['#office', '#ops', '@ops-bot', '#opossum', '@carol', '#devops']],
    ['#o', ['#office', '#ops', '#opossum']],
    ['@ops-bot', ['@ops-bot']],
    ['nobody', []],
  ])('%j means %j', (typed, best) => {
    expect(bestFor(typed, ids)).toEqual(best);
  });
});

describe('matching', () => {
  it('puts beginnings before the rest, and nothing twice', () => {
    expect(matching(['bob', 'rob', 'bobby', 'bob'], 'ob')).toEqual(['bob', 'rob', 'bobby']);
    expect(matching(['robo', 'bob', 'obelix'], 'ob')).toEqual(['obelix', 'robo', 'bob']);
  });
});
