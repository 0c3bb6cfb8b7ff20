import { useState } from 'preact/hooks';
import { useApp, useWorkspace } from '../app/context';
import { t } from '../i18n';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Select } from '../ui/Field';

/** How long, in minutes; `open` lasts until somebody ends it. */
type Span = '10' | '60' | '1440' | '10080' | 'open';

/** Asks for how long somebody may not write. */
export function MuteDialog({ conversation: id, user }: { conversation: string; user: string }) {
  const app = useApp();
  const conversation = useWorkspace().conversation(id);
  const [span, setSpan] = useState<Span>('10');
  const close = () => {
    app.ui.dialog.value = undefined;
  };
  return (
    <Dialog title={t('mute_title', { user, group: id })}>
      <p>{t('mute_hint')}</p>
      <Select<Span>
        label={t('mute_for')}
        value={span}
        options={[
          ['10', t('mute_10')],
          ['60', t('mute_60')],
          ['1440', t('mute_1440')],
          ['10080', t('mute_10080')],
          ['open', t('mute_open')],
        ]}
        onChange={setSpan}
      />
      <div class="dialog-actions">
        <Button onClick={close}>{t('cancel')}</Button>
        <Button
          kind="danger"
          onClick={() => {
            close();
            const minutes = span === 'open' ? undefined : Number(span);
            void app.attempt(app.mute(conversation, user, minutes));
          }}
        >
          {t('mute')}
        </Button>
      </div>
    </Dialog>
  );
}
