import { errorPage } from '../errors/error-data.ts';

/** Any address that leads nowhere. */
export function loader(): never {
  throw errorPage({ code: 'not-found' });
}

export default function Missing() {
  return null;
}
