import { useCallback, useEffect, useState } from 'preact/hooks';
import { useApp, useWorkspace } from '../app/context';
import { t } from '../i18n';
import type { Encryption } from '../sealed/encryption';
import { tameLine } from '../text/tame';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { NotLoaded } from '../ui/NotLoaded';
import { useEncryption } from './useEncryption';

/** The keys of this browser, and the other devices of the account. */
export function DevicesSection() {
  const { encryption, ...loading } = useEncryption();
  return (
    <section aria-label={t('encryption')}>
      <h3>{t('encryption')}</h3>
      {encryption ? <Devices encryption={encryption} /> : <NotLoaded {...loading} />}
    </section>
  );
}

function Devices({ encryption }: { encryption: Encryption }) {
  const app = useApp();
  const { keyring } = useWorkspace();
  const own = encryption.own.state.value;
  const [looked, setLooked] = useState<boolean>();
  const look = useCallback(() => {
    setLooked(undefined);
    void app.attempt(encryption.own.refresh()).then(setLooked);
  }, [app, encryption]);
  useEffect(look, [look]);
  // As long as nothing is known, nothing may be offered: keys made now could be one's second ones.
  if (!looked) return <NotLoaded failed={looked === false} again={look} />;

  const attempt = (action: Promise<void>) => {
    void app.attempt(action.then(() => keyring.start()));
  };
  switch (own.kind) {
    case 'unsupported':
      return <p class="hint">{t('encryption_unsupported')}</p>;
    case 'none':
      return (
        <>
          <p class="hint">{t(own.devices > 0 ? 'keys_other_device' : 'keys_hint')}</p>
          <NameForm
            label={t('keys_make')}
            onSubmit={(name) => attempt(encryption.own.makeKeys(name))}
          />
          {own.devices > 0 && <StartOver attempt={attempt} encryption={encryption} />}
        </>
      );
    case 'waiting':
      return (
        <>
          <p>{t('device_waits')}</p>
          <p class="digits">{own.code}</p>
          <Button onClick={() => attempt(encryption.own.lookAgain())}>{t('look_again')}</Button>
          <StartOver attempt={attempt} encryption={encryption} />
        </>
      );
    case 'excluded':
      return (
        <>
          <p class="form-error">{t(own.restarted ? 'keys_restarted' : 'keys_revoked')}</p>
          {encryption.own.devices.value.length > 0 && (
            <>
              <p class="hint">{t('keys_ask_hint')}</p>
              <NameForm
                label={t('keys_ask')}
                onSubmit={(name) => attempt(encryption.own.askToBeAdded(name))}
              />
            </>
          )}
          <StartOver attempt={attempt} encryption={encryption} />
        </>
      );
    case 'active':
      return <List encryption={encryption} attempt={attempt} />;
  }
}

interface Props {
  encryption: Encryption;
  attempt: (action: Promise<void>) => void;
}

function List({ encryption, attempt }: Props) {
  return (
    <>
      {encryption.own.waiting.value.map(({ device, code }) => (
        <div key={device.id} class="device-waiting">
          <p>{t('device_asks', { name: tameLine(device.name) })}</p>
          <p class="digits">{code}</p>
          <Button kind="primary" onClick={() => attempt(encryption.own.approve(device))}>
            {t('device_approve')}
          </Button>
        </div>
      ))}
      <ul class="devices">
        {encryption.own.devices.value.map((device) => (
          <li key={device.id}>
            {tameLine(device.name)}
            {device.id === encryption.own.deviceId ? (
              <em> {t('device_this')}</em>
            ) : (
              <Button
                kind="danger"
                onClick={() => {
                  if (confirm(t('device_revoke_sure', { name: device.name })))
                    attempt(encryption.own.revoke(device.id));
                }}
              >
                {t('device_revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function StartOver({ encryption, attempt }: Props) {
  return (
    <details>
      <summary>{t('start_over')}</summary>
      <p class="hint">{t('start_over_hint')}</p>
      <NameForm
        label={t('start_over')}
        danger
        onSubmit={(name) => attempt(encryption.own.startOver(name))}
      />
    </details>
  );
}

interface NameFormProps {
  label: string;
  danger?: boolean;
  onSubmit: (name: string) => void;
}

function NameForm({ label, danger, onSubmit }: NameFormProps) {
  const [name, setName] = useState(t('this_browser'));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(name.trim() || t('this_browser'));
      }}
    >
      <Field label={t('device_name')} value={name} onInput={setName} maxLength={64} />
      <Button submit kind={danger ? 'danger' : 'primary'}>
        {label}
      </Button>
    </form>
  );
}
