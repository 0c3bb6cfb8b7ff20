import { describe, expect, it, vi } from 'vitest';
import { openKeep } from '../src/store/database';

describe('what outlives the page', () => {
  it('is counted by two tabs without loss', async () => {
    const [one, other] = [openKeep('count'), openKeep('count')];
    const more = (kept: number | undefined) => (kept ?? 0) + 1;
    await Promise.all([one, other, one, other].map((tab) => tab.update('n', more)));
    expect(await one.get('n')).toBe(4);
  });

  it('is told to other tabs when it was updated, and not when it stayed', async () => {
    const [one, other] = [openKeep('told'), openKeep('told')];
    const [heard, own] = [vi.fn(), vi.fn()];
    const end = other.watch(heard);
    one.watch(own);
    const same = { a: 1 };
    await one.update('first', () => same);
    await one.update('first', (kept) => kept ?? same);
    await one.update('second', () => same);
    await vi.waitFor(() => expect(heard.mock.calls).toEqual([['first'], ['second']]));
    expect(own).not.toHaveBeenCalled();
    end();
  });

  it('is found by the beginning of its key', async () => {
    const keep = openKeep('found');
    await keep.set('pin:alice:bob', 1);
    await keep.set('pin:alice:carol', 2);
    await keep.set('pin:alicia:bob', 3);
    expect([...(await keep.all('pin:alice:'))]).toEqual([
      ['bob', 1],
      ['carol', 2],
    ]);
  });

  it('is worked with where nothing can be kept', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new Error('private');
      },
    });
    const keep = openKeep('private');
    expect(await keep.update<number>('n', (kept) => (kept ?? 1) + 1)).toBe(2);
    expect(await keep.get('n')).toBeUndefined();
    expect(await keep.all('')).toEqual(new Map());
  });

  it('is opened by the next one who needs it where it could not be opened', async () => {
    const opening = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new Error('busy');
    });
    const keep = openKeep('later');
    await keep.set('n', 1);
    expect(await keep.get('n')).toBeUndefined();
    await keep.set('n', 2);
    expect(await keep.get('n')).toBe(2);
    expect(opening).toHaveBeenCalledTimes(2);
  });

  it('is opened again after another version of the page wanted it closed', async () => {
    const keep = openKeep('version');
    await keep.set('n', 1);
    const newer = indexedDB.open('version', 2);
    await new Promise((resolve, reject) => {
      newer.onsuccess = resolve;
      newer.onerror = reject;
      newer.onblocked = reject;
    });
    newer.result.close();
    expect(await keep.get('n')).toBeUndefined();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase('version').onsuccess = resolve;
    });
    await keep.set('n', 3);
    expect(await keep.get('n')).toBe(3);
  });
});
