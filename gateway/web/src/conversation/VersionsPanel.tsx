import { useEffect, useState } from 'preact/hooks';
import { refusalText } from '../app/app';
import { useApp, useWorkspace } from '../app/context';
import { t } from '../i18n';
import type { Version } from '../protocol/frames';
import type { Conversation } from '../store/conversation';
import { tame } from '../text/tame';
import { exact } from '../text/time';
import { SidePanel } from '../ui/SidePanel';

/** What a message said before it was edited. */
export function VersionsPanel({ conversation, seq }: { conversation: Conversation; seq: number }) {
  const { link } = useApp();
  const { sealing } = useWorkspace();
  const [versions, setVersions] = useState<Version[]>();
  const [error, setError] = useState('');
  useEffect(() => {
    let wanted = true;
    link.ask('edits', { conversation: conversation.id, seq }).then(
      async ({ edits }) => {
        const message = conversation.log.message(seq);
        const read = message ? await sealing.versions(conversation.id, message, edits) : edits;
        if (wanted) setVersions(read);
      },
      (refusal) => wanted && setError(refusalText(refusal)),
    );
    return () => {
      wanted = false;
    };
  }, [conversation, link, seq, sealing]);
  return (
    <SidePanel title={t('edit_history')}>
      {error && <p class="empty">{error}</p>}
      <ol class="versions">
        {versions?.map((version) => (
          <li key={version.seq}>
            <time dateTime={version.at}>{exact(version.at)}</time>
            <p>{tame(version.text)}</p>
          </li>
        ))}
      </ol>
    </SidePanel>
  );
}
