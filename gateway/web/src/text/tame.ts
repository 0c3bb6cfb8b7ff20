/**
 * Takes from a text what can disturb the page around it. The server removes control and direction
 * characters before it stores a message; this holds for whatever else may arrive.
 */
export function tame(text: string): string {
  return text
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(JOINERS, '$1')
    .replace(STACKED_MARKS, '$1');
}

/** Names and other short texts: one line. */
export function tameLine(text: string): string {
  return tame(text).replace(/\s+/gu, ' ').trim();
}

// C0 and C1 except tab and newline.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

// Direction controls, zero width space, word joiner, byte order mark, soft hyphen, Hangul fillers, tags.
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e001f}]/gu;

// Zero width joiners are part of emoji and of some scripts; more than one in a row is of none.
const JOINERS = /([\u200c\u200d])[\u200c\u200d]+/g;

// No script puts more than four marks on a letter; what comes after them climbs over other lines.
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;
