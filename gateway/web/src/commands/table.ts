/** What a `/` command asks for, with its words read. */
export type Command =
  | { kind: 'help' }
  | { kind: 'message'; to: string; text: string }
  | { kind: 'createGroup'; group: string; users: string[] }
  | { kind: 'joinGroup'; group: string }
  | { kind: 'addMembers' | 'removeMembers'; group: string; users: string[] }
  | { kind: 'mute'; group: string; user: string; minutes?: number }
  | { kind: 'unmute'; group: string; user: string }
  | { kind: 'leave' | 'members'; group: string }
  | { kind: 'groups' | 'who' | 'lastHour' | 'settings' | 'logout' | 'offline' }
  | { kind: 'ping' | 'block' | 'unblock'; user: string }
  | { kind: 'open'; conversation: string }
  | { kind: 'reply' | 'edit'; target: string; seq: number; text: string }
  | { kind: 'delete'; target: string; seq: number }
  | { kind: 'react' | 'unreact'; target: string; seq: number; reaction: string }
  | { kind: 'pin' | 'unpin'; target: string; seq: number }
  | { kind: 'trace'; target: string; seq: number }
  | { kind: 'pinned'; target: string }
  | { kind: 'search'; query: string };

/** Words after the command's name, and the conversation that is open. */
export interface Given {
  rest: string;
  words: string[];
  here: string;
}

export interface CommandSpec {
  name: string;
  aliases?: readonly string[];
  usage: string;
  /** {@return the command, or nothing where the words do not fit the usage} */
  read: (given: Given) => Command | undefined;
}

const simple =
  (kind: 'help' | 'groups' | 'who' | 'lastHour' | 'settings' | 'logout' | 'offline') => () =>
    ({ kind }) as Command;

const withUser =
  (kind: 'ping' | 'block' | 'unblock') =>
  ({ words }: Given): Command | undefined => {
    const user = handle(words[0]);
    return user ? { kind, user } : undefined;
  };

const onMessage =
  <K extends 'delete' | 'pin' | 'unpin' | 'trace'>(kind: K) =>
  (given: Given): Command | undefined => {
    const place = placeOf(given);
    return place ? ({ kind, target: place.target, seq: place.seq } as Command) : undefined;
  };

const withText =
  (kind: 'reply' | 'edit') =>
  (given: Given): Command | undefined => {
    const place = placeOf(given);
    return place?.rest
      ? { kind, target: place.target, seq: place.seq, text: place.rest }
      : undefined;
  };

const withReaction =
  (kind: 'react' | 'unreact') =>
  (given: Given): Command | undefined => {
    const place = placeOf(given);
    return place?.rest
      ? { kind, target: place.target, seq: place.seq, reaction: place.rest }
      : undefined;
  };

/** The names of the line protocol. `[TARGET]` is the open conversation where it is left out. */
export const COMMANDS: readonly CommandSpec[] = [
  { name: 'help', usage: '', read: simple('help') },
  { name: 'message', aliases: ['msg'], usage: 'USER TEXT', read: readMessage },
  {
    name: 'broadcast',
    usage: 'TEXT',
    read: ({ rest }) => (rest ? { kind: 'message', to: '#lobby', text: rest } : undefined),
  },
  { name: 'create', usage: 'group NAME USER…', read: readCreate },
  {
    name: 'group',
    usage:
      'NAME | add NAME USER… | remove NAME USER | mute NAME USER [MINUTES] | unmute NAME USER | leave NAME',
    read: readGroup,
  },
  { name: 'grouplist', aliases: ['groups'], usage: '', read: simple('groups') },
  { name: 'whoelse', aliases: ['users'], usage: '', read: simple('who') },
  { name: 'wholasthr', usage: '', read: simple('lastHour') },
  { name: 'ping', usage: 'USER', read: withUser('ping') },
  { name: 'block', usage: 'USER', read: withUser('block') },
  { name: 'unblock', usage: 'USER', read: withUser('unblock') },
  {
    name: 'history',
    usage: 'TARGET',
    read: ({ words, here }) => ({ kind: 'open', conversation: target(words[0]) ?? here }),
  },
  { name: 'offline', usage: '', read: simple('offline') },
  { name: 'reply', usage: '[TARGET] N TEXT', read: withText('reply') },
  { name: 'edit', usage: '[TARGET] N TEXT', read: withText('edit') },
  { name: 'delete', usage: '[TARGET] N', read: onMessage('delete') },
  { name: 'react', usage: '[TARGET] N REACTION', read: withReaction('react') },
  { name: 'unreact', usage: '[TARGET] N REACTION', read: withReaction('unreact') },
  { name: 'pin', usage: '[TARGET] N', read: onMessage('pin') },
  { name: 'unpin', usage: '[TARGET] N', read: onMessage('unpin') },
  { name: 'trace', usage: '[TARGET] N', read: onMessage('trace') },
  {
    name: 'pinned',
    usage: '[TARGET]',
    read: ({ words, here }) => ({ kind: 'pinned', target: target(words[0]) ?? here }),
  },
  { name: 'search', usage: 'WORDS', read: ({ rest }) => ({ kind: 'search', query: rest }) },
  { name: 'password', usage: '', read: simple('settings') },
  { name: 'keys', usage: '', read: simple('settings') },
  { name: 'logout', aliases: ['quit', 'exit', 'tata'], usage: '', read: simple('logout') },
];

function readMessage({ rest, words }: Given): Command | undefined {
  if (words[0]?.toLowerCase() === 'group') return readGroupText(rest.slice(5).trim());
  const to = words[0]?.startsWith('#') ? target(words[0]) : direct(words[0]);
  const text = after(rest, 1);
  return to && text ? { kind: 'message', to, text } : undefined;
}

function readGroupText(rest: string): Command | undefined {
  const group = name(rest.split(/\s+/)[0]);
  const text = after(rest, 1);
  return group && text ? { kind: 'message', to: `#${group}`, text } : undefined;
}

function readCreate({ words }: Given): Command | undefined {
  const group = name(words[1]);
  if (words[0]?.toLowerCase() !== 'group' || !group) return undefined;
  return { kind: 'createGroup', group, users: handles(words.slice(2)) };
}

function readGroup({ rest, words }: Given): Command | undefined {
  const group = name(words[1]);
  const users = handles(words.slice(2));
  switch (words[0]?.toLowerCase()) {
    case undefined:
      return undefined;
    case 'add':
      return group && users.length > 0 ? { kind: 'addMembers', group, users } : undefined;
    case 'remove':
      return group && users.length > 0 ? { kind: 'removeMembers', group, users } : undefined;
    case 'mute':
      return readMute(group, words);
    case 'unmute':
      return group && users[0] && users.length === 1
        ? { kind: 'unmute', group, user: users[0] }
        : undefined;
    case 'leave':
      return group ? { kind: 'leave', group } : undefined;
    case 'members':
    case 'muted':
      return group ? { kind: 'members', group } : undefined;
    default: {
      const only = name(words[0]);
      if (words.length > 1) return readGroupText(rest);
      return only ? { kind: 'joinGroup', group: only } : undefined;
    }
  }
}

function readMute(group: string | undefined, words: string[]): Command | undefined {
  const user = handle(words[2]);
  if (!group || !user || words.length > 4) return undefined;
  if (words.length === 3) return { kind: 'mute', group, user };
  const minutes = Number(words[3]);
  return Number.isSafeInteger(minutes) && minutes > 0
    ? { kind: 'mute', group, user, minutes }
    : undefined;
}

/** `[TARGET] N rest`. */
function placeOf({
  rest,
  words,
  here,
}: Given): { target: string; seq: number; rest: string } | undefined {
  const named = /^[@#]/.test(words[0] ?? '');
  const seq = Number(words[named ? 1 : 0]?.replace(/^#/, ''));
  const place = named ? target(words[0]) : here;
  if (!place || !Number.isSafeInteger(seq) || seq < 1) return undefined;
  return { target: place, seq, rest: after(rest, named ? 2 : 1) };
}

function after(rest: string, words: number): string {
  return rest.replace(new RegExp(`^(?:\\S+(?:\\s+|$)){${words}}`), '').trim();
}

function handle(word: string | undefined): string | undefined {
  return word?.replace(/^@/, '').toLowerCase() || undefined;
}

function handles(words: string[]): string[] {
  return words.map(handle).filter((user) => user !== undefined);
}

function name(word: string | undefined): string | undefined {
  return word?.replace(/^#/, '').toLowerCase() || undefined;
}

function direct(word: string | undefined): string | undefined {
  const user = handle(word);
  return user ? `@${user}` : undefined;
}

function target(word: string | undefined): string | undefined {
  if (!word) return undefined;
  return word.startsWith('#') ? word.toLowerCase() : direct(word);
}
