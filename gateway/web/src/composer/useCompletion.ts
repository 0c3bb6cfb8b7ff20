import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { useWorkspace } from '../app/context';
import type { Conversation } from '../store/conversation';
import type { Workspace } from '../store/workspace';
import { loadEmoji } from '../text/emoji';
import { candidatesFor } from './candidates';
import { type Candidate, complete, type Wanted, wantedAt } from './completion';

export interface Completion {
  items: ReadonlySignal<readonly Candidate[]>;
  at: Signal<number>;
  update(): void;
  /** The caret may have moved: what is shown must belong to where it stands. */
  onCaret(): void;
  close(): void;
  pick(index: number): void;
  /** {@return whether the key was for the list} */
  onKeyDown(event: KeyboardEvent): boolean;
}

/** The list of what could be meant by `@`, `#`, `:` and `/`. */
export function useCompletion(
  area: RefObject<HTMLTextAreaElement | null>,
  text: Signal<string>,
  conversation: Conversation,
  setText: (text: string, caret: number) => void,
): Completion {
  const workspace = useWorkspace();
  const items = useSignal<readonly Candidate[]>([]);
  const at = useSignal(0);
  const wanted = useRef<Wanted | undefined>(undefined);

  const close = () => {
    wanted.current = undefined;
    items.value = [];
  };
  const caret = () => area.current?.selectionStart ?? text.peek().length;

  /** Shows what is known now; what was chosen before stays chosen where it is still among it. */
  const show = (now: Wanted, chosen?: Candidate) => {
    wanted.current = now;
    const found = candidatesFor(now, conversation, workspace);
    items.value = found;
    at.value = Math.max(0, chosen ? found.findIndex(({ text }) => text === chosen.text) : 0);
  };

  const update = () => {
    const now = wantedAt(text.peek(), caret());
    if (!now) return close();
    show(now);
    const showMore = () => {
      if (wanted.current === now) show(now, items.peek()[at.peek()]);
    };
    const more = missing(now, conversation, workspace);
    more?.then(showMore, () => {});
  };

  const onCaret = () => {
    if (wanted.current && !isAt(wanted.current, text.peek(), caret())) update();
  };

  const pick = (index: number) => {
    const candidate = items.peek()[index];
    const now = wanted.current;
    // The caret may have gone elsewhere without a word.
    if (!candidate || !now || !isAt(now, text.peek(), caret())) return close();
    const done = complete(text.peek(), caret(), now, candidate);
    setText(done.text, done.caret);
    close();
    area.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    onCaret();
    const count = items.peek().length;
    if (count === 0) return false;
    switch (event.key) {
      case 'ArrowDown':
        at.value = (at.peek() + 1) % count;
        break;
      case 'ArrowUp':
        at.value = (at.peek() + count - 1) % count;
        break;
      case 'Escape':
        close();
        break;
      case 'Tab':
      case 'Enter': {
        // What is typed out needs no completing: Enter means to send it.
        const typed = text.peek().slice(wanted.current?.start ?? 0, caret());
        if (event.key === 'Enter' && items.peek().some((item) => item.text === typed)) {
          close();
          return false;
        }
        pick(at.peek());
        break;
      }
      default:
        return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return { items, at, update, onCaret, close, pick, onKeyDown };
}

/** {@return whether the caret still stands behind what was to be completed} */
function isAt({ kind, start, query }: Wanted, text: string, caret: number): boolean {
  const now = wantedAt(text, caret);
  return now?.kind === kind && now.start === start && now.query === query;
}

/** {@return what is loaded because it is asked for now; undefined where all is here} */
function missing(
  { kind }: Wanted,
  conversation: Conversation,
  workspace: Workspace,
): Promise<unknown> | undefined {
  if (kind === 'emoji') return loadEmoji();
  const isAsked = conversation.kind !== 'group' || conversation.members.peek().length > 0;
  return kind === 'mention' && !isAsked ? workspace.loadMembers(conversation) : undefined;
}
