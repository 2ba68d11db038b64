/**
 * Runs the inbox in a process of its own (started by inbox.ts): by default, its own command line would listen on every
 * network interface and would outlive us.
 */
import inbox from 'aws-ses-v2-local';

const server = await inbox.default({ host: '127.0.0.1', port: Number(process.argv[2]) });
if (!server.listening) {
  console.error('The port is taken.');
  process.exit(1);
}
process.stdin.resume();
process.stdin.once('end', () => process.exit(0));
