// Runs before any other script, perhaps on a Node that is too old: nothing newer than modules may stand in this file.
const OLDEST = 20;

if (Number(process.versions.node.split('.')[0]) < OLDEST) {
  console.error(`This project needs Node ${OLDEST} or later to install itself; this is ${process.version}.`);
  process.exitCode = 1;
} else {
  import('./install.mjs')
    .then(({ installWhatIsMissing, projectRoot }) => installWhatIsMissing(projectRoot))
    .catch((error) => {
      console.error(error.message);
      process.exitCode = 1;
    });
}
