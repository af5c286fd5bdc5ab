type LinkedProps = {
  text: string;
  lang?: string | undefined;
  href?: string | undefined;
  className?: string;
};

/** A name, as a link where it has an address. */
export function Linked({ text, lang, href, className }: LinkedProps) {
  return href ? (
    <a href={href} lang={lang} rel="noopener" className={className}>
      {text}
    </a>
  ) : (
    <span lang={lang} className={className}>
      {text}
    </span>
  );
}
