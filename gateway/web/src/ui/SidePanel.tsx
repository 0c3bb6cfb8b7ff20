import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../app/context';
import { t } from '../i18n';
import { IconButton } from './Button';

/** The column on the right; on a narrow screen it covers the conversation. */
export function SidePanel({ title, children }: { title: string; children: ComponentChildren }) {
  const { ui } = useApp();
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const panel = ref.current;
    if (panel && !panel.contains(document.activeElement)) panel.focus();
  }, []);
  return (
    <aside class="panel" aria-label={title} tabIndex={-1} ref={ref} data-region>
      <header class="panel-head">
        <h2>{title}</h2>
        <IconButton
          icon="close"
          label={t('close')}
          onClick={() => {
            ui.panel.value = undefined;
          }}
        />
      </header>
      <div class="panel-body">{children}</div>
    </aside>
  );
}
