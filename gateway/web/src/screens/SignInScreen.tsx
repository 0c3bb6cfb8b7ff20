import { useSignal } from '@preact/signals';
import { refusalText } from '../app/app';
import { useApp } from '../app/context';
import { t } from '../i18n';
import { Refused } from '../protocol/frames';
import { Button } from '../ui/Button';
import { Check, Field, FormError } from '../ui/Field';
import { Logo } from '../ui/Logo';
import { useSecondsLeft } from './useSecondsLeft';

export function SignInScreen({ because }: { because: 'expired' | undefined }) {
  const { session } = useApp();
  const registering = useSignal(false);
  const user = useSignal('');
  const password = useSignal('');
  const keep = useSignal(false);
  const busy = useSignal(false);
  const refusal = useSignal<Refused | undefined>(undefined);
  const locked = useSecondsLeft();

  const submit = async (takeover: boolean) => {
    busy.value = true;
    refusal.value = undefined;
    try {
      await session.signIn({
        user: user.value.trim().toLowerCase(),
        password: password.value,
        register: registering.value,
        takeover,
        keep: keep.value,
      });
    } catch (error) {
      refusal.value = error instanceof Refused ? error : new Refused('internal', String(error));
      if (refusal.value.code === 'locked') locked.start(refusal.value.detail ?? 60);
    } finally {
      busy.value = false;
    }
  };

  const code = refusal.value?.code;
  const isLocked = locked.seconds.value > 0;
  return (
    <main class="plain-screen sign-in">
      <Logo />
      <h1>{t(registering.value ? 'register_title' : 'sign_in_title')}</h1>
      {because === 'expired' && <p class="hint">{t('session_expired')}</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy.value && !isLocked) void submit(false);
        }}
      >
        <Field
          label={t('user_name')}
          value={user.value}
          autoComplete="username"
          hint={registering.value ? t('user_name_hint') : ''}
          onInput={(value) => {
            user.value = value;
            // What was refused, and asked, was about another name.
            if (!isLocked) refusal.value = undefined;
          }}
          required
          autoFocus
        />
        <Field
          label={t('password')}
          type="password"
          value={password.value}
          autoComplete={registering.value ? 'new-password' : 'current-password'}
          hint={registering.value ? t('password_hint') : ''}
          onInput={(value) => {
            password.value = value;
          }}
          required
        />
        <Check
          label={t('keep_signed_in')}
          checked={keep.value}
          onChange={(value) => {
            keep.value = value;
          }}
        />
        {code && code !== 'already_logged_in' && (code !== 'locked' || isLocked) && (
          <FormError>
            {code === 'locked'
              ? t('err_locked', { seconds: locked.seconds.value })
              : refusalText(refusal.value)}
          </FormError>
        )}
        {code === 'already_logged_in' ? (
          <div class="takeover" role="alert">
            <p>{t('takeover_question')}</p>
            <Button kind="primary" onClick={() => void submit(true)} disabled={busy.value}>
              {t('takeover_yes')}
            </Button>
          </div>
        ) : (
          <Button kind="primary" submit disabled={busy.value || isLocked}>
            {t(registering.value ? 'register' : 'sign_in')}
          </Button>
        )}
      </form>
      <p class="switch-mode">
        {t(registering.value ? 'have_account' : 'no_account')}{' '}
        <button
          type="button"
          class="link"
          onClick={() => {
            registering.value = !registering.value;
            refusal.value = undefined;
          }}
        >
          {t(registering.value ? 'sign_in' : 'register')}
        </button>
      </p>
    </main>
  );
}
