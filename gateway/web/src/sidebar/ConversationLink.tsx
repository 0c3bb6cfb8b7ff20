import { useEffect, useRef } from 'preact/hooks';
import { useApp, useWorkspace } from '../app/context';
import { whyShut } from '../conversation/SealedNote';
import { t, tn } from '../i18n';
import { levelOf } from '../settings/preferences';
import type { Conversation } from '../store/conversation';
import { bare } from '../store/names';
import { tameLine } from '../text/tame';
import { brief } from '../text/time';
import { Avatar } from '../ui/Avatar';

const COUNTED_TO = 1_000;

export function ConversationLink({ conversation }: { conversation: Conversation }) {
  const { ui } = useApp();
  const { people } = useWorkspace();
  const { id } = conversation;
  const isCurrent = ui.current.value === id;
  const unread = conversation.unread.value;
  const quiet = levelOf(id) === 'nothing';
  const link = useRef<HTMLButtonElement>(null);
  // In a long list the keys lead to what is out of sight.
  useEffect(() => {
    if (isCurrent) link.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li>
      <button
        ref={link}
        type="button"
        class={`conversation-link ${unread > 0 && !quiet ? 'unread' : ''} ${quiet ? 'quiet' : ''}`}
        aria-current={isCurrent ? 'page' : undefined}
        onClick={() => ui.open(id)}
      >
        {conversation.kind === 'direct' ? (
          <Avatar name={bare(id)} state={people.state(bare(id))} />
        ) : (
          <span class="avatar group" aria-hidden="true">
            #
          </span>
        )}
        <span class="conversation-text">
          <span class="conversation-name">{bare(id)}</span>
          <Preview conversation={conversation} />
        </span>
        <span class="conversation-side">
          <time>{brief(conversation.lastAt.value)}</time>
          <Counts unread={unread} mentions={conversation.mentions.value} quiet={quiet} />
        </span>
      </button>
    </li>
  );
}

function Preview({ conversation }: { conversation: Conversation }) {
  const { me, drafts, people } = useWorkspace();
  void conversation.log.revision.value;
  const draft = drafts.get(conversation.id);
  if (draft)
    return <span class="conversation-preview">{t('draft', { text: draft.slice(0, 60) })}</span>;
  const blocked = people.blocked.value;
  const newest = conversation.log.newestOf((user) => !blocked.has(user));
  if (!newest) return null;
  const text = newest.deleted
    ? t('deleted_message')
    : (whyShut(newest.sealed) ?? tameLine(newest.text).slice(0, 80));
  const author = newest.from === me ? t('you') : newest.from;
  const shown = conversation.kind === 'direct' && newest.from !== me ? text : `${author}: ${text}`;
  return <span class="conversation-preview">{shown}</span>;
}

function Counts(props: { unread: number; mentions: number; quiet: boolean }) {
  const { unread, mentions, quiet } = props;
  if (unread === 0) return null;
  const n = unread >= COUNTED_TO ? '999+' : String(unread);
  return (
    <span class="counts">
      {mentions > 0 && (
        <span class="badge mention-badge">
          <span aria-hidden="true">@{mentions}</span>
          <span class="visually-hidden">{tn('mentions', mentions)}</span>
        </span>
      )}
      <span class={`badge ${quiet ? 'quiet' : ''}`}>
        <span aria-hidden="true">{n}</span>
        <span class="visually-hidden">{tn('unread', unread)}</span>
      </span>
    </span>
  );
}
