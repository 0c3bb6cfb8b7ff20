import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { useWorkspace } from '../app/context';
import type { Conversation } from '../store/conversation';
import { candidatesFor } from './candidates';
import { type Candidate, complete, type Wanted, wantedAt } from './completion';

export interface Completion {
  items: ReadonlySignal<readonly Candidate[]>;
  at: Signal<number>;
  update(): void;
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

  const update = () => {
    const now = wantedAt(text.peek(), area.current?.selectionStart ?? text.peek().length);
    wanted.current = now;
    if (!now) return close();
    const isAsked = conversation.kind !== 'group' || conversation.members.peek().length > 0;
    if (now.kind === 'mention' && !isAsked)
      workspace.loadMembers(conversation).then(
        () => wanted.current === now && update(),
        () => {},
      );
    void candidatesFor(now, conversation, workspace).then((found) => {
      if (wanted.current !== now) return;
      items.value = found;
      at.value = 0;
    });
  };

  const pick = (index: number) => {
    const candidate = items.peek()[index];
    if (!candidate || !wanted.current) return;
    const caret = area.current?.selectionStart ?? text.peek().length;
    const done = complete(text.peek(), caret, wanted.current, candidate);
    setText(done.text, done.caret);
    close();
    area.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
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
        const caret = area.current?.selectionStart ?? text.peek().length;
        const typed = text.peek().slice(wanted.current?.start ?? 0, caret);
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

  return { items, at, update, close, pick, onKeyDown };
}
