import { makeDistrict } from './district.ts';
import { measureEdition } from './measure/edition.ts';
import { measureStarts } from './measure/start.ts';
import { makePlace } from './place.ts';
import { tableOf } from './table.ts';

const place = makePlace();
try {
  const { started, data } = await measureStarts(place, () => {});
  console.error('started', new Date().toISOString());
  const district = await makeDistrict(place, started, data);
  console.error('district', new Date().toISOString());
  console.log(tableOf([await measureEdition(started, district)]));
} finally {
  await place.end();
}
process.exit(0);
