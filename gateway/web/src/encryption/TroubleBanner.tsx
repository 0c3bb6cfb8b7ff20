import { useEffect } from 'preact/hooks';
import { useApp, useWorkspace } from '../app/context';
import { t } from '../i18n';
import type { Conversation } from '../store/conversation';
import { bare } from '../store/names';
import { Button } from '../ui/Button';

/** What keeps one from writing to an encrypted conversation, until one decides. */
export function TroubleBanner({ conversation }: { conversation: Conversation }) {
  const app = useApp();
  const { sealing, changes, outbox, keyring } = useWorkspace();
  const { id } = conversation;
  const user = bare(id);
  const encrypted = conversation.encrypted.value;
  const believed = keyring.revision.value;
  // Another tab may have decided
  useEffect(() => {
    if (conversation.kind === 'direct' && encrypted) sealing.check(conversation).catch(() => {});
  }, [conversation, encrypted, sealing, believed]);
  const trouble = sealing.trouble.value.get(id);
  if (!trouble) return null;

  const again = () => {
    for (const message of outbox.of(id)) if (message.failed) outbox.retry(message.clientId);
  };
  return (
    <div class="banner" role="alert">
      {trouble === 'key_changed' && (
        <>
          <span>{t('trouble_key_changed', { user })}</span>
          <Button
            onClick={() => {
              app.ui.dialog.value = { kind: 'encryption', user };
            }}
          >
            {t('look_at_it')}
          </Button>
        </>
      )}
      {trouble === 'no_keys' && (
        <>
          <span>{t('trouble_no_keys')}</span>
          <Button
            onClick={() => {
              app.ui.dialog.value = { kind: 'settings' };
            }}
          >
            {t('settings')}
          </Button>
        </>
      )}
      {trouble === 'encryption_off' && (
        <>
          <span>{t('trouble_encryption_off', { user })}</span>
          <Button onClick={() => void app.attempt(changes.encrypt(conversation, true).then(again))}>
            {t('encryption_switch_on')}
          </Button>
          <Button
            kind="danger"
            onClick={() => void app.attempt(sealing.onSwitched(conversation, false).then(again))}
          >
            {t('write_clear')}
          </Button>
        </>
      )}
    </div>
  );
}
