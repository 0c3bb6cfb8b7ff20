import { useEffect, useState } from 'preact/hooks';
import { useApp, useWorkspace } from '../app/context';
import { useOnce } from '../app/useOnce';
import { t, tn } from '../i18n';
import { PersonRow } from '../sidebar/PeoplePanel';
import type { Conversation } from '../store/conversation';
import { bare, handlesIn } from '../store/names';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { SidePanel } from '../ui/SidePanel';
import { LevelSelect } from './LevelSelect';
import { MuteButton } from './MuteButton';

export function GroupPanel({ conversation }: { conversation: Conversation }) {
  return (
    <SidePanel title={t('group_settings')}>
      <LevelSelect conversation={conversation.id} />
      {conversation.kind === 'group' && <Members conversation={conversation} />}
    </SidePanel>
  );
}

function Members({ conversation }: { conversation: Conversation }) {
  const app = useApp();
  const workspace = useWorkspace();
  const [adding, setAdding] = useState('');
  const group = bare(conversation.id);
  const members = conversation.members.value;
  const live = app.session.live.value;
  useEffect(() => {
    if (live) void app.attempt(workspace.loadMembers(conversation));
  }, [app, workspace, conversation, live]);

  const once = useOnce();
  const add = async (users: string[], typed: string) => {
    const done = await app.attempt(app.link.ask('addMembers', { group, users }));
    if (!done) return;
    setAdding((now) => (now === typed ? '' : now));
    await app.attempt(workspace.loadMembers(conversation));
  };
  return (
    <>
      <h3>{tn('members', conversation.memberCount.value)}</h3>
      <ul class="people with-actions">
        {[...members].sort().map((user) => (
          <MemberRow key={user} conversation={conversation} user={user} />
        ))}
      </ul>
      <form
        class="add-members"
        onSubmit={(event) => {
          event.preventDefault();
          const users = handlesIn(adding);
          if (users.length > 0) void once(() => add(users, adding));
        }}
      >
        <Field label={t('add_people')} value={adding} onInput={setAdding} />
        <Button submit>{t('add')}</Button>
      </form>
      <Button
        kind="danger"
        onClick={() => {
          app.ui.dialog.value = { kind: 'leave', conversation: conversation.id };
        }}
      >
        {t('leave_group')}
      </Button>
    </>
  );
}

function MemberRow({ conversation, user }: { conversation: Conversation; user: string }) {
  const app = useApp();
  const { me } = useWorkspace();
  const notes = [user === me && t('you'), conversation.isMuted(user) && t('muted')];
  return (
    <PersonRow user={user} note={notes.filter(Boolean).join(', ')}>
      {user !== me && (
        <>
          {app.moderates(conversation) && <MuteButton conversation={conversation} user={user} />}
          <button
            type="button"
            class="button quiet small"
            aria-label={t('remove_user', { user })}
            onClick={() => {
              app.ui.dialog.value = { kind: 'remove', conversation: conversation.id, user };
            }}
          >
            {t('remove')}
          </button>
        </>
      )}
    </PersonRow>
  );
}
