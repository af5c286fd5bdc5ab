import { readersVersion } from '#catalogue/formats';
import {
  type HarvestSource,
  type Interpreter,
  interpretationName,
  plainInterpreter,
  rulesInterpreter,
} from '#harvesters';

/** Names readers and rules of a source as they stand; never throws. @param readers name of the readers, unless told */
export function interpretationOf({ rules }: HarvestSource, readers: string = readersVersion): string {
  return interpretationName(readers, rules);
}

/** What makes records of the documents of a source. @throws DomainError `invalid` for rules that are not understood */
export function interpreterOf({ rules }: HarvestSource, readers: string = readersVersion): Interpreter {
  return rules ? rulesInterpreter(readers, rules) : plainInterpreter(readers);
}
