import { useEffect, useState } from 'preact/hooks';
import { refusalText } from '../app/app';
import { useApp, useWorkspace } from '../app/context';
import { t } from '../i18n';
import type { Version } from '../protocol/frames';
import type { Conversation } from '../store/conversation';
import { tame } from '../text/tame';
import { exact } from '../text/time';
import { SidePanel } from '../ui/SidePanel';
import { NotEncrypted, SealedNote, whyShut } from './SealedNote';

/** What a message said before it was edited. */
export function VersionsPanel({ conversation, seq }: { conversation: Conversation; seq: number }) {
  const { link } = useApp();
  const { opening, keyring } = useWorkspace();
  const believed = keyring.revision.value;
  const [versions, setVersions] = useState<Version[]>();
  const [error, setError] = useState('');
  // With what is believed of others changes what can be read
  useEffect(() => {
    let wanted = true;
    link.ask('edits', { conversation: conversation.id, seq }).then(
      async ({ edits }) => {
        const message = conversation.log.message(seq);
        const read = message ? await opening.versions(conversation.id, message, edits) : edits;
        if (wanted) setVersions(read);
      },
      (refusal) => wanted && setError(refusalText(refusal)),
    );
    return () => {
      wanted = false;
    };
  }, [conversation, link, seq, opening, believed]);
  return (
    <SidePanel title={t('edit_history')}>
      {error && <p class="empty">{error}</p>}
      <ol class="versions">
        {versions?.map((version) => (
          <li key={version.seq}>
            <time dateTime={version.at}>{exact(version.at)}</time>
            <VersionText {...version} />
            <NotEncrypted conversation={conversation.id} sealed={version.sealed} />
          </li>
        ))}
      </ol>
    </SidePanel>
  );
}

function VersionText({ text, sealed }: Version) {
  const why = whyShut(sealed);
  return <p>{why === undefined ? tame(text) : <SealedNote why={why} />}</p>;
}
