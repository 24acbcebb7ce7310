import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dependencyFindings } from './check-dependencies.ts';
import { glossaryFindings } from './check-glossary.ts';
import { headingFindings, linkFindings, numberFindings } from './check-links.ts';
import { refusalFindings } from './check-refusals.ts';
import { safetyFindings } from './check-safety.ts';
import { sizeFindings } from './check-sizes.ts';
import { sqlFindings } from './check-sql.ts';
import { chineseInCode, unlike, wordlessRefusals } from './check-words.ts';
import { migrationFindings } from './house/migrations.ts';
import type { Finding } from './house/report.ts';

const found = (findings: readonly Finding[]) => findings.map((it) => `${it.file}:${it.line} ${it.what}`);
const file = (path: string, text: string) => ({ path, text });
const lines = (count: number) => 'x;\n'.repeat(count);

test('a file over 400 lines and a function over 70 are named, unless they are excepted', () => {
  const long = file('src/kernel/long.ts', `function long() {\n${lines(70)}}\n${lines(330)}`);
  const exceptions = { 'src/kernel/long.ts': 'a table', 'src/kernel/long.ts:long': 'one switch' };

  assert.deepEqual(found(sizeFindings([long], {})), ['src/kernel/long.ts:1 402 lines', 'src/kernel/long.ts:1 long has 72 lines']);
  assert.deepEqual(sizeFindings([long], exceptions), []);
  assert.deepEqual(sizeFindings([file('src/kernel/short.ts', `function short() {\n${lines(68)}}\n${lines(330)}`)], {}), []);
});

test('a command that refuses otherwise than the description of the interface says is named', () => {
  const said = { 'a.b': { late: ['on'] }, 'a.gone': {} };

  assert.deepEqual(found(refusalFindings(said, { 'a.b': { late: ['on'] }, 'a.gone': {} })), []);
  assert.deepEqual(found(refusalFindings(said, { 'a.b': { late: ['on'], early: [] }, 'a.new': {} })), [
    'src/refusals.json:1 a.b',
    'src/refusals.json:1 a.gone',
    'src/refusals.json:1 a.new',
  ]);
});

test('a raw write, another stage’s table, a later schema, a missing district and SQL outside the store are named', () => {
  const cases: readonly (readonly [path: string, code: string, count: number])[] = [
    ['src/delivery/store/x.ts', "q('insert into delivery.report (district) values ($1)')", 1],
    ['src/delivery/store/x.ts', "q('update delivery.report r set a = 1 where district = $1')", 1],
    ['src/delivery/store/x.ts', "q('delete from delivery.report where district = $1')", 1],
    ['src/delivery/store/x.ts', "db.updateTable('delivery.report')", 1],
    ['src/delivery/store/x.ts', "save(writer, 'programme.project', { id }, {})", 1],
    ['src/delivery/store/x.ts', "q('select 1 from publication.edition where district = $1')", 1],
    ['src/delivery/store/x.ts', "q('select 1 from delivery.report')", 1],
    ['src/delivery/store/x.ts', "const f = () => db.selectFrom('delivery.report').select('id');", 1],
    ['src/delivery/routes.ts', "q('select 1 from delivery.report where district = $1')", 1],
    ['src/platform/web/x.ts', "q('select 1 from delivery.report where district = $1')", 1],
    ['src/delivery/store/x.ts', "q('select 1 from delivery.report join programme.project p on true where r.district = $1')", 0],
    ['src/delivery/store/x.ts', "const f = () => db.selectFrom('delivery.report').where('district', '=', district);", 0],
    ['src/delivery/store/x.ts', "save(writer, 'delivery.report', { id }, {})", 0],
    ['src/platform/audit.ts', "q('insert into platform.audit (district) values ($1)')", 0],
    ['src/delivery/words.ts', "say('Merge into another unit')", 0],
  ];

  for (const [path, code, count] of cases) assert.equal(sqlFindings(file(path, code)).length, count, `${path}: ${code}`);
});

test('a migration without district, name, operator or number is named; so are triggers and uuidv7()', () => {
  const good =
    '-- Operator: nothing.\ncreate table a.b (\n  district char(6) not null,\n  id uuid not null,\n  primary key (district, id),\n  constraint b_sound check (id is not null)\n);';
  const bad = 'create table a.c (\n  id uuid default uuidv7() check (true)\n);\ncreate trigger t;\ncreate unique index i on a.c (id);';

  assert.deepEqual(migrationFindings([file('src/a/migrations/0001-b.sql', good)], new Set()), []);
  assert.deepEqual(found(migrationFindings([file('src/a/migrations/0002-c.sql', bad)], new Set())), [
    'src/a/migrations/0002-c.sql:1 expected 0001-….sql',
    'src/a/migrations/0002-c.sql:1 no line for the operator',
    'src/a/migrations/0002-c.sql:2 uuidv7(',
    'src/a/migrations/0002-c.sql:4 create trigger',
    'src/a/migrations/0002-c.sql:1 a.c',
    'src/a/migrations/0002-c.sql:2 a.c: check (',
    'src/a/migrations/0002-c.sql:5 create unique index i on a.c (id',
  ]);
});

test('code from strings, unescaped markup, handlers, swallowed faults and traces of a machine are named', () => {
  const bad: readonly (readonly [path: string, code: string])[] = [
    ['src/ui/x.ts', `ev${'al'}('1')`],
    ['src/ui/x.ts', 'node.innerHTML = text'],
    ['src/ui/x.ts', 'raw(text)'],
    ['src/ui/x.ts', 'console.log(1)'],
    ['src/ui/x.ts', `// TO${'DO'} later`],
    ['docs/x.md', `see /ho${'me'}/someone/notes`],
    ['src/ui/x.ts', `const url = 'http:/${'/'}example.cn'`],
    ['src/ui/x.ts', 'Math.random()'],
    ['package-lock.json', '"resolved": "https://somewhere/x.tgz"'],
    ['src/delivery/pages/x.ts', 'html`<a onclick="go()">x</a>`'],
    ['src/delivery/pages/x.ts', 'html`<script>1</script>`'],
    ['src/delivery/store/x.ts', 'try { a() } catch (fault) { b(fault) }'],
    ['src/delivery/actions/x.ts', 'a().catch(b)'],
    ['src/ui/x.ts', 'try { a() } catch {}'],
  ];
  const good: readonly (readonly [path: string, code: string])[] = [
    ['src/platform/x.ts', 'try { a() } catch (fault) { b(fault) }'],
    ['src/ui/x.ts', `try { a() } catch { /* storage is full */ }`],
    ['src/ui/x.tsx', 'const a = <a onClick={go}>x</a>;'],
    ['src/ui/x.ts', `// TO${'DO'}(lin): later`],
    ['src/ui/x.ts', 'draw(text); withdraw(edition)'],
  ];

  for (const [path, code] of bad) assert.equal(safetyFindings(file(path, code)).length, 1, `${path}: ${code}`);
  for (const [path, code] of good) assert.deepEqual(safetyFindings(file(path, code)), [], `${path}: ${code}`);
});

test('a domain type whose term is not in the glossary, or goes by another name there, is named; so is a word that is nowhere', () => {
  const traps = '小区 is not 社区, 单元 is not 单位';
  const glossary = `${traps}\n\n| 中文 | code | English | never |\n|---|---|---|---|\n| 报送 · 退回 | \`report\` · \`sendBack\` | report · send back | – |\n| 台账 | \`ledger\` | ledger | – |\n`;
  const code = file(
    'src/delivery/rules/x.ts',
    '/** 报送: what a unit says. */\nexport type Report = { sendBack: 1 };\n/** 退回: no. */\nexport type Reject = 1;\n/** 核查: new. */\nexport type Check = 1;\n',
  );

  assert.deepEqual(found(glossaryFindings(glossary, [code], [code])), [
    'GLOSSARY.md:6 ledger',
    'src/delivery/rules/x.ts:4 退回 is sendBack, the type is Reject',
    'src/delivery/rules/x.ts:6 核查 (Check)',
  ]);
  assert.equal(glossaryFindings(glossary.replace(traps, ''), [], [code]).filter((it) => it.file === 'GLOSSARY.md').length, 3);
});

test('words that one language lacks, refusals without a sentence and sentences outside words are named', () => {
  const rules = file('src/delivery/rules/x.ts', "refuse({ kind: 'too-late', dueOn });\nrefuse({ kind: 'known' });");
  const words = file('src/delivery/words/refusals.ts', "case 'known': return '';");

  assert.deepEqual(unlike({ a: '1', b: { c: () => '' } }, { a: '1', b: {} }), ['b.c: function in Chinese, undefined in English']);
  assert.deepEqual(found(wordlessRefusals('delivery', [rules, words], 'delivery: words')), [
    "src/delivery/rules/x.ts:1 'too-late' has no sentence",
  ]);
  assert.deepEqual(
    found(wordlessRefusals('delivery', [words, rules], '')).at(-1),
    'src/shells/staff/words.ts:1 delivery refuses, and is not there',
  );
  assert.deepEqual(found(chineseInCode(file('src/delivery/routes.ts', "// 报送\nconst a = '已退回';\nread({ summary: '报送: one' });"))), [
    'src/delivery/routes.ts:2 已退回',
  ]);
});

test('a link to nowhere, an unlike heading, a number given twice and a dependency without a reason are named', () => {
  const page = file('docs/a.md', '# A\n[ok](b.md) [here](#a) [out](https://example.cn) `[no](x.md)`\n[gone](c.md) [gone](b.md#x)\n');
  const exists = (path: string) => path === 'docs/b.md' || path === 'docs/a.md';

  assert.deepEqual(found(linkFindings(page, exists, (path) => (path === 'docs/a.md' ? page.text : '# B'))), [
    'docs/a.md:3 c.md',
    'docs/a.md:3 b.md#x',
  ]);
  assert.equal(headingFindings('# A\n## B\n', '# 甲\n## 乙\n').length, 0);
  assert.equal(headingFindings('# A\n## B\n', '# 甲\n').length, 1);
  assert.deepEqual(found(numberFindings(['0001-a.md', '0002-b.md', '0002-c.md', 'dependencies.md'])), ['docs/decisions/0002-c.md:1 0002']);
  assert.deepEqual(found(dependencyFindings('| `a` | reads a |\n| `gone` | was here |\n', ['a', 'b'])), [
    'package.json:1 b',
    'docs/decisions/dependencies.md:2 gone',
  ]);
});
