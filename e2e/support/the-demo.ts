import { loadDemoOnce } from '#/shells/demo-once.ts';
import { closeAndExit, installationHere } from './opening.ts';

/** The demo on a server of its own, for a story that changes what other stories look at. */
const { installation, config, say } = await installationHere();
await loadDemoOnce(installation, { config, isRefused: false, isAsked: true, say });
await closeAndExit(installation);
