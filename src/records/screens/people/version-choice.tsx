import { Radio } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { labels } from './labels.ts';

type Last = { readonly versionNo: number; readonly from: CivilDate; readonly setOn: CivilDate };

/** Whether what was set today is put right or a new version begins, and on which day it does. The first has no day: it holds from the beginning. */
export function useVersion(last: Last | undefined) {
  const { today } = useWorkplace();
  const isOfToday = last !== undefined && last.setOn === today;
  const [isReplacing, setReplacing] = useState(isOfToday);
  const isFirst = last === undefined || (isReplacing && last.versionNo === 1);
  const [day, setDay] = useState<CivilDate | null>(isOfToday && last.versionNo > 1 ? last.from : today);
  const from = isFirst ? null : day;
  return {
    input: { from, replaces: isReplacing ? last!.versionNo : null },
    isDayMissing: !isFirst && day === null,
    ...{ last, isOfToday, isReplacing, setReplacing, isFirst, day, setDay },
  };
}

type ChoiceProps = ReturnType<typeof useVersion> & { readonly first: string; readonly max?: CivilDate };

export function VersionChoice({ last, isOfToday, isReplacing, setReplacing, isFirst, day, setDay, first, max }: ChoiceProps) {
  const words = useLabels(labels);
  return (
    <>
      {isOfToday && (
        <Radio.Group
          className="records-choice"
          value={isReplacing}
          onChange={({ target }) => setReplacing(target.value as boolean)}
          options={[
            { value: true, label: words.replaceToday(last!.versionNo) },
            { value: false, label: words.newVersion },
          ]}
        />
      )}
      {isFirst ? (
        <p className="soft">{first}</p>
      ) : (
        <Field name={words.beginsOn}>
          <DayField value={day} onChange={setDay} {...(max && { max })} />
        </Field>
      )}
    </>
  );
}
