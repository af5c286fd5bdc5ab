export { nextMoment } from './next-moment.ts';
export { cronOf, type Schedule, scheduleOf } from './schedule.ts';
