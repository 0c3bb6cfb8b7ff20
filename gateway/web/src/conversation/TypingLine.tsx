import { t } from '../i18n';
import type { Conversation } from '../store/conversation';

export function TypingLine({ conversation }: { conversation: Conversation }) {
  const users = conversation.typing.value;
  const [first = '', second = ''] = users;
  return (
    <p class="typing">
      {users.length === 1 && t('typing_single', { user: first })}
      {users.length === 2 && t('typing_pair', { user: first, other: second })}
      {users.length > 2 && t('typing_many')}
    </p>
  );
}
