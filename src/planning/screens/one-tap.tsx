import { App, Button } from 'antd';
import { useCommand } from '#/ui/data.ts';
import { useLocale } from '#/ui/locale.tsx';
import { sentenceOf } from '#/ui/sentence.ts';

type OneTapProps = {
  readonly command: string;
  readonly input: unknown;
  readonly act: string;
  readonly done: string;
  readonly onDone: () => void;
};

/** Sends a command at once; what was refused is said, and nothing has changed then. */
export function OneTap({ command, input, act, done, onDone }: OneTapProps) {
  const locale = useLocale();
  const { message } = App.useApp();
  const run = useCommand<unknown, unknown>(command);
  const tap = () =>
    run
      .mutateAsync({ input })
      .then(() => {
        message.success(done);
        onDone();
      })
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <Button type="primary" loading={run.isPending} onClick={tap}>
      {act}
    </Button>
  );
}
