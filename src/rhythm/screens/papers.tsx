import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import type { Sheet } from '#/kernel/sheet.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels } from '#/ui/locale.tsx';
import { Page, Whole } from '#/ui/page.tsx';
import { SecrecyBand } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { SheetPage } from '#/ui/sheet.tsx';
import { meetingLabels } from './meeting-labels.ts';
import { useDownload } from './use-download.ts';
import './rhythm.css';

/** 调度会材料 as it prints. */
export default function PapersScreen() {
  const words = useLabels(meetingLabels);
  const { meetingId } = useParams();
  const { district } = useWorkplace();
  const download = useDownload();
  const papers = useRead<{ readonly sheet: Sheet }>(`/rhythm/papers?meetingId=${meetingId}`);
  return (
    <Page title={words.papers} lead={<Link to={`/${district}/meetings/${meetingId}`}>{words.title}</Link>}>
      <SecrecyBand inline />
      <p className="acts no-print">
        <Button onClick={() => window.print()}>{words.print}</Button>
        <Button onClick={() => download(`/rhythm/papers.docx?meetingId=${meetingId}`)}>{words.papersWord}</Button>
      </p>
      <Whole of={papers}>{({ sheet }) => <SheetPage sheet={sheet} />}</Whole>
    </Page>
  );
}
