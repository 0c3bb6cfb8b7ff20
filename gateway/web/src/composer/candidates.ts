import { commandsBeginningWith } from '../commands/parse';
import { t } from '../i18n';
import type { Conversation } from '../store/conversation';
import { bare, isDirect } from '../store/names';
import type { Workspace } from '../store/workspace';
import { known } from '../text/emoji';
import { type Candidate, matching, type Wanted } from './completion';

/** {@return what could stand in the place of what is being typed, best first, as far as it is loaded} */
export function candidatesFor(
  wanted: Wanted,
  conversation: Conversation,
  workspace: Workspace,
): Candidate[] {
  switch (wanted.kind) {
    case 'command':
      return commandsBeginningWith(wanted.query).map((spec) => ({
        text: `/${spec.name}`,
        label: `/${spec.name}`,
        hint: spec.usage,
      }));
    case 'mention':
      return mentions(wanted.query, conversation, workspace);
    case 'group': {
      const groups = [...workspace.conversations.value.keys()].filter((id) => !isDirect(id));
      return matching(groups.map(bare), wanted.query).map((name) => ({
        text: `#${name}`,
        label: `#${name}`,
      }));
    }
    case 'emoji':
      return known.value.complete(wanted.query, 8).map(({ name, sign }) => ({
        text: sign,
        label: `${sign} :${name}:`,
      }));
  }
}

function mentions(query: string, conversation: Conversation, workspace: Workspace): Candidate[] {
  const names = new Set<string>();
  for (const name of conversation.members.value) names.add(name);
  for (const message of conversation.log.recentAuthors()) names.add(message);
  if (conversation.kind === 'lobby') for (const name of workspace.people.online) names.add(name);
  if (conversation.kind === 'direct') names.add(bare(conversation.id));
  names.delete(workspace.me);
  const people = matching(names, query).map((name) => ({ text: `@${name}`, label: `@${name}` }));
  const calls: Candidate[] = [
    { text: '@here', label: '@here', hint: t('call_here') },
    { text: '@all', label: '@all', hint: t('call_all') },
  ];
  return [...people, ...calls.filter(({ text }) => text.slice(1).startsWith(query.toLowerCase()))];
}
