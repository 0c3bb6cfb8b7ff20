import { useApp } from '../app/context';
import { t } from '../i18n';
import { IconButton } from './Button';

/** Speaks each new message once. Loaded history never passes through here. */
export function Spoken() {
  const { ui } = useApp();
  const spoken = ui.spoken.value;
  return (
    <div class="visually-hidden" aria-live="polite" data-testid="spoken">
      {spoken && <p key={spoken.id}>{spoken.text}</p>}
    </div>
  );
}

export function Toasts() {
  const { ui } = useApp();
  return (
    <div class="toasts" role="status">
      {ui.toasts.value.map((toast) => (
        <div key={toast.id} class={`toast ${toast.kind}`}>
          <span>{toast.text}</span>
          <IconButton icon="close" label={t('dismiss')} onClick={() => ui.dismiss(toast.id)} />
        </div>
      ))}
    </div>
  );
}
