import type { Programme, ProgrammePromise, Project } from '#/programme/rules/programme.ts';
import type { BoardInput } from './board.ts';
import type { ReportFacts } from './report.ts';
import type { Trajectory } from './trajectory.ts';

/** Builders for tests, with telling defaults: a list of 2026 in a fictional district. */
export function aProgramme(change: Partial<Programme> = {}): Programme {
  return {
    id: 'programme',
    district: '990001',
    year: 2026,
    kind: 'ten-things',
    origin: 'government',
    title: '清泉区2026年民生实事',
    from: '2026-01-01',
    to: '2026-12-31',
    state: 'frozen',
    frozenOn: '2026-01-05',
    frozenBy: '林守成',
    digest: null,
    version: 1,
    ...change,
  };
}

export function aProject(change: Partial<Project> = {}): Project {
  return {
    id: 'project',
    programmeId: 'programme',
    no: '1',
    position: 1,
    name: '便民就业服务',
    text: '全年举办招聘会15场。',
    leadUnitId: 'unit',
    supportingUnitIds: [],
    levels: ['district'],
    note: null,
    ...change,
  };
}

export function aPromise(change: Partial<ProgrammePromise> = {}): ProgrammePromise {
  return {
    id: 'promise',
    projectId: 'project',
    position: 1,
    verb: '举办',
    object: '招聘会',
    measure: 'cumulative',
    direction: 'higher',
    target: 15,
    targetMax: null,
    measureUnit: '场',
    approx: false,
    bound: 'exact',
    start: null,
    end: null,
    countingRule: null,
    quarterTargets: [],
    dueOn: null,
    settledLater: false,
    ...change,
  };
}

export function aReport(change: Partial<ReportFacts> = {}): ReportFacts {
  const asOf = change.asOf ?? '2026-06-18';
  return {
    id: `report-${asOf}`,
    promiseId: 'promise',
    asOf,
    valueKind: 'cumulative',
    value: 8,
    denominator: null,
    measureUnit: '场',
    inMeasure: true,
    stage: null,
    beforeOutput: false,
    stepsDone: [],
    hasEvidence: false,
    text: '',
    state: 'adopted',
    submittedAt: `${asOf}T08:00:00.000Z`,
    unitId: 'unit',
    ...change,
  };
}

export function aTrajectory(change: Partial<Trajectory> = {}): Trajectory {
  return {
    id: 'trajectory',
    promiseId: 'promise',
    version: 1,
    shape: { kind: 'line' },
    target: 15,
    base: 0,
    startsOn: '2026-01-01',
    finishOn: '2026-12-31',
    state: 'approved',
    reason: null,
    proposedBy: '周可行',
    proposedOn: '2025-12-20',
    approvedBy: '林守成',
    approvedOn: '2025-12-28',
    digest: 'd',
    ...change,
  };
}

export function aBoardInput(change: Partial<BoardInput> = {}): BoardInput {
  return {
    districtName: '清泉区',
    programme: aProgramme(),
    projects: [aProject()],
    promises: [aPromise()],
    reports: [aReport()],
    trajectories: [],
    unitNames: { unit: '人社部门' },
    asOf: '2026-06-18',
    ...change,
  };
}
