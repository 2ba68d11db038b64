/** Loaded into the stack's process before the stack: tells the benchmark about its memory and its event loop. */
import { performance } from 'node:perf_hooks';

process.on('message', (message) => {
  // Node offers it when it is started with --expose-gc.
  if (message === 'collect') globalThis.gc?.();
  const { idle, active } = performance.eventLoopUtilization();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ rss, heapUsed, idle, active });
});
