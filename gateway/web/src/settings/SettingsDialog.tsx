import { useState } from 'preact/hooks';
import { refusalText } from '../app/app';
import { useApp, useWorkspace } from '../app/context';
import { useOnce } from '../app/useOnce';
import { DevicesSection } from '../encryption/DevicesSection';
import { t } from '../i18n';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field, FormError, Select } from '../ui/Field';
import { KeySection } from './KeySection';
import { LevelSelect } from './LevelSelect';
import { type Language, language, type Theme, theme } from './preferences';

export function SettingsDialog() {
  const { session, ui } = useApp();
  return (
    <Dialog title={t('settings')} wide>
      <section>
        <h3>{t('appearance')}</h3>
        <Select<Theme>
          label={t('theme')}
          value={theme.value}
          options={[
            ['system', t('theme_system')],
            ['light', t('theme_light')],
            ['dark', t('theme_dark')],
          ]}
          onChange={(value) => {
            theme.value = value;
          }}
        />
        <Select<Language>
          label={t('language')}
          value={language.value}
          options={[
            ['en', 'English'],
            ['de', 'Deutsch'],
          ]}
          onChange={(value) => {
            language.value = value;
          }}
        />
      </section>
      <section>
        <h3>{t('notifications')}</h3>
        <LevelSelect />
        <NotificationState />
      </section>
      <section>
        <h3>{t('account')}</h3>
        <PasswordForm />
      </section>
      <KeySection />
      <DevicesSection />
      <div class="dialog-actions">
        <Button
          onClick={() => {
            ui.dialog.value = { kind: 'keys' };
          }}
        >
          {t('key_list')}
        </Button>
        <Button kind="danger" onClick={() => void session.logOut()}>
          {t('log_out')}
        </Button>
      </div>
    </Dialog>
  );
}

function NotificationState() {
  const [permission, setPermission] = useState(
    'Notification' in window ? Notification.permission : 'denied',
  );
  if (permission === 'granted') return null;
  if (permission === 'denied') return <p class="hint">{t('notifications_denied')}</p>;
  return (
    <Button onClick={() => void Notification.requestPermission().then(setPermission)}>
      {t('notifications_allow')}
    </Button>
  );
}

function PasswordForm() {
  const { link, ui } = useApp();
  const { me } = useWorkspace();
  const [oldPassword, setOld] = useState('');
  const [newPassword, setNew] = useState('');
  const [error, setError] = useState('');
  const once = useOnce();
  const submit = async () => {
    setError('');
    try {
      await link.ask('changePassword', { oldPassword, newPassword });
      setOld('');
      setNew('');
      ui.say(t('password_changed'));
    } catch (refusal) {
      setError(refusalText(refusal));
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void once(submit);
      }}
    >
      <input type="hidden" name="username" autocomplete="username" value={me} />
      <Field
        label={t('old_password')}
        type="password"
        autoComplete="current-password"
        value={oldPassword}
        onInput={setOld}
        required
      />
      <Field
        label={t('new_password')}
        type="password"
        autoComplete="new-password"
        value={newPassword}
        onInput={setNew}
        hint={t('password_hint')}
        required
      />
      {error && <FormError>{error}</FormError>}
      <Button submit>{t('change_password')}</Button>
    </form>
  );
}
