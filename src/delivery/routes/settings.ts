import { z } from 'zod';
import { listUnits } from '#/organisation/door.ts';
import { read } from '#/platform/module.ts';
import { LightThresholds } from '../rules/lights.ts';
import { changedLights } from '../rules/preview.ts';
import { loadBoard } from '../store/board.ts';
import { getLightSettings, listLightHistory } from '../store/plans.ts';
import { getEntryEnd, getVerificationSetting, listSettingHistory } from '../store/settings.ts';
import { listOf, OfYear } from './of-year.ts';

const number = z.coerce.number();
const WhatIf = OfYear.omit({ asOf: true }).extend({
  thresholds: z
    .string()
    .max(2000)
    .transform((text, context) => {
      const parsed = LightThresholds.safeParse(
        Object.fromEntries([...new URLSearchParams(text)].map(([key, value]) => [key, Number(value)])),
      );
      if (parsed.success) return parsed.data;
      context.addIssue({ code: 'custom', message: 'not the thresholds' });
      return z.NEVER;
    })
    .optional(),
  verify: z.enum(['on', 'off']).optional(),
  shareNeeded: number.min(0.01).max(1).optional(),
});

export const settingReads = [
  read({
    path: '/delivery/light-settings',
    permission: 'delivery.read',
    query: z.object({}),
    summary: '灯规: the thresholds in force',
    run: (reader) => getLightSettings(reader),
  }),
  read({
    path: '/delivery/settings',
    permission: 'delivery.read',
    query: z.object({}),
    summary: '设置: thresholds, review steps of each unit and verification, each with all its versions',
    async run(reader) {
      const history = await listSettingHistory(reader);
      const units = (await listUnits(reader)).filter((it) => it.isActive);
      return {
        lights: await getLightSettings(reader),
        lightHistory: await listLightHistory(reader),
        verification: await getVerificationSetting(reader),
        entryEnd: await getEntryEnd(reader),
        units: units.map(({ id, name }) => ({ id, name })),
        history,
      };
    },
  }),
  read({
    path: '/delivery/what-if',
    permission: 'delivery.set-lights',
    query: WhatIf,
    summary: '试算: which lights of a list would change under other thresholds or with verification switched; nothing is stored',
    async run(reader, { thresholds, verify, shareNeeded, ...query }) {
      const { input } = await loadBoard(reader, await listOf(reader, query), reader.today);
      const verification = await getVerificationSetting(reader);
      const change = {
        settings: thresholds === undefined ? input.settings : { ...thresholds, version: input.settings.version + 1 },
        verification: {
          on: verify === undefined ? verification.on : verify === 'on',
          shareNeeded: shareNeeded ?? verification.shareNeeded,
        },
      };
      return changedLights({ ...input, asOf: reader.today }, change);
    },
  }),
];
