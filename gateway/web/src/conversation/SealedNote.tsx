import { useWorkspace } from '../app/context';
import { t } from '../i18n';
import type { Sealed } from '../protocol/frames';
import { Icon } from '../ui/Icon';

/** {@return why a text is not shown; undefined where it is} */
export function whyShut(sealed: Sealed | undefined): string | undefined {
  return sealed === undefined || sealed === 'open' ? undefined : t(`sealed_${sealed}`);
}

/** Stands where a sealed text would that could not be opened. */
export function SealedNote({ why }: { why: string }) {
  return (
    <span class="tombstone sealed">
      <Icon name="lock" /> {why}
    </span>
  );
}

interface Props {
  conversation: string;
  /** Absent: it came in clear. */
  sealed: Sealed | undefined;
}

/** Marks a text that came in clear where texts are sealed, wherever it is shown. */
export function NotEncrypted({ conversation, sealed }: Props) {
  const { conversations, keyring } = useWorkspace();
  if (sealed !== undefined) return null;
  const known = conversations.value.get(conversation);
  const isExpected = known ? keyring.expectsSealed(known) : keyring.wasEncrypted(conversation);
  if (!isExpected) return null;
  return <span class="not-encrypted">{t('not_encrypted')}</span>;
}
