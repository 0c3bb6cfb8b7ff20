import { type Text, t } from '../i18n';

const NAMES: Record<string, Text> = {
  Alt: 'kbd_alt',
  Ctrl: 'kbd_ctrl',
  Delete: 'kbd_delete',
  Enter: 'kbd_enter',
  Escape: 'kbd_escape',
  Shift: 'kbd_shift',
  Tab: 'kbd_tab',
};

const SIGNS: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓' };

/** {@return what stands on a key, in the reader's language; on a Mac the command key is Ctrl} */
export function keyName(key: string): string {
  if (key === 'Ctrl' && /^Mac/.test(navigator.platform)) return '⌘';
  const name = NAMES[key];
  return name ? t(name) : (SIGNS[key] ?? key);
}
