import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BUILT_IN_TEMPLATES, templatesInForce } from './built-in-templates.ts';
import { BUILT_IN, specOf, yearsInForce } from './calendar.ts';
import {
  activitiesFromTemplate,
  chainFrom,
  firstAnswer,
  following,
  SetTemplate,
  settleTemplate,
  type TemplateLink,
  type TemplateStep,
} from './template.ts';
import { withoutStep, withStepAfter } from './template-steps.ts';

const years = yearsInForce([]);
const calendars = Object.fromEntries(BUILT_IN.map((it) => [it.key, specOf(it, years)]));
const engineering = BUILT_IN_TEMPLATES[0]!.steps;
const at = (name: string) => engineering.findIndex((it) => it.name === name);
const ask = (chain: readonly TemplateStep[], today: '2026-06-19' | '2026-03-02' | '2026-08-03') =>
  firstAnswer(chain, { deadline: '2026-12-31', today, calendars });

test('a sewer that is ready for tender on 19 June has to send its documents out on 22 June: no day is left', () => {
  const found = ask(chainFrom(engineering, at('招标文件审定发出')), '2026-06-19');

  assert.ok(found.ok);
  assert.deepEqual([found.value.latestStart, found.value.slack], ['2026-06-22', 0]);
  assert.deepEqual(
    found.value.steps.map((it) => [it.lateStart, it.lateFinish]),
    [
      ['2026-06-22', '2026-06-26'],
      ['2026-06-28', '2026-07-17'],
      ['2026-07-18', '2026-07-20'],
      ['2026-07-21', '2026-08-03'],
      ['2026-08-04', '2026-10-06'],
      ['2026-10-07', '2026-10-31'],
      ['2026-12-18', '2026-12-31'],
    ],
  );
});

test('too late is said in negative days, and a chain without steps is not answered', () => {
  const late = ask(chainFrom(engineering, at('招标文件审定发出')), '2026-08-03');

  assert.ok(late.ok && late.value.slack < 0);
  const none = firstAnswer([], { deadline: '2026-12-31', today: '2026-03-02', calendars });
  assert.deepEqual(none, { ok: false, refusal: { kind: 'chain-empty' } });
});

test('every built-in chain can be walked and keeps what the law asks for', () => {
  for (const { key, title, kind, steps } of BUILT_IN_TEMPLATES) {
    const settled = settleTemplate(
      { key, title, kind, steps: steps.map((it) => ({ ...it, after: [...it.after] })), reason: '内置' },
      { templates: BUILT_IN_TEMPLATES, calendars: Object.keys(calendars) },
    );
    assert.ok(settled.ok, title);
    assert.ok(ask(steps, '2026-03-02').ok, title);
  }
});

test('a district does not set a template below the law, nor one that cannot be walked', () => {
  const [first, second] = engineering.slice(at('招标文件到开标'), at('招标文件到开标') + 2) as [TemplateStep, TemplateStep];
  const settle = (steps: readonly TemplateStep[]) => {
    const input = {
      key: null,
      title: '简易工程',
      kind: 'engineering' as const,
      steps: steps.map((it) => ({ ...it, after: [...it.after] })),
      reason: '调整',
    };
    const settled = settleTemplate(input, { templates: BUILT_IN_TEMPLATES, calendars: Object.keys(calendars) });
    return settled.ok ? null : settled.refusal.kind;
  };
  const one = { ...first, after: [] };

  assert.equal(settle([one]), null);
  assert.equal(settle([{ ...one, days: 19 }]), 'template-below-legal');
  assert.equal(settle([one, { ...second, after: [following(1)] }]), 'template-order-wrong');
  assert.equal(settle([one, { ...second, after: [following(0), { step: 0, type: 'FS', lag: 3 }] }]), 'template-link-twice');
  assert.equal(settle([one, { ...second, after: [following(0), { step: 0, type: 'FF', lag: 3 }] }]), null);
  assert.equal(settle([one, { ...one }]), 'template-step-twice');
  assert.equal(settle([{ ...one, calendar: 'moon' }]), 'template-calendar-unknown');
});

test('what a district set goes before what is built in, and what it withdrew is not offered', () => {
  const version = {
    ...BUILT_IN_TEMPLATES[0]!,
    versionNo: 1,
    title: '本区工程',
    isActive: true,
    reason: '本区',
    setBy: '周',
    setOn: '2026-06-18',
  } as const;
  const withdrawn = { ...BUILT_IN_TEMPLATES[1]!, versionNo: 1, isActive: false, reason: '不用', setBy: '周', setOn: '2026-06-18' } as const;

  const titles = templatesInForce([version, withdrawn]).map((it) => it.title);
  assert.deepEqual(titles, ['本区工程', '系列活动', '购置采购', '摸排调查']);
});

test('a chain put into a task becomes activities with their links, named apart where the project has the name already', () => {
  let made = 0;
  const edits = activitiesFromTemplate(
    engineering.slice(0, 2),
    { id: 't', name: '二标段' },
    { taken: new Set(['立项批复']), newId: () => `a${++made}`, shorterBecause: null },
  );

  assert.deepEqual(
    edits.map((it) => (it.do === 'add' ? it.name : [it.from, it.to])),
    ['二标段：立项批复', '施工图设计和审查', ['a1', 'a2']],
  );
});

const aStep = (name: string, days: number, after: readonly TemplateLink[] = []): TemplateStep => ({
  ...{ name, days, calendar: 'every-day', after, isMilestone: false, gate: null, legalMinimum: null },
});

test('each of the four ways of going by an earlier step counts back as the schedule does', () => {
  const cases: readonly (readonly [TemplateLink['type'], number, string | null])[] = [
    ['FS', 0, '2026-12-12'],
    ['FS', 3, '2026-12-09'],
    ['FS', -2, '2026-12-14'],
    ['SS', 0, '2026-12-22'],
    ['SS', 4, '2026-12-18'],
    ['FF', 0, '2026-12-22'],
    ['FF', 5, '2026-12-17'],
    ['SF', 0, '2026-12-22'],
  ];

  for (const [type, lag, lateStart] of cases) {
    const found = ask([aStep('铺管', 10), aStep('恢复路面', 10, [{ step: 0, type, lag }])], '2026-06-19');
    assert.equal(found.ok && found.value.steps[0]!.lateStart, lateStart, `${type} ${lag}`);
  }
});

test('a step that others only begin beside has to be done by the deadline itself', () => {
  const found = ask([aStep('铺管', 100), aStep('巡查', 5, [{ step: 0, type: 'SS', lag: 0 }])], '2026-06-19');

  assert.equal(found.ok && found.value.steps[0]!.lateFinish, '2026-12-31');
});

test('links go into the plan as they stand in the template, and stay right when earlier steps are done', () => {
  const chain = [aStep('立项', 3), aStep('铺管', 10, [following(0)]), aStep('恢复路面', 10, [{ step: 1, type: 'SS', lag: 4 }])];
  let made = 0;
  const edits = activitiesFromTemplate(
    chainFrom(chain, 1),
    { id: 't', name: '一标段' },
    { taken: new Set(), newId: () => `a${++made}`, shorterBecause: null },
  );

  assert.deepEqual(edits.at(-1), { do: 'link', from: 'a1', to: 'a2', type: 'SS', lag: 4, lagCalendar: null });
  assert.equal(edits.length, 3);
});

test('a step put in between is followed by the next one; one taken out leaves its place to those before it', () => {
  const chain = [aStep('甲', 1), aStep('乙', 1, [following(0)]), aStep('丙', 1, [following(1), { step: 0, type: 'FF', lag: 2 }])];
  const shape = (steps: readonly TemplateStep[]) =>
    steps.map((it) => `${it.name} ${it.after.map((one) => `${one.step}${one.type}${one.lag}`).join(' ')}`);

  const longer = withStepAfter(chain, 0, aStep('新', 1));
  assert.deepEqual(shape(longer), ['甲 ', '新 0FS0', '乙 1FS0', '丙 2FS0 0FF2']);
  assert.deepEqual(shape(withoutStep(longer, 1)), shape(chain));
  assert.deepEqual(shape(withoutStep(chain, 1)), ['甲 ', '丙 0FS0 0FF2']);
  assert.deepEqual(shape(withoutStep(chain, 0)), ['乙 ', '丙 0FS0']);
});

test('a template sent with bare numbers means steps that simply follow', () => {
  const input = {
    key: null,
    title: '旧写法',
    kind: 'engineering',
    reason: '导入',
    steps: [{ ...aStep('摸排', 1) }, { ...aStep('登记', 1), after: [0] }],
  };

  assert.deepEqual(SetTemplate.parse(input).steps[1]!.after, [following(0)]);
});
