import { newId } from '#/kernel/id.ts';
import type { Answer, TestPerson } from '#/testing.ts';
import type { Base } from './test-mutate.ts';

export type Step = { readonly stage: string; readonly answer: Answer; readonly mayWrite?: boolean };
export type Stored = { readonly digest: string; readonly name: string };

/** A way by which a file of others comes in: what a good one looks like, who brings it, and which commands it is given to. */
export type Door = {
  readonly base: Base;
  readonly by: TestPerson;
  readonly upload?: (name: string, bytes: Buffer) => Promise<Answer>;
  readonly give: (file: Stored) => AsyncGenerator<Step>;
};

/** Where files of others are read. Another place that reads them has to stand here, with the doors that lead to it. */
export const READERS: Readonly<Record<string, readonly string[]>> = {
  'ballot/actions/source.ts': ['代表名册.xlsx', '候选项目.csv', '表决器.csv'],
  'collection/actions/returned-files.ts': ['报送表.xlsx'],
  'collection/content/templates.ts': ['报送表.xlsx', '清单.docx'],
  'organisation/actions/import.ts': ['单位导入.xlsx'],
  'planning/actions/areas.ts': ['区域.xlsx'],
  'planning/actions/site-files.ts': ['点位.xlsx', '点位.geojson', '区界.geojson'],
  'planning/actions/step-files.ts': ['步骤.xlsx'],
  'planning/actions/task-files.ts': ['分解表.xlsx'],
  'programme/actions.ts': ['清单.docx', '清单.csv'],
  'records/actions/entry-files.ts': ['台账.xlsx'],
  'records/actions/people/run-imports.ts': ['名册.csv', '名册.xlsx'],
};

type Put = { readonly command: string; readonly input: (file: Stored) => unknown };

export function door(base: Base, by: TestPerson, { command, input }: Put): Door {
  const stage = command.slice(0, command.indexOf('.'));
  return {
    base,
    by,
    async *give(file) {
      yield { stage, answer: await by.run(command, input(file)) };
    },
  };
}

/** The same file as the blank form of the higher level: mapped, and filled. */
export async function* asTemplate(office: TestPerson, { digest, name }: Stored, sheet: string): AsyncGenerator<Step> {
  const stage = 'collection';
  const templateId = newId();
  const mapping = { cells: [{ sheet, row: 0, column: 0, field: 'district', heading: '' }], blocks: [] };
  const template = { templateId, name: '市表', fileDigest: digest, fileName: name, mapping, basedOn: 0 };
  const saved = await office.run('collection.save-template', template);
  yield { stage, answer: saved };
  if (saved.status !== 200) return;
  const path = `/collection/filled-template?templateId=${templateId}&year=2026&period=2026-06`;
  yield { stage, answer: await office.get(path), mayWrite: false };
}
