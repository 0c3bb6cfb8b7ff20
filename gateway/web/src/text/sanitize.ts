import DOMPurify from 'dompurify';

const TAGS =
  'p br strong em s code pre blockquote ul ol li a span div table thead tbody tr th td hr'.split(
    ' ',
  );
const ATTRIBUTES =
  'href class target rel tabindex start data-language data-display data-emoji data-user'.split(' ');
/** Classes that the renderer itself gives; a user writes none. */
const CLASSES = /^(?:math|emoji|mention|mention-me|align-center|align-right)$/;

const purify = DOMPurify(window);
const purifyMath = DOMPurify(window);
const purifyCode = DOMPurify(window);

purify.addHook('afterSanitizeAttributes', (node) => {
  if (node.hasAttribute('class'))
    node.className = [...node.classList].filter((name) => CLASSES.test(name)).join(' ');
  if (node.tagName !== 'A') return;
  if (!/^https?:\/\//i.test(node.getAttribute('href') ?? '')) node.removeAttribute('href');
  node.setAttribute('target', '_blank');
  node.setAttribute('rel', 'noopener noreferrer');
});

/** The last word on what a message may put on the page: no images, no styles, links to http and https. */
export function sanitize(html: string): string {
  return purify.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
}

/** MathML as KaTeX makes it, without its styles, links and annotations. */
export function sanitizeMath(html: string): string {
  return purifyMath.sanitize(html, {
    USE_PROFILES: { mathMl: true },
    ADD_TAGS: ['semantics'],
    FORBID_TAGS: ['annotation', 'annotation-xml', 'maction', 'a', 'img', 'style'],
    FORBID_ATTR: ['href', 'xlink:href', 'style', 'class', 'id', 'src'],
    FORBID_CONTENTS: ['annotation'],
  });
}

/** Highlighted code: spans with classes, nothing else. */
export function sanitizeCode(html: string): string {
  return purifyCode.sanitize(html, { ALLOWED_TAGS: ['span'], ALLOWED_ATTR: ['class'] });
}
