import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CoverBox, isShown, MUST_HIDE, mayRelease, type PictureRefusal, ReleasePicture, WHOLE_SIDE } from './pictures.ts';

const BOX = { x: 0, y: 0, width: 100, height: 100 };
const NONE = { faces: 'none', plates: 'none', doors: 'none', children: 'none' } as const;

function asked(change: Partial<ReleasePicture> = {}): ReleasePicture {
  return {
    projectId: '01990000-0000-7000-8000-000000000001',
    sourceDigest: 'a'.repeat(64),
    seen: null,
    boxes: [],
    checks: NONE,
    nothingToCover: true,
    phase: 'after',
    caption: '新铺的人行道',
    alt: '一条平整的人行道',
    ...change,
  };
}

const CASES: readonly (readonly [string, Partial<ReleasePicture>, PictureRefusal | null])[] = [
  ['a picture with nothing to cover, and a person who says so, may go out', {}, null],
  ['a covered face with a box may go out', { checks: { ...NONE, faces: 'covered' }, boxes: [BOX], nothingToCover: false }, null],
  ['a box over something else may go out', { boxes: [BOX], nothingToCover: false }, null],
  [
    'a check left open keeps it in',
    { checks: { ...NONE, doors: null, children: null } },
    { kind: 'picture-checks-missing', missing: ['doors', 'children'] },
  ],
  [
    'what is said to be covered needs a box',
    { checks: { ...NONE, plates: 'covered' }, nothingToCover: false },
    { kind: 'picture-covered-without-box', covered: ['plates'] },
  ],
  ['no box and no word that none is needed keeps it in', { nothingToCover: false }, { kind: 'picture-nothing-not-said' }],
  ['a box and the word that none is needed do not agree', { boxes: [BOX] }, { kind: 'picture-nothing-yet-boxes', boxes: 1 }],
  [
    'a number of a person in the caption keeps it in',
    { caption: '联系13812345678' },
    { kind: 'picture-text-personal', findings: [{ field: 'caption', kind: 'mobile', masked: '138****5678' }] },
  ],
  [
    'a home named in the text alternative keeps it in',
    { alt: '幸福小区3号楼2单元501室门口' },
    { kind: 'picture-text-personal', findings: [{ field: 'alt', kind: 'room-address', masked: '幸福小区***' }] },
  ],
];

for (const [name, change, wanted] of CASES) {
  test(name, () => {
    const refused = mayRelease(asked(change));

    if (wanted?.kind === 'picture-text-personal' && refused?.kind === 'picture-text-personal')
      assert.deepEqual(
        refused.findings.map(({ field, kind }) => [field, kind]),
        wanted.findings.map(({ field, kind }) => [field, kind]),
      );
    else assert.deepEqual(refused, wanted);
  });
}

test('a box lies within the picture, whole and not empty', () => {
  const side = fc.integer({ min: -5, max: WHOLE_SIDE + 5 });

  fc.assert(
    fc.property(fc.record({ x: side, y: side, width: side, height: side }), (box) => {
      const isWithin =
        box.x >= 0 && box.y >= 0 && box.width > 0 && box.height > 0 && box.x + box.width <= WHOLE_SIDE && box.y + box.height <= WHOLE_SIDE;
      assert.equal(CoverBox.safeParse(box).success, isWithin);
    }),
  );
  assert.equal(ReleasePicture.safeParse(asked({ boxes: Array.from({ length: 201 }, () => BOX) })).success, false);
  assert.equal(MUST_HIDE.length, 4);
});

test('the edition in force shows what was signed, an older one what still holds, and nothing shows what was stopped', () => {
  const shown = [true, false].flatMap((isCurrentEdition) =>
    [true, false].flatMap((isLatestDecision) =>
      [false, true].map((isStopped) => isShown({ isCurrentEdition, isLatestDecision, isStopped })),
    ),
  );

  assert.deepEqual(shown, [true, false, true, false, true, false, false, false]);
});
