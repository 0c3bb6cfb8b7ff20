import { useEffect, useRef } from 'preact/hooks';
import { useWorkspace } from '../app/context';
import { isWatched } from '../app/watched';
import type { Conversation } from '../store/conversation';
import { ReadingTimer } from './readingTimer';

const LOOK_EVERY = 500;

/** Moves the read position to what has been in sight long enough, in a window that has the focus. */
export function useReading(conversation: Conversation, lastInView: () => number): void {
  const workspace = useWorkspace();
  const look = useRef(lastInView);
  look.current = lastInView;
  useEffect(() => {
    const reading = new ReadingTimer();
    const timer = setInterval(() => {
      const read = reading.onLook(isWatched() ? look.current() : 0, Date.now());
      if (read > 0) workspace.markRead(conversation, read);
    }, LOOK_EVERY);
    return () => clearInterval(timer);
  }, [conversation, workspace]);
}
