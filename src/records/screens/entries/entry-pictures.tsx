import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { entryLabels } from '../../words/entry-labels.ts';
import type { ShownEntry } from './contract.ts';
import { labels } from './labels.ts';

/** The pictures of one line: of works those from before beside those from after, and who accepted them. */
export function EntryPictures({ entry, onClose }: { readonly entry: ShownEntry; readonly onClose: () => void }) {
  const words = useLabels(labels);
  const { fields } = entryLabels[useLocale()];
  return (
    <Modal open title={entry.title} footer={null} onCancel={onClose}>
      {entry.kind === 'work' && <Pictures title={words.before} digests={entry.before} />}
      <Pictures title={entry.kind === 'work' ? words.after : words.photos} digests={entry.evidence} />
      {entry.kind === 'work' && (
        <p>
          {fields.acceptedBy}：{entry.acceptedBy === null ? words.notAccepted : `${entry.acceptedBy} ${entry.acceptedOn ?? ''}`}
        </p>
      )}
    </Modal>
  );
}

function Pictures({ title, digests }: { readonly title: string; readonly digests: readonly string[] }) {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  return (
    <>
      <h3>{title}</h3>
      {digests.length === 0 && <p className="soft">{words.noPictures}</p>}
      <p className="entry-pictures">
        {digests.map((digest, i) => (
          <Picture key={digest} at={`/api/${district}/files/${digest}`} name={`${title} ${i + 1}`} />
        ))}
      </p>
    </>
  );
}

type KeptProps = {
  readonly digests: readonly string[];
  /** Those of the line that is corrected. */
  readonly all: readonly string[];
  readonly onChange: (digests: readonly string[]) => void;
};

/** Evidence of a line that is corrected: it stays with the new one unless it is left out; the old line keeps its own. */
export function KeptPictures({ digests, all, onChange }: KeptProps) {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  if (all.length === 0) return null;
  return (
    <>
      <p className="soft">{words.keptPictures(digests.length, all.length)}</p>
      <ul className="entry-kept">
        {all.map((digest, i) => {
          const isKept = digests.includes(digest);
          return (
            <li key={digest} className={isKept ? '' : 'left-out'}>
              <Picture at={`/api/${district}/files/${digest}`} name={`${words.photos} ${i + 1}`} />
              <Button size="small" onClick={() => onChange(all.filter((it) => (it === digest ? !isKept : digests.includes(it))))}>
                {isKept ? words.leaveOut : words.keepIt}
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Evidence may be a paper as well as a picture: what cannot be shown is opened. */
function Picture({ at, name }: { readonly at: string; readonly name: string }) {
  const words = useLabels(labels);
  const [isPaper, setPaper] = useState(false);
  return (
    <a href={isPaper ? at : `${at}?as=display`} target="_blank" rel="noreferrer">
      {isPaper ? `${words.openFile} · ${name}` : <img src={`${at}?as=display`} alt={name} loading="lazy" onError={() => setPaper(true)} />}
    </a>
  );
}
