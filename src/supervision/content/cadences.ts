import { listDefinitions, loadPublicParts } from '#/records/door.ts';
import { definitionOn } from '#/records/rules/definition.ts';
import { heldCadences } from '#/records/rules/public-parts.ts';
import type { PartSource } from '../store/parts.ts';
import { type CadenceLine, cadencePart } from '../words/cadences.ts';

/** 频次 of what the list says is to be every month, of promises that are counted from the events on record; else nothing is printed. */
export const cadenceSource: PartSource = {
  name: 'cadences',
  async load(reader, { board }) {
    const counted = board.projects.flatMap(({ project, promises }) =>
      promises.filter((it) => it.doneFrom === 'records').map((it) => ({ project, promiseId: it.promise.id })),
    );
    const versions = Map.groupBy(
      await listDefinitions(
        reader,
        counted.map((it) => it.promiseId),
      ),
      (it) => it.promiseId,
    );
    const events = counted.filter(({ promiseId }) => definitionOn(versions.get(promiseId) ?? [], board.asOf)?.spec.kind === 'events');
    const { from, to } = board.programme;
    const ids = events.map((it) => it.promiseId);
    const parts = await loadPublicParts(reader, ids, { from, to, asOf: board.asOf });
    const lines = events.flatMap(({ project, promiseId }): readonly CadenceLine[] => {
      const own = parts.get(promiseId);
      const kept = own === undefined ? [] : heldCadences(own, project.text, { from, asOf: board.asOf });
      return kept.map((it) => ({ no: project.no, name: project.name, ...it }));
    });
    return cadencePart(lines);
  },
};
