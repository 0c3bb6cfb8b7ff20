import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../app/context';
import { t } from '../i18n';
import { IconButton } from './Button';

interface Props {
  title: string;
  children: ComponentChildren;
  wide?: boolean;
}

/** A modal dialog: the browser keeps the focus in it, Escape closes it, the focus goes back afterwards. */
export function Dialog({ title, children, wide }: Props) {
  const { ui } = useApp();
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const close = () => {
    ui.dialog.value = undefined;
  };

  // At once: what is typed right after the key that opens it belongs into it.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const dialog = ref.current;
    if (dialog?.showModal) dialog.showModal();
    else dialog?.setAttribute('open', '');
    return () => {
      dialog?.close?.();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    // Escape is the keyboard's way to what a click outside does.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <dialog
      ref={ref}
      class={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        if (event.target === ref.current) close();
      }}
    >
      <div class="dialog-body">
        <header class="dialog-head">
          <h2 id={heading}>{title}</h2>
          <IconButton icon="close" label={t('close')} onClick={close} />
        </header>
        {children}
      </div>
    </dialog>
  );
}
