import { signal } from '@preact/signals';
import { lastConversation } from '../settings/preferences';

export type Panel =
  | { kind: 'people' }
  | { kind: 'pinned' }
  | { kind: 'group' }
  | { kind: 'search'; query: string }
  | { kind: 'versions'; seq: number }
  | { kind: 'trace'; seq: number };

export type Dialog =
  | { kind: 'settings' }
  | { kind: 'switcher' }
  | { kind: 'keys' }
  | { kind: 'newGroup' }
  | { kind: 'join' }
  | { kind: 'newDirect' }
  | { kind: 'person'; user: string }
  | { kind: 'encryption'; user: string }
  | { kind: 'leave'; conversation: string }
  | { kind: 'delete'; conversation: string; seq: number }
  | { kind: 'remove' | 'mute'; conversation: string; user: string };

export interface Toast {
  id: number;
  text: string;
  kind: 'info' | 'error';
}

const TOAST_LASTS = 6_000;

/** Where one thing is shown at a time; the same width stands in `styles/layout.css`. */
const NARROW = '(max-width: 720px)';

/** What the page shows, apart from what it is about. */
export class Ui {
  readonly current = signal<string | undefined>(undefined);
  readonly panel = signal<Panel | undefined>(undefined);
  readonly dialog = signal<Dialog | undefined>(undefined);
  /** On a narrow screen one thing is shown at a time. */
  readonly showList = signal(true);
  readonly replyTo = signal<number | undefined>(undefined);
  readonly editing = signal<number | undefined>(undefined);
  /** A message to bring into view; a new object for each wish. */
  readonly jump = signal<{ conversation: string; seq: number } | undefined>(undefined);
  readonly toasts = signal<readonly Toast[]>([]);
  /** Spoken by screen readers, each once. */
  readonly spoken = signal<{ id: number; text: string } | undefined>(undefined);
  #next = 1;

  open(conversation: string): void {
    if (this.current.value !== conversation) {
      this.current.value = conversation;
      lastConversation.value = conversation;
      this.replyTo.value = undefined;
      this.editing.value = undefined;
      const panel = this.panel.value?.kind;
      if (panel !== 'people' && panel !== 'search') this.panel.value = undefined;
    }
    // There a panel would cover what is opened.
    if (matchMedia(NARROW).matches) this.panel.value = undefined;
    this.showList.value = false;
    this.dialog.value = undefined;
  }

  jumpTo(conversation: string, seq: number): void {
    this.open(conversation);
    this.jump.value = { conversation, seq };
  }

  toggle(panel: Panel): void {
    this.panel.value = this.panel.value?.kind === panel.kind ? undefined : panel;
  }

  /** Goes back by one step; false if there is nothing to close. */
  close(): boolean {
    if (this.dialog.value) this.dialog.value = undefined;
    else if (this.editing.value !== undefined) this.editing.value = undefined;
    else if (this.replyTo.value !== undefined) this.replyTo.value = undefined;
    else if (this.panel.value) this.panel.value = undefined;
    else return false;
    return true;
  }

  say(text: string, kind: Toast['kind'] = 'info'): void {
    const id = this.#next++;
    this.toasts.value = [...this.toasts.value.slice(-3), { id, text, kind }];
    setTimeout(() => this.dismiss(id), TOAST_LASTS);
  }

  dismiss(id: number): void {
    this.toasts.value = this.toasts.value.filter((toast) => toast.id !== id);
  }

  speak(text: string): void {
    this.spoken.value = { id: this.#next++, text };
  }

  reset(): void {
    this.current.value = undefined;
    this.panel.value = undefined;
    this.dialog.value = undefined;
    this.replyTo.value = undefined;
    this.editing.value = undefined;
    this.showList.value = true;
  }
}
