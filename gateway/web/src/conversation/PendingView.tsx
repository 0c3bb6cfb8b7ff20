import { refusalText } from '../app/app';
import { useWorkspace } from '../app/context';
import { MessageContent } from '../files/MessageContent';
import { t } from '../i18n';
import { Refused } from '../protocol/frames';
import type { Pending } from '../store/outbox';
import { clock, exact } from '../text/time';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';

/** A message that is not stored yet, or was refused: its text is never lost. */
export function PendingView({ message, grouped }: { message: Pending; grouped: boolean }) {
  const { me, outbox } = useWorkspace();
  const { failed, clientId } = message;
  return (
    <article class={`message pending ${grouped ? 'grouped' : ''} ${failed ? 'failed' : ''}`}>
      <div class="gutter">{!grouped && <Avatar name={me} />}</div>
      <div class="content">
        {!grouped && (
          <header class="by">
            <span class="name">{me}</span>
            <time dateTime={message.at} title={exact(message.at)}>
              {clock(message.at)}
            </time>
          </header>
        )}
        <MessageContent text={message.text} attachment={message.attachment} />
        {failed && (
          <p class="failure">
            <Icon name="warning" />
            <span>{t('not_sent', { reason: refusalText(new Refused(failed, failed)) })}</span>
            <Button onClick={() => outbox.retry(clientId)}>{t('retry')}</Button>
            <Button onClick={() => outbox.discard(clientId)}>{t('discard')}</Button>
          </p>
        )}
      </div>
      {!failed && (
        <span class="mark" title={t('mark_pending')}>
          <Icon name="clock" />
          <span class="visually-hidden">{t('mark_pending')}</span>
        </span>
      )}
    </article>
  );
}
