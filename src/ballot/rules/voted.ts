/** 票决产生的项目: what a session chose for a year, by the notice that holds; its ids are the projects' ids. */
export type VotedProjects = {
  readonly sessionId: string;
  readonly title: string;
  readonly forYear: number;
  readonly serial: number;
  readonly noticeDigest: string;
  readonly projects: readonly { readonly id: string; readonly name: string; readonly leadUnit: string }[];
};
