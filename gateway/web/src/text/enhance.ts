import { type Emoji, loadEmoji } from './emoji';

/**
 * What makes a rendered message better once it is on the page and is loaded on first use only:
 * highlighted code, math, emoji names. What cannot be loaded stays as it was written, and is tried
 * again when the message is shown again.
 */
export async function enhance(root: HTMLElement): Promise<void> {
  await Promise.all([
    better(root, 'pre > code[data-language]:not([data-language=""])', async () => {
      const { highlight } = await import('./highlight');
      return highlight;
    }),
    better(root, '.math', async () => {
      const { typeset } = await import('./math');
      return typeset;
    }),
    better(root, '[data-emoji]', async () => {
      const emoji = await loadEmoji();
      return (place) => showEmoji(place, emoji);
    }),
  ]);
}

/** Works on each element once, however often its message is shown. */
async function better(
  root: HTMLElement,
  selector: string,
  load: () => Promise<(place: HTMLElement) => void>,
): Promise<void> {
  if (undone(root, selector).length === 0) return;
  const work = await load().catch(() => undefined);
  if (!work) return;
  for (const place of undone(root, selector)) {
    place.dataset.done = 'yes';
    work(place);
  }
}

function showEmoji(place: HTMLElement, emoji: Emoji): void {
  const name = place.dataset.emoji ?? '';
  const sign = emoji.signOf(name);
  if (!sign) return;
  place.title = `:${name}:`;
  place.textContent = sign;
}

function undone(root: HTMLElement, selector: string): HTMLElement[] {
  const found = [...root.querySelectorAll<HTMLElement>(selector)];
  return found.filter((element) => !element.dataset.done);
}
