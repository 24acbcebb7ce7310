import { randomBelow } from '#/kernel/random-below.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { nativePower } from '#/platform/big-numbers.ts';
import { command } from '#/platform/command.ts';
import { randomSigns } from '../rules/belenios/credentials.ts';
import { belenios2048, isElement } from '../rules/belenios/group.ts';
import { Ballot, readMessage, textOf } from '../rules/belenios/structures.ts';
import { encryptedTally } from '../rules/belenios/tally.ts';
import { admit, type BoxRefusal, maySetUp, mustBe, OpenBox, PublishCredentials, SetUpBox, WhichBox } from '../rules/box.ts';
import { neededDecryptions, openTally } from '../rules/box-archive.ts';
import { questionsOf } from '../rules/box-questions.ts';
import { getRoundPlace } from '../store/box-place.ts';
import { addBox, holdBox, listTrustees, saveBox } from '../store/boxes.ts';
import { countPapers, layAnew, listPapers, lockBox } from '../store/sealed-papers.ts';

const group = belenios2048(nativePower(belenios2048().p));

/** 设立票箱: an election of the public protocol for one round, and the places of its trustees. */
export const setUpBox = command({
  name: 'ballot.set-up-box',
  version: 1,
  input: SetUpBox,
  permission: 'ballot.keep-box',
  subject: (input) => `box:${input.id}`,
  async run(writer, { id, roundId, trustees, threshold }): Promise<Result<{ electionUuid: string }, BoxRefusal>> {
    const round = await getRoundPlace(writer, roundId);
    const form = maySetUp(round);
    if (!form.ok) return form;
    const electionUuid = randomSigns(randomBelow, 14);
    const questions = questionsOf(form.value, round.candidates, { maxMarks: round.maxMarks, title: round.title });
    const moment = Math.floor(writer.now.getTime() / 1000);
    const none = { election: null, trustees: null, credentials: null, tally: null, result: null, admitted: null };
    const candidateIds = round.candidates.map((it) => it.id);
    const box = {
      id,
      roundId,
      electionUuid,
      state: 'keys',
      name: round.title,
      form: form.value,
      questions,
      candidateIds,
      threshold,
    } as const;
    await addBox(writer, { ...box, ...none, trusteeCount: trustees.length, moment, version: 1 }, trustees);
    return accept({ electionUuid });
  },
});

/** 公布凭证: the public halves of the credentials, sorted; their secret halves were made and printed in the office's own browser. */
export const publishCredentials = command({
  name: 'ballot.publish-credentials',
  version: 1,
  input: PublishCredentials,
  permission: 'ballot.keep-box',
  subject: (input) => `box:${input.boxId}`,
  async run(writer, { boxId, credentials }): Promise<Result<null, BoxRefusal>> {
    const box = mustBe(await holdBox(writer, boxId), 'credentials');
    if (!box.ok) return box;
    const { roll } = await getRoundPlace(writer, box.value.roundId);
    if (credentials.length < roll) return refuse({ kind: 'credentials-too-few', has: credentials.length, roll });
    if (new Set(credentials).size !== credentials.length) return refuse({ kind: 'credentials-unfit', check: 'listed-twice' });
    const elements = credentials.map(BigInt);
    if (!elements.every((it) => isElement(group, it))) return refuse({ kind: 'credentials-unfit', check: 'not-in-group' });
    const sorted = elements.sort((a, b) => (a < b ? -1 : 1)).map(String);
    await saveBox(writer, { ...box.value, state: 'ready', credentials: JSON.stringify(sorted) });
    return accept(null);
  },
});

/** 开始投票, and later the slips of those who came late: never more ballots than deputies who are here and hold no paper. */
export const openBox = command({
  name: 'ballot.open-box',
  version: 1,
  input: OpenBox,
  permission: 'ballot.keep-box',
  subject: (input) => `box:${input.boxId}`,
  async run(writer, { boxId, slips }): Promise<Result<{ admitted: number }, BoxRefusal>> {
    await lockBox(writer, boxId);
    const box = await holdBox(writer, boxId);
    const { present, papers, handed } = await getRoundPlace(writer, box.roundId);
    const decided = admit(box, { slips, present, papers, handed });
    if (!decided.ok) return decided;
    await saveBox(writer, decided.value);
    return accept({ admitted: slips });
  },
});

/** 截止投票: from here on nothing is taken; the papers are laid anew in the order of their fingerprints and multiplied into one. */
export const closeBox = command({
  name: 'ballot.close-box',
  version: 1,
  input: WhichBox,
  permission: 'ballot.keep-box',
  subject: (input) => `box:${input.boxId}`,
  async run(writer, { boxId }): Promise<Result<{ ballots: number }, BoxRefusal>> {
    await lockBox(writer, boxId);
    const box = mustBe(await holdBox(writer, boxId), 'open');
    if (!box.ok) return box;
    const papers = await listPapers(writer, boxId);
    if (papers.length === 0) return refuse({ kind: 'nobody-voted' });
    const { least } = await getRoundPlace(writer, box.value.roundId);
    if (papers.length < least) return refuse({ kind: 'too-few-ballots', least });
    await layAnew(writer, boxId, papers);
    const ballots = papers.map((it) => ({ ballot: readMessage(Ballot, it.content)!, weight: 1 }));
    const tally = textOf(encryptedTally(group, box.value.questions, ballots));
    await saveBox(writer, { ...box.value, state: 'closed', tally });
    return accept({ ballots: papers.length });
  },
});

/** 开票: enough trustees have decrypted; what the tally opens to is the result. */
export const countBox = command({
  name: 'ballot.count-box',
  version: 1,
  input: WhichBox,
  permission: 'ballot.keep-box',
  subject: (input) => `box:${input.boxId}`,
  async run(writer, { boxId }): Promise<Result<{ result: readonly (readonly number[])[] }, BoxRefusal>> {
    const box = mustBe(await holdBox(writer, boxId), 'closed');
    if (!box.ok) return box;
    const trustees = await listTrustees(writer, boxId);
    const missing = trustees.filter((it) => it.decryption === null);
    const [has, needed] = [trustees.length - missing.length, neededDecryptions(box.value)];
    if (has < needed) return refuse({ kind: 'trustees-missing', has, needed, titles: missing.map((it) => it.title) });
    const result = openTally(group, box.value, trustees, await countPapers(writer, boxId));
    if (result === null) return refuse({ kind: 'tally-does-not-open' });
    await saveBox(writer, { ...box.value, state: 'counted', result });
    return accept({ result });
  },
});
