import { useApp } from '../app/context';
import { t } from '../i18n';
import type { Conversation } from '../store/conversation';
import { tameLine } from '../text/tame';
import { IconButton } from '../ui/Button';
import { Icon } from '../ui/Icon';

/** What the text in the box is about: an answer, or an edit. */
export function ComposerContext({ conversation }: { conversation: Conversation }) {
  const { ui } = useApp();
  const editing = ui.editing.value;
  const seq = editing ?? ui.replyTo.value;
  if (seq === undefined) return null;
  const message = conversation.log.message(seq);
  return (
    <div class="composer-context">
      <Icon name={editing === undefined ? 'reply' : 'edit'} />
      <span class="composer-context-text">
        <strong>
          {editing === undefined
            ? t('replying_to', { user: message?.from ?? `#${seq}` })
            : t('editing_message')}
        </strong>{' '}
        {editing === undefined && tameLine(message?.text ?? '').slice(0, 120)}
      </span>
      <IconButton icon="close" label={t('cancel')} onClick={() => ui.close()} />
    </div>
  );
}
