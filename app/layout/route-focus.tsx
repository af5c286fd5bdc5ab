import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/**
 * Brings the focus to the content when another page is shown without loading anew, as a browser does by itself otherwise:
 * whoever works with a keyboard or hears the page would stay on the link that is gone.
 */
export function RouteFocus() {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const content = document.getElementById('content');
    if (content === null) return;
    content.tabIndex = -1;
    content.focus({ preventScroll: true });
  }, [pathname]);
  return null;
}
