/** A link to a step of the page, which opens it as well. */
export function SectionLink({ section, children }: { section: string; children: string }) {
  const open = () => {
    const step = document.getElementById(section)
    if (step instanceof HTMLDetailsElement) step.open = true
  }
  return (
    <a href={`#${section}`} onClick={open}>
      {children}
    </a>
  )
}
