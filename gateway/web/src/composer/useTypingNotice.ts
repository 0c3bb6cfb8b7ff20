import { useRef } from 'preact/hooks';
import { useApp } from '../app/context';
import type { Conversation } from '../store/conversation';

const AT_MOST_EVERY = 3_000;
const TOO_MANY = 100;

/** {@return what tells the others that one types: seldom, and not in a crowd} */
export function useTypingNotice(conversation: Conversation): () => void {
  const { link } = useApp();
  const last = useRef(0);
  return () => {
    const now = Date.now();
    if (now - last.current < AT_MOST_EVERY || conversation.memberCount.value > TOO_MANY) return;
    last.current = now;
    link.tell({ type: 'typing', conversation: conversation.id });
  };
}
