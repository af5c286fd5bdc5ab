import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { harvestProtocols } from '#harvesters';
import { digestFrequencies, digestLanguages } from '#harvesters/digest';
import { isDomainError } from '#runtime/errors';
import { parseRuleSets } from './check-parameters.ts';
import { assess } from './cli/assess.ts';
import { previewDigest, sendDigests, setDigest } from './cli/digest.ts';
import { doctor } from './cli/doctor.ts';
import { exportRecord } from './cli/export.ts';
import { harvest } from './cli/harvest.ts';
import {
  joinRecords,
  listClusters,
  listProposals,
  rebuildIdentity,
  showIdentity,
  splitRecord,
  undoDecision,
} from './cli/identity.ts';
import { importPath } from './cli/import.ts';
import { reindex } from './cli/reindex.ts';
import { askRun, carryOutHere, discardRun, listRuns, showRun } from './cli/runs.ts';
import { installSchemas } from './cli/schemas.ts';
import { previewSourceRules, sourceRules } from './cli/source-rules.ts';
import { addSource, archiveSource, listSources, removeSource, showSource } from './cli/sources.ts';
import { writeTemplate } from './cli/template.ts';
import { createToken, listTokens, revokeToken } from './cli/tokens.ts';
import { validate } from './cli/validate.ts';
import { createOutput } from './progress.ts';
import { version } from './version.ts';
import { runWeb } from './web.ts';
import { runWorker } from './worker.ts';

/** Exit codes: 0 done, 1 the work failed (or part of it), 2 the command was not understood. */
const output = createOutput(process.stdout, process.stderr);

const program = new Command('halocline')
  .description(
    'Halocline, a FAIR marine metadata catalogue. Settings come from the environment (docs/configuration.md).',
  )
  .version(version)
  .showHelpAfterError('(--help tells how)')
  .exitOverride()
  .configureOutput({ writeErr: (text) => output.error(text.trimEnd()) });

program.command('serve').description('run the web process alone').action(runWeb);
program.command('worker').description('run the worker process alone').action(runWorker);

program
  .command('harvest')
  .description('harvest one source, or all that are enabled')
  .argument('[source]', 'id of a source')
  .option('--all', 'every enabled source')
  .option('--dry-run', 'show what would change, store nothing')
  .option('--full', 'list everything, also where the source could say what changed')
  .option('--force', 'withdraw vanished records also when so many are gone that the run would be held')
  .addHelpText('after', '\nExamples:\n  halocline harvest aviso\n  halocline harvest --all --dry-run')
  .action((source: string | undefined, options) => harvest(source, options, output));

const sources = program.command('sources').description('the sources that are harvested');
sources
  .command('list')
  .description('every source with its last run')
  .action(() => listSources(output));
sources
  .command('show')
  .description('one source, what it offers, and its last runs')
  .argument('<source>', 'id of a source')
  .action((id: string) => showSource(id, output));
sources
  .command('add')
  .description('add a source, or change one')
  .argument('<id>', 'slug that stays part of addresses, e.g. aviso')
  .argument('<url>', 'endpoint, document, or folder')
  .addOption(
    new Option('--protocol <protocol>', 'how it is harvested')
      .choices(harvestProtocols)
      .makeOptionMandatory(),
  )
  .option('--name <name>', 'name in English')
  .option('--name-fr <name>', 'name in French')
  .option('--contact <email>', 'whom to tell what to mend')
  .option(
    '--set <option=value...>',
    'options (docs/harvesting.md), e.g. metadataPrefix=iso19139 bbox=-10,40,5,52',
  )
  .option('--theme <theme...>', 'themes or sub-portals that its records belong to')
  .option(
    '--precedence <number>',
    'of several sources with one resource, that with the lowest number shows its record (100 unless told)',
  )
  .option('--owner <email>', 'account of whoever looks after it: producer of this source')
  .option('--schedule <cron>', 'cron expression, UTC, e.g. "0 3 * * *"')
  .option('--allow-private', 'addresses in private ranges may be fetched')
  .addHelpText(
    'after',
    '\nExample:\n  halocline sources add shom https://services.data.shom.fr/geonetwork/srv/fre/csw --protocol csw',
  )
  .action((id: string, url: string, options) => addSource(id, url, options, output));
program
  .command('template')
  .description('write the template of the spreadsheet that describes datasets (docs/spreadsheet.md)')
  .argument('<file>', 'where to, e.g. datasets.xlsx')
  .addOption(
    new Option('--language <language>', 'of the names of columns').choices(['en', 'fr']).default('en'),
  )
  .action((file: string, { language }) => writeTemplate(file, language, output));

const tokens = program
  .command('tokens')
  .description('keys with which programs send documents (docs/push.md)');
tokens
  .command('create')
  .description('make one for an account and a source; it is shown once')
  .argument('<source>', 'id of a source that is sent documents')
  .argument('<email>', 'address of the account that it acts for')
  .option('--name <name>', 'what it is for')
  .option('--days <days>', 'how long it lives, 365 unless told')
  .action((source: string, email: string, options) => createToken(source, email, options, output));
tokens
  .command('list')
  .description('those of a source that are alive')
  .argument('<source>', 'id of a source')
  .action((source: string) => listTokens(source, output));
tokens
  .command('revoke')
  .description('end one at once')
  .argument('<token>', 'id of the token, as the list shows it')
  .action((token: string) => revokeToken(token, output));

sources
  .command('archive')
  .description('keep the records of a source, and harvest it no more')
  .argument('<source>', 'id of a source')
  .option('--undo', 'harvest it again')
  .action((id: string, options) => archiveSource(id, options, output));
sources
  .command('remove')
  .description('withdraw all records of a source: staged and held first, undone by rolling the run back')
  .argument('<source>', 'id of a source')
  .option('--to <source>', 'hand its records over to this source instead, under their addresses')
  .option('--yes', 'store it at once')
  .action((id: string, options) => removeSource(id, options, output));
sources
  .command('rules')
  .description('the rules of a source: which records it gives, and what is changed in them (docs/rules.md)')
  .argument('<source>', 'id of a source')
  .option('--set <file>', 'replace them by those of a JSON or YAML file')
  .option('--history', 'list the versions of them that were saved')
  .option('--show <version>', 'show this version, in the form that --set takes')
  .action((id: string, options) => sourceRules(id, options, output));
sources
  .command('preview-rules')
  .description('what rules would do to what is held of a source; stores nothing')
  .argument('<source>', 'id of a source')
  .option('--set <file>', 'rules of a JSON or YAML file instead of those of the source')
  .action((id: string, options) => previewSourceRules(id, options, output));

program
  .command('assess')
  .description('judge how FAIR records are: one, those of a source that are due, or all that are due')
  .argument('[source-or-record]', 'id of a source, or of a record')
  .option('--no-links', 'ask no foreign server')
  .addHelpText('after', '\nExamples:\n  halocline assess aviso --no-links\n  halocline assess k3v9q2m7x4bd')
  .action((name: string | undefined, options) => assess(name, options, output));

const identity = program
  .command('identity')
  .description('records of several sources that describe the same resource (docs/identity.md)');
identity
  .command('list')
  .description('the clusters, with the record that stands for each')
  .action(() => listClusters(output));
identity
  .command('proposals')
  .description('pairs of records that are perhaps one resource, the likeliest first')
  .action(() => listProposals(output));
identity
  .command('show')
  .description('the cluster of a record, with the reasons, and what was decided about it')
  .argument('<record>', 'id of a record')
  .action((record: string) => showIdentity(record, output));
identity
  .command('join')
  .description('decide that two records are one resource')
  .argument('<record>', 'id of a record')
  .argument('<other>', 'id of another')
  .action((record: string, other: string) => joinRecords(record, other, output));
identity
  .command('split')
  .description(
    'decide that a record is not the resource that it is clustered with, or not that of another record',
  )
  .argument('<record>', 'id of a record')
  .argument('[other]', 'id of the other; all of its cluster where it is left out')
  .action((record: string, other: string | undefined) => splitRecord(record, other, output));
identity
  .command('undo')
  .description('undo a decision')
  .argument('<decision>', 'its number, as "identity show" tells it')
  .action((decision: string) => undoDecision(decision, output));
identity
  .command('rebuild')
  .description('recognise again all records; what people decided stays')
  .action(() => rebuildIdentity(output));

const digest = program
  .command('digest')
  .description('letters to the contacts of sources with what is to be mended (docs/reports.md)');
digest
  .command('preview')
  .description('what the letter of the last whole period says, and to whom it would go; sends nothing')
  .argument('<source>', 'id of a source')
  .addOption(new Option('--language <language>', 'another than its own').choices(digestLanguages))
  .option('--html', 'as HTML')
  .action((id: string, options) => previewDigest(id, options, output));
digest
  .command('send')
  .description('send what is due, of one source or of all; nobody gets a letter twice')
  .argument('[source]', 'id of a source')
  .action((id: string | undefined) => sendDigests(id, output));
digest
  .command('set')
  .description('how a source wants its letters; "default" takes a choice back')
  .argument('<source>', 'id of a source')
  .addOption(new Option('--every <period>', 'how often').choices([...digestFrequencies, 'default']))
  .option('--to <email...>', 'to these in place of its contact and whoever looks after it')
  .addOption(new Option('--language <language>', 'in this language').choices([...digestLanguages, 'default']))
  .addHelpText('after', '\nExample:\n  halocline digest set shom --every weekly --language fr')
  .action((id: string, options) => setDigest(id, options, output));

program
  .command('reread')
  .description('read again what is held of a source, where readers or rules changed since')
  .argument('<source>', 'id of a source')
  .action((sourceId: string) => carryOutHere({ action: 'reread', sourceId }, output));

const runs = program
  .command('runs')
  .description('runs of harvests: what they would change, and how they go on');
runs
  .command('list')
  .description('the last runs of a source')
  .argument('<source>', 'id of a source')
  .action((source: string) => listRuns(source, output));
runs
  .command('show')
  .description('a run with its problems and, where it is held or dry, what it would change')
  .argument('<run>', 'id of a run')
  .action((run: string) => showRun(run, output));
for (const [name, action, description] of [
  ['approve', 'approve', 'store what a held or dry run would change'],
  ['resume', 'resume', 'go on with a paused run'],
  ['roll-back', 'roll-back', 'undo what a run changed'],
] as const)
  runs
    .command(name)
    .description(description)
    .argument('<run>', 'id of a run')
    .action((runId: string) => carryOutHere({ action, runId }, output));
runs
  .command('discard')
  .description('forget what a held, paused or dry run would change')
  .argument('<run>', 'id of a run')
  .action((run: string) => discardRun(run, output));
for (const [wish, description] of [
  ['pause', 'ask a run under way to pause'],
  ['cancel', 'ask a run under way to end, storing nothing'],
] as const)
  runs
    .command(wish)
    .description(description)
    .argument('<run>', 'id of a run')
    .action((run: string) => askRun(run, wish, output));

program
  .command('import')
  .description('import a metadata document, or a folder of them')
  .argument('<path>', 'file or folder')
  .option('--dry-run', 'show what would change, store nothing')
  .addHelpText('after', '\nExample:\n  halocline import ./records')
  .action((path: string, options) => importPath(path, options, output));

program
  .command('export')
  .description('write a record to standard output')
  .argument('<id>', 'id of the record')
  .requiredOption(
    '--format <format>',
    'iso19139, dcat, datacite-xml, bibtex…, or original; a wrong one shows them all',
  )
  .addHelpText('after', '\nExample:\n  halocline export k3v9q2m7x4bd --format iso19139 > record.xml')
  .action((id: string, options) => exportRecord(id, options, output));

program
  .command('validate')
  .description('check a metadata document: reading, official schemas, rules; says line, rule and remedy')
  .argument('[file]', 'the document, or - for standard input')
  .option('--rules <sets>', 'rule sets, e.g. inspire,dcat-ap, or all', ruleSets, ruleSets('halocline'))
  .addOption(
    new Option('--format <format>', 'of the report').choices(['text', 'json', 'csv']).default('text'),
  )
  .addOption(new Option('--lang <language>', 'of the report').choices(['en', 'fr']).default('en'))
  .option('--record <id>', 'the document of a record of the catalogue, instead of a file')
  .addHelpText(
    'after',
    '\nExit code: 0 no error, 1 errors, 2 no document or not understood.\n\nExample:\n  halocline validate record.xml --rules inspire --lang fr',
  )
  .action((file: string | undefined, options) => validate(file, options, output));

program
  .command('schemas')
  .description('the official schemas that documents are validated against')
  .command('install')
  .description('fetch the schemas, or copy them, into HALOCLINE_SCHEMAS or the data folder')
  .option('--from <folder>', 'a local copy instead of the network')
  .addHelpText('after', '\nExample:\n  halocline schemas install --from ./schemas')
  .action((options) => installSchemas(options, output));

program
  .command('reindex')
  .description('rebuild the search index from the revision log')
  .action(() => reindex(output));
program
  .command('doctor')
  .description('check the installation and say what to do')
  .action(() => doctor(output));

/** @throws InvalidArgumentError, which commander words with the name of the option */
function ruleSets(text: string) {
  try {
    return parseRuleSets(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 2);
  output.error(
    isDomainError(error)
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error),
  );
  process.exit(1);
});
