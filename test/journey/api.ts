import { randomUUID } from 'node:crypto'
import type { Consultation } from '@xieshang/rules'

/** An answer that was not what the journey expected. */
export class ApiError extends Error {
  readonly status: number
  readonly problem: Readonly<Record<string, unknown>>

  constructor(what: string, status: number, problem: Readonly<Record<string, unknown>>) {
    super(`${what} → ${status} ${String(problem.clause ?? '')} ${String(problem.detail ?? JSON.stringify(problem))}`)
    this.status = status
    this.problem = problem
  }
}

type Send = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: unknown
  readonly csv?: string
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Requests to one API of the running city, each tried again while the city is away or busy. */
export function openApi(base: string, patienceMs = 0) {
  async function once(send: Send): Promise<Response> {
    return fetch(`${base}${send.path}`, {
      method: send.method,
      headers: {
        accept: 'application/json',
        ...(send.token !== undefined && { authorization: `Bearer ${send.token}` }),
        ...(send.body !== undefined && { 'content-type': 'application/json' }),
        ...(send.csv !== undefined && { 'content-type': 'text/csv' }),
        ...send.headers,
      },
      ...(send.body !== undefined && { body: JSON.stringify(send.body) }),
      ...(send.csv !== undefined && { body: send.csv }),
    })
  }

  /** A request that met no city, or a city that was ended under it, is sent again with the same key. */
  async function patient(send: Send): Promise<Response> {
    const until = Date.now() + patienceMs
    for (;;) {
      try {
        const response = await once(send)
        if (response.status < 500 || Date.now() >= until) return response
      } catch (error) {
        if (Date.now() >= until) throw error
      }
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }

  return {
    raw: patient,

    async send<T>(send: Send): Promise<T> {
      const response = await patient(send)
      const body: unknown = await response.json()
      if (!response.ok)
        throw new ApiError(`${send.method} ${send.path}`, response.status, body as Record<string, unknown>)
      return body as T
    },
  }
}

export type Api = ReturnType<typeof openApi>

export const newKey = () => randomUUID()

/** What an officer does, one method for each kind of request. */
export function officer(api: Api, token: string) {
  return {
    get: <T>(path: string) => api.send<T>({ method: 'GET', path, token }),

    post: <T>(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
      api.send<T>({ method: 'POST', path, token, body, headers: { 'idempotency-key': newKey(), ...headers } }),

    put: <T>(path: string, body: unknown) => api.send<T>({ method: 'PUT', path, token, body }),

    importCsv: <T>(path: string, csv: string) =>
      api.send<T>({ method: 'POST', path, token, csv, headers: { 'idempotency-key': newKey() } }),

    /** A command on the version just read; a conflict with what this journey did itself is read again and retried. */
    async command(id: string, command: string, body: unknown): Promise<Consultation> {
      const key = newKey()
      for (let tries = 1; ; tries++) {
        const { consultation } = await this.get<{ consultation: Consultation }>(`/consultations/${id}`)
        try {
          const answer = await this.post<{ consultation: Consultation }>(`/consultations/${id}/${command}`, body, {
            'if-match': `"${consultation.version}"`,
            'idempotency-key': key,
          })
          return answer.consultation
        } catch (error) {
          if (!(error instanceof ApiError && error.problem.code === 'changed') || tries >= 3) throw error
        }
      }
    },
  }
}

export type Officer = ReturnType<typeof officer>
