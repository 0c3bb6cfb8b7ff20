import { useCallback, useEffect, useState } from 'preact/hooks';
import { refusalText } from '../app/app';
import { useApp } from '../app/context';
import { useOnce } from '../app/useOnce';
import { t } from '../i18n';
import type { SshKey } from '../protocol/frames';
import { day } from '../text/time';
import { Button } from '../ui/Button';
import { Field, FormError } from '../ui/Field';
import { readPublicKey } from './publicKey';

/** The ssh keys that log one in: which there are, add one, take one away. */
export function KeySection() {
  const { link, session } = useApp();
  const [keys, setKeys] = useState<readonly SshKey[]>();
  const [error, setError] = useState('');

  const load = useCallback(async () => {
    setKeys((await link.ask('keys', {})).keys);
    setError('');
  }, [link]);
  /** {@return whether it was done} */
  const attempt = async (change: Promise<unknown>): Promise<boolean> => {
    setError('');
    try {
      await change;
      await load();
      return true;
    } catch (refusal) {
      setError(refusalText(refusal));
      return false;
    }
  };
  const live = session.live.value;
  useEffect(() => {
    if (live) load().catch((refusal) => setError(refusalText(refusal)));
  }, [load, live]);

  return (
    <section>
      <h3>{t('ssh_keys')}</h3>
      <p class="hint">{t('ssh_keys_hint')}</p>
      {keys?.length === 0 && <p>{t('ssh_keys_none')}</p>}
      {keys && keys.length > 0 && (
        <ul class="ssh-keys">
          {keys.map((key) => (
            <KeyRow
              key={key.fingerprint}
              sshKey={key}
              onRemove={() => attempt(link.ask('removeKey', { fingerprint: key.fingerprint }))}
            />
          ))}
        </ul>
      )}
      <AddKey
        onAdd={(key, name) => attempt(link.ask('addKey', name ? { key, name } : { key }))}
        onProblem={setError}
      />
      {error && <FormError>{error}</FormError>}
    </section>
  );
}

function KeyRow({ sshKey, onRemove }: { sshKey: SshKey; onRemove: () => Promise<boolean> }) {
  const [asking, setAsking] = useState(false);
  const { fingerprint, keyType, addedAt } = sshKey;
  const name = sshKey.name || t('ssh_key_nameless');
  return (
    <li>
      <p class="key-name">
        {name}
        <span class="hint">{t('ssh_key_added', { type: keyType, day: day(addedAt) })}</span>
      </p>
      <code>{fingerprint}</code>
      {asking ? (
        <p class="key-question">
          <span role="status">{t('ssh_key_sure', { name })}</span>
          <Button kind="danger" onClick={() => void onRemove()}>
            {t('remove')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
        </p>
      ) : (
        <button
          type="button"
          class="button quiet small"
          aria-label={t('ssh_key_remove', { name })}
          onClick={() => setAsking(true)}
        >
          {t('remove')}
        </button>
      )}
    </li>
  );
}

interface AddProps {
  onAdd: (key: string, name: string) => Promise<boolean>;
  onProblem: (problem: string) => void;
}

function AddKey({ onAdd, onProblem }: AddProps) {
  const [pasted, setPasted] = useState('');
  const once = useOnce();
  const submit = async () => {
    const read = readPublicKey(pasted);
    if (read === 'private') {
      setPasted('');
      onProblem(t('ssh_key_private'));
    } else if (read === 'none') onProblem(t('err_bad_key'));
    else if (await onAdd(read.key, read.name)) setPasted('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void once(submit);
      }}
    >
      <Field
        label={t('ssh_key_add')}
        value={pasted}
        onInput={setPasted}
        hint={t('ssh_key_add_hint')}
        required
      />
      <Button submit>{t('add')}</Button>
    </form>
  );
}
