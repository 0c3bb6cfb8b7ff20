import { useApp, useWorkspace } from '../app/context';
import { t } from '../i18n';
import { bare } from '../store/names';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';

/** Asks before somebody is taken out of a group. */
export function RemoveDialog({ conversation: id, user }: { conversation: string; user: string }) {
  const app = useApp();
  const workspace = useWorkspace();
  const close = () => {
    app.ui.dialog.value = undefined;
  };
  const remove = async () => {
    close();
    await app.link.ask('removeMember', { group: bare(id), users: [user] });
    await workspace.loadMembers(workspace.conversation(id));
  };
  return (
    <Dialog title={t('remove_title', { user, group: id })}>
      <p>{t('remove_hint')}</p>
      <div class="dialog-actions">
        <Button onClick={close}>{t('cancel')}</Button>
        <Button kind="danger" onClick={() => void app.attempt(remove())}>
          {t('remove')}
        </Button>
      </div>
    </Dialog>
  );
}
