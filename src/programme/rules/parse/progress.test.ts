import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseProgress } from './progress.ts';
import { findStages, furthestStage, STAGES_OF_WORK } from './stage-words.ts';

test('a progress text gives the stage, the share of the whole and the figures reached', () => {
  const table = [
    ['65%（一处偏慢）', null, 65, ['65% 整体进度']],
    ['正在施工中，完成45%', '正在施工', 45, ['45% 整体进度']],
    ['已具备招投标条件', '具备招投标条件', null, []],
    ['驿站已初步选址', '初步选址', null, []],
    ['敬老院已选址，完成立项工作', '立项', null, []],
    ['已制定工作方案，等待开展后续工作', '制定工作方案', null, []],
    ['已建成街角花园3处', null, null, ['3处 街角花园']],
    ['街角花园建成3处，其余正在施工', '正在施工', null, ['3处 街角花园']],
    ['街角花园已建成', '完工', null, []],
    ['已建成投用2个', null, null, ['2个']],
    ['已完成4个村组的管线入地', null, null, ['4个 村组的管线入地']],
    ['已完成招标，做好开工准备', '施工准备', null, []],
    ['正在推进泵站选址', '选址', null, []],
    ['6个球场项目已开工5个、开工率83%，已完工2个', null, null, ['5个 球场项目', '83% 开工率', '2个 球场项目']],
    ['共7处，已完工4处，剩余3处正在扫尾', '收尾', null, ['4处']],
    ['5个项目已竣工，其余2个项目处于前期', '竣工', null, ['5个 项目']],
    ['已建成3所，在建2所', '正在施工', null, ['3所']],
    ['已完成两座便桥加固', null, null, ['2座 便桥加固']],
    ['在8个院落，建成车棚20个', null, null, ['20个 车棚']],
    ['公厕5座已全部竣工，并投入使用', '投入使用', null, ['5座 公厕']],
    ['主体已封顶，正在内部装修', '收尾', null, []],
    ['已举办讲座6期，培训学员240人', null, null, ['6期 讲座', '240人 学员']],
    ['全年40场读书会任务已完成', '完成', null, ['40场 读书会任务']],
    ['已为全镇310名老人完成体检', null, null, ['310名 老人体检']],
    ['可研报告已批复，正在办理用地手续', '用地手续', null, []],
    ['尚未开工', '等待开展', null, []],
  ] as const;

  for (const [text, stage, percent, values] of table) {
    const read = parseProgress(text);
    const printed = read.values.map((it) => `${it.quantity}${it.unit} ${it.object}`.trim());
    assert.deepEqual([read.stage, read.percent, printed], [stage, percent, [...values]], text);
  }
});

test('figures of the background, of the plan and of the days to come are left out', () => {
  for (const text of [
    '离婚登记共42人',
    '全区9个乡镇卫生院已研究增加职责',
    '年度任务80场',
    '计划新增床位60张',
    '其中社区占12个',
    '惠及群众3000人',
    '已确定6个点位',
    '首批90个垃圾亭正在加工',
    '3家进度60%以上',
  ]) {
    assert.deepEqual(parseProgress(text).values, [], text);
  }
});

test('a rate of coverage is no share of the work done', () => {
  assert.equal(parseProgress('医保参保率达96%').percent, null);
});

test('every stage before the works begins at nought, and none after it', () => {
  const first = STAGES_OF_WORK.findIndex((it) => it.name === '开工');

  assert.deepEqual(
    STAGES_OF_WORK.map((it) => it.beforeOutput),
    STAGES_OF_WORK.map((_, order) => order < first),
  );
});

test('stages of several works are each found in their place, and future ones are not', () => {
  const text = '活动中心正在施工中，送戏已完成招投标，力争年底验收';

  const found = findStages(text).map((it) => it.stage);

  assert.deepEqual(found, ['正在施工', '完成招投标']);
  assert.equal(furthestStage('没有任何进展词')?.stage, undefined);
});

test('what has been finished of a whole is read as reached', () => {
  const values = (text: string) => parseProgress(text).values.map(({ quantity, unit }) => `${quantity}${unit}`);

  assert.deepEqual(['12个小区已有8个完工。', '已有7部完成更换。', '辖区已有养老院5所。'].map(values), [['8个'], ['7部'], []]);
});
