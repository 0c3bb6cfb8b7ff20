import { useRef } from 'preact/hooks';
import { useApp } from '../app/context';
import { t } from '../i18n';
import { tameLine } from '../text/tame';
import { IconButton } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { type Beginning, isAlike } from './unfinished';

/** An upload that the page was closed over: it goes on with the same file, which only a person can give. */
export function UnfinishedRow({ begun }: { begun: Beginning }) {
  const { uploads, ui } = useApp();
  const input = useRef<HTMLInputElement>(null);
  const name = tameLine(begun.name);
  const again = t('upload_again', { name });
  const onFile = (file: File | undefined) => {
    if (!file) return;
    if (isAlike(begun, file)) uploads.add([file], begun.to);
    else ui.say(t('upload_other', { name }), 'error');
  };
  return (
    <li class="upload left">
      <Icon name="attach" />
      <span class="upload-name">{name}</span>
      <span class="upload-state">{t('upload_left')}</span>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={again}
        onInput={(event) => {
          onFile(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <IconButton icon="play" label={again} onClick={() => input.current?.click()} />
      <IconButton
        icon="close"
        label={t('upload_cancel', { name })}
        onClick={() => uploads.drop(begun)}
      />
    </li>
  );
}
