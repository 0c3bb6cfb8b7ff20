import { t } from '../i18n';
import { useSelectedInSight } from '../ui/useSelectedInSight';
import type { Completion } from './useCompletion';

export function CompletionList({ completion }: { completion: Completion }) {
  const items = completion.items.value;
  const list = useSelectedInSight(items, completion.at.value);
  return (
    <div
      ref={list}
      id="completions"
      class="completions"
      role="listbox"
      aria-label={t('completions')}
      hidden={items.length === 0}
    >
      {items.map((item, index) => (
        // The keys of the list are those of the text box, where the focus stays.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <div
          key={item.label}
          id={`completion-${index}`}
          role="option"
          aria-selected={index === completion.at.value}
          class="completion"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => completion.pick(index)}
        >
          <span class="completion-label">{item.label}</span>
          {item.hint && <span class="completion-hint">{item.hint}</span>}
        </div>
      ))}
    </div>
  );
}
