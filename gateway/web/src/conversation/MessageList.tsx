import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useApp, useWorkspace } from '../app/context';
import { t } from '../i18n';
import type { Conversation } from '../store/conversation';
import type { Row } from '../store/log';
import { Icon } from '../ui/Icon';
import { TimelineItem } from './TimelineItem';
import { type Item, timeline } from './timeline';
import { useNewLine } from './useNewLine';
import { useReading } from './useReading';
import { useVirtualizer } from './useVirtualizer';

const LOAD_WITHIN = 600;
const JUMP_MARK = 2_000;

/** A conversation's messages, as many as are in sight. Give it a key: each conversation has its own. */
export function MessageList({ conversation }: { conversation: Conversation }) {
  const { ui } = useApp();
  const workspace = useWorkspace();
  const { log } = conversation;
  const history = workspace.history(conversation);
  const scroller = useRef<HTMLDivElement>(null);
  /** A number in the range that is shown; the newest range where there is none. */
  const place = useSignal<number | undefined>(undefined);
  const active = useSignal<number | undefined>(undefined);
  const marked = useSignal<number | undefined>(undefined);

  const range = log.range(place.value) ?? log.range();
  const isTail = !range || log.isTail(range);
  const revision = log.revision.value;
  const blocked = workspace.people.blocked.value;
  const pending = workspace.outbox.pending.value;
  const newAfter = conversation.newLine.value;
  // Those that once stood first keep the look of it: they must not shrink when older ones are put before them.
  const apart = useRef(new Set<number>());
  // Revision stands for what is in the log
  const items = useMemo(
    () =>
      timeline({
        rows: range ? withFirst(log.rows(range), apart.current) : [],
        apart: apart.current,
        pending: isTail ? pending.filter((message) => message.to === conversation.id) : [],
        me: workspace.me,
        atStart: range ? range.low <= 1 : workspace.loaded.value && !history.loading.value,
        newAfter: range && (newAfter ?? 0) >= range.low - 1 ? newAfter : undefined,
        isHidden: (user) => blocked.has(user),
      }),
    [revision, range?.low, range?.high, pending, blocked, newAfter, workspace.loaded.value],
  );

  const virtualizer = useVirtualizer({
    count: items.length,
    keyOf: (index) => items[index]?.key ?? index.toString(),
    scroller: () => scroller.current,
    estimate: (index) => (items[index]?.kind === 'message' ? 56 : 40),
  });
  const rows = virtualizer.getVirtualItems();
  const atEnd = isTail && virtualizer.isAtEnd(80);

  useReading(conversation, () =>
    lastSeqInView(items, virtualizer.range?.endIndex, scroller.current),
  );

  // The first page, and older ones as the top comes near.
  const live = useApp().session.live.value;
  const failed = history.failed.value;
  useEffect(() => {
    if (live) history.failed.value = false;
  }, [live, history]);
  // Runs after every scroll and page
  useEffect(() => {
    if (!live || history.loading.value || failed) return;
    const shown = log.range(place.value) ?? log.range();
    if (!shown && history.empty.value) return;
    if (!shown || (isTail && items.length < 30 && shown.low > 1)) {
      void (shown ? history.before(shown) : history.latest());
    } else if ((virtualizer.scrollOffset ?? 0) < LOAD_WITHIN && shown.low > 1) {
      void history.before(shown);
    } else if (!isTail && virtualizer.getDistanceFromEnd() < LOAD_WITHIN) {
      void history.after(shown);
    }
  }, [live, revision, virtualizer.scrollOffset, history.loading.value, failed]);

  const placed = useRef(false);
  useNewLine(conversation, atEnd, () => placed.current);

  // On opening: at the first unread message, or at the end. The line then stays while this is open.
  const loaded = workspace.loaded.value;
  useLayoutEffect(() => {
    if (placed.current || !range || ui.jump.peek()?.conversation === conversation.id) return;
    if (!loaded) return virtualizer.scrollToEnd();
    const first = items.findIndex((item) => item.kind === 'new');
    if (conversation.unread.peek() === 0) {
      placed.current = true;
      virtualizer.scrollToEnd();
    } else if (newAfter === undefined) {
      conversation.newLine.value = conversation.read.peek();
    } else {
      placed.current = true;
      if (first >= 0) virtualizer.scrollToIndex(first, { align: 'start' });
      else ui.jump.value = { conversation: conversation.id, seq: newAfter + 1 };
    }
  });
  useEffect(
    () => () => {
      conversation.newLine.value = undefined;
    },
    [conversation],
  );

  const jump = ui.jump.value;
  const tried = useRef<typeof jump>(undefined);
  useEffect(() => {
    if (jump?.conversation !== conversation.id || !live) return;
    if (failed && tried.current === jump) return;
    tried.current = jump;
    void history.around(jump.seq).then(() => {
      // One may have gone to the end, or to another place, while this one was loading.
      if (ui.jump.peek() !== jump || !log.range(jump.seq)) return;
      // Done: a connection that comes back must not bring one here again.
      ui.jump.value = undefined;
      place.value = jump.seq;
      marked.value = jump.seq;
      placed.current = true;
      setTimeout(() => {
        if (marked.value === jump.seq) marked.value = undefined;
      }, JUMP_MARK);
    });
  }, [jump, live, failed, conversation, history, place, marked]);

  const markedIndex = items.findIndex(
    (item) => item.kind === 'message' && item.message.seq === marked.value,
  );
  // Once for each jump, when its place is there
  useLayoutEffect(() => {
    if (markedIndex >= 0) virtualizer.scrollToIndex(markedIndex, { align: 'center' });
  }, [marked.value, markedIndex >= 0]);

  // A window that gets smaller, or a phone's keyboard, must not cover the newest message.
  const stood = useRef(atEnd);
  stood.current = atEnd;
  useEffect(() => {
    if (!scroller.current || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      if (stood.current) virtualizer.scrollToEnd();
    });
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [virtualizer]);

  const toLatest = () => {
    place.value = undefined;
    ui.jump.value = undefined;
    requestAnimationFrame(() => virtualizer.scrollToEnd());
  };

  // What one says oneself one wants to see, wherever one was reading.
  const waiting = pending.filter((message) => message.to === conversation.id).length;
  const waited = useRef(waiting);
  useEffect(() => {
    if (waiting > waited.current) toLatest();
    waited.current = waiting;
  }, [waiting]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'End') toLatest();
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    const shown = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-seq]') ?? [])];
    const at = shown.findIndex((element) => element.contains(document.activeElement));
    const next = shown[at < 0 ? shown.length - 1 : at + (event.key === 'ArrowUp' ? -1 : 1)];
    event.preventDefault();
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <div class="messages-frame">
      <div
        class="messages"
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label={t('messages_of', { conversation: conversation.id })}
        aria-busy={history.loading.value}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        onKeyDown={onKeyDown}
        data-region-focus
      >
        <div class="messages-inner" style={{ height: `${virtualizer.getTotalSize()}px` }}>
          {rows.map((row) => {
            const item = items[row.index];
            return (
              item && (
                <div
                  key={row.key}
                  class="messages-row"
                  data-index={row.index}
                  ref={virtualizer.measureElement}
                  style={{ transform: `translateY(${row.start}px)` }}
                >
                  <TimelineItem
                    item={item}
                    conversation={conversation}
                    active={active}
                    marked={item.kind === 'message' && item.message.seq === marked.value}
                  />
                </div>
              )
            );
          })}
        </div>
      </div>
      {live && failed && (
        <p class="load-failed" role="status">
          {t('load_failed')}
          <button
            type="button"
            class="button quiet small"
            onClick={() => {
              history.failed.value = false;
            }}
          >
            {t('retry')}
          </button>
        </p>
      )}
      {!atEnd && items.length > 0 && (
        <button type="button" class="to-latest" onClick={toLatest}>
          <Icon name="down" />
          {conversation.unread.value > 0
            ? t('to_latest_new', { n: conversation.unread.value })
            : t('to_latest')}
        </button>
      )}
    </div>
  );
}

/** {@return the rows, whose first message is noted} */
function withFirst(rows: Row[], firsts: Set<number>): Row[] {
  const first = rows.find((row) => row.kind === 'message');
  if (first) firsts.add(first.message.seq);
  return rows;
}

function lastSeqInView(
  items: readonly Item[],
  endIndex: number | undefined,
  scroller: HTMLElement | null,
): number {
  if (endIndex === undefined || !scroller?.clientHeight) return 0;
  for (let index = Math.min(endIndex, items.length - 1); index >= 0; index--) {
    const item = items[index];
    if (item?.kind === 'message') return item.message.seq;
    if (item?.kind === 'people') return item.entries.at(-1)?.seq ?? 0;
  }
  return 0;
}
