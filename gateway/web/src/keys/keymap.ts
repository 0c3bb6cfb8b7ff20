import type { App } from '../app/app';
import type { Text } from '../i18n';

export interface Key {
  /** As `KeyboardEvent.key`, with the modifiers before it. */
  combination: string;
  label: Text;
  /** Absent where the key belongs to one place and is handled there. */
  act?: (app: App) => void;
}

/** Every key of the page: what Ctrl+/ lists, and what is done wherever the focus is. */
export const KEYS: readonly Key[] = [
  { combination: 'Ctrl+K', label: 'key_switch', act: ({ ui }) => open(ui, { kind: 'switcher' }) },
  { combination: 'Ctrl+/', label: 'key_list', act: ({ ui }) => open(ui, { kind: 'keys' }) },
  {
    combination: 'Ctrl+Shift+F',
    label: 'key_search',
    act: ({ ui }) => {
      ui.panel.value = { kind: 'search', query: '' };
    },
  },
  {
    combination: 'Ctrl+Shift+M',
    label: 'key_mentions',
    act: ({ ui }) => {
      ui.panel.value = { kind: 'search', query: 'mentions:me' };
    },
  },
  { combination: 'Alt+ArrowUp', label: 'key_previous', act: (app) => app.openNeighbour(-1) },
  { combination: 'Alt+ArrowDown', label: 'key_next', act: (app) => app.openNeighbour(1) },
  {
    combination: 'Alt+Shift+ArrowUp',
    label: 'key_previous_unread',
    act: (app) => app.openNextUnread(-1),
  },
  {
    combination: 'Alt+Shift+ArrowDown',
    label: 'key_next_unread',
    act: (app) => app.openNextUnread(1),
  },
  { combination: 'F6', label: 'key_regions', act: () => focusNextRegion(1) },
  { combination: 'Shift+F6', label: 'key_regions_back', act: () => focusNextRegion(-1) },
  { combination: 'Escape', label: 'key_close' },
  { combination: 'Enter', label: 'key_send' },
  { combination: 'Shift+Enter', label: 'key_newline' },
  { combination: 'ArrowUp', label: 'key_edit_last' },
  { combination: 'Tab', label: 'key_complete' },
  { combination: 'ArrowUp ArrowDown', label: 'key_messages' },
  { combination: 'R', label: 'key_reply' },
  { combination: 'E', label: 'key_edit' },
  { combination: '+', label: 'key_react' },
  { combination: 'P', label: 'key_pin' },
  { combination: 'T', label: 'key_trace' },
  { combination: 'Delete', label: 'key_delete' },
];

function open(ui: App['ui'], dialog: App['ui']['dialog']['value']): void {
  ui.dialog.value = ui.dialog.value?.kind === dialog?.kind ? undefined : dialog;
}

/** {@return the pressed combination as the table spells it} On a Mac the command key is Ctrl. */
export function combinationOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push('Ctrl');
  if (event.altKey) parts.push('Alt');
  if (event.shiftKey) parts.push('Shift');
  return [...parts, key].join('+');
}

/** Listens for the keys that work everywhere. Returns what ends it. */
export function listenForKeys(app: App): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!app.workspace.value || event.isComposing) return;
    const combination = combinationOf(event);
    // On some keyboards "/" needs Shift.
    const wanted = combination === 'Ctrl+Shift+/' ? 'Ctrl+/' : combination;
    const key = KEYS.find((each) => each.act && each.combination === wanted);
    if (key?.act) {
      event.preventDefault();
      key.act(app);
    } else if (combination === 'Escape' && !event.defaultPrevented && app.ui.close()) {
      event.preventDefault();
    }
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}

function focusNextRegion(step: number): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.getClientRects().length > 0,
  );
  const at = regions.findLastIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + step + regions.length) % regions.length];
  const first =
    next?.querySelector<HTMLElement>('[data-region-focus]') ??
    next?.querySelector<HTMLElement>('textarea, input, button, a[href], [tabindex="0"]');
  (first ?? next)?.focus();
}
