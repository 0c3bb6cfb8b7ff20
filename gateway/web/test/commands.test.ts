import { describe, expect, it } from 'vitest';
import { commandsBeginningWith, parseInput } from '../src/commands/parse';

describe('parseInput', () => {
  it.each([
    ['/help', { kind: 'help' }],
    ['/msg bob hello  there', { kind: 'message', to: '@bob', text: 'hello  there' }],
    ['/message @Bob hi', { kind: 'message', to: '@bob', text: 'hi' }],
    ['/message group team hi all', { kind: 'message', to: '#team', text: 'hi all' }],
    ['/msg #team hi', { kind: 'message', to: '#team', text: 'hi' }],
    ['/broadcast all hands', { kind: 'message', to: '#lobby', text: 'all hands' }],
    [
      '/create group team bob @carol',
      { kind: 'createGroup', group: 'team', users: ['bob', 'carol'] },
    ],
    ['/group team', { kind: 'joinGroup', group: 'team' }],
    ['/group team hello you', { kind: 'message', to: '#team', text: 'hello you' }],
    ['/group add team bob', { kind: 'addMembers', group: 'team', users: ['bob'] }],
    ['/group mute #team bob', { kind: 'mute', group: 'team', user: 'bob' }],
    ['/group mute team @bob 30', { kind: 'mute', group: 'team', user: 'bob', minutes: 30 }],
    ['/group unmute team bob', { kind: 'unmute', group: 'team', user: 'bob' }],
    ['/group muted team', { kind: 'members', group: 'team' }],
    ['/keys', { kind: 'settings' }],
    ['/group remove #team bob', { kind: 'removeMembers', group: 'team', users: ['bob'] }],
    ['/group leave team', { kind: 'leave', group: 'team' }],
    ['/group members team', { kind: 'members', group: 'team' }],
    ['/users', { kind: 'who' }],
    ['/wholasthr', { kind: 'lastHour' }],
    ['/ping bob', { kind: 'ping', user: 'bob' }],
    ['/block bob', { kind: 'block', user: 'bob' }],
    ['/reply 7 yes', { kind: 'reply', target: '#here', seq: 7, text: 'yes' }],
    ['/reply @bob 7 yes', { kind: 'reply', target: '@bob', seq: 7, text: 'yes' }],
    ['/edit 7 better', { kind: 'edit', target: '#here', seq: 7, text: 'better' }],
    ['/delete 7', { kind: 'delete', target: '#here', seq: 7 }],
    ['/react 7 :tada:', { kind: 'react', target: '#here', seq: 7, reaction: ':tada:' }],
    ['/pin #team 7', { kind: 'pin', target: '#team', seq: 7 }],
    ['/trace 4', { kind: 'trace', target: '#here', seq: 4 }],
    ['/pinned', { kind: 'pinned', target: '#here' }],
    ['/search from:me "a b"', { kind: 'search', query: 'from:me "a b"' }],
    ['/TATA', { kind: 'logout' }],
  ])('reads %s', (typed, command) => {
    expect(parseInput(typed, '#here')).toEqual({ kind: 'command', command });
  });

  it.each([
    '/msg',
    '/msg bob',
    '/ping',
    '/create group',
    '/edit 7',
    '/edit x y',
    '/group',
    '/delete 0',
  ])('tells how %s goes', (typed) => {
    expect(parseInput(typed, '#here').kind).toBe('usage');
  });

  it('refuses what is no command, and takes // as a slash', () => {
    expect(parseInput('/dance now', '#here')).toEqual({ kind: 'unknown', name: 'dance' });
    expect(parseInput('//etc/hosts', '#here')).toEqual({ kind: 'text', text: '/etc/hosts' });
    expect(parseInput('plain', '#here')).toEqual({ kind: 'text', text: 'plain' });
  });

  it('completes names and their other spellings', () => {
    expect(commandsBeginningWith('un').map(({ name }) => name)).toEqual([
      'unblock',
      'unreact',
      'unpin',
    ]);
    expect(commandsBeginningWith('qu').map(({ name }) => name)).toEqual(['logout']);
  });
});
