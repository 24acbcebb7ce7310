import { App, Button, Progress } from 'antd';
import { useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { ShownBox } from './contract.ts';
import { inKeyWorker } from './in-key-worker.ts';
import { boxLabels } from './labels.ts';
import { credentialSlips } from './slips-page.ts';

/** 凭证条: made on this computer; the file is saved before the public halves are handed to the box, so that no slip can be missing. */
export function Slips({ shown: { box, round } }: { readonly shown: ShownBox }) {
  const words = useLabels(boxLabels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const { message } = App.useApp();
  const [share, setShare] = useState<number | null>(null);
  const publish = useCommand<object, unknown>('ballot.publish-credentials');
  const make = async () => {
    setShare(0);
    await inKeyWorker({ kind: 'credentials', count: round.roll, electionUuid: box.electionUuid }, 'credentials', setShare)
      .then(async ({ secret, publicKeys }) => {
        const page = credentialSlips(secret, { title: box.name, district, election: box.electionUuid, address: location.origin });
        saveFile(`凭证条-${box.electionUuid}.html`, new Blob([page.toString()], { type: 'text/html' }));
        await publish.mutateAsync({ input: { boxId: box.id, credentials: publicKeys } });
      })
      .catch((problem: unknown) => void message.error(sentenceOf(problem, locale), 8));
    setShare(null);
  };
  return (
    <Section title={words.makeSlips}>
      <p>{words.slipsLead(round.roll)}</p>
      {share === null ? (
        <Button type="primary" onClick={() => void make()}>
          {words.slipsNow}
        </Button>
      ) : (
        <Progress percent={Math.round(share * 100)} format={(it) => words.slipsBusy(it ?? 0)} />
      )}
    </Section>
  );
}
