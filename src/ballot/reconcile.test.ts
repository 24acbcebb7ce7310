import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordSheet } from './documents/sheets.ts';
import { decide } from './rules/decide.ts';
import type { Round } from './rules/round.ts';
import { FIRST_SHEET, type Session } from './rules/session.ts';
import { sentenceOfPapers } from './words/outcome.ts';

/** 195 papers and 15 slips, of which 12 came back as ballots: counted in one sheet. */
function aRound(more: Partial<Round> = {}): Round {
  const numbers = { roll: 231, attending: 210, issued: 210, collected: 207, void: 2, blank: 3 };
  const sheet = { rule: FIRST_SHEET.rule, ...numbers, candidates: [{ id: 'c1', name: '口袋公园' }], votes: {} };
  const round = { sheet, outcome: decide(sheet), rollCount: 231, attending: 210, issued: 195, collected: 195, cause: 'first', seats: 10 };
  return { ...round, ...more } as unknown as Round;
}

test('the record says how many papers and how many electronic ballots there were, and what they are together', () => {
  const said = sentenceOfPapers(aRound(), 'zh-CN');

  assert.equal(
    said,
    '应到代表231人，到会210人；发出表决票210张，收回207张（纸质票发出195张、收回195张；电子票凭证条发出15条、收到12张），其中有效票205张（含空白票3张），无效票2张。',
  );
  const record = recordSheet({ title: '青石区第五届人民代表大会第六次会议' } as Session, aRound(), null);
  assert.ok(record.parts.some((it) => it.kind === 'text' && it.text === said));
});

test('a vote on paper alone speaks of papers alone', () => {
  assert.doesNotMatch(sentenceOfPapers(aRound({ issued: 210, collected: 207 }), 'zh-CN'), /电子/);
});
