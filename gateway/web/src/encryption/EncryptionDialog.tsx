import { useEffect, useState } from 'preact/hooks';
import { useApp, useWorkspace } from '../app/context';
import { t } from '../i18n';
import { activeDevices } from '../sealed/active';
import type { Encryption, Peer } from '../sealed/encryption';
import { tameLine } from '../text/tame';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { useEncryption } from './useEncryption';

/** Whether the conversation with somebody is encrypted, for which devices, and how to be sure of them. */
export function EncryptionDialog({ user }: { user: string }) {
  const encryption = useEncryption();
  return (
    <Dialog title={t('encryption_with', { user })} wide>
      {encryption ? <Body user={user} encryption={encryption} /> : <p>{t('loading')}</p>}
    </Dialog>
  );
}

function Body({ user, encryption }: { user: string; encryption: Encryption }) {
  const app = useApp();
  const { ui } = app;
  const workspace = useWorkspace();
  const [peer, setPeer] = useState<Peer>();
  const [number, setNumber] = useState<string>();
  const revision = encryption.revision.value;
  const own = encryption.own.value.kind;
  useEffect(() => {
    let wanted = true;
    const look = async () => {
      await encryption.refreshOwn();
      const found = await encryption.peer(user, true);
      const digits = await encryption.safetyNumber(user);
      if (!wanted) return;
      setPeer(found);
      setNumber(digits);
    };
    void app.attempt(look());
    return () => {
      wanted = false;
    };
  }, [encryption, user, revision, app]);

  const conversation = workspace.conversation(`@${user}`);
  const encrypted = conversation.encrypted.value ?? false;
  const isReady = own === 'active' && peer?.kind === 'trusted';
  return (
    <>
      <p>{t(encrypted ? 'encryption_is_on' : 'encryption_is_off', { user })}</p>
      {own !== 'active' && (
        <p class="hint">
          {t('keys_needed')}{' '}
          <Button
            onClick={() => {
              ui.dialog.value = { kind: 'settings' };
            }}
          >
            {t('settings')}
          </Button>
        </p>
      )}
      {peer?.kind === 'none' && <p class="hint">{t('peer_has_no_keys', { user })}</p>}
      {peer?.kind === 'changed' && (
        <div class="form-error" role="alert">
          <p>{t(peer.chain ? 'key_changed_hint' : 'key_broken_hint', { user })}</p>
          {peer.chain && (
            <Button
              kind="danger"
              onClick={() =>
                void app.attempt(
                  encryption.accept(user).then(() => workspace.sealing.settle(conversation.id)),
                )
              }
            >
              {t('key_accept', { user })}
            </Button>
          )}
        </div>
      )}
      {number && (
        <section>
          <h3>{t('safety_number')}</h3>
          <p class="digits" data-testid="safety-number">
            {number}
          </p>
          <p class="hint">{t('safety_number_hint', { user })}</p>
        </section>
      )}
      {peer?.kind === 'trusted' && (
        <section>
          <h3>{t('devices_of', { user })}</h3>
          <ul>
            {activeDevices(peer.chain).map((device) => (
              <li key={device.id}>{tameLine(device.name)}</li>
            ))}
          </ul>
        </section>
      )}
      <div class="dialog-actions">
        {(encrypted || isReady) && (
          <Button
            kind={encrypted ? 'danger' : 'primary'}
            onClick={() => void app.attempt(workspace.changes.encrypt(conversation, !encrypted))}
          >
            {t(encrypted ? 'encryption_switch_off' : 'encryption_switch_on')}
          </Button>
        )}
      </div>
    </>
  );
}
