// Loaded before a command (`node --import`): when its process ends, what it cost stands in the file that BENCH_MEASURE
// names: seconds on the clock and of processor time, all threads together, and the resident memory in MB, ten times a second.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.BENCH_MEASURE;
if (isMainThread && file) {
  const memory = [];
  const look = () => memory.push(Math.round(process.memoryUsage.rss() / 1e6));
  setInterval(look, 100).unref();
  process.once('exit', () => {
    look();
    const { user, system } = process.cpuUsage();
    writeFileSync(file, JSON.stringify({ seconds: process.uptime(), busy: (user + system) / 1e6, memory }));
  });
}
