import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseItem } from './item.ts';

/** A sentence and its figures: quantity (range), measure word, kind unless output, bound unless exact, ~ when approximate, object. */
type Row = readonly [sentence: string, ...figures: string[]];

function figuresOf(sentence: string): readonly string[] {
  return parseItem(sentence).promises.map((it) => {
    const range = it.quantityMax === null ? '' : `-${it.quantityMax}`;
    const marks = [it.kind === 'output' ? '' : it.kind, it.bound === 'exact' ? '' : it.bound, it.approx ? '~' : ''];
    return [`${it.quantity}${range}`, it.unit, ...marks, it.object].filter((word) => word !== '').join(' ');
  });
}

function assertTable(table: readonly Row[]): void {
  for (const [sentence, ...figures] of table) assert.deepEqual(figuresOf(sentence), figures, sentence);
}

test('quantities are read with their multipliers, ranges and printed measure words', () => {
  const table: readonly Row[] = [
    ['新建山泉村便民桥3座', '3 座 山泉村便民桥'],
    ['改建乡村驿站１２处', '12 处 乡村驿站'],
    ['整修灌渠1,250米', '1250 米 灌渠'],
    ['新栽行道树2.4万棵', '24000 棵 行道树'],
    ['发放助学贷款0.35亿元', '35000000 元 助学贷款'],
    ['为5千余户居民换装智能燃气表', '5000 户 at_least ~ 居民'],
    ['增设社区书屋两处', '2 处 社区书屋'],
    ['在老街口修建一个公共停车楼', '1 个 公共停车楼'],
    ['改造旧厂房十二间', '12 间 旧厂房'],
    ['为30万名小学生配发护眼灯', '300000 名 小学生'],
    ['新增城乡常住居民参保人口8万', '80000 城乡常住居民参保人口'],
    ['更换楼道窗4.6万㎡', '46000 ㎡ 楼道窗'],
    ['筹建青年公寓1200套（间）', '1200 套（间） 青年公寓'],
    ['遴选6-9个院落开展微更新', '6-9 个 at_least 院落'],
    ['培育三至五家乡村工坊', '3-5 家 at_least 乡村工坊'],
    ['力争使农户改厕比例达到70%～85%', '70-85 % level at_least 农户改厕比例'],
    ['新增充电枪 260 个', '260 个 充电枪'],
    ['配备救护设备AED50台', '50 台 救护设备AED'],
  ];

  assertTable(table);
});

test('years, names, ages, grades, types, kinds, rates and slogans are no figures to be reached', () => {
  const table: readonly Row[] = [
    ['2026年3月启动二期工程建设，2027年投用'],
    ['改造第十七小学和三号桥，贯通S212与G340国道连接线'],
    ['为60—74周岁老人和0-3岁婴幼儿建立健康档案'],
    ['面向九年级学生开展5G课堂和15分钟阅读圈试点'],
    ['开展“百村千户”走访，推进“四好农村路”和“一老一小”服务'],
    ['覆盖六类困难对象和两种罕见病'],
    ['提升35千伏变电站供电能力，接种13价疫苗'],
    ['按照每人每月80元标准发放午餐补助，最高不超过960元/人'],
    ['依据晨政发〔2025〕12号文件办理，咨询电话0350-8123456'],
    ['推行一户一策、一村一品和一对一帮扶，打造一批一站式服务窗口'],
    ['实现校园食堂明厨亮灶全覆盖，对残疾儿童应助尽助'],
    ['改造1986弄便民食堂'],
    ['建设青石中学、河湾中学、东岭一小'],
    ['扩建三门峡路和五台山街，整治九里河'],
    ['落实“三个100%”工地扬尘要求'],
    ['打造1+6+N服务体系，建成3人制球场的配套看台'],
    ['每个村至少配备1名健康员', '1 名 spec at_least 健康员'],
    ['新增1万元以上项目申报窗口'],
    ['办好10件民生实事'],
  ];

  assertTable(table);
});

test('bounds and approximation follow the words around each figure, and a leading bound holds for its whole list', () => {
  const table: readonly Row[] = [
    ['新增公益岗位不少于90个', '90 个 at_least 公益岗位'],
    ['改造老旧供水管线6公里以上', '6 公里 at_least 老旧供水管线'],
    ['把办件时限之外的补贴申领材料控制在4份以内', '4 份 level at_most 申领材料'],
    ['植绿约5万平方米', '50000 平方米 ~ 植绿'],
    ['修复岸坡近3公里', '3 公里 ~ 岸坡'],
    ['补贴家庭120户左右', '120 户 ~ 家庭'],
    ['资助学生460余名', '460 名 at_least ~ 学生'],
    ['慰问高龄老人约2千余人', '2000 人 at_least ~ 高龄老人'],
    ['举办不少于20场读书会、15场音乐会以及8场戏曲演出', '20 场 at_least 读书会', '15 场 at_least 音乐会', '8 场 at_least 戏曲演出'],
    ['新建广场5处以上、健身点12处', '5 处 at_least 广场', '12 处 健身点'],
    ['组织不少于6场义诊、提供300个床位', '6 场 at_least 义诊', '300 个 床位'],
    ['至少建成2个托育点', '2 个 at_least 托育点'],
    ['开展超过40场宣讲', '40 场 at_least 宣讲'],
    ['培训高级工及以上技工200人', '200 人 高级工及以上技工'],
  ];

  assertTable(table);
});

test('each figure is named by the noun phrase that says what is counted', () => {
  const table: readonly Row[] = [
    ['改造河道4条11公里', '4 条 河道', '11 公里 河道'],
    ['新增家庭农场5家、合作社3家，修建田间路8公里', '5 家 家庭农场', '3 家 合作社', '8 公里 田间路'],
    ['实施西坡镇等6个乡镇的饮水管护工程', '6 个 乡镇的饮水管护工程'],
    ['打通永昌街（东段至西段）等3条瓶颈路', '3 条 瓶颈路'],
    ['对柳林巷等9个楼院的破损屋面、外墙、楼道灯进行修缮', '9 个 楼院的破损屋面、外墙、楼道灯'],
    ['为240户独居老人安装门磁报警器', '240 户 独居老人'],
    ['新（改、扩）建村卫生室14所，新增床位60张', '14 所 村卫生室', '60 张 床位'],
    ['新建、改扩建公办园4所', '4 所 公办园'],
    ['开工改造小区7个、完工5个', '7 个 小区', '5 个 小区'],
    ['建设4个口袋公园和1个滨水广场', '4 个 口袋公园', '1 个 滨水广场'],
    ['实施古城墙内8条小巷亮化工程', '8 条 古城墙内小巷亮化工程'],
    ['县城排水干管改造工程建成3公里、开工5公里', '3 公里 县城排水干管改造工程', '5 公里 县城排水干管改造工程'],
    ['在商圈周边布设共享单车停放区等便民设施30处', '30 处 共享单车停放区等便民设施'],
    ['为孤独症儿童提供康复训练服务900人次', '900 人次 孤独症儿童康复训练服务'],
    ['完成26所乡镇中学的教室照明改造', '26 所 乡镇中学的教室照明改造'],
  ];

  assertTable(table);
});

test('figures of benefit, place, breakdown, size, frequency, money and stock are told from outputs', () => {
  const table: readonly Row[] = [
    ['硬化村道20公里，惠及群众1.2万人', '20 公里 村道', '12000 人 benefit 群众'],
    ['在11个乡镇铺设供热主管12公里', '11 个 scope 乡镇', '12 公里 供热主管'],
    ['解决北岗、南岗2个社区4千人吃水难问题', '2 个 scope 社区', '4000 人 benefit 吃水难问题'],
    ['新增停车位500个，其中地下车位180个、地面车位320个', '500 个 停车位', '180 个 part 地下车位', '320 个 part 地面车位'],
    ['新建党群活动中心，占地12亩，建筑面积3600平方米，新设服务窗口18个', '12 亩 spec 占地', '3600 平方米 spec 建筑面积', '18 个 服务窗口'],
    ['建设环城路，路面宽18米，双向四车道，全长5.2公里', '18 米 spec 路面宽', '5.2 公里'],
    ['安排资金2600万元，新建冷库3座', '26000000 元 funding 安排资金', '3 座 冷库'],
    ['每季度举办2场招聘会，全年服务求职者3000人', '2 场 spec 招聘会', '3000 人 求职者'],
    ['免费为职工体检一次'],
    ['全区普惠托位总数达到4100个', '4100 个 level 普惠托位总数'],
    ['使生活垃圾回收率达到42%以上', '42 % level at_least 生活垃圾回收率'],
    ['累计建成示范社区25个', '25 个 level 示范社区'],
    ['计划总投资1.8亿元', '180000000 元 funding 总投资'],
    ['发放稳岗补贴700万元', '7000000 元 稳岗补贴'],
    ['涉及9个村民小组', '9 个 scope 村民小组'],
  ];

  assertTable(table);
});

test('the usual turns of livelihood lists are read whole', () => {
  const table: readonly Row[] = [
    ['为约300名困境学生配备视力眼镜，其中小学生不少于180名', '300 名 ~ 困境学生', '180 名 part at_least 小学生'],
    ['增设早餐车40余辆', '40 辆 at_least ~ 早餐车'],
    ['修缮危旧房86户，配套建设晾晒场地2.5千平方米', '86 户 危旧房', '2500 平方米 晾晒场地'],
    ['新聘护林员、河道保洁员共75名', '75 名 护林员、河道保洁员'],
    ['新增床位近200张，床位使用率不低于85%', '200 张 ~ 床位', '85 % level at_least 床位使用率'],
    ['完成城区5处积水点整治，新建雨水泵站两座', '5 处 积水点整治', '2 座 雨水泵站'],
    ['把城镇调查失业率控制在5.5%以内', '5.5 % level at_most 城镇调查失业率'],
    ['为12.6万名60周岁及以上居民免费接种流感疫苗', '126000 名 60周岁及以上居民'],
    ['对辖区37部老旧电梯开展安全评估', '37 部 老旧电梯'],
    ['选派150名农艺师赴基层开展农技指导', '150 名 农艺师'],
    ['新建改造给水管网80公里、排水管网35公里，更换井盖900套', '80 公里 给水管网', '35 公里 排水管网', '900 套 井盖'],
    ['开展“书香进万家”活动120场次，参与群众3万人次以上', '120 场次 “书香进万家”活动', '30000 人次 at_least 参与群众'],
    ['帮助600名退役军人实现就业创业', '600 名 退役军人'],
  ];

  assertTable(table);
});

test('a promise is cut from the text as it is printed, from the quantity through the measure word', () => {
  const text = '筹建青年公寓1200套（间），续建１２处';

  const cut = parseItem(text).promises.map((it) => text.slice(it.start, it.end));

  assert.deepEqual(cut, ['1200套（间）', '１２处']);
});

test('coordinated figures share their verb', () => {
  const { promises } = parseItem('新建、改扩建公办园4所，修缮宿舍6栋、食堂2座');

  assert.deepEqual(
    promises.map((it) => it.verb),
    ['新建、改扩建', '修缮', '修缮'],
  );
});
