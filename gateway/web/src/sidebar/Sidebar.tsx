import { sidebarOrder } from '../app/app';
import { useApp, useWorkspace } from '../app/context';
import { t } from '../i18n';
import { keyName } from '../keys/names';
import { Avatar } from '../ui/Avatar';
import { IconButton } from '../ui/Button';
import { ConversationLink } from './ConversationLink';

export function Sidebar() {
  const app = useApp();
  const { ui } = app;
  const workspace = useWorkspace();
  const { groups, direct } = sidebarOrder(workspace);
  const dialog = (kind: 'settings' | 'newGroup' | 'join' | 'newDirect' | 'switcher') => () => {
    ui.dialog.value = { kind };
  };
  return (
    <nav
      class="sidebar"
      aria-label={t('conversations')}
      aria-busy={!workspace.loaded.value}
      data-region
    >
      <header class="sidebar-head">
        <button type="button" class="switcher-button" onClick={dialog('switcher')}>
          {t('jump_to')} <kbd>{keyName('Ctrl')} K</kbd>
        </button>
        <IconButton
          icon="at"
          label={t('key_mentions')}
          onClick={() => {
            ui.panel.value = { kind: 'search', query: 'mentions:me' };
          }}
        />
        <IconButton
          icon="people"
          label={t('people')}
          pressed={ui.panel.value?.kind === 'people'}
          onClick={() => ui.toggle({ kind: 'people' })}
        />
      </header>
      <div class="sidebar-lists">
        <section aria-labelledby="groups-heading">
          <div class="sidebar-heading">
            <h2 id="groups-heading">{t('groups')}</h2>
            <IconButton icon="search" label={t('join_group')} onClick={dialog('join')} />
            <IconButton icon="plus" label={t('new_group')} onClick={dialog('newGroup')} />
          </div>
          <ul>
            {groups.map((conversation) => (
              <ConversationLink key={conversation.id} conversation={conversation} />
            ))}
          </ul>
        </section>
        <section aria-labelledby="direct-heading">
          <div class="sidebar-heading">
            <h2 id="direct-heading">{t('direct_messages')}</h2>
            <IconButton icon="plus" label={t('new_direct')} onClick={dialog('newDirect')} />
          </div>
          <ul>
            {direct.map((conversation) => (
              <ConversationLink key={conversation.id} conversation={conversation} />
            ))}
          </ul>
          {direct.length === 0 && <p class="empty small">{t('no_direct')}</p>}
        </section>
      </div>
      <footer class="sidebar-foot">
        <button
          type="button"
          class="me"
          onClick={dialog('settings')}
          aria-label={t('settings_of', { user: workspace.me })}
        >
          <Avatar name={workspace.me} state={app.session.live.value ? 'online' : 'offline'} />
          <span class="me-name">{workspace.me}</span>
        </button>
        <IconButton icon="settings" label={t('settings')} onClick={dialog('settings')} />
      </footer>
    </nav>
  );
}
