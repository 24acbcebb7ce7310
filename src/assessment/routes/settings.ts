import { z } from 'zod';
import { read } from '#/platform/module.ts';
import { getProgrammeOf, listProjectRows } from '#/programme/door.ts';
import { DEFAULT_SHEET } from '../rules/sheet.ts';
import { getPriorities, getSheet, listDifficulties, listSheets } from '../store/sheets.ts';
import { List } from './rounds.ts';

export const settingReads = [
  read({
    path: '/assessment/sheet',
    permission: 'assessment.read',
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    summary: '评分表: the one in force for a year, with every earlier version',
    async run(reader, { year }) {
      return { year, ...(await getSheet(reader, year)), standard: DEFAULT_SHEET, history: await listSheets(reader, year) };
    },
  }),
  read({
    path: '/assessment/difficulties',
    permission: 'assessment.read',
    query: List,
    summary: '难度系数: every project of a list with what it weighs',
    async run(reader, query) {
      const list = await getProgrammeOf(reader, query);
      const set = await listDifficulties(reader, list.id);
      const projects = await listProjectRows(reader, list.id);
      return projects.map(({ id, no, name }) => {
        const { coefficient, reason, setBy, setOn } = set.find(({ projectId }) => projectId === id) ?? {
          ...{ coefficient: 1, reason: null, setBy: null, setOn: null },
        };
        return { projectId: id, no, name, coefficient, reason, setBy, setOn };
      });
    },
  }),
  read({
    path: '/assessment/priorities',
    permission: 'assessment.read',
    query: List,
    summary: '工作报告重点: the priorities of a list in their order, and which project serves which',
    async run(reader, query) {
      const list = await getProgrammeOf(reader, query);
      const projects = await listProjectRows(reader, list.id);
      return { ...(await getPriorities(reader, list.id)), projects: projects.map(({ id, no, name }) => ({ id, no, name })) };
    },
  }),
];
