import { openStory } from './opening.ts';

/** A district that does not exist, and the people of its congress. */
const PEOPLE = [
  { username: 'vote-office', name: '演示·大会秘书', unit: '区人大办公室', kind: 'congress-office' },
  { username: 'vote-teller-1', name: '演示·计票甲', unit: '区人大办公室', kind: 'teller' },
  { username: 'vote-teller-2', name: '演示·计票乙', unit: '区人大办公室', kind: 'teller' },
  { username: 'vote-scrutineer', name: '演示·监票员', unit: '区人大办公室', kind: 'scrutineer' },
  { username: 'vote-second', name: '演示·监票乙', unit: '区人大办公室', kind: 'scrutineer' },
  { username: 'vote-third', name: '演示·公证', unit: '区司法局', kind: 'scrutineer' },
  { username: 'vote-government', name: '演示·督查员', unit: '区政府督查室', kind: 'office' },
] as const;

const { end } = await openStory({ district: '990003', name: '青石区', today: '2026-12-18', people: PEOPLE });
await end();
