import 'fake-indexeddb/auto';
import { cleanup, configure } from '@testing-library/preact';
import { afterEach } from 'vitest';

// Long enough for a loaded machine; nothing waits for it to pass.
configure({ asyncUtilTimeout: 4_000 });

afterEach(cleanup);

// Tests of the cryptography run without a page: jsdom's buffers are not those of node's WebCrypto.
if (typeof HTMLElement !== 'undefined') {
  // What jsdom has not: a layout, and questions about the screen.
  Object.defineProperties(HTMLElement.prototype, {
    offsetHeight: { configurable: true, get: () => 600 },
    offsetWidth: { configurable: true, get: () => 800 },
    clientHeight: { configurable: true, get: () => 600 },
  });
  HTMLElement.prototype.scrollTo = () => {};
  HTMLElement.prototype.scrollIntoView = () => {};
  globalThis.matchMedia ??= (media) =>
    Object.assign(new EventTarget(), {
      matches: media === '(hover: hover)',
      media,
    }) as MediaQueryList;
} else if (typeof navigator === 'undefined') {
  // Node 20 has none; the page's texts ask it for a language.
  Object.defineProperty(globalThis, 'navigator', { value: { language: 'en' } });
}
