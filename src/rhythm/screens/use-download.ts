import { App } from 'antd';
import { useLocale } from '#/ui/locale.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';

/** Hands over a file of the server; what went wrong is said. */
export function useDownload(): (path: string) => Promise<unknown> {
  const locale = useLocale();
  const { api } = useWorkplace();
  const { message } = App.useApp();
  return (path) =>
    api
      .download(path)
      .then(({ blob, name }) => saveFile(name, blob))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
}
