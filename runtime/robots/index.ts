export { parseRobots, type RobotsRules } from './parse.ts';
export { createRobots, type Robots } from './robots.ts';
