import type { ReactNode } from 'react'

/** A box to be ticked, with what it stands for; as large as a finger. */
export function TickBox({
  checked,
  onTick,
  small = false,
  children,
}: {
  readonly checked: boolean
  readonly onTick: (checked: boolean) => void
  readonly small?: boolean
  readonly children: ReactNode
}) {
  return (
    <label className={small ? 'tick small' : 'tick'}>
      <input type="checkbox" checked={checked} onChange={({ target }) => onTick(target.checked)} />
      <span>{children}</span>
    </label>
  )
}
