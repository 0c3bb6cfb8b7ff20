import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';
import { isCallTo, MENTION } from './mentions';

const EMOJI = /(?<![\w:]):([a-z0-9_+-]{2,40}):(?!\w)/g;
const DOLLAR = 36;

/** Adds what chat has and CommonMark has not: `@name`, `:emoji:`, `$$math$$`. */
export function addInlineRules(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'math', math);
  markdown.core.ruler.push('chat_words', markWords);
  const { escapeHtml } = markdown.utils;
  markdown.renderer.rules.math = (tokens, index) =>
    `<span class="math">${escapeHtml(tokens[index]?.content ?? '')}</span>`;
  markdown.renderer.rules.emoji_name = (tokens, index) => {
    const name = escapeHtml(tokens[index]?.content ?? '');
    return `<span class="emoji" data-emoji="${name}">:${name}:</span>`;
  };
  markdown.renderer.rules.mention = (tokens, index, _options, env) => {
    const name = tokens[index]?.content ?? '';
    const kind = isCallTo(name, String(env?.me ?? '')) ? 'mention mention-me' : 'mention';
    const handle = escapeHtml(name.toLowerCase());
    return `<span class="${kind}" data-user="${handle}">@${escapeHtml(name)}</span>`;
  };
}

/** `$$ … $$` within a line or over lines; a single `$` is money. */
function math(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== DOLLAR || src.charCodeAt(pos + 1) !== DOLLAR) return false;
  const end = src.indexOf('$$', pos + 2);
  if (end < 0 || src.slice(pos + 2, end).trim() === '') return false;
  if (!silent) state.push('math', '', 0).content = src.slice(pos + 2, end);
  state.pos = end + 2;
  return true;
}

function markWords(state: StateCore): void {
  for (const block of state.tokens) {
    if (block.type !== 'inline' || !block.children) continue;
    let links = 0;
    block.children = block.children.flatMap((token) => {
      if (token.type === 'link_open') links++;
      if (token.type === 'link_close') links--;
      return token.type === 'text' && links === 0 ? split(token, state) : [token];
    });
  }
}

/** Cuts a text token into text, mentions and emoji names. */
function split(token: Token, state: StateCore): Token[] {
  const found = [
    ...[...token.content.matchAll(MENTION)].map((match) => ({ match, type: 'mention' })),
    ...[...token.content.matchAll(EMOJI)].map((match) => ({ match, type: 'emoji_name' })),
  ].sort((a, b) => a.match.index - b.match.index);
  const tokens: Token[] = [];
  let from = 0;
  const make = (type: string, content: string) => {
    const made = new state.Token(type, '', 0);
    made.content = content;
    tokens.push(made);
  };
  for (const { match, type } of found) {
    if (match.index < from) continue;
    if (match.index > from) make('text', token.content.slice(from, match.index));
    make(type, match[1] ?? '');
    from = match.index + match[0].length;
  }
  if (from === 0) return [token];
  if (from < token.content.length) make('text', token.content.slice(from));
  return tokens;
}
