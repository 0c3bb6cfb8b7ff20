import { useRef } from 'preact/hooks';
import { useApp } from '../app/context';
import { t } from '../i18n';
import { IconButton } from '../ui/Button';

/** Chooses files to send; several at once. */
export function AttachButton({ conversation }: { conversation: string }) {
  const { uploads } = useApp();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-label={t('attach')}
        onInput={(event) => {
          uploads.add(event.currentTarget.files ?? [], conversation);
          // The same file may be chosen again
          event.currentTarget.value = '';
        }}
      />
      <IconButton icon="attach" label={t('attach')} onClick={() => input.current?.click()} />
    </>
  );
}
