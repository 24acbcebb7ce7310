/** What later stages and the command line may call on the server. */
export { checkBallots } from './actions/check-ballots.ts';
export { listVotedProjects } from './content.ts';
export { archiveOfBox, type CountedBox, listCountedBoxes } from './store/archives.ts';
export { listNotices } from './store/notices.ts';
export { getSession, listSessions } from './store/sessions.ts';
