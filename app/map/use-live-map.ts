import { type RefObject, useEffect, useRef, useState } from 'react';
import type { LiveMap, LiveMapOptions } from './live-map.ts';

/**
 * Brings a live map into an element once the page has been painted and is idle. Until then, and where it can't be had,
 * the drawn chart underneath stays.
 * @param options read when the map is made; handlers may change later
 */
export function useLiveMap(target: RefObject<HTMLElement | null>, options: LiveMapOptions): LiveMap | null {
  const [map, setMap] = useState<LiveMap | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const element = target.current;
    if (!element) return;
    let made: LiveMap | null = null;
    let abandoned = false;
    const make = async () => {
      const { createLiveMap } = await import('./live-map.ts');
      if (abandoned) return;
      made = createLiveMap(element, {
        ...latest.current,
        onHover: (id) => latest.current.onHover?.(id),
        onSelect: (id) => latest.current.onSelect?.(id),
        onBox: (box) => latest.current.onBox?.(box),
      });
      setMap(made);
    };
    const repaint = () => made?.repaint();
    document.addEventListener('appearancechange', repaint);
    const cancel = whenIdle(() => void make());
    return () => {
      abandoned = true;
      cancel();
      document.removeEventListener('appearancechange', repaint);
      made?.destroy();
      setMap(null);
    };
  }, [target]);
  return map;
}

/** After the page has loaded and the browser has nothing better to do; Safari has no idle callback. */
function whenIdle(work: () => void): () => void {
  let handle = 0;
  const idle = typeof window.requestIdleCallback === 'function';
  const start = () => {
    handle = idle ? window.requestIdleCallback(work, { timeout: 1500 }) : window.setTimeout(work, 200);
  };
  if (document.readyState === 'complete') start();
  else window.addEventListener('load', start, { once: true });
  return () => {
    window.removeEventListener('load', start);
    if (idle) window.cancelIdleCallback(handle);
    else window.clearTimeout(handle);
  };
}
