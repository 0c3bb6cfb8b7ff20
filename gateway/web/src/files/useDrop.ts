import { useState } from 'preact/hooks';
import { useApp } from '../app/context';

/** Takes files that are dropped on a conversation; spread the handlers on its element. */
export function useDrop(conversation: string) {
  const { uploads } = useApp();
  const [dropping, setDropping] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  const handlers = {
    onDragOver(event: DragEvent) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDropping(true);
    },
    onDragLeave(event: DragEvent) {
      const to = event.relatedTarget as Node | null;
      if (!(event.currentTarget as Element).contains(to)) setDropping(false);
    },
    onDrop(event: DragEvent) {
      setDropping(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      uploads.add(event.dataTransfer?.files ?? [], conversation);
    },
  };
  return { dropping, handlers };
}
