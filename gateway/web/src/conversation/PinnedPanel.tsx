import { useApp, useWorkspace } from '../app/context';
import { useAnswer } from '../app/useAnswer';
import { t } from '../i18n';
import type { Conversation } from '../store/conversation';
import { tame } from '../text/tame';
import { SidePanel } from '../ui/SidePanel';
import { MessageCard } from './MessageCard';
import { whyShut } from './SealedNote';

export function PinnedPanel({ conversation }: { conversation: Conversation }) {
  const { link } = useApp();
  const { opening, keyring } = useWorkspace();
  const believed = keyring.revision.value;
  const { id } = conversation;
  const revision = conversation.log.revision.value;
  // A change in the log may be a pin, and one in what is believed of others may open a text
  const { answer: messages, error } = useAnswer(async () => {
    const pinned = await link.ask('pinned', { conversation: id });
    return opening.messages(id, pinned.messages);
  }, [id, revision, believed]);
  return (
    <SidePanel title={t('pinned_messages')}>
      {error && <p class="empty">{error}</p>}
      {messages?.length === 0 && <p class="empty">{t('nothing_pinned')}</p>}
      <ul class="cards">
        {messages?.map((message) => (
          <li key={message.seq}>
            <MessageCard conversation={id} {...message}>
              {whyShut(message.sealed) ?? tame(message.text)}
            </MessageCard>
          </li>
        ))}
      </ul>
    </SidePanel>
  );
}
