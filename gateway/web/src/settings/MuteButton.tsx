import { useApp } from '../app/context';
import { t } from '../i18n';
import type { Conversation } from '../store/conversation';

/** Mutes or unmutes somebody; shown to those who moderate there. */
export function MuteButton({ conversation, user }: { conversation: Conversation; user: string }) {
  const app = useApp();
  const isMuted = conversation.isMuted(user);
  const values = { user, group: conversation.id };
  return (
    <button
      type="button"
      class="button quiet small"
      aria-label={isMuted ? t('unmute_user', values) : t('mute_user', values)}
      onClick={() => {
        if (isMuted) void app.attempt(app.unmute(conversation, user));
        else app.ui.dialog.value = { kind: 'mute', conversation: conversation.id, user };
      }}
    >
      {t(isMuted ? 'unmute' : 'mute')}
    </button>
  );
}
