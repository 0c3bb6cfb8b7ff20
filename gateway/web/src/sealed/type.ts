/** What may be shown as an image, by the ending of its name; anything else is just bytes. */
const IMAGES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** {@return the media type of a file that only its name tells something of} Apart, so that a page needs no cryptography for it. */
export function typeOf(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return (Object.hasOwn(IMAGES, ending) && IMAGES[ending]) || 'application/octet-stream';
}
