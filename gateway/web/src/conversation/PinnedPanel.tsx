import { useEffect, useState } from 'preact/hooks';
import { refusalText } from '../app/app';
import { useApp, useWorkspace } from '../app/context';
import { t } from '../i18n';
import type { WireMessage } from '../protocol/frames';
import type { Conversation } from '../store/conversation';
import { tame } from '../text/tame';
import { SidePanel } from '../ui/SidePanel';
import { MessageCard } from './MessageCard';
import { whyShut } from './SealedNote';

export function PinnedPanel({ conversation }: { conversation: Conversation }) {
  const { link } = useApp();
  const { opening, keyring } = useWorkspace();
  const believed = keyring.revision.value;
  const [messages, setMessages] = useState<WireMessage[]>();
  const [error, setError] = useState('');
  const { id } = conversation;
  const revision = conversation.log.revision.value;
  // A change in the log may be a pin, and one in what is believed of others may open a text
  useEffect(() => {
    let wanted = true;
    link.ask('pinned', { conversation: id }).then(
      async (answer) => {
        const read = await opening.messages(id, answer.messages);
        if (wanted) setMessages(read);
      },
      (refusal) => wanted && setError(refusalText(refusal)),
    );
    return () => {
      wanted = false;
    };
  }, [id, link, revision, opening, believed]);
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
