export { createHarvester, type Harvester, type HarvesterPorts, type HarvestOptions } from './harvester.ts';
