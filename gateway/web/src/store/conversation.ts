import { computed, signal } from '@preact/signals';
import type { ConversationSummary, Entry, MutedMember, MuteEntry } from '../protocol/frames';
import { mentionsIn } from '../text/mentions';
import { ConversationLog } from './log';
import type { Message } from './message';
import { isDirect, LOBBY } from './names';

const TYPING_LASTS = 6_000;

/** One conversation as its reader sees it. */
export class Conversation {
  readonly kind: 'direct' | 'group' | 'lobby';
  readonly log: ConversationLog;
  readonly read = signal(0);
  readonly unread = signal(0);
  readonly mentions = signal(0);
  readonly open = signal(false);
  readonly memberCount = signal(0);
  /** Members, as far as they were asked for. */
  readonly members = signal<readonly string[]>([]);
  /** Who may not write here and until when, as far as it was asked for or told since. */
  readonly muted = signal<ReadonlyMap<string, string | undefined>>(new Map());
  /** Whether it takes sealed texts only; undefined where nobody ever said. */
  readonly encrypted = signal<boolean | undefined>(undefined);
  /** Time of the newest message known, for the order of the list. */
  readonly lastAt = signal('');
  readonly typing = signal<readonly string[]>([]);
  /** Where the "new messages" line stands: read position when the conversation was opened. */
  readonly newLine = signal<number | undefined>(undefined);
  readonly hasUnread = computed(() => this.unread.value > 0);
  /** Entries that came before and are being opened: what stands behind them waits. */
  arriving: Promise<void> | undefined;
  /** Entries up to here are in the counts that the server gave. */
  #countedTo = 0;
  #isSummarised = false;
  /** Numbers of messages that called those who are here, and came while one was. */
  readonly #heard = new Set<number>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    readonly id: string,
    private readonly me: string,
    onApplied: (conversation: Conversation, entry: Entry) => void,
    private readonly isHere: () => boolean = () => true,
  ) {
    this.kind = isDirect(id) ? 'direct' : id === LOBBY ? 'lobby' : 'group';
    this.log = new ConversationLog((entry) => {
      this.#count(entry);
      onApplied(this, entry);
    });
  }

  onSummary(summary: ConversationSummary): void {
    // What was given is told of by this page as well, and sooner than it arrives: the first word counts.
    if (!this.#isSummarised) this.log.onGiven(summary.given);
    this.#isSummarised = true;
    if (summary.given >= summary.head) this.log.startAt(summary.head);
    this.#countedTo = Math.max(summary.head, this.log.cursor ?? 0);
    this.read.value = Math.max(this.read.value, summary.read);
    this.open.value = summary.open ?? false;
    this.memberCount.value = summary.members ?? (this.kind === 'direct' ? 2 : 0);
    this.encrypted.value = summary.encrypted;
    this.unread.value = summary.unread;
    this.mentions.value = summary.mentions;
  }

  /** {@return whether somebody may not write here now} */
  isMuted(user: string): boolean {
    const until = this.muted.value.get(user);
    return this.muted.value.has(user) && (until === undefined || Date.parse(until) > Date.now());
  }

  onMuted(muted: readonly MutedMember[]): void {
    this.muted.value = new Map(muted.map(({ user, until }) => [user, until]));
  }

  /** The newest message came with a page of history. */
  onNewest(): void {
    const at = this.log.newest?.at ?? '';
    if (at > this.lastAt.value) this.lastAt.value = at;
  }

  /** Moves the read position forward, never back. */
  onRead(seq: number): void {
    if (seq <= this.read.value) return;
    this.read.value = seq;
    for (const each of this.#heard) if (each <= seq) this.#heard.delete(each);
    const left = this.log.othersAfter(seq, this.me);
    this.unread.value = Math.min(this.unread.value, left.length);
    this.mentions.value = Math.min(
      this.mentions.value,
      left.filter((message) => this.#hasCalled(message)).length,
    );
  }

  #hasCalled({ seq, text }: Message): boolean {
    return this.#heard.has(seq) || mentionsIn(text, this.me, false);
  }

  onTyping(user: string): void {
    if (user === this.me) return;
    this.#stopTyping(user);
    this.typing.value = [...this.typing.value, user];
    this.#timers.set(
      user,
      setTimeout(() => this.#stopTyping(user), TYPING_LASTS),
    );
  }

  #stopTyping(user: string): void {
    clearTimeout(this.#timers.get(user));
    if (this.typing.value.includes(user))
      this.typing.value = this.typing.value.filter((other) => other !== user);
  }

  #count(entry: Entry): void {
    if (entry.type === 'encryption' && entry.seq > this.#countedTo)
      this.encrypted.value = entry.encrypted;
    if (entry.type === 'member') this.#onMember(entry.user, entry.change);
    if (entry.type === 'mute') this.#onMute(entry);
    if (entry.type !== 'message') return;
    this.#stopTyping(entry.from);
    if (entry.at > this.lastAt.value) this.lastAt.value = entry.at;
    if (entry.from === this.me || entry.seq <= this.#countedTo) return;
    if (entry.seq <= this.read.value) return;
    this.unread.value++;
    if (!mentionsIn(entry.text, this.me, this.isHere())) return;
    this.#heard.add(entry.seq);
    this.mentions.value++;
  }

  #onMute({ user, removed, until }: MuteEntry): void {
    const muted = new Map(this.muted.value);
    if (removed) muted.delete(user);
    else muted.set(user, until);
    this.muted.value = muted;
  }

  #onMember(user: string, change: string): void {
    const others = this.members.value.filter((member) => member !== user);
    const came = change === 'added' || change === 'joined';
    if (this.members.value.length > 0) this.members.value = came ? [...others, user] : others;
    this.memberCount.value = Math.max(0, this.memberCount.value + (came ? 1 : -1));
  }
}
