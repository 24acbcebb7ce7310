import { z } from 'zod';
import { longDate } from '#/kernel/format.ts';
import { type Download, read } from '#/platform/module.ts';
import { loadTable, TaskFile, workOutTasks } from '../actions/task-files.ts';
import { makeListsSheet, makeTaskSheet } from '../documents/task-sheet.ts';
import { makeListsWord, makeTaskWord } from '../documents/task-word.ts';
import { threeLists } from '../rules/task-table.ts';
import { fileNames } from '../words/tasks.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const taskTableRead = read({
  path: '/planning/task-table',
  permission: 'planning.read',
  query: z.object({ programmeId: z.uuid(), as: z.enum(['xlsx', 'docx']) }),
  summary: '分解表 as Excel (to be filled in and read back) or as Word',
  async run(reader, { programmeId, as }): Promise<Download> {
    const { world, shown, title } = await loadTable(reader, programmeId);
    const name = fileNames.table(title);
    if (as === 'xlsx') return { bytes: await makeTaskSheet(name, shown, world.names), mediaType: XLSX, fileName: `${name}.xlsx` };
    return { bytes: await makeTaskWord(name, longDate(reader.today), shown, world.names), mediaType: DOCX, fileName: `${name}.docx` };
  },
});

const threeListsRead = read({
  path: '/planning/three-lists',
  permission: 'planning.read',
  query: z.object({ programmeId: z.uuid(), as: z.enum(['xlsx', 'docx']) }),
  summary: '任务清单、责任清单、时限清单',
  async run(reader, { programmeId, as }): Promise<Download> {
    const { world, shown, title } = await loadTable(reader, programmeId);
    const lists = threeLists(shown, world.names);
    const name = fileNames.lists(title);
    if (as === 'xlsx') return { bytes: await makeListsSheet(lists), mediaType: XLSX, fileName: `${name}.xlsx` };
    return { bytes: await makeListsWord(`${title}　${longDate(reader.today)}`, lists), mediaType: DOCX, fileName: `${name}.docx` };
  },
});

const taskCheckRead = read({
  path: '/planning/task-import/check',
  permission: 'planning.break-down',
  query: TaskFile,
  async run(reader, asked) {
    const worked = await workOutTasks(reader, asked);
    return worked.ok ? { ok: true, value: worked.value.report } : worked;
  },
});

export const taskFileReads = [taskTableRead, threeListsRead, taskCheckRead];
