import { File as NodeFile } from 'node:buffer';
import { beforeEach, describe, expect, it } from 'vitest';
import { Unfinished } from '../src/files/unfinished';
import { openKeep } from '../src/store/database';

const DAY = 24 * 60 * 60 * 1_000;
let databases = 0;

describe('an upload that was not done when the page was closed', () => {
  let now: number;
  let name: string;

  beforeEach(() => {
    now = 1_000_000_000;
    name = `unfinished-${databases++}`;
  });

  const page = async (me = 'alice') => {
    const keep = openKeep(name);
    const unfinished = new Unfinished(
      () => keep,
      () => now,
    );
    await unfinished.open(me);
    return unfinished;
  };
  const file = (text = 'hello', called = 'a.txt', lastModified = 5) =>
    new NodeFile([text], called, { lastModified }) as unknown as File;

  it('is found by the same file for the same conversation, once', async () => {
    await (await page()).note(file(), '#team', '/api/files/1');
    const after = await page();
    expect(after.left.value.map((each) => each.name)).toEqual(['a.txt']);
    expect(await after.find(file(), '@bob')).toBeUndefined();
    expect(await after.find(file(), '#team')).toBe('/api/files/1');
    expect(await after.find(file(), '#team')).toBeUndefined();
    expect(after.left.value).toEqual([]);
  });

  it('is not found by another file of that name', async () => {
    await (await page()).note(file(), '#team', '/api/files/1');
    const after = await page();
    expect(await after.find(file('hullo'), '#team')).toBeUndefined();
    expect(await after.find(file('hello!'), '#team')).toBeUndefined();
    expect(await after.find(file('hello', 'b.txt'), '#team')).toBeUndefined();
    expect(await after.find(file('hello', 'a.txt', 6), '#team')).toBeUndefined();
  });

  it('is not begun a second time by the page that is at it', async () => {
    const unfinished = await page();
    await unfinished.note(file(), '#team', '/api/files/1');
    expect(unfinished.left.value).toEqual([]);
    expect(await unfinished.find(file(), '#team')).toBeUndefined();
  });

  it('is forgotten when it is done, after a day, and on leaving', async () => {
    const before = await page();
    await before.note(file(), '#team', '/api/files/1');
    await before.note(file('two'), '#team', '/api/files/2');
    before.forget('/api/files/1');
    expect((await page()).left.value.map((each) => each.address)).toEqual(['/api/files/2']);
    now += DAY;
    expect((await page()).left.value).toEqual([]);
    now -= DAY;
    (await page()).clear();
    expect((await page()).left.value).toEqual([]);
  });

  it('stays forgotten where it was done, or left, before it was noted', async () => {
    const unfinished = await page();
    const noted = unfinished.note(file(), '#team', '/api/files/1');
    unfinished.forget('/api/files/1');
    await noted;
    expect(unfinished.all.value).toEqual([]);
    const late = unfinished.note(file(), '#team', '/api/files/2');
    unfinished.clear();
    await late;
    expect(unfinished.all.value).toEqual([]);
    expect((await page()).left.value).toEqual([]);
  });

  it('is nobody else’s', async () => {
    await (await page('alice')).note(file(), '#team', '/api/files/1');
    expect((await page('bob')).left.value).toEqual([]);
  });
});
