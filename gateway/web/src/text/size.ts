import { language } from '../settings/preferences';

const UNITS = ['B', 'kB', 'MB', 'GB'];

/** {@return a number of bytes as people read it: 1.2 MB} */
export function fileSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1_000 && unit < UNITS.length - 1) {
    value /= 1_000;
    unit++;
  }
  const digits = { maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0 };
  return `${new Intl.NumberFormat(language.value, digits).format(value)} ${UNITS[unit]}`;
}
