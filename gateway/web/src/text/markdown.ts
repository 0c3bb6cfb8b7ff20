import createMarkdownIt, { type MarkdownIt } from 'markdown-it';
import { addInlineRules } from './inline';
import { limitDepth } from './quotes';
import { sanitize } from './sanitize';
import { tame } from './tame';

/**
 * A message's text as HTML: tamed, limited in depth, parsed without HTML, sanitised. What is lazily
 * made better afterwards (code, math, emoji names) is marked in the HTML, see `enhance.ts`.
 */
export function render(text: string, me: string): string {
  const key = `${me}\n${text}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const html = sanitize(parser.render(limitDepth(tame(text)), { me }));
  if (cache.size >= CACHED) cache.delete(cache.keys().next().value ?? '');
  cache.set(key, html);
  return html;
}

const CACHED = 2_000;
const cache = new Map<string, string>();
const parser = makeParser();

function makeParser(): MarkdownIt {
  const markdown = createMarkdownIt({
    html: false,
    linkify: true,
    breaks: true,
    typographer: false,
    maxNesting: 24,
  });
  // Images would load from elsewhere; headings shout, and underlined ones surprise; references hide links.
  markdown.disable([
    'image',
    'heading',
    'lheading',
    'reference',
    'hr',
    'html_block',
    'html_inline',
  ]);
  markdown.linkify.set({ fuzzyEmail: false, fuzzyIP: false });
  markdown.linkify.add('ftp:', null).add('mailto:', null).add('//', null);
  markdown.validateLink = (url) => /^https?:\/\//i.test(url.trim());
  markdown.renderer.rules.fence = (tokens, index) => {
    const token = tokens[index];
    const language = (token?.info ?? '').trim().split(/\s+/)[0] ?? '';
    const code = markdown.utils.escapeHtml(token?.content ?? '');
    if (language === 'math') return `<div class="math" data-display="true">${code}</div>`;
    const safe = /^[\w+#-]{1,20}$/.test(language) ? language.toLowerCase() : '';
    return `<pre tabindex="0"><code data-language="${safe}">${code}</code></pre>`;
  };
  // The page's policy allows no style of an element.
  for (const cell of ['th_open', 'td_open'])
    markdown.renderer.rules[cell] = (tokens, index, options, _, self) => {
      const token = tokens[index];
      const side = /^text-align:(center|right)$/.exec(`${token?.attrGet('style')}`)?.[1];
      if (token) token.attrs = side ? [['class', `align-${side}`]] : null;
      return self.renderToken(tokens, index, options);
    };
  addInlineRules(markdown);
  return markdown;
}
