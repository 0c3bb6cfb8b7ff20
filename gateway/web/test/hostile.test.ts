import { describe, expect, it } from 'vitest';
import { render } from '../src/text/markdown';
import { limitDepth } from '../src/text/quotes';
import { sanitize, sanitizeMath } from '../src/text/sanitize';
import { tame, tameLine } from '../src/text/tame';

/** What people have sent to chats in order to run or load something. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><animate onbegin=alert(1)></svg>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](vbscript:msgbox(1))',
  '[x](//evil.example/x)',
  '[x](https://e.example/" onmouseover="alert(1))',
  '[x](https://e.example "\\" onmouseover=\\"alert(1)")',
  '![x](https://evil.example/pixel.png)',
  '![x][r]\n\n[r]: https://evil.example/pixel.png',
  '<https://e.example/"onmouseover=alert(1)>',
  '<style>@import url(https://evil.example/x.css)</style>',
  '<p style="position:fixed;inset:0;background:url(https://evil.example)">x</p>',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<base href=https://evil.example/>',
  '<form action=https://evil.example><input name=password></form>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '`</code><script>alert(1)</script>`',
  '```"><script>alert(1)</script>\ncode\n```',
  '```js" onclick="alert(1)\ncode\n```',
  '```math\n\\href{javascript:alert(1)}{x}\n```',
  '$$\\href{javascript:alert(1)}{x}$$',
  '$$</span><img src=x onerror=alert(1)>$$',
  ':x"onclick=alert(1):',
  '@bob"onclick="alert(1)',
  '<details open ontoggle=alert(1)>',
  '<x contenteditable onblur=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
];

function elementsOf(html: string): HTMLElement[] {
  const root = document.createElement('div');
  root.innerHTML = html;
  return [...root.querySelectorAll<HTMLElement>('*')];
}

describe('a hostile text', () => {
  const allowed =
    /^(?:P|BR|STRONG|EM|S|CODE|PRE|BLOCKQUOTE|UL|OL|LI|A|SPAN|DIV|TABLE|THEAD|TBODY|TR|TH|TD)$/;

  it.each(HOSTILE)('neither runs nor loads anything: %s', (text) => {
    for (const element of elementsOf(render(text, 'alice'))) {
      expect(element.tagName).toMatch(allowed);
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^style$|^src|^srcdoc$|^action$|^id$/);
        if (name === 'href') expect(value).toMatch(/^https?:\/\//);
      }
    }
  });

  it.each(HOSTILE)('is stopped by the sanitiser alone: %s', (text) => {
    for (const element of elementsOf(sanitize(text))) {
      expect(element.tagName).toMatch(allowed);
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on|^style$|^src/);
    }
  });

  it('leads away only with noopener and noreferrer', () => {
    const [link] = elementsOf(render('https://example.org/x', 'alice')).filter(
      (element) => element.tagName === 'A',
    );
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer');
    expect(link?.getAttribute('target')).toBe('_blank');
  });

  it('gives no class that the page did not give', () => {
    const html = sanitize('<span class="panel mention">x</span><div class="dialog">y</div>');
    expect(html).not.toContain('panel');
    expect(html).not.toContain('dialog');
  });

  it('cannot hide links or styles in math', () => {
    const html = sanitizeMath(
      '<math href="javascript:alert(1)" style="x"><mi xlink:href="x">y</mi><annotation>z</annotation></math>',
    );
    expect(html).not.toMatch(/href|style|annotation/);
  });
});

describe('tame', () => {
  it.each([
    ['direction overrides', 'abc\u202Edcba\u202C', 'abcdcba'],
    ['isolates', '\u2066x\u2069', 'x'],
    ['zero width spaces', 'a\u200Bb\uFEFFc\u2060d', 'abcd'],
    ['control characters', 'a\u0007b\u001B[31mc', 'ab[31mc'],
    ['tags', 'a\u{E0001}b', 'ab'],
  ])('removes %s', (_name, text, expected) => {
    expect(tame(text)).toBe(expected);
  });

  it('keeps newlines, tabs, and what emoji and scripts need', () => {
    const text = 'a\n\tb 👩‍💻 ❤️ नमस्ते';
    expect(tame(text)).toBe(text);
  });

  it('leaves four of 4,000 combining marks', () => {
    const text = `Z${'\u0301'.repeat(4_000)}`;
    expect([...tame(text)]).toHaveLength(5);
  });

  it('makes one line of many', () => {
    expect(tameLine(' a\n\n b\t c ')).toBe('a b c');
  });
});

describe('10,000 nested quotes', () => {
  it.each([
    ['together', `${'>'.repeat(10_000)} deep`],
    ['with blanks', `${'> '.repeat(10_000)}deep`],
  ])('are cut to five before they are parsed: %s', (_name, text) => {
    expect(limitDepth(text).length).toBeLessThan(40);
    const elements = elementsOf(render(text, 'alice'));
    expect(elements.filter((element) => element.tagName === 'BLOCKQUOTE')).toHaveLength(5);
    expect(elements.at(-1)?.textContent).toContain('deep');
  });

  it.each([
    ['lists', '- '.repeat(2_000)],
    ['brackets', '['.repeat(4_000)],
    ['stars', '*a '.repeat(1_300)],
    ['backticks', '`'.repeat(4_000)],
    ['dollars', '$$'.repeat(2_000)],
    ['links', '[a]('.repeat(1_000)],
  ])('and other deep things stay shallow: %s', (_name, text) => {
    const root = document.createElement('div');
    root.innerHTML = render(text, 'alice');
    let depth = 0;
    for (let node: Element | null = root; node; node = node.firstElementChild) depth++;
    expect(depth).toBeLessThan(64);
  });
});
