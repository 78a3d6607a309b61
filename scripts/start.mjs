/**
 * `npm start`. Written in plain JavaScript, so that an old Node reads it and says what it lacks:
 * under Node 20 the ledger's driver dies without a word.
 */
const [major] = process.versions.node.split('.');

if (Number(major) < 24) {
  process.stderr.write(
    `Encours demande Node 24 ou plus récent ; celui-ci est ${process.version}. ` +
      'Lancez « npm ci » puis « npm start » : npm apporte le bon.\n',
  );
  process.exitCode = 1;
} else {
  await import('./start.ts');
}
