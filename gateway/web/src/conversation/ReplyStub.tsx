import { useEffect } from 'preact/hooks';
import { useApp, useWorkspace } from '../app/context';
import { t } from '../i18n';
import type { Conversation } from '../store/conversation';
import { tameLine } from '../text/tame';
import { Icon } from '../ui/Icon';
import { NotEncrypted, whyShut } from './SealedNote';

/** The beginning of the message that is answered; leads to its place. */
export function ReplyStub({ conversation, seq }: { conversation: Conversation; seq: number }) {
  const { ui } = useApp();
  const { revision } = conversation.log;
  const workspace = useWorkspace();
  void revision.value;
  const message = conversation.log.message(seq);
  const history = workspace.history(conversation);
  const isMissing = !message;

  useEffect(() => {
    if (isMissing) void history.quoted(seq);
  }, [isMissing, history, seq]);

  return (
    <button type="button" class="stub" onClick={() => ui.jumpTo(conversation.id, seq)}>
      <Icon name="reply" />
      {message ? (
        <>
          <strong>{message.from}</strong>
          <span class="stub-text">
            {message.deleted
              ? t('deleted_message')
              : (whyShut(message.sealed) ?? tameLine(message.text).slice(0, 140))}
          </span>
          {!message.deleted && (
            <NotEncrypted conversation={conversation.id} sealed={message.sealed} />
          )}
        </>
      ) : (
        <span class="stub-text">{t('message_number', { n: seq })}</span>
      )}
    </button>
  );
}
