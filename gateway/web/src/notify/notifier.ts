import { effect } from '@preact/signals';
import type { App } from '../app/app';
import { isWatched } from '../app/watched';
import { t } from '../i18n';
import type { MessageEntry } from '../protocol/frames';
import { levelOf } from '../settings/preferences';
import type { Conversation } from '../store/conversation';
import { bare } from '../store/names';
import { mentionsIn } from '../text/mentions';
import { tameLine } from '../text/tame';

const LONGEST = 160;

/** Tells of new messages: to screen readers what is open, to the desktop what is not looked at. */
export class Notifier {
  constructor(private readonly open: (conversation: string) => void) {}

  onMessage(conversation: Conversation, message: MessageEntry, app: App): void {
    const text = tameLine(message.text).slice(0, LONGEST);
    const isOpen = app.ui.current.value === conversation.id;
    const watched = isOpen && isWatched();
    if (isOpen) app.ui.speak(t('spoken_message', { user: message.from, text }));
    // The desktop keeps what it is told, shows it to whoever passes, and may pass it on.
    if (!watched && this.#isWanted(conversation, message, app))
      this.#show(conversation.id, message.from, message.sealed ? t('notified_sealed') : text);
  }

  #isWanted(conversation: Conversation, message: MessageEntry, app: App): boolean {
    const workspace = app.workspace.value;
    if (!workspace || workspace.people.blocked.value.has(message.from)) return false;
    const level = levelOf(conversation.id);
    if (level === 'mentions')
      return mentionsIn(message.text, workspace.me, !workspace.people.away.peek());
    return level === 'all';
  }

  #show(id: string, from: string, text: string): void {
    if (!('Notification' in window) || Notification.permission !== 'granted') return;
    const title = id.startsWith('@') ? from : `${from} · #${bare(id)}`;
    const notification = new Notification(title, {
      body: text,
      tag: id,
      icon: '/icons/parley-192.png',
    });
    notification.onclick = () => {
      window.focus();
      this.open(id);
      notification.close();
    };
  }
}

/** Keeps the number of what calls for one in the tab's title. */
export function watchTitle(app: App): () => void {
  return effect(() => {
    let calls = 0;
    let other = false;
    for (const conversation of app.workspace.value?.list.value ?? []) {
      const level = levelOf(conversation.id);
      if (level === 'nothing') continue;
      calls += level === 'all' ? conversation.unread.value : conversation.mentions.value;
      other ||= conversation.hasUnread.value;
    }
    const name = app.current.value ? `${app.current.value.id} – Parley` : 'Parley';
    document.title = calls > 0 ? `(${calls}) ${name}` : other ? `• ${name}` : name;
  });
}
