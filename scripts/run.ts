import { spawn } from 'node:child_process';
import { delimiter, join, resolve } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '..');

/** Runs one command line in the project, with its own programs first; gives the exit code. */
export function run(commandLine: string, env: NodeJS.ProcessEnv = {}): Promise<number> {
  const path = [join(projectRoot, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  const child = spawn(commandLine, {
    cwd: projectRoot,
    env: { ...process.env, ...env, PATH: path },
    shell: true,
    stdio: 'inherit',
  });
  const stop = () => child.kill();
  process.once('SIGTERM', stop);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGTERM', stop);
      resolve(code ?? 1);
    });
  });
}
