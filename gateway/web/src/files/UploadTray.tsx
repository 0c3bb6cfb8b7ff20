import { refusalText } from '../app/app';
import { useApp } from '../app/context';
import { t } from '../i18n';
import { Refused } from '../protocol/frames';
import { tameLine } from '../text/tame';
import { IconButton } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { UnfinishedRow } from './UnfinishedRow';
import type { Upload } from './upload';

/** What is being uploaded to a conversation, with what can be done about it. */
export function UploadTray({ conversation }: { conversation: string }) {
  const { uploads } = useApp();
  const here = uploads.all.value.filter((upload) => upload.to === conversation);
  const left = uploads.unfinished.left.value.filter((begun) => begun.to === conversation);
  if (here.length + left.length === 0) return null;
  return (
    <ul class="uploads" aria-label={t('uploads')}>
      {here.map((upload) => (
        <UploadRow key={upload.id} upload={upload} />
      ))}
      {left.map((begun) => (
        <UnfinishedRow key={begun.address} begun={begun} />
      ))}
    </ul>
  );
}

function UploadRow({ upload }: { upload: Upload }) {
  const { uploads } = useApp();
  const state = upload.state.value;
  const name = tameLine(upload.name);
  const resumable = state.kind === 'paused' || state.kind === 'failed';
  return (
    <li class={`upload ${state.kind}`}>
      <Icon name="attach" />
      <span class="upload-name">{name}</span>
      <progress
        max={Math.max(1, upload.size)}
        value={upload.sent.value}
        aria-label={t('upload_of', { name })}
      />
      <span class="upload-state">{stateText(upload)}</span>
      {resumable ? (
        <IconButton
          icon="play"
          label={t('upload_resume', { name })}
          onClick={() => upload.start()}
        />
      ) : (
        <IconButton
          icon="pause"
          label={t('upload_pause', { name })}
          onClick={() => upload.pause()}
        />
      )}
      <IconButton
        icon="close"
        label={t('upload_cancel', { name })}
        onClick={() => uploads.cancel(upload)}
      />
    </li>
  );
}

function stateText(upload: Upload): string {
  const state = upload.state.value;
  switch (state.kind) {
    case 'paused':
      return t('upload_paused', { n: upload.percent });
    case 'waiting':
      return t('upload_waiting', { n: upload.percent });
    case 'failed':
      return refusalText(new Refused(state.code, state.code));
    default:
      return `${upload.percent} %`;
  }
}
