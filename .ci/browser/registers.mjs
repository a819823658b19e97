// Writes registers that try the governors' page: as many recipients, kinds,
// countries and long names as a trust could have, and next to none.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, bodies] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const countries = ['GB', 'South Georgia and the South Sandwich Islands', 'Saint Helena, Ascension and Tristan da Cunha', 'worldwide', '', 'US',
  'France; Germany; Italy; India', 'Canada', 'Bosnia and Herzegovina'];
const data = ['Names; health data; religion; ethnicity; fingerprints; criminal convictions; genetic data; trade union membership; political opinions; '
  + 'sexual orientation; safeguarding; free school meals; nationality; bank details; CCTV; passwords; social care; attendance', '', 'Names',
'health data; ethnicity; political opinions'];
const of = (list, i) => list[i % list.length];

const names = [];
for (const line of readFileSync(bodies, 'utf8').split('\n').slice(1)) {
  const name = /^[^,]*,("(?:[^"]|"")*"|[^,]*)/.exec(line)?.[1].replaceAll('"', '');
  if (name) names.push(name, `${name} of the northern and the southern shires`, `W${'w'.repeat(30)} ${name}`);
}
const rows = names.map((name, i) => [`F${i + 1}`, 'The Academy Trust of a Rather Long Name and of Every Shire, North and South', name, 'GB', of(countries, i),
  `Teaching ${i}`, 'Pupils', of(data, i), of(['public task', '', 'legitimate interests'], i), of(['processor', 'controller', ''], i),
  of(['', 'IDTA', 'art 49 consent', ''], i), of(['', 'proposed'], i)]);
const heads = ['Ref', 'From', 'To', 'Sender country', 'Recipient country', 'Purpose', 'Data subjects', 'Data categories', 'Lawful basis', 'Recipient role',
  'Transfer safeguard', 'Status'];
const write = (name, table) => writeFileSync(join(folder, name), table.map((r) => r.map((c) => `"${c}"`).join(',')).join('\n') + '\n');
write('large.csv', [heads, ...rows]);
write('small.csv', [heads, rows[0]]);
