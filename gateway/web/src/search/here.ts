import type { FoundMessage } from '../protocol/frames';
import type { Conversation } from '../store/conversation';
import type { Message } from '../store/message';
import { bare } from '../store/names';
import { mentionsIn } from '../text/mentions';

type Test = (message: Message, conversation: Conversation) => boolean;

/**
 * What the server cannot search: the encrypted messages that are loaded and opened here. Queries are
 * read as docs/protocol.md has them, but words count wherever they stand, also inside of others.
 *
 * @returns newest first
 */
export function searchHere(
  conversations: Iterable<Conversation>,
  query: string,
  me: string,
): FoundMessage[] {
  const parts = query.match(/-?"[^"]*"|\S+/g) ?? [];
  const tests = parts.map((part) => testOf(part.toLowerCase(), me));
  if (tests.length === 0) return [];
  const found: FoundMessage[] = [];
  for (const conversation of conversations)
    for (const message of conversation.log.messages())
      if (isReadable(message) && tests.every((test) => test(message, conversation)))
        found.push({ ...message, conversation: conversation.id });
  return found.sort((a, b) => b.at.localeCompare(a.at));
}

function isReadable({ sealed, deleted, text }: Message): boolean {
  return sealed === 'open' && !deleted && text !== '';
}

function testOf(part: string, me: string): Test {
  if (part.startsWith('-') && part.length > 1) {
    const test = testOf(part.slice(1), me);
    return (message, conversation) => !test(message, conversation);
  }
  const [, operator, value = ''] = /^(from|in|before|after|has|mentions):(.+)$/.exec(part) ?? [];
  switch (operator) {
    case 'from': {
      const user = value.replace(/^@/, '');
      return ({ from }) => from === (user === 'me' ? me : user);
    }
    case 'in':
      return (_, { id }) => id === value || bare(id) === value;
    case 'before':
      return ({ at }) => at.slice(0, 10) < value;
    case 'after':
      return ({ at }) => at.slice(0, 10) > value;
    case 'mentions':
      return ({ text }) => mentionsIn(text, value === 'me' ? me : value.replace(/^@/, ''));
    case 'has':
      return (message) => has(message, value);
    default: {
      const word = part.replace(/"/g, '');
      return ({ text }) => text.toLowerCase().includes(word);
    }
  }
}

function has({ text, attachment, reactions, pinned }: Message, what: string): boolean {
  switch (what) {
    case 'link':
      return /https?:\/\//i.test(text);
    case 'file':
      return attachment !== undefined;
    case 'image':
      return attachment?.mediaType.startsWith('image/') ?? false;
    case 'code':
      return text.includes('`');
    case 'reaction':
      return Object.keys(reactions ?? {}).length > 0;
    case 'pin':
      return pinned === true;
    default:
      return false;
  }
}
