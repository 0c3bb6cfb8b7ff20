import { useApp, useWorkspace } from '../app/context';
import { t } from '../i18n';
import { tameLine } from '../text/tame';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';

export function DeleteDialog({ conversation: id, seq }: { conversation: string; seq: number }) {
  const app = useApp();
  const workspace = useWorkspace();
  const conversation = workspace.conversation(id);
  const message = conversation.log.message(seq);
  const text = tameLine(message?.text ?? '').slice(0, 200);
  const author = message?.from ?? workspace.me;
  const close = () => {
    app.ui.dialog.value = undefined;
  };
  return (
    <Dialog title={t('delete_title')}>
      <blockquote class="quoted">{text}</blockquote>
      {author !== workspace.me && <p>{t('delete_of', { user: author })}</p>}
      <p>{t('delete_hint')}</p>
      <div class="dialog-actions">
        <Button onClick={close}>{t('cancel')}</Button>
        <Button
          kind="danger"
          onClick={() => {
            close();
            void app.attempt(workspace.changes.delete(conversation, seq));
          }}
        >
          {t('delete')}
        </Button>
      </div>
    </Dialog>
  );
}
