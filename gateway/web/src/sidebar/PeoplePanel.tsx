import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useApp, useWorkspace } from '../app/context';
import { t } from '../i18n';
import { relative } from '../text/time';
import { Avatar } from '../ui/Avatar';
import { SidePanel } from '../ui/SidePanel';

export function PeoplePanel() {
  const workspace = useWorkspace();
  const { people, me } = workspace;
  useEffect(() => void workspace.refreshPeople(), [workspace]);
  const online = [...new Set([me, ...people.online])];
  const gone = people.lastHour.value.filter(
    ({ user }) => user !== me && people.state(user) === 'offline',
  );
  const blocked = [...people.blocked.value].sort();
  return (
    <SidePanel title={t('people')}>
      <h3>{t('who_is_here', { n: online.length })}</h3>
      <ul class="people">
        {online.map((user) => (
          <PersonRow
            key={user}
            user={user}
            note={user === me ? t('you') : people.state(user) === 'away' ? t('state_away') : ''}
          />
        ))}
      </ul>
      {gone.length > 0 && <h3>{t('last_hour')}</h3>}
      <ul class="people">
        {gone.map(({ user, lastLogin }) => (
          <PersonRow key={user} user={user} note={relative(lastLogin)} />
        ))}
      </ul>
      {blocked.length > 0 && <h3>{t('blocked_people')}</h3>}
      <ul class="people">
        {blocked.map((user) => (
          <PersonRow key={user} user={user} note="" />
        ))}
      </ul>
    </SidePanel>
  );
}

interface PersonRowProps {
  user: string;
  note: string;
  children?: ComponentChildren;
}

/** A person in a list; children are what can be done about it. */
export function PersonRow({ user, note, children }: PersonRowProps) {
  const { ui } = useApp();
  const { people, me } = useWorkspace();
  return (
    <li class={children ? 'member' : ''}>
      <button
        type="button"
        class="person"
        onClick={() => {
          ui.dialog.value = { kind: 'person', user };
        }}
      >
        <Avatar name={user} state={user === me ? 'online' : people.state(user)} />
        <span class="person-name">{user}</span>
        {note && <span class="person-note">{note}</span>}
      </button>
      {children}
    </li>
  );
}
