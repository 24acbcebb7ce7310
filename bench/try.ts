import { measureBallot } from './measure/ballot.ts';
import { measureTally } from './measure/tally.ts';
import { makePlace } from './place.ts';
import { tableOf } from './table.ts';

const place = makePlace();
const n = Number(process.argv[2]);
const rows = [await measureTally(place, n)];
if (process.argv[3]) rows.push(await measureBallot(place, n));
console.log(tableOf(rows));
await place.end();
process.exit(0);
