import { useState } from 'preact/hooks';
import { useApp } from '../app/context';
import { t } from '../i18n';
import type { Attachment } from '../protocol/frames';
import { fileSize } from '../text/size';
import { tameLine } from '../text/tame';
import { Icon } from '../ui/Icon';
import { hasPreview } from './previews';

/** The file of a message: a picture of it if it is one, and a button that saves it. */
export function AttachmentView({ file }: { file: Attachment }) {
  const app = useApp();
  const [busy, setBusy] = useState(false);
  const name = tameLine(file.name);

  const save = async () => {
    setBusy(true);
    await app.attempt(app.files.get(file).then((blob) => saveAs(blob, name)));
    setBusy(false);
  };

  return (
    <div class="attachment">
      {hasPreview(file) && <Preview file={file} name={name} />}
      <button
        type="button"
        class="attachment-save"
        disabled={busy}
        aria-label={t('download_file', { name })}
        title={t('download_file', { name })}
        onClick={() => void save()}
      >
        <Icon name="attach" />
        <span class="attachment-name">{name}</span>
        <span class="attachment-size">{busy ? t('downloading') : fileSize(file.size)}</span>
      </button>
    </div>
  );
}

function Preview({ file, name }: { file: Attachment; name: string }) {
  const url = useApp().previews.of(file).value;
  return url ? (
    <img class="attachment-image" src={url} alt={name} />
  ) : (
    <div class="attachment-image placeholder" />
  );
}

function saveAs(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
