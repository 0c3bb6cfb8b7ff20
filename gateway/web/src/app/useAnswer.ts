import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n';
import { refusalText } from './app';
import { useApp } from './context';

/**
 * Asks the server for what is shown: at first, when what it depends on changes, and when a lost connection
 * is back. Only the answer to the latest question counts.
 *
 * @returns the answer once it is there, and what to say where there is none
 */
export function useAnswer<T>(ask: () => Promise<T>, dependsOn: readonly unknown[]) {
  const live = useApp().session.live.value;
  const [answer, setAnswer] = useState<T>();
  const [refusal, setRefusal] = useState('');
  useEffect(() => {
    if (!live) return;
    let wanted = true;
    ask().then(
      (found) => {
        if (!wanted) return;
        setAnswer(() => found);
        setRefusal('');
      },
      (error) => wanted && setRefusal(refusalText(error)),
    );
    return () => {
      wanted = false;
    };
  }, [live, ...dependsOn]);
  const isOut = !live && answer === undefined;
  return { answer, error: isOut ? t('err_unavailable') : refusal };
}
