import { expect, test } from '@playwright/test';
import { quantity } from '../../../src/supervision/words/quantity.ts';
import { papersSay } from '../word.ts';
import { api, at, type Board, boardOn, type GetMonth, issue, read, seen, send } from './story.ts';

const BULLETIN = (month: number) => api(`/supervision/bulletin.docx?year=2026&month=${month}`);

/** 月通报: signed, issued, and put right where the records were put right. */
export function playBulletin(month: GetMonth): void {
  test('the bulletin of June is checked by the office, signed by the leader and issued with the figures of the board', async () => {
    const [office, leader] = [await month().of('month-office'), await month().of('month-leader')];
    await at(office, 'bulletin?month=6');
    await office.getByRole('button', { name: /^拟\s*稿$/ }).click();
    await expect(office.getByText('已拟稿，未印发').first()).toBeVisible();
    await office.getByRole('button', { name: '送审（固定内容）' }).click();
    await office.getByRole('button', { name: /^核\s*稿$/ }).click();
    await at(leader, 'bulletin?month=6');
    await leader.getByRole('button', { name: /^签\s*发$/ }).click();
    await expect(leader.getByText('已签发').first()).toBeVisible();
    await office.reload();
    await issue(office, '2026年7月7日');
    await seen(office, 'bulletin-issued');

    const board = await boardOn(office, '2026-06-30');
    await papersSay(office, [
      {
        address: BULLETIN(6),
        says: ['第6期', `严重滞后${board.counts.red}项`, ...figuresOf(board), '督办事项办理情况', '本月交办3件；办结1件'],
      },
    ]);
  });

  test('the page of the overseeing leader opens in a word processor and says the same', async () => {
    const leader = await month().of('month-leader');
    const { leaders } = await read<{ leaders: readonly { id: string }[] }>(leader, '/supervision/readers?year=2026&month=7');
    const board = await boardOn(leader);

    await papersSay(leader, [
      {
        address: api(`/supervision/one-pager.docx?year=2026&month=7&postId=${leaders[0]!.id}`),
        says: [`严重滞后${board.counts.red}`, ...figuresOf(board)],
      },
    ]);
    await at(leader, 'one-pager?month=7');
    await expect(leader.locator('.sheet')).toContainText(`严重滞后${board.counts.red}`);
    await seen(leader, 'one-pager');
  });
}

/** 更正: what was issued stays; what is right is issued beside it. */
export function playCorrection(month: GetMonth): void {
  test('a unit puts a figure of June right, and the office issues the correction', async () => {
    const [health, office] = [await month().of('month-health'), await month().of('month-office')];
    await at(health, 'reports');
    await health.getByRole('link', { name: /免费检测/ }).click();
    await health.getByLabel('完成了多少？').fill('5600');
    await health.getByText('年初到现在一共').click();
    await health.getByLabel('数据截至').fill('2026-06-30');
    await health.getByLabel('数据截至').press('Tab');
    for (const reason of await health.getByLabel('理由', { exact: true }).all()) await reason.fill('两个点位重复计数');
    const behind = health.getByLabel('为什么慢了，怎样补上');
    if (await behind.isVisible()) await behind.fill('检测点少，七月增开');
    await health.getByRole('button', { name: '报送', exact: true }).click();
    await expect(health.getByText('已报送', { exact: false }).first()).toBeVisible();
    await at(office, 'inbox');
    await expect(office.getByRole('article')).toHaveCount(1);
    for (const reason of await office.getByLabel('理由', { exact: true }).all()) await reason.fill('核对底册，确属重复');
    await office
      .getByRole('button', { name: /^采\s*用/ })
      .first()
      .click();
    await expect(office.getByText('没有等待审核的报送')).toBeVisible();

    await at(office, 'bulletin?month=6');
    await office.getByRole('checkbox', { name: /免费检测.*原为 6,000人次.*应为 5,600人次/ }).check();
    await office.getByRole('button', { name: '发更正' }).click();
    await office.getByRole('dialog').getByRole('textbox').fill('复核发现重复计数');
    await send(office, '发更正');
    await expect(office.getByText('第1次更正', { exact: false })).toBeVisible();
    await expect(office.getByText('与印发的一致，没有要更正的。')).toBeVisible();
    await seen(office, 'bulletin-corrected');
    const bulletins = await read<readonly { id: string }[]>(office, '/supervision/bulletins?year=2026');

    await papersSay(office, [
      { address: BULLETIN(6), says: ['6,000人次'] },
      {
        address: api(`/supervision/correction.docx?bulletinId=${bulletins[0]!.id}&no=1`),
        says: ['6,000人次', '5,600人次', '复核发现重复计数', '（第6期）'],
      },
    ]);
  });
}

/** The month after prints what was corrected, and what became of the orders. */
export function playNextBulletin(month: GetMonth): void {
  test('the next bulletin shows the correction and the results of the orders', async () => {
    await month().server.onDay('2026-08-06');
    const office = await month().of('month-office');
    await at(office, 'bulletin?month=7');
    await expect(office.getByText('6月份通报（第6期）第1次更正', { exact: false })).toBeVisible();
    await seen(office, 'bulletin-july');
    const board = await boardOn(office, '2026-07-31');

    await papersSay(office, [
      {
        address: BULLETIN(7),
        says: [
          '6月份通报（第6期）第1次更正',
          '5,600人次',
          `严重滞后${board.counts.red}项`,
          '本月交办0件；办结1件，正在办理0件，逾期未办结1件',
          ...figuresOf(board),
        ],
      },
    ]);
  });
}

/** What was done, as papers write it. */
export function figuresOf({ projects }: Board): readonly string[] {
  return projects.flatMap(({ promises }) =>
    promises.flatMap(({ done, promise }) => (done === null ? [] : [quantity(done, promise.measureUnit, 'zh-CN')])),
  );
}
