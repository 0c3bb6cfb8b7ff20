const DEEPEST = 5;

/**
 * Cuts quotation marks and list indents beyond a depth nobody writes by hand. A parser recurses on
 * them; a text of 10,000 `>` is one that wants to hang it.
 */
export function limitDepth(text: string): string {
  return text.replace(/^[ \t>]{2,}/gm, (start) => {
    const marks = start.split('>').length - 1;
    if (marks <= DEEPEST) return start.length > 200 ? start.slice(-200) : start;
    return `${'> '.repeat(DEEPEST)}`;
  });
}
