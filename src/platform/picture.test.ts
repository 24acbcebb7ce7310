import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { redactedCopy } from './picture.ts';

const GREY = [63, 63, 70];
const RED = { r: 220, g: 30, b: 30 };
const SECRET = { r: 20, g: 200, b: 60 };

/** A red picture with a green patch in its upper left quarter: what is to be covered. */
function patched(width: number, height: number): Promise<Buffer> {
  const left = Math.floor(width / 2);
  const top = Math.floor(height / 2);
  const patch = sharp({ create: { width: left, height: top, channels: 3, background: SECRET } })
    .png()
    .toBuffer();
  return patch.then((input) =>
    sharp({ create: { width, height, channels: 3, background: RED } })
      .composite([{ input, left: 0, top: 0 }])
      .png()
      .toBuffer(),
  );
}

async function pixels(bytes: Buffer) {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  return {
    at: (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3)],
    any: (is: (colour: readonly number[]) => boolean) => {
      for (let i = 0; i < data.length; i += info.channels) if (is([...data.subarray(i, i + 3)])) return true;
      return false;
    },
  };
}

const near = (a: readonly number[], b: readonly number[]) => a.every((it, i) => Math.abs(it - b[i]!) < 24);
const isGreen = ([r, g]: readonly number[]) => g! > 120 && r! < 90;
const UPPER_LEFT = { left: 0, top: 0, right: 0.5, bottom: 0.5 };

test('what lies below a box is gone from the pixels, and all around it stays', async () => {
  const copy = await redactedCopy(await patched(400, 300), [UPPER_LEFT]);

  const seen = await pixels(copy.bytes);
  assert.ok(near(seen.at(100, 75), GREY) && near(seen.at(300, 225), [RED.r, RED.g, RED.b]));
  assert.equal(seen.any(isGreen), false);
});

for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
  test(`a picture that its camera turned (orientation ${orientation}) is upright before it is covered, so that the box fits what was seen`, async () => {
    const upright = await patched(320, 200);
    // The camera stores it otherwise and says so: turning it back must give what people saw.
    const stored = await turnedFor(upright, orientation);

    const copy = await redactedCopy(stored, [{ left: 0, top: 0, right: 0.52, bottom: 0.52 }]);

    const seen = await pixels(copy.bytes);
    assert.deepEqual([copy.width, copy.height], [320, 200]);
    assert.equal(seen.any(isGreen), false);
    assert.ok(near(seen.at(280, 180), [RED.r, RED.g, RED.b]));
  });
}

/** The inverse of what each EXIF orientation asks a viewer to do: first a turn, then a mirror. */
const STORED: Readonly<Record<number, { readonly turn: number; readonly mirror: 'flip' | 'flop' | null }>> = {
  1: { turn: 0, mirror: null },
  2: { turn: 0, mirror: 'flop' },
  3: { turn: 180, mirror: null },
  4: { turn: 0, mirror: 'flip' },
  5: { turn: 90, mirror: 'flop' },
  6: { turn: 270, mirror: null },
  7: { turn: 90, mirror: 'flip' },
  8: { turn: 90, mirror: null },
};

async function turnedFor(upright: Buffer, orientation: number): Promise<Buffer> {
  const { turn, mirror } = STORED[orientation]!;
  const turned = sharp(await sharp(upright).rotate(turn).png().toBuffer());
  const stored = await (mirror === null ? turned : turned[mirror]()).png().toBuffer();
  return sharp(stored).withMetadata({ orientation }).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
}

test('the copy carries no metadata, no colour profile and no preview, and has at most 1600 pixels a side', async () => {
  const original = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: RED } })
    .withExif({ IFD0: { Make: 'TestCamera', Artist: '某拍摄人' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 5/1 0/1' } })
    .withIccProfile('p3', { attach: true })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>138-secret</note></x:xmpmeta>')
    .jpeg()
    .toBuffer();

  const copy = await redactedCopy(original, []);

  const { exif, xmp, iptc, icc, orientation, format } = await sharp(copy.bytes).metadata();
  assert.deepEqual([copy.width, copy.height, format], [1600, 800, 'jpeg']);
  assert.deepEqual([exif, xmp, iptc, icc, orientation], [undefined, undefined, undefined, undefined, undefined]);
  assert.ok(!copy.bytes.includes('TestCamera') && !copy.bytes.includes('secret') && !copy.bytes.includes('Exif'));
});

const SHAPES: readonly (readonly [string, () => Promise<Buffer>])[] = [
  [
    'a CMYK print',
    async () =>
      sharp(await patched(400, 300))
        .toColourspace('cmyk')
        .jpeg()
        .toBuffer(),
  ],
  [
    'a picture without colour',
    async () =>
      sharp(await patched(400, 300))
        .greyscale()
        .png()
        .toBuffer(),
  ],
  [
    'a picture with see-through parts',
    async () =>
      sharp(await patched(400, 300))
        .ensureAlpha(0.4)
        .png()
        .toBuffer(),
  ],
  [
    'a picture of 16 bits',
    async () =>
      sharp(await patched(400, 300))
        .toColourspace('rgb16')
        .png()
        .toBuffer(),
  ],
  ['a picture that moves', async () => moving()],
];

async function moving(): Promise<Buffer> {
  const frames = await Promise.all([patched(400, 300), patched(400, 300)]);
  const raw = Buffer.concat(await Promise.all(frames.map((it) => sharp(it).ensureAlpha().raw().toBuffer())));
  return sharp(raw, { raw: { width: 400, height: 600, channels: 4, pageHeight: 300 } })
    .webp({ loop: 0 })
    .toBuffer();
}

for (const [name, make] of SHAPES) {
  test(`${name} becomes one still, opaque picture with its box filled`, async () => {
    const copy = await redactedCopy(await make(), [UPPER_LEFT]);

    const seen = await pixels(copy.bytes);
    const { channels, pages, space } = await sharp(copy.bytes).metadata();
    assert.deepEqual([copy.width, copy.height, channels, pages, space], [400, 300, 3, undefined, 'srgb']);
    assert.ok(near(seen.at(100, 75), GREY), String(seen.at(100, 75)));
    assert.equal(seen.any(isGreen), false);
  });
}

test('a picture cut short, and one that unfolds beyond all measure, give no copy at all', async () => {
  const whole = await sharp(await patched(800, 600))
    .jpeg()
    .toBuffer();
  const huge = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 9 })
    .toBuffer();

  await assert.rejects(redactedCopy(whole.subarray(0, whole.length / 2), []));
  await assert.rejects(redactedCopy(huge, []), /pixel limit/);
});

test('whatever boxes are drawn, every pixel in them is covered', async () => {
  const picture = await sharp({ create: { width: 97, height: 61, channels: 3, background: SECRET } })
    .png()
    .toBuffer();
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  await fc.assert(
    fc.asyncProperty(fc.tuple(share, share), fc.tuple(share, share), async (xs, ys) => {
      const [left, right] = xs.toSorted((a, b) => a - b) as [number, number];
      const [top, bottom] = ys.toSorted((a, b) => a - b) as [number, number];
      const copy = await redactedCopy(picture, [{ left, top, right, bottom }]);
      const seen = await pixels(copy.bytes);
      if (right - left < 0.03 || bottom - top < 0.03) return;
      const middle = [Math.floor(((left + right) / 2) * 97), Math.floor(((top + bottom) / 2) * 61)] as const;
      assert.ok(!isGreen(seen.at(...middle)), `${left} ${right} ${top} ${bottom}`);
    }),
    { numRuns: 40 },
  );
});

test('ten pictures at once wait for their turn and all come back', async () => {
  const picture = await patched(1200, 900);

  const copies = await Promise.all(Array.from({ length: 10 }, () => redactedCopy(picture, [UPPER_LEFT])));

  assert.equal(new Set(copies.map((it) => it.bytes.toString('base64'))).size, 1);
});
