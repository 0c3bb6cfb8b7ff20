import { t } from '../i18n';
import { Button } from './Button';

/** Stands where something is being fetched, or could not be. */
export function NotLoaded({ failed, again }: { failed: boolean; again: () => void }) {
  if (!failed) return <p>{t('loading')}</p>;
  return (
    <p role="alert">
      {t('not_loaded')} <Button onClick={again}>{t('retry')}</Button>
    </p>
  );
}
