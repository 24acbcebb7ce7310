import { accept, type Result } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { SetStandingText } from '../rules/standing-text.ts';
import { checkPlaceholders, type TextRefusal } from '../rules/text-block.ts';
import { addStandingText, holdStandingTexts, listStandingTexts } from '../store/standing-texts.ts';

/** 设定固定文字: how this district words a block from the next bulletin on; what was sent for signing stays as it was frozen. */
export const setStandingText = command({
  name: 'supervision.set-standing-text',
  version: 1,
  input: SetStandingText,
  permission: 'supervision.set-texts',
  subject: (input) => `standing-text:${input.block}`,
  async run(writer, { block, text, reason }): Promise<Result<{ readonly version: number }, TextRefusal>> {
    const known = checkPlaceholders(text ?? '');
    if (!known.ok) return known;
    await holdStandingTexts(writer);
    const before = (await listStandingTexts(writer)).find((it) => it.block === block);
    const version = (before?.version ?? 0) + 1;
    await addStandingText(writer, { block, version, text, reason });
    return accept({ version });
  },
});
