// npm start: installs if needed, builds if needed, then hands over to the supervisor.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, install, root } from './setup.js';

install();
build();
const supervisor = spawn(process.execPath, ['--enable-source-maps', join(root, 'build/server/start.js')], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => supervisor.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
supervisor.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
