import type { EncryptionEntry, PeopleEntry } from '../protocol/frames';
import type { Row } from '../store/log';
import type { Message } from '../store/message';
import type { Pending } from '../store/outbox';
import { dayOf } from '../text/time';

/** One line of what a conversation shows. `key` stays the same while older lines are put before it. */
export type Item =
  | { kind: 'start'; key: string }
  | { kind: 'day'; key: string; at: string }
  | { kind: 'new'; key: string }
  | { kind: 'people'; key: string; entries: PeopleEntry[] }
  | { kind: 'encryption'; key: string; entry: EncryptionEntry }
  | { kind: 'message'; key: string; message: Message; grouped: boolean }
  | { kind: 'pending'; key: string; message: Pending; grouped: boolean };

export interface TimelineInput {
  rows: readonly Row[];
  pending: readonly Pending[];
  me: string;
  atStart: boolean;
  /** Numbers of messages that show their author although they follow one of the same. */
  apart?: ReadonlySet<number>;
  /** Read position behind which the "new messages" line stands; the rows must reach it. */
  newAfter: number | undefined;
  isHidden: (user: string) => boolean;
}

const GROUP_WITHIN = 5 * 60_000;

/**
 * Puts days, the "new messages" line and groups of one sender into a conversation's rows. Above the first
 * row stands a day only where nothing older is to come: what is put before it must not move it.
 */
export function timeline(input: TimelineInput): Item[] {
  const items: Item[] = input.atStart ? [{ kind: 'start', key: 'start' }] : [];
  const shown = input.rows.filter(
    (row) => row.kind !== 'message' || !input.isHidden(row.message.from),
  );
  let day = '';
  let before: { from: string; at: string } | undefined;
  let newShown = false;

  const startDay = (at: string) => {
    if (dayOf(at) === day) return;
    const isKnown = day !== '' || input.atStart;
    day = dayOf(at);
    if (isKnown) items.push({ kind: 'day', key: `day-${day}`, at });
    before = undefined;
  };

  for (const row of shown) {
    const { seq, at } = row.kind === 'message' ? row.message : row.entry;
    startDay(at);
    if (row.kind === 'people') {
      addPeople(items, row.entry);
      before = undefined;
      continue;
    }
    if (row.kind === 'encryption') {
      items.push({ kind: 'encryption', key: `encryption-${seq}`, entry: row.entry });
      before = undefined;
      continue;
    }
    const { message } = row;
    const isNew = input.newAfter !== undefined && seq > input.newAfter;
    if (isNew && !newShown && message.from !== input.me) {
      items.push({ kind: 'new', key: 'new' });
      newShown = true;
      before = undefined;
    }
    const grouped =
      message.replyTo === undefined && !input.apart?.has(seq) && continues(before, message);
    items.push({ kind: 'message', key: `m-${seq}`, message, grouped });
    before = message;
  }
  for (const message of input.pending) {
    startDay(message.at);
    const from = { from: input.me, at: message.at };
    const grouped = message.replyTo === undefined && continues(before, from);
    items.push({ kind: 'pending', key: `p-${message.clientId}`, message, grouped });
    before = from;
  }
  return items;
}

/** Runs of people who come and go, or may not write, are one line. */
function addPeople(items: Item[], entry: PeopleEntry): void {
  const last = items.at(-1);
  if (last?.kind === 'people') last.entries = [...last.entries, entry];
  else items.push({ kind: 'people', key: `people-${entry.seq}`, entries: [entry] });
}

function continues(
  before: { from: string; at: string } | undefined,
  next: { from: string; at: string },
): boolean {
  if (before?.from !== next.from) return false;
  return Math.abs(Date.parse(next.at) - Date.parse(before.at)) < GROUP_WITHIN;
}
