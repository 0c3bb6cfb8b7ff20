import encodeQR from 'qr';
import decodeQR from 'qr/decode.js';

const LARGEST_SIDE = 1_280;

/** A QR code as one path on a square of `size` units, with the white border that readers need. */
export interface Code {
  size: number;
  path: string;
}

export function codeOf(text: string): Code {
  const rows = encodeQR(text, 'raw', { border: 4 });
  const cells = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')));
  return { size: rows.length, path: cells.join('') };
}

/** {@return what the QR code on a photo says, or undefined where there is none to be read} */
export async function readCode(photo: Blob): Promise<string | undefined> {
  try {
    return textIn(await pixelsOf(photo));
  } catch {
    return undefined;
  }
}

/** {@return what the QR code on an image says} Throws where there is none. */
export function textIn(image: { width: number; height: number; data: Uint8ClampedArray }): string {
  return decodeQR(image);
}

async function pixelsOf(photo: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(photo);
  const scale = Math.min(1, LARGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
