import { useApp, useWorkspace } from '../app/context';
import { useAnswer } from '../app/useAnswer';
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
  // With what is believed of others changes what can be read
  const { answer: versions, error } = useAnswer(async () => {
    const { edits } = await link.ask('edits', { conversation: conversation.id, seq });
    const message = conversation.log.message(seq);
    return message ? opening.versions(conversation.id, message, edits) : edits;
  }, [conversation, seq, believed]);
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
