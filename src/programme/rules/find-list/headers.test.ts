import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role } from './found-list.ts';
import { roleOf } from './headers.ts';

const HEADERS: Readonly<Partial<Record<Role, string>>> = {
  number: '序号 编号 序　号 项目编号 NO.',
  name: '项目名称 事项名称 项目 事项 实事项目 民生实事项目 2026年民生实事项目 工程名称',
  content: '项目内容 建设内容 主要内容 工作任务 具体内容 建设内容及规模 主要建设内容 建设规模 项目概况 重点任务',
  target: '目标任务 年度目标 年度目标任务 工作目标 2026年目标 年度目标任务及完成时限',
  progress:
    '进展情况 项目进展情况 工作进展 完成情况 当前进度 目标完成情况 截至6月底进展 年度目标完成情况 一季度完成情况 进展情况、存在问题及下一步打算',
  lead: '牵头单位 责任单位 主办单位 承办单位 牵头部门 责任部门 实施单位 责任单位及责任人 牵头单位及配合单位 市级责任单位 责任主体 责任分工',
  support: '配合单位 协办单位 参与单位 配合部门 协同单位',
  leader: '责任领导 分管领导 区政府分管领导 牵头领导 责任人 联系人',
  due: '完成时限 完成时间 时限要求 计划完成时间 竣工时间 时间节点',
  investment: '总投资(万元) 年度计划投资 投资额 项目资金',
  'quarter-1': '一季度目标 第一季度 1季度 一季度',
  'quarter-2': '二季度目标 上半年 1-6月',
  'quarter-4': '四季度目标 第四季度',
  remark: '备注 说明',
  category: '类别 项目类别 所属领域',
};

for (const [role, printed] of Object.entries(HEADERS)) {
  test(`headers that mean ${role}: ${printed}`, () => {
    const wrong = printed.split(' ').filter((header) => roleOf(header) !== role);

    assert.deepEqual(wrong, []);
  });
}

test('headers of other things mean nothing here', () => {
  const roles = ['存在问题', '资金来源', '建设地点', '开工时间', '受益人数', '联系电话', ''].map(roleOf);

  assert.deepEqual(new Set(roles), new Set([null]));
});
