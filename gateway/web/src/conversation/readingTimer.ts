export const READ_AFTER = 1_500;

/** Judges from looks at the screen how far somebody has read. */
export class ReadingTimer {
  #seen: { seq: number; since: number }[] = [];

  /**
   * @param seq the last number in sight, 0 if nobody looks
   * @returns the number up to which all was in sight for 1.5 s, 0 if none was
   */
  onLook(seq: number, now: number): number {
    this.#seen = this.#seen.filter((look) => look.seq <= seq);
    if (seq > 0 && this.#seen.at(-1)?.seq !== seq) this.#seen.push({ seq, since: now });
    const read = this.#seen.findLast((look) => now - look.since >= READ_AFTER);
    return read?.seq ?? 0;
  }
}
