import type { ComponentChildren } from 'preact';
import { useApp } from '../app/context';
import type { Sealed } from '../protocol/frames';
import { exact, relative } from '../text/time';
import { Avatar } from '../ui/Avatar';
import { NotEncrypted } from './SealedNote';

interface Props {
  conversation: string;
  seq: number;
  from: string;
  at: string;
  sealed?: Sealed;
  /** Shown where the list is of more than one conversation. */
  where?: boolean;
  children: ComponentChildren;
}

/** A message out of its place, which it leads to: in search results and among the pinned. */
export function MessageCard({ conversation, seq, from, at, sealed, where, children }: Props) {
  const { ui } = useApp();
  return (
    <button type="button" class="card" onClick={() => ui.jumpTo(conversation, seq)}>
      <span class="card-by">
        <Avatar name={from} small />
        <strong>{from}</strong>
        {where && <span class="card-where">{conversation}</span>}
        <time dateTime={at} title={exact(at)}>
          {relative(at)}
        </time>
      </span>
      <span class="card-text">{children}</span>
      <NotEncrypted conversation={conversation} sealed={sealed} />
    </button>
  );
}
