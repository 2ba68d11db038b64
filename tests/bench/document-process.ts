/** Sets one document in a process of its own, whose memory is then that of the document. */
import { compileDocument } from '../../functions/document/compile.ts';
import { makeManyNames } from '../fixtures/document.ts';

const data = makeManyNames(Number(process.argv[2]));
const start = performance.now();
const { bytes, pages } = await compileDocument(data, { standard: 'pdf-ua-1' });
const seconds = (performance.now() - start) / 1000;
const highest = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ bytes: bytes.byteLength, pages, seconds, highest }));
