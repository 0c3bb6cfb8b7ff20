import { useEffect } from 'preact/hooks';
import { useApp, useWorkspace } from '../app/context';
import { useAnswer } from '../app/useAnswer';
import { t } from '../i18n';
import { MuteButton } from '../settings/MuteButton';
import type { Conversation } from '../store/conversation';
import { relative } from '../text/time';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';

/** A person's card. */
export function PersonDialog({ user }: { user: string }) {
  const app = useApp();
  const { people, me } = useWorkspace();
  const { answer: seen } = useAnswer(() => app.link.ask('ping', { user }), [user]);
  const here = app.current.value;
  const isBlocked = people.blocked.value.has(user);
  const state = seen && seen.state !== 'blocked' ? seen.state : people.state(user);
  return (
    <Dialog title={user}>
      <div class="person-card">
        <Avatar name={user} state={state} />
        <p>
          {t(`state_${state}`)}
          {state === 'offline' &&
            seen?.lastSeen &&
            ` · ${t('last_seen', { time: relative(seen.lastSeen) })}`}
        </p>
        {isBlocked && <p class="hint">{t('blocked_hint', { user })}</p>}
      </div>
      {user !== me && here && app.moderates(here) && <Moderate conversation={here} user={user} />}
      {user !== me && (
        <div class="dialog-actions">
          <Button
            kind={isBlocked ? 'quiet' : 'danger'}
            onClick={() => void app.attempt(app.setBlocked(user, !isBlocked))}
          >
            {t(isBlocked ? 'unblock' : 'block')}
          </Button>
          <Button kind="primary" onClick={() => app.openDirect(user)}>
            {t('write_message')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

/** What a moderator can do to a person in the conversation that is open. */
function Moderate({ conversation, user }: { conversation: Conversation; user: string }) {
  const workspace = useWorkspace();
  useEffect(() => {
    void workspace.loadMuted(conversation).catch(() => {});
  }, [workspace, conversation]);
  const isMuted = conversation.isMuted(user);
  return (
    <p class="moderate">
      <span>{t(isMuted ? 'muted_in' : 'moderate_in', { group: conversation.id })}</span>
      <MuteButton conversation={conversation} user={user} />
    </p>
  );
}
