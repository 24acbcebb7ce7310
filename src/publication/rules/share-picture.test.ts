import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { aCard } from './fixtures.ts';
import { sharePicture } from './share-picture.ts';

const words = { next: '下一场', foot: '扫码看最新一期', facts: [['谁能享受', (it: { who: string }) => it.who]] as const };

function elementsOf(svg: string): readonly string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => names.push(tag.name));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return names;
}

test('a picture to pass on is 1080 wide, grows with its words, and turns none of them into markup', () => {
  const one = sharePicture({ cards: [aCard()], title: '清泉区', asOf: '2026-06-18', words, code: null });
  const two = sharePicture({
    cards: [aCard(), aCard()],
    title: '清泉区',
    asOf: '2026-06-18',
    words,
    code: [
      [true, false],
      [false, true],
    ],
  });

  assert.deepEqual([one.width, two.width, two.height > one.height], [1080, 1080, true]);
  assert.match(one.svg, /2026年6月27日 09:30–11:30/);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 120 }), (who) => {
      const { svg } = sharePicture({ cards: [aCard({ who })], title: who, asOf: '2026-06-18', words, code: null });
      assert.deepEqual([...new Set(elementsOf(svg))].sort(), ['path', 'rect', 'svg', 'text']);
    }),
    { numRuns: 50 },
  );
});
