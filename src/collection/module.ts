import { dutySource, type Module } from '#/platform/module.ts';
import { discardBatch, dropFile, placeFile, takeIn } from './actions/batches.ts';
import { setCalendar, setPeriod } from './actions/calendar.ts';
import { confirmBatch } from './actions/confirm.ts';
import { saveTemplate } from './actions/templates.ts';
import { listCollectionDuties } from './content/duties.ts';
import { periodAndBatchReads } from './routes/periods.ts';
import { templateReads } from './routes/templates.ts';
import { dutyWords } from './words/duties.ts';

export const collectionModule: Module = {
  name: 'collection',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [setCalendar, setPeriod, takeIn, placeFile, dropFile, discardBatch, confirmBatch, saveTemplate],
  reads: [...periodAndBatchReads, ...templateReads],
  duties: dutySource({ words: dutyWords, list: listCollectionDuties }),
  permissions: {
    'collection.read': ['office', 'leader', 'unit-head', 'deputy-head', 'liaison'],
    'collection.return-form': ['office', 'unit-head', 'deputy-head', 'liaison'],
    'collection.keep-calendar': ['office'],
    'collection.fill-template': ['office'],
  },
};
