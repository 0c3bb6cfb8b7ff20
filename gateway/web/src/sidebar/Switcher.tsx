import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useApp, useWorkspace } from '../app/context';
import { t } from '../i18n';
import { bare, isHandle } from '../store/names';
import { Dialog } from '../ui/Dialog';
import { useSelectedInSight } from '../ui/useSelectedInSight';

/** Ctrl+K: a few letters, Enter, and one is there. */
export function Switcher() {
  const app = useApp();
  const workspace = useWorkspace();
  const query = useSignal('');
  const at = useSignal(0);
  const ids = useRef(new Set<string>());
  // In the order in which they were met: what comes while one looks must not put another one under Enter.
  for (const { id } of workspace.list.value) ids.current.add(id);
  for (const user of workspace.people.online)
    if (user !== workspace.me) ids.current.add(`@${user}`);
  const typed = query.value.trim().toLowerCase();
  const found = bestFor(typed, [...ids.current]);
  // Before all conversations are known a group's name would be taken for a person's.
  const isPerson = typed.startsWith('@') || workspace.loaded.value;
  if (found.length === 0 && isPerson && isHandle(typed.replace(/^@/, '')))
    found.push(`@${typed.replace(/^@/, '')}`);

  const list = useSelectedInSight(at.value, typed);

  const go = (id: string | undefined) => {
    if (!id) return;
    workspace.conversation(id);
    app.ui.open(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = Math.max(1, found.length);
    if (event.key === 'ArrowDown') at.value = (at.value + 1) % count;
    else if (event.key === 'ArrowUp') at.value = (at.value + count - 1) % count;
    else if (event.key === 'Enter') go(found[at.value]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t('jump_to')}>
      <input
        class="switcher-input"
        type="text"
        role="combobox"
        aria-label={t('jump_to')}
        aria-expanded={found.length > 0}
        aria-controls="switcher-list"
        aria-activedescendant={found.length > 0 ? `switch-${at.value}` : undefined}
        placeholder={t('jump_hint')}
        autofocus
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          at.value = 0;
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id="switcher-list"
        class="switcher-list"
        role="listbox"
        aria-label={t('conversations')}
      >
        {found.map((id, index) => (
          // The keys of the list are those of the box above, where the focus stays.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={id}
            id={`switch-${index}`}
            class="completion"
            role="option"
            aria-selected={index === at.value}
            onClick={() => go(id)}
          >
            {id}
          </div>
        ))}
      </div>
    </Dialog>
  );
}

const MOST_SHOWN = 10;

/** {@return those that a few letters mean: of that very name, then beginning with them, then with them inside} */
export function bestFor(typed: string, ids: readonly string[]): string[] {
  const names = (id: string) => [id, bare(id)];
  const is = ids.filter((id) => names(id).includes(typed));
  const begins = ids.filter((id) => names(id).some((name) => name.startsWith(typed)));
  const contains = ids.filter((id) => id.includes(typed));
  return [...new Set([...is, ...begins, ...contains])].slice(0, MOST_SHOWN);
}
