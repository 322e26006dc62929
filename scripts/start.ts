import { join } from 'node:path';
import { basePath } from './base-path.ts';
import { fingerprintInputs, isUpToDate, noteBuild } from './built-from.ts';
import { oneAtATime } from './lock.mjs';
import { projectRoot, run } from './run.ts';
import { serveFolder } from './serve.ts';

const FIRST_PORT = 4321;

async function start(): Promise<void> {
  await oneAtATime(`building ${projectRoot}`, buildUnlessUpToDate);
  const base = basePath(process.env['BASE_PATH']);
  const site = await serveFolder({ root: join(projectRoot, 'dist'), base, port: FIRST_PORT });
  const end = () => site.close().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  endWithNpm(end);
  console.log('Serving the site until you press Ctrl-C. Open this address:');
  console.log(site.url);
}

/** npm that is told to end tells only the shell between it and us. */
function endWithNpm(end: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    end();
  }, 500);
}

async function buildUnlessUpToDate(): Promise<void> {
  const inputs = fingerprintInputs(projectRoot, process.env);
  if (isUpToDate(projectRoot, inputs)) {
    console.log('The site in dist/ is up to date.');
    return;
  }
  console.log('Building the site into dist/ …');
  const code = await run('npm run build');
  if (code !== 0) throw new Error(`The build ended with code ${code}; what it says above is the reason.`);
  noteBuild(projectRoot, inputs);
}

if (import.meta.main) {
  start().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
