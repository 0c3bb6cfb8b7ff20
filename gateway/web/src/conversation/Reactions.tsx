import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp, useWorkspace } from '../app/context';
import { t } from '../i18n';
import type { Conversation } from '../store/conversation';
import type { Message } from '../store/message';
import { FREQUENT, known, loadEmoji } from '../text/emoji';
import { tameLine } from '../text/tame';
import { picking } from './actions';

interface Props {
  conversation: Conversation;
  message: Message;
}

export function ReactionRow({ conversation, message }: Props) {
  const app = useApp();
  const { me, changes } = useWorkspace();
  const reactions = Object.entries(message.reactions ?? {});
  const isPicking =
    picking.value?.conversation === conversation.id && picking.value.seq === message.seq;
  const toggle = (reaction: string, mine: boolean) =>
    void app.attempt(changes.react(conversation, message.seq, reaction, mine));
  // The picker goes, and with it the focus: it returns to the message.
  const row = useRef<HTMLDivElement>(null);
  const focusMessage = () => row.current?.closest<HTMLElement>('[data-seq]')?.focus();
  if (reactions.length === 0 && !isPicking) return null;
  return (
    <div class="reactions" ref={row}>
      {reactions.map(([reaction, users]) => {
        const mine = users.includes(me);
        return (
          <button
            key={reaction}
            type="button"
            class="reaction"
            aria-pressed={mine}
            title={users.join(', ')}
            aria-label={t('reaction_by', { reaction, users: users.join(', ') })}
            onClick={() => toggle(reaction, mine)}
          >
            <span>{shown(reaction)}</span> {users.length}
          </button>
        );
      })}
      {isPicking && (
        <ReactionPicker
          onPick={(sign) => {
            focusMessage();
            picking.value = undefined;
            toggle(sign, message.reactions?.[sign]?.includes(me) ?? false);
          }}
        />
      )}
    </div>
  );
}

const SIGNS = new Map(FREQUENT.map(([sign, name]) => [`:${name}:`, sign]));

/** Line clients may react with `:name:`. */
function shown(reaction: string): string {
  return SIGNS.get(reaction) ?? tameLine(reaction).slice(0, 24);
}

function ReactionPicker({ onPick }: { onPick: (sign: string) => void }) {
  const [query, setQuery] = useState('');
  const found =
    query === ''
      ? FREQUENT
      : known.value.complete(query, 30).map(({ sign, name }) => [sign, name] as const);
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    ref.current?.querySelector('input')?.focus();
    ref.current?.scrollIntoView?.({ block: 'nearest' });
    const onDown = (event: PointerEvent) => {
      if (!ref.current?.contains(event.target as Node)) picking.value = undefined;
    };
    document.addEventListener('pointerdown', onDown);
    return () => document.removeEventListener('pointerdown', onDown);
  }, []);
  useEffect(() => {
    if (query !== '') loadEmoji().catch(() => {});
  }, [query]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      ref.current?.closest<HTMLElement>('[data-seq]')?.focus();
      picking.value = undefined;
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      const first = found[0];
      if (first) onPick(first[0]);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the controls inside
    <div class="picker" ref={ref} onKeyDown={onKeyDown}>
      <input
        type="search"
        aria-label={t('find_emoji')}
        placeholder={t('find_emoji')}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value.replace(/:/g, ''))}
      />
      <div class="picker-grid">
        {found.map(([sign, name]) => (
          <button
            key={name}
            type="button"
            class="bare emoji"
            title={`:${name}:`}
            aria-label={name}
            onClick={() => onPick(sign)}
          >
            {sign}
          </button>
        ))}
      </div>
    </div>
  );
}
