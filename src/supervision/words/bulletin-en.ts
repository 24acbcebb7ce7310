import { lightWords } from '#/delivery/words/lights.ts';
import { longDate, number, percent, round } from '#/kernel/format.ts';
import { type BulletinContent, printed } from '../rules/bulletin.ts';
import type { BulletinItem } from '../rules/bulletin-item.ts';
import { CLASSES } from '../rules/classes.ts';
import { addedSentences } from './added.ts';
import { annexRows } from './annex-rows.ts';
import type { BulletinWords } from './bulletin-words.ts';
import { words } from './labels.ts';
import { quantity, targetText, tenths } from './quantity.ts';

const LABELS = words.en;
const LIGHTS = lightWords.en;
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

export const bulletinEn: BulletinWords = {
  title: ({ year, month, kind }) => ['Bulletin on the ', `progress of ${LABELS.kinds[kind]}, `, `${MONTHS[month - 1]} ${year}`],
  annexTitle: ({ year, month, kind }) => [`Progress of ${LABELS.kinds[kind]}, `, `${MONTHS[month - 1]} ${year}`],
  headings: {
    overall: 'Overall',
    behind: 'Promises behind',
    seriously: (count) => `${count} seriously behind`,
    slightly: (count) => `${count} behind`,
    running: 'The other promises',
    unjudged: 'Promises that cannot be judged',
    nextSteps: 'Next steps',
    objection: 'Objections',
  },
  standing: {
    opening: ({ kind }) => `This bulletin says where the ${LABELS.kinds[kind]} stand as of {截至}.`,
    'next-steps': () =>
      'Lead units of the {滞后承诺数} promises behind give reasons, measures and a day within {异议天数} days.\nUnits of the {无计划承诺数} promises without a plan hand one in; it counts from its approval.',
    closing: () => '',
  },
  overall,
  partly: (count) => `${count} more left out, counted above.`,
  nothingBehind: ({ asOf }) => `As of ${longDate(asOf, 'en')} no promise that can be judged is behind.`,
  reporting: ({ reporting: rates }) =>
    rates === null || rates.due === 0 ? [] : [`Reports due ${rates.due}: sent ${rates.reported}, in time ${rates.onTime}.`],
  behind: (item) => ({ lead: `No. ${item.no} ${item.project}: ${item.promise}. `, text: behindText(item) }),
  running: (content) => classes(content, false),
  unjudged: (content) => classes(content, true),
  objection: ({ settings }) =>
    `Objections to the figures: in writing within ${settings.objectionDays} days to ${settings.objectionOffice ?? settings.issuer}${settings.objectionPhone === null ? '' : `, ${settings.objectionPhone}`}.`,
  annex: {
    columns: ['No.', 'Project', 'Promise', 'Target', 'Done', 'Planned\nby now', 'Light', 'Days\nbehind', 'Lead unit', 'As of'],
    asOf: ({ asOf, elapsedDays, periodDays }) =>
      `As of ${longDate(asOf, 'en')}, ${percent(periodDays === 0 ? 0 : elapsedDays / periodDays)} of the time elapsed`,
    rows: (content) => annexRows(content, 'en'),
    notes: (content, isPublic = false) => [
      'Promises without an approved plan are judged by a straight line over the whole period; without data or target they are not judged.',
      ...leftOutNotes(content, isPublic),
    ],
  },
};

function leftOutNotes({ leftOut }: BulletinContent, isPublic: boolean): readonly string[] {
  if (leftOut.length === 0) return [];
  if (isPublic) return [`${leftOut.length} promises are not listed here one by one; they are counted above.`];
  const each = leftOut.map((it) => `${it.decidedBy}, ${longDate(it.decidedOn, 'en')}, ${it.basis}: ${it.reason}`);
  return [`${leftOut.length} lines left out, counted all the same (${[...new Set(each)].join('; ')}).`];
}

function overall(content: BulletinContent, isPublic = false): readonly string[] {
  const { projectCount, promiseCount, asOf, elapsedDays, periodDays, projectsByLight, promisesByClass, movement } = content;
  if (projectCount === 0) return ['The list has no projects.'];
  const rows = projectsByLight
    .filter(({ count }) => count > 0)
    .map(({ key, count, tenths: part }) => `${LIGHTS[key]} ${count} (${tenths(part)})`);
  const promises = promisesByClass
    .filter(({ count }) => count > 0)
    .map(({ key, count, tenths: part }) => `${LABELS.classes[key]} ${count} (${tenths(part)})`);
  const since =
    movement === null
      ? []
      : [
          `Since ${longDate(movement.since, 'en')}: ${movement.finished} completed, ${movement.fellBehind} fell behind, ${movement.recovered} recovered.`,
        ];
  return [
    `${projectCount} projects with ${promiseCount} promises; as of ${longDate(asOf, 'en')} ${elapsedDays} of ${periodDays} days have passed.`,
    `By projects, each as its worst promise: ${rows.join('; ')}.`,
    ...(promiseCount === 0 ? [] : [`By promises: ${promises.join('; ')}.`]),
    ...since,
    ...addedSentences(content, 'en', isPublic),
  ];
}

function behindText(item: BulletinItem): string {
  const { leadUnit, done, target, measureUnit, expected, behindDays, needed, forecast, plan } = item;
  const parts = [
    `Lead unit: ${leadUnit ?? LABELS.noLeadUnit}`,
    `${done === null ? 'no figure' : quantity(done, measureUnit, 'en')} of ${targetText(item, 'en') ?? 'no target'}${done !== null && target ? ` (${percent(done / target)})` : ''}`,
    expected === null ? '' : `planned by now ${quantity(expected, measureUnit, 'en')}`,
    behindDays === null || behindDays <= 0 ? '' : `${round(behindDays)} days behind`,
    needed === null
      ? ''
      : `needs ${quantity(needed.quantity, measureUnit, 'en')} a ${needed.per} for ${needed.daysLeft} days${needed.times === null ? '' : `, ${number(needed.times, 1)} times the speed so far`}`,
    forecast.kind === 'on'
      ? `at this speed done in ${MONTHS[Number(forecast.on.slice(5, 7)) - 1]} ${forecast.on.slice(0, 4)}`
      : 'no forecast yet',
    plan === 'default-line' ? 'judged by the default straight line' : '',
  ];
  return `${parts.filter((it) => it !== '').join('; ')}.`;
}

function classes(content: BulletinContent, isUnjudged: boolean): readonly { readonly lead: string; readonly text: string }[] {
  const keys = CLASSES.filter((key) => key !== 'behind' && (key === 'no-data' || key === 'no-target') === isUnjudged);
  return keys.flatMap((key) => {
    const items = content.items.filter((it) => it.class === key);
    if (items.length === 0) return [];
    return [{ lead: `${LABELS.classes[key]}: ${items.length}. `, text: `${listed(content, items)}.` }];
  });
}

function listed(content: BulletinContent, items: readonly BulletinItem[]): string {
  const shown = printed(content, items);
  const out = items.length - shown.length;
  return [...shown.map(({ no, promise }) => `No. ${no} ${promise}`), ...(out === 0 ? [] : [`${out} more left out`])].join('; ');
}
