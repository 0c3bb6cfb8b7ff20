import { useApp, useWorkspace } from '../app/context';
import { t } from '../i18n';
import { bare } from '../store/names';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';

/** Asks before one leaves a group: into a closed one there is no way back of one's own. */
export function LeaveDialog({ conversation: id }: { conversation: string }) {
  const app = useApp();
  const { open } = useWorkspace().conversation(id);
  const close = () => {
    app.ui.dialog.value = undefined;
  };
  return (
    <Dialog title={t('leave_title', { group: id })}>
      <p>{t(open.value ? 'leave_open_hint' : 'leave_closed_hint')}</p>
      <div class="dialog-actions">
        <Button onClick={close}>{t('cancel')}</Button>
        <Button
          kind="danger"
          onClick={() => {
            close();
            void app.attempt(app.leaveGroup(bare(id)));
          }}
        >
          {t('leave')}
        </Button>
      </div>
    </Dialog>
  );
}
