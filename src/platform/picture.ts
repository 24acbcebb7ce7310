import { Problem } from '#/kernel/problem.ts';

/** A telephone takes 12 to 50 megapixels; a picture that says it has more than this is not unfolded. */
export const MAX_PIXELS = 100_000_000;

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif', 'image/avif']);

export function isPicture(mediaType: string): boolean {
  return PICTURES.has(mediaType);
}

/** A copy for the screen: turned upright, at most 1600 px, re-encoded without any metadata (no place, no device, no time). */
export async function displayCopy(bytes: Buffer, width = 1600): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .rotate()
    .resize({ width, height: width, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer();
}

/** A picture is one that can be shown: it is decoded once, small, before it is kept. */
export async function checkPicture(bytes: Buffer, name: string): Promise<void> {
  const { default: sharp } = await import('sharp');
  const unreadable = () => {
    throw new Problem(415, 'picture-unreadable', { name });
  };
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata().catch(unreadable);
  if (width * height > MAX_PIXELS) throw new Problem(413, 'picture-pixels', { name, pixels: width * height, limit: MAX_PIXELS });
  await displayCopy(bytes, 64).catch(unreadable);
}
