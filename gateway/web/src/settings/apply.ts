import { effect } from '@preact/signals';
import { language, theme } from './preferences';

/** Puts theme and language onto the page, now and whenever they change. */
export function applyPreferences(): void {
  const root = document.documentElement;
  effect(() => {
    if (theme.value === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme.value;
  });
  effect(() => {
    root.lang = language.value;
  });
}
