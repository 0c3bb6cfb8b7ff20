import type { Signal } from '@preact/signals';
import { memo } from 'preact/compat';
import { useApp, useWorkspace } from '../app/context';
import { MessageContent } from '../files/MessageContent';
import { t } from '../i18n';
import type { Conversation } from '../store/conversation';
import type { Message } from '../store/message';
import { clock, exact, relative } from '../text/time';
import { Avatar } from '../ui/Avatar';
import { Icon } from '../ui/Icon';
import { actionsOf } from './actions';
import { MessageActions } from './MessageActions';
import { ReactionRow } from './Reactions';
import { ReplyStub } from './ReplyStub';
import { NotEncrypted, SealedNote, whyShut } from './SealedNote';

interface Props {
  conversation: Conversation;
  message: Message;
  grouped: boolean;
  active: Signal<number | undefined>;
  marked: boolean;
}

/** A stored message with what can be done to it. Keys work on the one that has the focus. */
export function MessageView({ conversation, message, grouped, active, marked }: Props) {
  const app = useApp();
  const workspace = useWorkspace();
  const { seq, from, at, edited, deleted } = message;
  const isActive = active.value === seq;
  const actions = actionsOf(app, workspace, conversation, message);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey)
      return;
    const action = actions.find((each) => each.key === event.key.toLowerCase());
    if (!action) return;
    event.preventDefault();
    action.act();
  };
  const classes = [
    'message',
    grouped && 'grouped',
    marked && 'marked',
    app.ui.editing.value === seq && 'edited-now',
  ];

  return (
    <article
      class={classes.filter(Boolean).join(' ')}
      data-seq={seq}
      tabIndex={-1}
      aria-label={t('message_by', { user: from, time: clock(at), n: seq })}
      onMouseEnter={() => {
        active.value = seq;
      }}
      onMouseLeave={(event) => {
        if (!event.currentTarget.contains(document.activeElement)) active.value = undefined;
      }}
      onFocusIn={() => {
        active.value = seq;
      }}
      onKeyDown={onKeyDown}
    >
      <div class="gutter">
        {grouped ? (
          <>
            <Time at={at} class="grouped-time" />
            {message.pinned && <PinnedMark />}
          </>
        ) : (
          <button
            type="button"
            class="bare"
            tabIndex={-1}
            aria-label={t('card_of', { user: from })}
            onClick={() => {
              app.ui.dialog.value = { kind: 'person', user: from };
            }}
          >
            <Avatar name={from} />
          </button>
        )}
      </div>
      <div class="content">
        {message.replyTo !== undefined && (
          <ReplyStub conversation={conversation} seq={message.replyTo} />
        )}
        {!grouped && (
          <header class="by">
            <span class="name">{from}</span>
            <Time at={at} />
            {message.pinned && <PinnedMark />}
          </header>
        )}
        {deleted ? <p class="tombstone">{t('deleted_message')}</p> : <Body message={message} />}
        {!deleted && <NotEncrypted conversation={conversation.id} sealed={message.sealed} />}
        {edited && !deleted && (
          <button
            type="button"
            class="edited"
            title={exact(edited)}
            onClick={() => {
              app.ui.panel.value = { kind: 'versions', seq };
            }}
          >
            {t('edited')}
          </button>
        )}
        <ReactionRow conversation={conversation} message={message} />
      </div>
      {from === workspace.me && <StoredMark seq={seq} />}
      {isActive && !deleted && <MessageActions actions={actions} />}
    </article>
  );
}

function Body({ message: { text, attachment, sealed } }: { message: Message }) {
  const why = whyShut(sealed);
  if (why === undefined) return <MessageContent text={text} attachment={attachment} />;
  return (
    <p>
      <SealedNote why={why} />
    </p>
  );
}

const Time = memo(({ at, class: name }: { at: string; class?: string }) => (
  <time class={name} dateTime={at} title={`${exact(at)} (${relative(at)})`}>
    {clock(at)}
  </time>
));

function PinnedMark() {
  return (
    <span class="pinned-mark" title={t('pinned')}>
      <Icon name="pin" />
      <span class="visually-hidden">{t('pinned')}</span>
    </span>
  );
}

function StoredMark({ seq }: { seq: number }) {
  const label = t('mark_stored', { n: seq });
  return (
    <span class="mark stored" title={label}>
      <Icon name="check" />
      <span class="visually-hidden">{label}</span>
    </span>
  );
}
