import { useEffect, useState } from 'preact/hooks';
import { useApp, useWorkspace } from '../app/context';
import { t } from '../i18n';
import { activeDevices } from '../sealed/active';
import type { Chain } from '../sealed/chain';
import type { Encryption } from '../sealed/encryption';
import type { Peer } from '../sealed/trust';
import { tameLine } from '../text/tame';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { NotLoaded } from '../ui/NotLoaded';
import { SafetyNumber } from './SafetyNumber';
import { useEncryption } from './useEncryption';

/** Whether the conversation with somebody is encrypted, for which devices, and how to be sure of them. */
export function EncryptionDialog({ user }: { user: string }) {
  const { encryption, ...loading } = useEncryption();
  return (
    <Dialog title={t('encryption_with', { user })} wide>
      {encryption ? <Body user={user} encryption={encryption} /> : <NotLoaded {...loading} />}
    </Dialog>
  );
}

function Body({ user, encryption }: { user: string; encryption: Encryption }) {
  const app = useApp();
  const { ui } = app;
  const workspace = useWorkspace();
  const [peer, setPeer] = useState<Peer>();
  const [number, setNumber] = useState<string>();
  const revision = encryption.trust.revision.value;
  const own = encryption.own.state.value.kind;
  useEffect(() => {
    let wanted = true;
    const look = async () => {
      await encryption.own.refresh();
      const found = await encryption.trust.peer(user, true);
      const digits = await encryption.safetyNumber(found);
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
  const accepting = (shown: Chain) => () => {
    const accepted = encryption.trust.accept(user, shown);
    void app.attempt(accepted.then(() => workspace.sealing.settle(conversation.id)));
  };
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
            <Button kind="danger" onClick={accepting(peer.chain)}>
              {t('key_accept', { user })}
            </Button>
          )}
        </div>
      )}
      {number && <SafetyNumber user={user} number={number} />}
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
      {(encrypted || isReady) && (
        <div class="dialog-actions">
          <Button
            kind={encrypted ? 'danger' : 'primary'}
            onClick={() => void app.attempt(workspace.changes.encrypt(conversation, !encrypted))}
          >
            {t(encrypted ? 'encryption_switch_off' : 'encryption_switch_on')}
          </Button>
        </div>
      )}
    </>
  );
}
