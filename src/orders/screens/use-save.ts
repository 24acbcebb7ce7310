import { App } from 'antd';
import { useLocale } from '#/ui/locale.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';

/** Hands a file of the server to the person, or says why not. */
export function useSave(): (path: string) => () => Promise<unknown> {
  const { api } = useWorkplace();
  const locale = useLocale();
  const { message } = App.useApp();
  return (path) => () =>
    api.download(path).then(
      ({ blob, name }) => saveFile(name, blob),
      (problem: unknown) => message.error(sentenceOf(problem, locale), 8),
    );
}
