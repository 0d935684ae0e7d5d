/** How far the server's clock is ahead of this machine's: phones and televisions are minutes off, some of them days. */
let ahead = 0
let told = false

/**
 * Learns the server's time from an answer. Its header tells whole seconds, at some moment between asking and hearing; only
 * what contradicts the time known so far changes it.
 * @param asked when the answer was asked for, by this machine
 */
export function hear({ headers, status }: Pick<Response, 'headers' | 'status'>, asked: number): void {
  const at = Date.parse(headers.get('date') ?? '')
  // What may be kept for later tells when it was made, not when it was heard; the gateway's 401 says nothing and is not kept.
  const isNew = status === 401 || headers.get('cache-control')?.includes('no-store') === true
  if (Number.isNaN(at) || !isNew) return
  told = true
  const least = at - Date.now()
  const most = at + 1000 - asked
  if (ahead < least || ahead > most) ahead = Math.round((least + most) / 2)
}

/** The time by the server's clock, as far as it is known. Nothing on a page goes by the machine's own. */
export const now = (): Date => new Date(Date.now() + ahead)

/** Whether the server has told its time yet. */
export const isTold = (): boolean => told

/** A request whose answer tells the time besides. */
export async function timedFetch(input: string | Request, init?: RequestInit): Promise<Response> {
  const asked = Date.now()
  const response = await fetch(input, init)
  hear(response, asked)
  return response
}
