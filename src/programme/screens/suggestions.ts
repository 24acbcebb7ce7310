import type { DraftPromise } from '../rules/draft.ts';
import type { CountingRule } from '../rules/programme.ts';

type Answers = Pick<CountingRule, 'counts' | 'when' | 'proof'>;

/** What is usually counted, by unit of measure; the person takes it over or writes another. First match wins. */
const BY_UNIT: readonly (readonly [RegExp, (object: string, unit: string) => Answers])[] = [
  [
    /^(场|场次|期|次|届)$/,
    (object) => ({
      counts: `独立举办的一场${object}，同日同地不重复计`,
      when: '活动举办当日',
      proof: '现场照片、签到表或签到人数、活动通知',
    }),
  ],
  [
    /^(人|名|位|人次)$/,
    (object) => ({
      counts: `一名服务对象${object ? `（${object}）` : ''}，同一人只计一次`,
      when: '服务完成当日',
      proof: '服务登记台账（编号、日期），抽查核对',
    }),
  ],
  [/^(户|家)$/, () => ({ counts: '一户计一次，按门牌或户编号不重复', when: '完成并经户主确认当日', proof: '确认单、前后照片' })],
  [
    /^(张|个|处|座|所|台|套|辆|部|组|间|栋|幢)$/,
    (object, unit) => ({ counts: `建成并可以投入使用的一${unit}${object}`, when: '验收合格当日', proof: '验收单、前中后照片' }),
  ],
  [
    /^(公里|千米|米|平方米|m²|亩|公顷|万平方米)$/,
    (object) => ({ counts: `完工并验收的${object}长度或面积，按实测`, when: '验收合格当日', proof: '验收单、实测记录、前后照片' }),
  ],
  [
    /^(条|段|个村|村|乡镇|街道|社区)$/,
    (object) => ({ counts: `全部工序完成的一条（个）${object}`, when: '验收合格当日', proof: '验收单、前后照片' }),
  ],
  [/^(元|万元|亿元)$/, () => ({ counts: '已支付到位的资金，不含预算下达', when: '支付当日', proof: '支付凭证编号' })],
  [/^%$/, () => ({ counts: '写明分子和分母各是什么，两个数分别报送', when: '统计期末', proof: '分子、分母的名册或统计表' })],
];

export function suggestRule(promise: Pick<DraftPromise, 'measureUnit' | 'object' | 'measure'>): Answers {
  if (promise.measure === 'milestone-set')
    return { counts: '每一步完成且有凭证才算，未完成不折算', when: '凭证落款当日', proof: '批复、中标通知书、开工照片、验收单等' };
  const found = BY_UNIT.find(([unit]) => unit.test(promise.measureUnit));
  return found
    ? found[1](promise.object, promise.measureUnit)
    : { counts: `完成的一${promise.measureUnit || '件'}${promise.object}`, when: '完成当日', proof: '台账、照片' };
}
