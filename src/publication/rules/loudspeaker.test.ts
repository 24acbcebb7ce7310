import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aCard } from './fixtures.ts';
import { LONGEST, loudspeakerText, spoken, spokenDigits } from './loudspeaker.ts';

test('numbers are written as they are said', () => {
  const cases = [
    ['2026年6月18日', '二〇二六年六月十八日'],
    ['2026-06-18', '二〇二六年六月十八日'],
    ['09:30', '上午九点半'],
    ['14:05', '下午两点零五分'],
    ['65岁以上', '六十五岁以上'],
    ['报销80%', '报销百分之八十'],
    ['3.5公里', '三点五公里'],
    ['40万名', '四十万名'],
    ['1,200元', '一千二百元'],
    ['拨打12345', '拨打幺二三四五'],
    ['HPV疫苗', '人乳头瘤病毒疫苗'],
    ['6-8月', '六至八月'],
  ] as const;

  for (const [written, said] of cases) assert.equal(spoken(written), said, written);
  assert.equal(spokenDigits('0352-1234567'), '零三五二，幺二三四五六七');
});

test('the text says what, when, where and whom to call, in one breath', () => {
  const { text, leftOut } = loudspeakerText(aCard(), '2026-06-18');

  assert.equal(
    text,
    '乡亲们请注意。民生实事，开展专场招聘会。可以享受的是，全区求职的居民，不限户籍。六月二十七日上午九点半，在北门广场，夏季专场招聘会。地点在区就业服务大厅一楼。请带上本人证件和简历。时间是，全年办理，工作日上午。有事请打电话，零三五二，幺二三四五六七，区就业服务中心。',
  );
  assert.deepEqual(leftOut, []);
  assert.ok([...text].length <= LONGEST, String([...text].length));
});

test('the text never exceeds one hundred and fifty signs, holds no digit, and names what found no room', () => {
  const words = fc.string({
    unit: fc.constantFrom('村', '民', '1', '9', ',', '年', '𠮷', ' ', '%', '.', '-', ':'),
    minLength: 1,
    maxLength: 120,
  });
  fc.assert(
    fc.property(words, words, words, words, words, (who, where, bring, until, promise) => {
      const { text, leftOut } = loudspeakerText(aCard({ who, where, bring, until, promise }), '2026-06-18');
      assert.ok([...text].length <= LONGEST, text);
      assert.ok(!/[0-9０-９]/.test(text), text);
      assert.equal(text.includes('请带上'), !leftOut.includes('bring'));
    }),
  );
});
