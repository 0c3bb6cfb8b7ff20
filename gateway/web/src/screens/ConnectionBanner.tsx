import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp, useWorkspace } from '../app/context';
import { t, tn } from '../i18n';
import { Button } from '../ui/Button';

const SHOWN_AFTER = 5_000;

/** Says after 5 s that the connection is gone; a short break is nobody's business. */
export function ConnectionBanner() {
  const { session, link } = useApp();
  const { outbox } = useWorkspace();
  const shown = useSignal(false);
  const live = session.live.value;
  useEffect(() => {
    if (live) {
      shown.value = false;
      return;
    }
    const timer = setTimeout(() => {
      shown.value = true;
    }, SHOWN_AFTER);
    return () => clearTimeout(timer);
  }, [live, shown]);

  const waiting = outbox.pending.value.filter((message) => !message.failed).length;
  return (
    <div class="banner-place" role="status">
      {shown.value && (
        <div class="banner">
          <span>
            {t('connection_lost')} {waiting > 0 && tn('waiting', waiting)}
          </span>
          <Button onClick={() => link.connect()}>{t('try_now')}</Button>
        </div>
      )}
    </div>
  );
}
