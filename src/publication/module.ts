import type { Module } from '#/platform/module.ts';
import { setSiteAddress, withdrawCard, writeCard } from './actions/cards.ts';
import { attachEditionScan, countersignEdition, recordSignature, signEdition } from './actions/circulation.ts';
import { announceDisruption, withdrawDisruption } from './actions/disruptions.ts';
import { prepareEdition, publishEdition, reviewEdition, withdrawDraft } from './actions/editions.ts';
import { leaveLineOut, restoreLine } from './actions/left-out.ts';
import { releasePicture, withholdPicture } from './actions/pictures.ts';
import type { PublicShell } from './pages/look.ts';
import { globalPages, publicPages } from './pages/pages.ts';
import { cardReads } from './routes/cards.ts';
import { publicationReads } from './routes/editions.ts';
import { pictureReads } from './routes/pictures.ts';

/** The frame of the public pages lies in the shells, behind all stages; whoever composes the product hands it in. */
export function publicationModule(shell: PublicShell): Module {
  return {
    name: 'publication',
    migrations: new URL('./migrations/', import.meta.url),
    commands: [
      prepareEdition,
      reviewEdition,
      countersignEdition,
      signEdition,
      recordSignature,
      attachEditionScan,
      leaveLineOut,
      restoreLine,
      publishEdition,
      withdrawDraft,
      releasePicture,
      withholdPicture,
      writeCard,
      withdrawCard,
      setSiteAddress,
      announceDisruption,
      withdrawDisruption,
    ],
    reads: [...publicationReads, ...pictureReads, ...cardReads],
    pages: publicPages(shell),
    globalPages: globalPages(shell),
    permissions: {
      'publication.read': ['office', 'leader', 'unit-head', 'deputy-head', 'audit-admin'],
      'publication.prepare': ['office'],
      'publication.review': ['office'],
      'publication.countersign': ['office', 'unit-head', 'deputy-head'],
      'publication.sign': ['leader'],
      'publication.publish': ['office'],
      'publication.release-picture': ['office'],
      'publication.write-card': ['office', 'unit-head', 'deputy-head', 'liaison'],
      'publication.read-cards': ['office', 'leader', 'unit-head', 'deputy-head', 'liaison'],
    },
  };
}
