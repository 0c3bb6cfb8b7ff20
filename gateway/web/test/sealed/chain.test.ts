// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { activeDevices } from '../../src/sealed/active';
import { fromBase64Url, toBase64Url } from '../../src/sealed/bytes';
import { addLink, BadChain, goesOn, readChain, revokeLink } from '../../src/sealed/chain';
import { AT, chainOf, device, signerOf } from './make';

describe('a list of devices', () => {
  it('grows by links that its devices sign', async () => {
    const [one, two] = [await device('bob', 'laptop'), await device('bob', 'phone')];
    const chain = await chainOf('bob', one, two);
    expect(activeDevices(chain).map(({ name }) => name)).toEqual(['laptop', 'phone']);
    expect(chain.identity).toEqual(chain.devices[0]?.signing);
  });

  it('refuses a device that a stranger links', async () => {
    const chain = await chainOf('bob', await device('bob', 'laptop'));
    const mallory = await device('bob', 'mallory');
    const link = await addLink(chain, 'bob', AT, mallory.statement, signerOf(mallory));
    await expect(readChain('bob', [...chain.links, link])).rejects.toThrow(/may not/);
  });

  it('refuses a link that a revoked device signs', async () => {
    const [one, two, three] = [
      await device('bob', 'laptop'),
      await device('bob', 'phone'),
      await device('bob', 'tablet'),
    ];
    const chain = await chainOf('bob', one, two);
    const revoke = await revokeLink(chain, AT + 2, two.id, signerOf(one));
    const revoked = await readChain('bob', [...chain.links, revoke]);
    expect(activeDevices(revoked).map(({ name }) => name)).toEqual(['laptop']);
    const link = await addLink(revoked, 'bob', AT + 3, three.statement, signerOf(two));
    await expect(readChain('bob', [...revoked.links, link])).rejects.toThrow(/may not/);
  });

  it('refuses the list of another account, a link left out, and links in another order', async () => {
    const [one, two, three] = [
      await device('bob', 'laptop'),
      await device('bob', 'phone'),
      await device('bob', 'tablet'),
    ];
    const { links } = await chainOf('bob', one, two, three);
    const [first, second, third] = links as [string, string, string];
    for (const bad of [[second, third], [first, third], [first, third, second], [first, first], []])
      await expect(readChain('bob', bad)).rejects.toThrow(BadChain);
    await expect(readChain('alice', links)).rejects.toThrow(BadChain);
  });

  it('refuses a link of which any byte is another one', async () => {
    const { links } = await chainOf('bob', await device('bob', 'laptop'));
    const bytes = fromBase64Url(links[0] as string);
    for (let i = 0; i < bytes.length; i++) {
      const altered = bytes.slice();
      altered[i] = (altered[i] as number) ^ 1;
      await expect(readChain('bob', [toBase64Url(altered)])).rejects.toThrow(BadChain);
    }
  });

  it('refuses one that is longer than any may be, before it computes anything', async () => {
    const { links } = await chainOf('bob', await device('bob', 'laptop'));
    const long = Array.from({ length: 1_001 }, () => links[0] as string);
    await expect(readChain('bob', long)).rejects.toThrow(/more than 1000 links/);
    await expect(readChain('bob', ['A'.repeat(1_401)])).rejects.toThrow(/longer than 1400/);
    await expect(readChain('bob', ['A'.repeat(1_400)])).rejects.toThrow(/of another kind/);
  });

  it('refuses more devices at a time than a text has room for', async () => {
    const first = await device('bob', 'one');
    const others = await Promise.all(Array.from({ length: 8 }, () => device('bob', 'more')));
    const full = await chainOf('bob', first, ...others.slice(0, 7));
    expect(activeDevices(full)).toHaveLength(8);
    await expect(chainOf('bob', first, ...others)).rejects.toThrow(/to 8 others/);
  });

  it('goes on from what it was, or does not', () => {
    expect(goesOn(['a'], ['a', 'b'])).toBe(true);
    expect(goesOn(['a', 'b'], ['a'])).toBe(false);
    expect(goesOn(['a'], ['c', 'b'])).toBe(false);
  });
});
