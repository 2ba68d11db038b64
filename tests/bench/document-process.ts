/** Sets all files of one delivery in a process of its own, whose memory is then that of the delivery. */
import { typesetDocuments } from '../../functions/document/typeset.ts';
import { makeManyNames } from '../fixtures/document.ts';

const data = makeManyNames(Number(process.argv[2]));
const start = process.cpuUsage();
const sizes: Record<string, number> = {};
for await (const { file, bytes } of typesetDocuments(data)) sizes[file] = bytes.byteLength;
const { user, system } = process.cpuUsage(start);
const highest = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ bytes: sizes['pdf'], seconds: (user + system) / 1e6, highest }));
