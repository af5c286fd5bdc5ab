export { type Interpreted, type Interpreter, plainInterpreter } from './document-reader.ts';
export {
  createHarvester,
  type Harvester,
  type HarvesterPorts,
  type HarvestOptions,
  type RunOptions,
} from './harvester.ts';
