import type { SeedList } from './list.ts';

/** 云冈区 2026: the ten rows of the district's page of 18 June 2026, restated; figures as printed. Lead units only where the page names one. */
export const YUNGANG_2026: SeedList = {
  district: '140214',
  year: 2026,
  origin: 'government',
  title: '云冈区2026年十件民生实事',
  source: '2026年6月区报版面',
  frozenFor: '按报道所载清单录入，供演示',
  asOf: '2026-06-18',
  projects: [
    {
      no: '1',
      name: '小区环境提质升级',
      text: '对恒安新区等小区的环境作系统整治，提升社区基础设施，并补齐市政配套。',
      leadUnit: '区住建局',
      promises: [
        {
          verb: '整治',
          object: '恒安新区等小区居住环境',
          measureUnit: '个',
          report: {
            value: 123,
            measureUnit: '个',
            isOtherMeasure: true,
            text: '和顺街道泰乐里、泰庆里新建停车位123个，绿化施工8300平方米；清单没有为停车位和绿化定目标。',
          },
        },
      ],
    },
    {
      no: '2',
      name: '平旺地区雨污分流',
      text: '在平旺地区和西花园片区做雨污分流改造，路面随之修复。',
      promises: [
        {
          verb: '改造',
          object: '平旺地区及西花园片区雨污分流',
          measure: 'milestone-set',
          measureUnit: '项',
          report: { stage: '具备招投标条件', text: '已具备招投标条件，尚未报送其后的节点和日期。' },
        },
      ],
    },
    {
      no: '3',
      name: '农村饮水安全提质',
      text: '维修更新口泉乡、西韩岭乡等10个村的老旧供水设施。',
      promises: [
        {
          verb: '维修更新',
          object: '村的老旧供水设施',
          measure: 'milestone-set',
          target: 10,
          measureUnit: '个',
          printed: '10个',
          report: {
            value: 60,
            measureUnit: '%',
            isOtherMeasure: true,
            stage: '正在施工',
            text: '施工中，报称完成60%；没有说明是村数、管线长度、投资还是工序的60%。',
          },
        },
      ],
    },
    {
      no: '4',
      name: '校园安全守护',
      text: '加强中小学生学习支持与早期干预，心理健康服务覆盖全部学生；升级口泉中学、常青中学、恒安一中的供水供暖供电设施。',
      promises: [
        {
          verb: '完成',
          object: '中小学生心理健康测评',
          measureUnit: '名',
          report: {
            value: 40_000,
            measureUnit: '名',
            isOtherMeasure: true,
            text: '48所学校约4万余名学生建好测评账号；测评本身完成多少名未报，力争6月底前测完。',
          },
        },
        { verb: '升级', object: '三所中学供水供暖供电设施', measure: 'milestone-set', measureUnit: '所' },
      ],
    },
    {
      no: '5',
      name: '养老服务扩面提升',
      text: '新建（改建）养老幸福工程1处；乡镇卫生院推行医养结合，新增养老床位120张。',
      promises: [
        {
          verb: '新建（改建）',
          object: '养老幸福工程',
          measure: 'milestone-set',
          target: 1,
          measureUnit: '处',
          printed: '1处',
          report: { stage: '立项', text: '已经选址，立项已办完。' },
        },
        {
          verb: '新增',
          object: '养老床位',
          target: 120,
          measureUnit: '张',
          printed: '120张',
          report: { stage: '前期', text: '6个乡镇卫生院增加养老职责的事项已由区委编委会议审定；床位尚无一张报送，按前期阶段记为0。' },
        },
      ],
    },
    {
      no: '6',
      name: '公众应急能力建设',
      text: '急救技能、救护员培训办6场；避难场所标识在云新文化广场、恒安公园、平旺公园等处统一设好。',
      promises: [
        {
          verb: '组织',
          object: '急救技能和救护员培训',
          target: 6,
          measureUnit: '场',
          printed: '6场',
          accepts: [{ measureUnit: '期', reason: '报道按“期”计，承诺按“场”计；演示中一期计作一场，待单位确认' }],
          report: { value: 5, measureUnit: '期', text: '急救培训办了5期，380人考核取证。' },
        },
        {
          verb: '规范设置',
          object: '应急避难场所标识',
          measureUnit: '处',
          report: { text: '标识正在更换，没有报数量。' },
        },
      ],
    },
    {
      no: '7',
      name: '惠民保险',
      text: '为约1.6万名城乡低保、特困等救助对象购买小额意外保险。',
      promises: [
        {
          verb: '购买小额意外保险',
          object: '城乡低保、特困等救助对象',
          target: 16_000,
          measureUnit: '名',
          approx: true,
          printed: '1.6万名',
          report: { stage: '制定方案', text: '工作方案已定，后续工作待开展。' },
        },
      ],
    },
    {
      no: '8',
      name: '文化惠民',
      text: '启动区职工文化活动中心建设，免费送戏下乡70场。',
      promises: [
        {
          verb: '启动建设',
          object: '职工文化活动中心',
          measure: 'milestone-set',
          measureUnit: '座',
          report: { stage: '正在施工', text: '中心正在施工。' },
        },
        {
          verb: '开展',
          object: '免费送戏下乡',
          target: 70,
          measureUnit: '场',
          printed: '70场',
          report: { stage: '完成招投标', text: '送戏的招投标已完成，还没有演出的场次。' },
        },
      ],
    },
    {
      no: '9',
      name: '家门口就业服务',
      text: '举办专场招聘会15场，至少建成就业服务驿站1个。',
      leadUnit: '区人社局',
      promises: [
        {
          verb: '举办',
          object: '专场招聘会',
          target: 15,
          measureUnit: '场',
          printed: '15场',
          report: { value: 8, text: '招聘会已办8场，每月至少一场。' },
        },
        {
          verb: '建成',
          object: '就业服务驿站',
          measure: 'milestone-set',
          target: 1,
          measureUnit: '个',
          bound: 'at_least',
          printed: '1个',
          report: { stage: '初步选址', text: '驿站初步选址；其后的步骤和日期未报。' },
        },
      ],
    },
    {
      no: '10',
      name: '重点人群健康关爱',
      text: '为约40万名7—60岁居民免费检测乙肝表面抗体；为约3600名符合条件的女孩免费接种HPV疫苗；为新婚夫妇免费做婚前医学检查。',
      promises: [
        {
          verb: '免费检测乙肝表面抗体',
          object: '7—60岁居民',
          target: 400_000,
          measureUnit: '名',
          approx: true,
          printed: '40万名',
          report: { value: 57_000, text: '乙肝表面抗体已免费检测57000名。' },
        },
        {
          verb: '免费接种HPV疫苗',
          object: '符合条件的女孩',
          target: 3_600,
          measureUnit: '名',
          approx: true,
          printed: '3600名',
          report: { value: 204, text: '满13周岁女孩已接种204名；没有说明是首剂还是全程。' },
        },
        {
          verb: '免费婚前医学检查',
          object: '新婚夫妇',
          measureUnit: '对',
          report: { value: 150, text: '婚前医学检查150对；同期结婚登记共931人。' },
        },
      ],
    },
  ],
};

/** What the page claims of the whole list, in its sense: it is held against the computed lights. */
export const YUNGANG_STATEMENTS = [
  { text: '全部项目均按计划推进，整体达到预期', source: '2026年6月区报版面' },
  { text: '仁和佳苑今年1—5月的12345投诉工单比去年全年下降85%', source: '2026年6月区报版面' },
] as const;
