import { App, Button } from 'antd';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { SecrecyBand } from '#/ui/parts.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { pageLabels } from './page-labels.ts';

/** 打印、下载: the paper is the same as the file. */
export function SheetActs({ path }: { readonly path: string }) {
  const words = useLabels(pageLabels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const { message } = App.useApp();
  const download = () =>
    api
      .download(path)
      .then(({ blob, name }) => saveFile(name, blob))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <>
      <SecrecyBand inline />
      <p className="acts no-print">
        <Button onClick={() => window.print()}>{words.print}</Button>
        <Button onClick={download}>{words.download}</Button>
      </p>
    </>
  );
}
