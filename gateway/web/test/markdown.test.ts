import { describe, expect, it, vi } from 'vitest';
import * as emoji from '../src/text/emoji';
import { enhance } from '../src/text/enhance';
import { render } from '../src/text/markdown';
import { mentionsIn } from '../src/text/mentions';

describe('render', () => {
  it.each([
    ['**bold** and *soft*', '<strong>bold</strong> and <em>soft</em>'],
    ['one\ntwo', 'one<br>'],
    ['~~gone~~', '<s>gone</s>'],
    ['# not a heading', '<p># not a heading</p>'],
    ['under\n---', '<p>under<br>'],
    ['a < b & c', 'a &lt; b &amp; c'],
    ['costs $5 or $6', 'costs $5 or $6'],
    ['$$x^2$$', '<span class="math">x^2</span>'],
    [':tada:', 'data-emoji="tada"'],
    ['| a | b |\n| - | -: |\n| 1 | 2 |', '<td>1</td>\n<td class="align-right">2</td>'],
    ['10:30:00', '10:30:00'],
  ])('shows %j', (text, html) => {
    expect(render(text, 'alice')).toContain(html);
  });

  it('marks whom a message calls, and me in another way', () => {
    const html = render('@bob and @alice, not me@alice.example', 'alice');
    expect(html).toContain('<span class="mention" data-user="bob">@bob</span>');
    expect(html).toContain('<span class="mention mention-me" data-user="alice">@alice</span>');
    expect(html.match(/data-user/g)).toHaveLength(2);
  });

  it('leaves code alone', () => {
    const html = render('`@alice :tada: $$x$$`', 'alice');
    expect(html).toContain('<code>@alice :tada: $$x$$</code>');
  });
});

describe('enhance', () => {
  it('loads what a message needs, and changes it once', async () => {
    const root = document.createElement('div');
    root.innerHTML = render(':tada: $$x^2$$\n\n```java\nreturn x;\n```', 'alice');
    await enhance(root);
    expect(root.querySelector('.emoji')?.textContent).toBe('🎉');
    expect(root.querySelector('.math math')).not.toBeNull();
    expect(root.querySelector('.hljs-keyword')?.textContent).toBe('return');
    const html = root.innerHTML;
    await enhance(root);
    expect(root.innerHTML).toBe(html);
  });

  it('tries again what could not be loaded', async () => {
    const root = document.createElement('div');
    root.innerHTML = render(':taco: $$x^2$$', 'alice');
    vi.spyOn(emoji, 'loadEmoji').mockRejectedValueOnce(new TypeError('no such chunk'));
    await enhance(root);
    expect(root.querySelector('.emoji')?.textContent).toBe(':taco:');
    expect(root.querySelector('.math math')).not.toBeNull();
    await enhance(root);
    expect(root.querySelector('.emoji')?.textContent).toBe('🌮');
  });

  it('leaves TeX that cannot be read as it was written', async () => {
    const root = document.createElement('div');
    root.innerHTML = render('$$\\frac{$$', 'alice');
    await enhance(root);
    expect(root.textContent).toContain('\\frac{');
  });

  it('makes no link of TeX', async () => {
    const root = document.createElement('div');
    root.innerHTML = render('$$\\href{javascript:alert(1)}{x}$$', 'alice');
    await enhance(root);
    expect(root.querySelectorAll('[href], a')).toHaveLength(0);
  });
});

describe('mentionsIn', () => {
  it.each([
    ['hi @alice', true],
    ['hi @Alice!', true],
    ['@all listen', true],
    ['@here now', true],
    ['@alicia', false],
    ['mail@alice', false],
    ['`@alice`', false],
    ['```\n@alice\n```', false],
  ])('%j: %s', (text, expected) => {
    expect(mentionsIn(text, 'alice')).toBe(expected);
  });
});
