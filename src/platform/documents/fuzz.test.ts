import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBytes, readPasted } from './read-bytes.ts';
import { aDocx, aXlsx, numberingPart, numPr, p, tbl, tc, tr } from './test-files.ts';

/** mulberry32: the same numbers on every run, so that a failure can be repeated by its seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function mutate(bytes: Buffer, next: () => number): Buffer {
  const copy = Buffer.from(bytes);
  const at = () => Math.floor(next() * copy.length);
  for (let times = 1 + Math.floor(next() * 8); times > 0; times -= 1) {
    const way = next();
    if (way < 0.6) copy[at()] = Math.floor(next() * 256);
    else if (way < 0.8) copy.fill(Math.floor(next() * 256), at(), at());
    else if (way < 0.9) return copy.subarray(0, at());
    else copy.copy(copy, at(), at());
  }
  return copy;
}

const DOCX_BODY =
  p('甲', numPr(1)) +
  tbl(tr(tc('序号'), tc('内容', '<w:gridSpan w:val="2"/>')), tr(tc('1', '<w:vMerge w:val="restart"/>'), tc('乙'), tc('丙')));
const XLSX_BODY =
  '<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>乙</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells>';
const NUMBERING =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
const HTML = '<html><body><p>甲<table><tr><td rowspan=2 colspan="3">乙&nbsp;<td>丙</table></body>';

const mutatedText = (text: string, seed: number) => mutate(Buffer.from(text), random(seed)).toString('latin1');

test('200 damaged files are each read or refused, never a fault', async () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const whole = [
      aDocx(DOCX_BODY, { 'word/numbering.xml': numberingPart(NUMBERING) }),
      aXlsx(XLSX_BODY),
      Buffer.from(HTML),
      Buffer.from('序号,内容\n1,"甲"\n2,乙'),
    ];

    const answer = await readBytes(mutate(whole[seed % 4]!, random(seed)), 'a.docx');

    assert.ok(answer.ok ? answer.value.blocks.length > 0 : answer.refusal.kind, `seed ${seed}`);
  }
});

test('200 documents whose parts are damaged before they are packed are each read or refused, never a fault', async () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const bytes =
      seed % 2 === 0
        ? aDocx(mutatedText(DOCX_BODY, seed), { 'word/numbering.xml': numberingPart(mutatedText(NUMBERING, seed + 1)) })
        : aXlsx(mutatedText(XLSX_BODY, seed), {
            'xl/styles.xml': mutatedText('<styleSheet><cellXfs><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>', seed),
          });

    const answer = await readBytes(bytes, 'a.docx');

    assert.ok(answer.ok ? answer.value.blocks.length > 0 : answer.refusal.kind, `seed ${seed}`);
  }
});

test('200 damaged clipboards are each read or refused, never a fault', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const answer = readPasted({ text: mutatedText('序号\t内容\n1\t"甲\n乙"\n', seed), html: `<table>${mutatedText(HTML, seed)}` });

    assert.ok(answer.ok ? answer.value.blocks.length > 0 : answer.refusal.kind, `seed ${seed}`);
  }
});
