export {
  type Interpreted,
  type Interpreter,
  type PartReader,
  plainInterpreter,
  readHere,
} from './document-reader.ts';
export {
  createHarvester,
  type Harvester,
  type HarvesterPorts,
  type HarvestOptions,
  type ReceiveOptions,
  type RunOptions,
} from './harvester.ts';
export { isUndoable, reopened, undoDays } from './removal.ts';
export type { OnSettled, Settled } from './settled.ts';
