import { useApp } from '../app/context';
import { t } from '../i18n';
import { Button } from '../ui/Button';
import { Toasts } from '../ui/Spoken';
import { MainScreen } from './MainScreen';
import { SignInScreen } from './SignInScreen';

export function Root() {
  const { session, workspace } = useApp();
  const state = session.state.value;
  return (
    <>
      {state.kind === 'signed-out' && <SignInScreen because={state.because} />}
      {state.kind === 'signed-in' && workspace.value && <MainScreen />}
      {state.kind === 'taken-over' && <TakenOver />}
      <Toasts />
    </>
  );
}

function TakenOver() {
  const { session } = useApp();
  return (
    <main class="plain-screen">
      <h1>{t('taken_over_title')}</h1>
      <p>{t('taken_over_hint')}</p>
      <div class="dialog-actions centred">
        <Button onClick={() => void session.signInAgain()}>{t('sign_in_again')}</Button>
        <Button kind="primary" onClick={() => void session.useHere()}>
          {t('use_here')}
        </Button>
      </div>
    </main>
  );
}
