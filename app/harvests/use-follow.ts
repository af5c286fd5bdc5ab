import { useEffect } from 'react';
import { useRevalidator } from 'react-router';

const everyMs = 2000;

/** Loads the page's data again every two seconds while something goes on, and the window is looked at. */
export function useFollow(goesOn: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!goesOn || state !== 'idle') return;
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') revalidate();
    }, everyMs);
    return () => clearTimeout(timer);
  }, [goesOn, state, revalidate]);
}
