import middy from '@middy/core'
import httpRouter, { type Method as HttpMethod, type Route } from '@middy/http-router'
import { levelOf, may, type PlaceCode, proofFor } from '@xieshang/kernel'
import type { Context } from 'aws-lambda'
import { actorOf } from './actor.ts'
import { callerOf } from './caller.ts'
import type { Log } from './log.ts'
import { type Implementation, implement, mostBytesOf } from './operation.ts'
import { openApiOperation } from './operations/document.ts'
import { Problem } from './problem.ts'
import { problemReply, type Reply, replyOf } from './reply.ts'
import {
  bodyOf,
  bytesOf,
  checked,
  claimsOf,
  idempotencyKeyOf,
  ifMatchOf,
  languageOf,
  pathParams,
  type Request,
} from './request.ts'

type Served = {
  readonly log: Log
  /** Code of the county or the city that the function serves. */
  readonly tenant: PlaceCode
  /** By which the front proves the address of who asked; with an empty one no front is believed. */
  readonly frontSecret: string
}

function route(implementation: Implementation, { tenant, frontSecret }: Omit<Served, 'log'>): Route<Request, Reply> {
  const { operation } = implementation
  return {
    method: operation.method.toUpperCase() as HttpMethod,
    path: operation.path,
    handler: async (request: Request) => {
      const language = languageOf(request)
      if (bytesOf(request) > mostBytesOf(operation)) throw Problem.of('tooLarge')
      const asked = () => ({
        language,
        params: pathParams(operation, request),
        query: checked(operation.query, request.queryStringParameters ?? {}),
        idempotencyKey: idempotencyKeyOf(request, operation),
        ifMatch: ifMatchOf(request, operation),
      })
      const body = () => checked(operation.body, bodyOf(request, operation))
      if (implementation.access === 'open') {
        const caller = callerOf(request, frontSecret, new Date().toISOString().slice(0, 10))
        return replyOf(operation, await implementation.run({ ...asked(), body, caller }))
      }
      const actor = actorOf(claimsOf(request), tenant)
      if (!may(actor, implementation.access, actor.division)) throw Problem.of('forbidden')
      let proved = false
      const prove = proofFor(
        actor,
        implementation.access,
        () => {
          proved = true
        },
        () => {
          throw Problem.of('forbidden')
        },
      )
      const answer = await implementation.run({ ...asked(), body: body(), actor, prove })
      if (!proved) throw new Error(`${operation.id} answered without asking whose the place is`)
      return replyOf(operation, answer)
    },
  }
}

/** Anything thrown below becomes problem+json here; what nobody expected is logged and answered as 500. */
function problems(log: Log): middy.MiddlewareObj<Request, Reply, Error, Context> {
  return {
    onError: async (request) => {
      const { error } = request
      const language = languageOf(request.event)
      if (!(error instanceof Problem)) log.error('unexpected', { error, route: request.event.routeKey })
      request.response = await problemReply(error instanceof Problem ? error : Problem.of('internal'), language)
    },
  }
}

const templatePattern = (path: string) => new RegExp(`^${path.replace(/\{[^/}]+\}/g, '[^/]+')}/?$`)

/** 405 where the path exists under another method, else 404. */
const notFound = (implementations: readonly Implementation[], path: string): Problem =>
  Problem.of(
    implementations.some((i) => templatePattern(i.operation.path).test(path)) ? 'methodNotAllowed' : 'notFound',
  )

/** On a custom domain the mapping's key may stand before the path; the routes do not know it. */
function withoutMount(mount: string): middy.MiddlewareObj<Request, Reply, Error, Context> {
  return {
    before: ({ event }) => {
      const { http } = event.requestContext
      if (http.path.startsWith(`${mount}/`)) http.path = http.path.slice(mount.length)
    },
  }
}

/** The Lambda handler of an HTTP API: routing, authority, validation, idempotency key and version, and errors in one place. */
export function httpHandler({ log, tenant, frontSecret }: Served, implementations: readonly Implementation[]) {
  return middy<Request, Reply, Error, Context>()
    .use(withoutMount(levelOf(tenant) === 'city' ? '/api/city' : `/api/${tenant}`))
    .use(problems(log))
    .handler(
      httpRouter<Request, Reply>({
        routes: implementations.map((i) => route(i, { tenant, frontSecret })),
        notFoundResponse: ({ path }) => {
          throw notFound(implementations, path)
        },
      }),
    )
}

/** `GET /openapi.json`, open to everybody. The document is made when it is first asked for. */
export function documentImplementation(make: () => Record<string, unknown>): Implementation {
  let document: Record<string, unknown> | undefined
  return implement(openApiOperation, async () => {
    document ??= make()
    return document
  })
}
