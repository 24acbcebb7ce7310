import { lightWords } from '#/delivery/words/lights.ts';
import type { CountingRule } from '#/programme/rules/programme.ts';
import type { JournalLine, ListFile, ProjectFile, PromiseFile } from './rules/facts.ts';

/** 数据表: the same rows as a sheet, as CSV and as JSON. */
export type DataSheet = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

const nameOf = ({ promise }: PromiseFile) => `${promise.verb}${promise.object}`;
const ruleOf = (rule: CountingRule | null) => (rule === null ? null : [rule.counts, rule.when, rule.proof].filter(Boolean).join('；'));

const REPORT_STATES: Readonly<Record<string, string>> = {
  proposed: '待确认',
  'unit-review': '单位审核中',
  submitted: '已报送',
  adopted: '已采用',
  'sent-back': '已退回',
  superseded: '已更正',
};
const PLAN_STATES = { proposed: '已报', approved: '已批准', withdrawn: '已撤回' } as const;
const ADJUSTMENTS = { target: '目标', deadline: '时限', content: '内容', termination: '终止' } as const;

/** Every figure of a project and the records behind it. */
export function sheetsOf(file: ProjectFile, list: ListFile): readonly DataSheet[] {
  return [
    promiseSheet(file),
    adjustmentSheet(file),
    planSheet(file),
    reportSheet(file, list),
    evidenceSheet(file),
    checkedSheet(file),
    figureSheet(file),
    journalSheet(file),
  ];
}

function promiseSheet({ promises }: ProjectFile): DataSheet {
  return {
    name: '承诺',
    columns: ['承诺', '计量单位', '冻结时目标', '现目标', '已完成', '数据截至', '灯', '计数口径', '核验销号日期', '承诺编号'],
    rows: promises.map((it) => [
      nameOf(it),
      it.promise.measureUnit,
      it.original.target,
      it.promise.target,
      it.done,
      it.doneOn,
      lightWords['zh-CN'][it.light as keyof (typeof lightWords)['zh-CN']],
      ruleOf(it.promise.countingRule),
      it.accepted?.acceptedOn ?? null,
      it.promise.id,
    ]),
  };
}

function adjustmentSheet({ promises }: ProjectFile): DataSheet {
  return {
    name: '调整',
    columns: ['承诺', '调整什么', '调整后目标', '调整后时限', '调整后内容', '原因', '决定', '文号', '决定日期', '文件SHA-256'],
    rows: promises.flatMap((it) =>
      it.adjustments.map(({ kind, after, reason, decision, documentNo, decidedOn, documentDigest }) => [
        nameOf(it),
        ADJUSTMENTS[kind],
        after.target,
        after.dueOn,
        after.object,
        reason,
        decision,
        documentNo,
        decidedOn,
        documentDigest,
      ]),
    ),
  };
}

function planSheet({ promises }: ProjectFile): DataSheet {
  return {
    name: '计划',
    columns: [
      '承诺',
      '版本',
      '状态',
      '启用日',
      '完成日',
      '目标',
      '曲线',
      '原因',
      '报计划',
      '报计划日期',
      '批准',
      '批准日期',
      '锁定SHA-256',
    ],
    rows: promises.flatMap((it) =>
      it.plans.map((plan) => [
        nameOf(it),
        plan.version,
        PLAN_STATES[plan.state],
        plan.startsOn,
        plan.finishOn,
        plan.target,
        JSON.stringify(plan.shape),
        plan.reason,
        plan.proposedBy,
        plan.proposedOn,
        plan.approvedBy,
        plan.approvedOn,
        plan.digest,
      ]),
    ),
  };
}

function reportSheet({ promises }: ProjectFile, { unitNames }: ListFile): DataSheet {
  const reports = promises.flatMap((it) => it.reports.map((report) => ({ it, report })));
  return {
    name: '报送',
    columns: [
      '承诺',
      '截至日',
      '数值',
      '分母',
      '计量单位',
      '阶段',
      '文字',
      '状态',
      '单位',
      '填报人',
      '填报时间',
      '审核',
      '审核时间',
      '采用或退回',
      '办理时间',
      '退回原因',
      '更正原因',
      '佐证SHA-256',
      '报送编号',
    ],
    rows: reports.map(({ it, report }) => [
      nameOf(it),
      report.asOf,
      report.value,
      report.denominator,
      report.measureUnit,
      report.stage,
      report.text,
      REPORT_STATES[report.state] ?? report.state,
      report.unitId === null ? null : (unitNames[report.unitId] ?? null),
      report.submittedBy,
      String(report.submittedAt),
      report.unitReviewedBy,
      report.unitReviewedAt,
      report.decidedBy,
      report.decidedAt,
      report.sentBackReason,
      report.correctionReason,
      report.evidence.join(' '),
      report.id,
    ]),
  };
}

function evidenceSheet({ evidence }: ProjectFile): DataSheet {
  return {
    name: '佐证文件',
    columns: ['最早截至日', '类型', '字节', 'SHA-256', '在文件库'],
    rows: evidence.map(({ on, mediaType, size, digest, isThere }) => [on, mediaType, size, digest, isThere ? '是' : '否']),
  };
}

const RESULTS = { confirmed: '属实', mismatch: '不符', unverifiable: '无法核实' } as const;
const WAYS = { evidence: '看佐证', 'on-site': '现场' } as const;

function checkedSheet({ promises, checked }: ProjectFile): DataSheet {
  const names = new Map(promises.map((it) => [it.promise.id, nameOf(it)]));
  return {
    name: '核查',
    columns: ['承诺', '数据截至', '方式', '抽查', '结果', '情况', '更正期限', '核查人', '核查日期'],
    rows: checked.map((it) => [
      names.get(it.promiseId) ?? null,
      it.asOf,
      WAYS[it.way],
      it.isSampled ? '是' : '否',
      RESULTS[it.result],
      it.note,
      it.dueOn,
      it.by,
      it.on,
    ]),
  };
}

function figureSheet({ promises, figures }: ProjectFile): DataSheet {
  const names = new Map(promises.map((it) => [it.promise.id, nameOf(it)]));
  return {
    name: '公开版的数',
    columns: ['公开版', '截至日', '承诺', '已完成', '目标', '佐证SHA-256'],
    rows: figures.map((it) => [it.number, it.asOf, names.get(it.promiseId) ?? null, it.done, it.target, it.evidenceDigest]),
  };
}

function journalSheet({ journal }: ProjectFile): DataSheet {
  const line = ({ seq, at, command, subject, digest }: JournalLine) => [Number(seq), at, command, subject, digest];
  return { name: '流水', columns: ['序号', '时间', '办理', '事项', '链上SHA-256'], rows: journal.map(line) };
}
