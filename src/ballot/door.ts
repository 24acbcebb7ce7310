/** What later stages and the command line may call on the server. */
export { checkBallots } from './actions/check-ballots.ts';
export { getSession, listSessions } from './store/sessions.ts';
