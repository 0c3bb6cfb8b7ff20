import { useEffect, useRef } from 'preact/hooks';
import { useApp, useWorkspace } from '../app/context';
import { enhance } from '../text/enhance';
import { render } from '../text/markdown';

/** A message's text as it is read. */
export function MessageBody({ text }: { text: string }) {
  const { ui } = useApp();
  const { me } = useWorkspace();
  const ref = useRef<HTMLDivElement>(null);
  const html = render(text, me);

  // New HTML wants enhancing
  useEffect(() => {
    if (ref.current) void enhance(ref.current);
  }, [html]);

  const onClick = (event: MouseEvent) => {
    const user = (event.target as HTMLElement).closest<HTMLElement>('[data-user]')?.dataset.user;
    if (user && user !== 'all' && user !== 'here') ui.dialog.value = { kind: 'person', user };
  };

  return (
    // A mention's card is also reached through the list of people: the click is a short cut.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      class="body"
      ref={ref}
      onClick={onClick}
      // Sanitised by text/sanitize.ts
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
