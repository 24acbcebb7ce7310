import type { Locale } from '#/kernel/format.ts';
import type { DemoKind } from '../rules/district.ts';

/** 演示: the line over every page of a demo district. */
export const demoWords = {
  'zh-CN': {
    inferred: '演示：依公开报道推算，非该区官方结论',
    fictional: '演示：虚构区县，地名、人名、数字都是编的',
  },
  en: {
    inferred: 'Demonstration: inferred from press reports, not an official finding of the district',
    fictional: 'Demonstration: a district that does not exist; places, persons and figures are made up',
  },
} satisfies Record<Locale, Record<DemoKind, string>>;
