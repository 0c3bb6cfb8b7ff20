import { useApp, useWorkspace } from '../app/context';
import { t } from '../i18n';
import { tameLine } from '../text/tame';
import { Button } from '../ui/Button';

/**
 * Says that the account encrypts with another device, until its owner has seen it: whoever has a device
 * of theirs could have added one.
 */
export function NewDeviceBanner() {
  const app = useApp();
  const { keyring } = useWorkspace();
  const names = keyring.ownAdded.value;
  if (names.length === 0) return null;
  const seen = async () => (await keyring.encryption()).trust.seenOwnAdded();
  return (
    <div class="banner" role="alert">
      <span>{t('own_device_added', { name: tameLine(names.join(', ')) })}</span>
      <Button
        onClick={() => {
          app.ui.dialog.value = { kind: 'settings' };
        }}
      >
        {t('look_at_it')}
      </Button>
      <Button onClick={() => void app.attempt(seen())}>{t('own_device_mine')}</Button>
    </div>
  );
}
