import { ascii, type Bytes, concat, str } from './bytes';
import type { Chain } from './chain';
import type { Device } from './statement';

/** {@return five digits for each five bytes} */
async function digits(label: string, parts: Uint8Array[], groups: number): Promise<string[]> {
  const hash = await crypto.subtle.digest('SHA-512', concat(ascii(label), ...parts));
  const bytes = new Uint8Array(hash);
  return Array.from({ length: groups }, (_, group) => {
    const five = bytes.slice(group * 5, group * 5 + 5);
    const number = five.reduce((sum, byte) => sum * 256 + byte, 0);
    return String(number % 100_000).padStart(5, '0');
  });
}

/** {@return 60 digits, the same on both sides; they change with either identity} */
export async function safetyNumber(
  one: Pick<Chain, 'account' | 'identity'>,
  other: Pick<Chain, 'account' | 'identity'>,
): Promise<string> {
  const sides = [one, other].sort((a, b) => (a.account < b.account ? -1 : 1));
  const halves = await Promise.all(sides.map((side) => half(side.account, side.identity)));
  return halves.flat().join(' ');
}

function half(account: string, identity: Bytes): Promise<string[]> {
  return digits('parley-safety-1', [str(account), identity], 6);
}

/** {@return 20 digits by which a waiting device is recognised on the screen of another} */
export async function deviceCode(device: Device): Promise<string> {
  return (await digits('parley-device-code-1', [device.bytes], 4)).join(' ');
}
