import sharp from 'sharp';

const SIZE = { width: 480, height: 320 } as const;

/** A road as a plain drawing, so that nobody takes it for a photograph of one that exists. */
export function drawRoad(no: number, when: 'before' | 'after'): Promise<Buffer> {
  const bend = 60 + no * 40;
  const path = `M ${bend} ${SIZE.height} C ${bend + 40} 230, 300 210, 250 120`;
  const stroke = (colour: string, width: number, more = '') =>
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" ${more}/>`;
  const road =
    when === 'before'
      ? stroke('#a98a5e', 64) + stroke('#8a6d45', 10, 'stroke-dasharray="26 18 9 22"')
      : stroke('#d9d9d4', 84) + stroke('#55585c', 72) + stroke('#f4f4f0', 4, 'stroke-dasharray="22 18"');
  const land = `<rect width="480" height="120" fill="#cfe0ea"/><rect y="120" width="480" height="200" fill="#b7c79a"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}">${land}${road}</svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
}
