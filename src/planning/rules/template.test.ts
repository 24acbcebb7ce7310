import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BUILT_IN_TEMPLATES, templatesInForce } from './built-in-templates.ts';
import { BUILT_IN, specOf, yearsInForce } from './calendar.ts';
import { activitiesFromTemplate, chainFrom, firstAnswer, settleTemplate, type TemplateStep } from './template.ts';

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
  assert.equal(settle([one, { ...second, after: [1] }]), 'template-order-wrong');
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
