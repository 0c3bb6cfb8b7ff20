import type { Chain, KnownDevice } from './chain';

/** {@return the devices of a list that were not revoked} Apart, so that a page needs no cryptography for it. */
export function activeDevices(chain: Chain): KnownDevice[] {
  return chain.devices.filter((device) => device.revokedAt === undefined);
}

/** {@return names of the devices that were added behind so many links, and are still good} */
export function addedBehind(chain: Chain, links: number): string[] {
  return activeDevices(chain)
    .filter((device) => device.link > links)
    .map((device) => device.name);
}
