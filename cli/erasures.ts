/** `npm run erasures -- …`: the ledger of erased signatures, needed when a backup is restored. */
import { parseArgs } from 'node:util';
import { readErasures } from '../shared/signature/forget.ts';
import { replayErasures } from './backup/replay-erasures.ts';
import { runCommand } from './command.ts';
import { readLedger } from './ledger.ts';
import { findStack, Refusal } from './stack.ts';

const usage = `Usage:
  npm run erasures -- list                       lists the ids of erased signatures, one per line, oldest first
  npm run erasures -- replay [FILE] [--table T]  erases them again, in the restored table T
The list comes from the stack's table, or from FILE (the output of "list"). Without --table, the restored table is
the stack's own. With --stack NAME the command reaches a deployed stack instead of the local one.`;

runCommand(async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { stack: { type: 'string' }, table: { type: 'string' } },
  });
  const [command, file, more] = positionals;
  if (more !== undefined) throw new Refusal(usage);
  const { store, keys } = await findStack(values.stack);
  switch (command) {
    case 'list':
      for await (const id of readErasures(store)) console.log(id);
      return;
    case 'replay': {
      const ledger = file === undefined ? readErasures(store) : await readLedger(file);
      const restored = { ...store, table: values.table ?? store.table };
      const forgotten = await replayErasures(restored, await keys(), ledger, new Date());
      console.log(`${forgotten} had come back and were erased again.`);
      return;
    }
    default:
      throw new Refusal(usage);
  }
});
