import { Button } from 'antd';
import { useLabels } from '#/ui/locale.tsx';
import { signInLabels } from './sign-in-labels.ts';
import type { useOutbox } from './use-outbox.ts';

/** What waits to go out, and what came back refused. */
export function OutboxBar({ waiting, isOnline, drop, send }: ReturnType<typeof useOutbox>) {
  const words = useLabels(signInLabels);
  const open = waiting.filter((it) => it.refusal === null);
  return (
    <>
      <p role="status" className={open.length > 0 || !isOnline ? 'notice warn' : 'soft'}>
        {isOnline ? '' : words.offline} {words.waiting(open.length)}{' '}
        {open.length > 0 && (
          <Button size="small" onClick={send}>
            {words.send}
          </Button>
        )}
      </p>
      {waiting
        .filter((it) => it.refusal !== null)
        .map((it) => (
          <p key={it.id} className="notice bad">
            {it.name === 'records.take-back-sign-in' ? words.takeBackOf : ''}
            {it.label}：{String(it.refusal)}{' '}
            <Button size="small" onClick={() => drop(it.id)}>
              {words.drop}
            </Button>
          </p>
        ))}
    </>
  );
}
