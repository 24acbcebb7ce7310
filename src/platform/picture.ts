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

/** A rectangle of the upright picture, in shares of its sides. */
export type Area = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

export type RedactedCopy = { readonly bytes: Buffer; readonly width: number; readonly height: number };

/** Unfolding a large picture takes some hundred megabytes: no more than two at a time. */
const AT_ONCE = 2;
const LONGEST_SECONDS = 30;
const PUBLIC_SIDE = 1600;
/** One grey for all: a blurred or coarse copy of what is below has been read back before. */
const COVER = [63, 63, 70] as const;

let unfolding = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (unfolding >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else unfolding += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) unfolding -= 1;
    else next();
  }
}

/**
 * 遮挡后的副本: turned upright, at most 1600 px, what lies in the areas overwritten in the pixels themselves, then encoded anew from these pixels alone.
 * Nothing of the original stands in it: no metadata, no preview, no colour profile, no second frame, nothing below the areas.
 */
export function redactedCopy(bytes: Buffer, areas: readonly Area[]): Promise<RedactedCopy> {
  return inTurn(async () => {
    const { default: sharp } = await import('sharp');
    const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .timeout({ seconds: LONGEST_SECONDS })
      .rotate()
      .resize({ width: PUBLIC_SIDE, height: PUBLIC_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== COVER.length) throw new Error(`a picture of ${info.channels} channels cannot be covered`);
    for (const area of areas) coverArea(data, info, area);
    const encoded = await sharp(data, { raw: { width: info.width, height: info.height, channels: COVER.length } })
      .jpeg({ quality: 82 })
      .toBuffer();
    return { bytes: encoded, width: info.width, height: info.height };
  });
}

/** Half a pixel at the edge is covered too. */
function coverArea(pixels: Buffer, { width, height }: { readonly width: number; readonly height: number }, area: Area): void {
  const [left, top] = [Math.floor(area.left * width), Math.floor(area.top * height)];
  const [right, bottom] = [Math.min(width, Math.ceil(area.right * width)), Math.min(height, Math.ceil(area.bottom * height))];
  const row = Buffer.alloc(Math.max(0, right - left) * COVER.length, Buffer.from(COVER));
  for (let y = top; y < bottom; y++) row.copy(pixels, (y * width + left) * COVER.length);
}
