// Reads a conversation from its end to its beginning, a part of a screen at a time, and tells what it saw:
// numbers of the messages, the most that the page held at once, and what a reader would have stumbled over.
async log => {
  const MOST_STEPS = 2_000;
  const LOADS_WITHIN = 600;
  // What a reader sees is what a frame has drawn, and scrolling comes in between frames, too.
  const frames = async count => {
    for (let i = 0; i < count; i++) await new Promise(resolve => requestAnimationFrame(resolve));
    await new Promise(resolve => setTimeout(resolve));
  };
  const isBusy = () => log.getAttribute('aria-busy') === 'true';
  // A page is asked for some frames after the top came near.
  const untilIdle = async () => {
    for (let idle = 0, all = 0; idle < 8; idle = isBusy() ? 0 : idle + 1) {
      if (all++ > 1_800) throw new Error('a page is still loading');
      await frames(1);
    }
  };
  const topOf = element => element.getBoundingClientRect().top - log.getBoundingClientRect().top;
  // A busy machine measures new rows some frames after it drew them.
  const untilStill = async seq => {
    let last;
    for (let still = 0, all = 0; still < 4 && all < 120; all++) {
      await frames(1);
      const article = log.querySelector(`article[data-seq="${seq}"]`);
      const top = article && topOf(article);
      still = top === last ? still + 1 : 0;
      last = top;
    }
    return last;
  };
  const height = log.clientHeight;
  const articles = () => [...log.querySelectorAll('article[data-seq]')];
  const inSight = () =>
    articles().filter(each => topOf(each) < height && topOf(each) + each.offsetHeight > 0);
  const seqOf = article => Number(article.dataset.seq);
  // No pixel between the rows, and none above or below them, as long as there is more on that side.
  const isFilled = () => {
    const rows = [...log.querySelectorAll('.messages-row')].map(row => {
      const top = topOf(row);
      return { top, bottom: top + row.offsetHeight };
    });
    rows.sort((one, other) => one.top - other.top);
    let to = 0;
    for (const { top, bottom } of rows) if (top <= to + 1) to = Math.max(to, bottom);
    const rest = log.scrollHeight - log.scrollTop - height;
    return to >= height - (rest < 20 ? 20 : 1);
  };
  const seen = new Set();
  const report = { most: 0, jumps: [], blank: [], disorder: [] };
  const look = () => {
    const seqs = inSight().map(seqOf);
    seqs.forEach(seq => seen.add(seq));
    report.most = Math.max(report.most, articles().length);
    if (seqs.some((seq, i) => i > 0 && seq !== seqs[i - 1] + 1)) report.disorder.push(seqs);
    if (!isFilled()) report.blank.push(log.scrollTop);
  };

  look();
  for (let step = 0; step < MOST_STEPS && log.scrollTop > 0; step++) {
    const way = Math.min(Math.floor(height * 0.6), log.scrollTop);
    const before = inSight().find(each => topOf(each) >= 0);
    const { seq } = before.dataset;
    const expected = topOf(before) + way;
    log.scrollTop -= way;
    await frames(2);
    look();
    // Above the first ones of a page there are more: they come while one reads.
    if (log.scrollTop < LOADS_WITHIN || isBusy()) {
      await untilIdle();
      look();
    }
    const after = await untilStill(seq);
    const jump = (after ?? Number.POSITIVE_INFINITY) - expected;
    if (Math.abs(jump) > 2) report.jumps.push(`${seq}: ${jump}`);
  }
  const seqs = [...seen].sort((one, other) => one - other);
  return { ...report, first: seqs[0], last: seqs.at(-1), seen: seqs.length };
}
