import type { SeedList, SeedProject, SeedPromise } from './list.ts';

const open = (verb: string, object: string, measureUnit: string, value: number, text: string): SeedPromise => ({
  verb,
  object,
  measureUnit,
  report: { value, text },
});

/** 平城区 2025: announced as done at the session of the end of 2025. Five of the ten are printed with results; targets are not printed. */
export const PINGCHENG_2025: SeedList = {
  district: '140213',
  year: 2025,
  origin: 'voted',
  title: '平城区2025年民生实事（报道列出五项，另五项报道未列）',
  source: '2026年1月区报版面',
  frozenFor: '按报道所载五项录入，供演示；目标值报道未列',
  asOf: '2025-12-31',
  projects: [
    {
      no: '1',
      name: '城乡养老和老年助餐幸福工程',
      text: '城乡养老和老年助餐幸福工程。',
      note: '报道称2025年十件实事全部完成；列出五项，另五项报道未列。序号按报道的先后，目标值报道未列。',
      promises: [
        open('建成运营', '社区养老工程', '处', 1, '振华街道永宁社区养老工程完工并运营。'),
        open('建成运营', '社区幸福餐厅', '处', 2, '新华街道局西、岳秀园两个社区的幸福餐厅完工并运营。'),
      ],
    },
    {
      no: '2',
      name: '个体工商户保险保障',
      text: '为个体工商户提供保险保障。',
      promises: [
        open('支付', '保险保障资金', '元', 1_508_400, '保险保障资金支付150.84万元；起止时间报道未列。'),
        open('赔付', '个体工商户', '户', 788, '赔付788户。'),
        open('赔付', '赔付金额', '元', 23_087_800, '赔付2308.78万元；起止时间报道未列，与支付额不作比率。'),
      ],
    },
    { no: '3', name: '免费送戏下乡', text: '免费送戏下乡惠民。', promises: [open('演出', '送戏下乡', '场', 70, '全年70场演完。')] },
    {
      no: '4',
      name: '农批市场农产品快检全覆盖',
      text: '农批市场的农产品快速检测全覆盖。',
      promises: [open('快速检测', '食用农产品', '批次', 55_000, '快检5.5万批次。')],
    },
    {
      no: '5',
      name: '惠民扶助圆梦',
      text: '惠民扶助圆梦工程。',
      promises: [open('资助', '学生', '人', 59, '资助59人。'), open('发放', '资助资金', '元', 282_000, '发放28.2万元。')],
    },
  ],
};

const named = (no: string, name: string, note?: string): SeedProject => ({ no, name, text: name, promises: [], ...(note && { note }) });

/** 平城区 2026: voted by the deputies as names; targets come later with the breakdown. */
export const PINGCHENG_2026: SeedList = {
  district: '140213',
  year: 2026,
  origin: 'voted',
  title: '平城区2026年十件民生实事（人大代表票决）',
  source: '2026年1月区报版面',
  frozenFor: '按票决公布的项目名称录入，供演示',
  asOf: '2026-06-18',
  projects: [
    named('1', '残疾人抢救性康复救助生活补贴'),
    named('2', '个体工商户保险保障工程'),
    {
      no: '3',
      name: '线上线下就业专项招聘会',
      text: '举办15场线上线下就业专项招聘会',
      promises: [{ verb: '举办', object: '线上线下就业专项招聘会', target: 15, measureUnit: '场', printed: '15场' }],
    },
    named('4', '免费法律援助服务'),
    named('5', '学前教育普及普惠发展'),
    named('6', '推进中小学心理健康教育'),
    named('7', '妇女“两癌”免费筛查项目'),
    named('8', '“一对一”健康帮扶“千人行动”', '名称里的“千人”是不是要帮到的人数，票决结果没有说明；待牵头单位答复后再定目标。'),
    named('9', '免费送戏下乡'),
    named('10.1', '“四好农村路”', '票决时与老旧小区改造合为第10件，分开记录。'),
    named('10.2', '老旧小区改造', '票决时与“四好农村路”合为第10件，分开记录。'),
  ],
};
