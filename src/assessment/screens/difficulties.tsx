import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { number } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import type { YearListLine } from '#/ui/year-list.tsx';
import type { DifficultyLine } from './contract.ts';
import { labels } from './labels.ts';

/** 难度系数: every project of the list with what it weighs beside the others of its unit. */
export function Difficulties({ list }: { readonly list: YearListLine }) {
  const words = useLabels(labels);
  const lines = useRead<readonly DifficultyLine[]>(`/assessment/difficulties?year=${list.year}&kind=${list.kind}`);
  const set = useCommand<unknown, unknown>('assessment.set-difficulty');
  const [chosen, setChosen] = useState<DifficultyLine | null>(null);
  const [coefficient, setCoefficient] = useState(1);
  const open = (line: DifficultyLine) => {
    setChosen(line);
    setCoefficient(line.coefficient);
  };
  return (
    <Section title={words.difficulty}>
      <p className="soft">{words.difficultyLead}</p>
      <Whole of={lines}>
        {(rows) => (
          <DataTable
            rows={rows}
            keyOf={({ projectId }) => projectId}
            fileName={words.difficulty}
            columns={[
              { title: '#', text: ({ no }) => no, width: 60 },
              { title: words.item, text: ({ name }) => name },
              {
                title: words.difficulty,
                text: (it) => it.coefficient,
                align: 'right',
                show: (it) => (
                  <Button size="small" onClick={() => open(it)}>
                    {number(it.coefficient)}
                  </Button>
                ),
              },
              { title: words.reason, text: ({ reason }) => reason, onlyWide: true },
            ]}
          />
        )}
      </Whole>
      <ReasonDialog
        open={chosen !== null}
        title={`${words.difficulty}：${chosen?.name ?? ''}`}
        act={words.save}
        onCancel={() => setChosen(null)}
        onConfirm={(reason) =>
          set.mutateAsync({ input: { projectId: chosen!.projectId, coefficient, reason } }).then(() => setChosen(null))
        }
      >
        <Field name={words.difficulty}>
          <InputNumber min={0.5} max={3} step={0.1} value={coefficient} onChange={(it) => setCoefficient(it ?? 1)} />
        </Field>
      </ReasonDialog>
    </Section>
  );
}
