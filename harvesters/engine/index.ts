export {
  type Interpreted,
  type Interpreter,
  type PartReader,
  plainInterpreter,
  readHere,
} from './document-reader.ts';
export { createHarvester } from './harvester.ts';
export type {
  Harvester,
  HarvesterPorts,
  HarvestOptions,
  ReceiveOptions,
  RunOptions,
} from './harvester-ports.ts';
export { isUndoable, reopened, undoDays } from './removal.ts';
export type { OnSettled, Settled } from './settled.ts';
