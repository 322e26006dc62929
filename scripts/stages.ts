export interface Stage {
  name: string;
  command: string;
  /** Where vitest writes its counts; a stage without one counts as one test. */
  report?: string;
}

export interface Surroundings {
  run(commandLine: string): Promise<number>;
  readReport(file: string): unknown;
  removeReport(file: string): void;
  now(): number;
  say(line: string): void;
}

export interface Counts {
  passed: number;
  failed: number;
}

/** Runs one stage after another, says how long each took, stops at the first that fails; gives the exit code. */
export async function runStages(stages: readonly Stage[], around: Surroundings): Promise<number> {
  const total: Counts = { passed: 0, failed: 0 };
  let exitCode = 0;
  for (const stage of stages) {
    around.say(`\n== ${stage.name}: ${stage.command}`);
    const began = around.now();
    if (stage.report !== undefined) around.removeReport(stage.report);
    exitCode = await around.run(commandLine(stage));
    const { passed, failed } = countsOf(stage, exitCode, around);
    total.passed += passed;
    total.failed += failed;
    if (exitCode === 0 && failed > 0) exitCode = 1;
    const seconds = ((around.now() - began) / 1000).toFixed(1);
    const outcome = exitCode === 0 ? 'passed' : `FAILED with exit code ${exitCode}`;
    around.say(`== ${stage.name} ${outcome} after ${seconds} s`);
    if (exitCode !== 0) break;
  }
  around.say('');
  around.say(`${total.passed} passed, ${total.failed} failed`);
  return exitCode;
}

function commandLine({ command, report }: Stage): string {
  return report === undefined ? command : `${command} --reporter=default --reporter=json --outputFile.json=${report}`;
}

function countsOf({ report }: Stage, exitCode: number, around: Surroundings): Counts {
  const whole: Counts = exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (report === undefined) return whole;
  const counts = countsIn(readOrNothing(report, around));
  if (!counts) return { passed: 0, failed: 1 };
  // A file that cannot be loaded fails the run without failing a test.
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function readOrNothing(file: string, around: Surroundings): unknown {
  try {
    return around.readReport(file);
  } catch (error) {
    around.say(`There is no report ${file}: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

function countsIn(report: unknown): Counts | undefined {
  if (typeof report !== 'object' || report === null) return undefined;
  if (!('numPassedTests' in report) || !('numFailedTests' in report)) return undefined;
  return { passed: Number(report.numPassedTests), failed: Number(report.numFailedTests) };
}
