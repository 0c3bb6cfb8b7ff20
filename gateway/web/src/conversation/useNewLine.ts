import { useLayoutEffect, useRef } from 'preact/hooks';
import { isWatched } from '../app/watched';
import type { Conversation } from '../store/conversation';

/**
 * Puts the "new messages" line above what comes to an open conversation while nobody looks at the page,
 * or while one reads further up. What comes in sight gets none.
 */
export function useNewLine(conversation: Conversation, isAtEnd: boolean, isPlaced: () => boolean) {
  const unread = conversation.unread.value;
  const before = useRef(unread);
  useLayoutEffect(() => {
    const isFirst = before.current === 0;
    before.current = unread;
    if (unread === 0 || !isPlaced()) return;
    // Who reads on from a line keeps it; who was away finds it where the unread begins.
    if (!isWatched() || (isFirst && !isAtEnd))
      conversation.newLine.value = conversation.read.peek();
  }, [unread]);
}
