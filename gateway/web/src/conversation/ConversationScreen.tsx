import { useApp, useWorkspace } from '../app/context';
import { Composer } from '../composer/Composer';
import { TroubleBanner } from '../encryption/TroubleBanner';
import { useDrop } from '../files/useDrop';
import { t, tn } from '../i18n';
import type { Conversation } from '../store/conversation';
import { bare } from '../store/names';
import { IconButton } from '../ui/Button';
import { MessageList } from './MessageList';
import { TypingLine } from './TypingLine';

export function ConversationScreen({ conversation }: { conversation: Conversation }) {
  const { id } = conversation;
  const { dropping, handlers } = useDrop(id);
  return (
    <main
      class={`conversation ${dropping ? 'dropping' : ''}`}
      aria-label={id}
      data-region
      {...handlers}
    >
      <Header conversation={conversation} />
      <MessageList key={id} conversation={conversation} />
      <TroubleBanner conversation={conversation} />
      <TypingLine conversation={conversation} />
      <Composer key={`composer ${id}`} conversation={conversation} />
    </main>
  );
}

function Header({ conversation }: { conversation: Conversation }) {
  const { ui } = useApp();
  const panel = ui.panel.value?.kind;
  return (
    <header class="conversation-head">
      <IconButton
        icon="back"
        class="narrow-only"
        label={t('back_to_list')}
        onClick={() => {
          ui.showList.value = true;
        }}
      />
      <div class="conversation-title">
        <h1>{conversation.id}</h1>
        <Subtitle conversation={conversation} />
      </div>
      <IconButton
        icon="search"
        label={t('search')}
        pressed={panel === 'search'}
        onClick={() => ui.toggle({ kind: 'search', query: `in:${conversation.id} ` })}
      />
      <IconButton
        icon="pin"
        label={t('pinned_messages')}
        pressed={panel === 'pinned'}
        onClick={() => ui.toggle({ kind: 'pinned' })}
      />
      {conversation.kind === 'direct' && (
        <IconButton
          icon={conversation.encrypted.value ? 'lock' : 'unlocked'}
          label={t(conversation.encrypted.value ? 'encrypted' : 'not_encrypted')}
          onClick={() => {
            ui.dialog.value = { kind: 'encryption', user: bare(conversation.id) };
          }}
        />
      )}
      {conversation.kind === 'direct' ? (
        <IconButton
          icon="people"
          label={t('card_of', { user: bare(conversation.id) })}
          onClick={() => {
            ui.dialog.value = { kind: 'person', user: bare(conversation.id) };
          }}
        />
      ) : (
        <IconButton
          icon="settings"
          label={t('group_settings')}
          pressed={panel === 'group'}
          onClick={() => ui.toggle({ kind: 'group' })}
        />
      )}
    </header>
  );
}

function Subtitle({ conversation }: { conversation: Conversation }) {
  const { people } = useWorkspace();
  if (conversation.kind === 'direct')
    return <p>{t(`state_${people.state(bare(conversation.id))}`)}</p>;
  if (conversation.kind === 'lobby') return <p>{t('lobby_subtitle')}</p>;
  const kind = t(conversation.open.value ? 'open_group' : 'closed_group');
  return <p>{`${tn('members', conversation.memberCount.value)} · ${kind}`}</p>;
}
