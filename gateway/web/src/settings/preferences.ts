import { effect, type Signal, signal } from '@preact/signals';

export type Theme = 'system' | 'light' | 'dark';
export type Level = 'all' | 'mentions' | 'nothing';
export type Language = 'en' | 'de';

/** {@return a signal whose value outlives the page, as far as the browser lets it} */
function kept<T>(key: string, initial: T): Signal<T> {
  const kept = signal(read(key, initial));
  effect(() => write(key, kept.value));
  return kept;
}

function read<T>(key: string, initial: T): T {
  try {
    const text = localStorage.getItem(`parley.${key}`);
    return text === null ? initial : (JSON.parse(text) as T);
  } catch {
    return initial;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(`parley.${key}`, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing still chats.
  }
}

export const theme = kept<Theme>('theme', 'system');
export const language = kept<Language>(
  'language',
  navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en',
);
export const defaultLevel = kept<Level>('level', 'mentions');
export const levels = kept<Record<string, Level>>('levels', {});
export const lastConversation = kept<string>('conversation', '');

/** {@return what is told of a conversation} Direct messages are always meant for one. */
export function levelOf(conversation: string): Level {
  const own = levels.value[conversation];
  if (own) return own;
  return conversation.startsWith('@') && defaultLevel.value !== 'nothing'
    ? 'all'
    : defaultLevel.value;
}

export function setLevel(conversation: string, level: Level): void {
  levels.value = { ...levels.value, [conversation]: level };
}
