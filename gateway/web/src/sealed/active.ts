import type { Chain, KnownDevice } from './chain';

/** {@return the devices of a list that were not revoked} Apart, so that a page needs no cryptography for it. */
export function activeDevices(chain: Chain): KnownDevice[] {
  return chain.devices.filter((device) => device.revokedAt === undefined);
}
