import katex from 'katex';
import { sanitizeMath } from './sanitize';

/** Replaces TeX by MathML, which browsers draw themselves; what is not TeX stays as it was written. */
export function typeset(place: HTMLElement): void {
  const source = place.textContent ?? '';
  try {
    const html = katex.renderToString(source, {
      output: 'mathml',
      displayMode: place.dataset.display === 'true',
      throwOnError: true,
      trust: false,
      strict: 'ignore',
      maxSize: 10,
      maxExpand: 200,
    });
    place.innerHTML = sanitizeMath(html);
    place.title = source;
  } catch {
    place.classList.add('math-failed');
  }
}
