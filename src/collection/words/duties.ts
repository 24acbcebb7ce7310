import type { DutyWords } from '#/kernel/duty.ts';
import type { CollectionDuty } from '../rules/duties.ts';
import { nameOfPeriod } from '../rules/form.ts';

const zh: DutyWords<CollectionDuty>['zh-CN'] = {
  'collection.return-form': ({ period, asked, missing }) => ({
    what: `报回${nameOfPeriod(period)}的报送表，还有 ${missing} 项`,
    why: `本期要报 ${asked} 项，下载报送表填好放回，或逐项报送`,
  }),
  'collection.confirm-batch': ({ period, files, unit }) => ({
    what: `确认${nameOfPeriod(period)}${unit === null ? '收回' : '交回'}的 ${files} 个文件`,
    why: '看过合并表、确认以后才成为报送',
  }),
};

const en: DutyWords<CollectionDuty>['en'] = {
  'collection.return-form': ({ period, asked, missing }) => ({
    what: `Return the form of ${period}: ${missing} promises left`,
    why: `${asked} are asked for; fill in the form, or report one by one`,
  }),
  'collection.confirm-batch': ({ period, files }) => ({
    what: `Confirm ${files} returned files of ${period}`,
    why: 'They become reports once the merged table was looked at',
  }),
};

export const dutyWords: DutyWords<CollectionDuty> = { 'zh-CN': zh, en };
