import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { cityAt, freePort, type Running, startCity } from '../city/running.ts'
import type { City } from '../journey/city.ts'
import { launch } from './browser.ts'

type Standing = { readonly data: string; readonly running: Running; readonly browser: Browser; readonly city: City }

async function build(counties: readonly string[]): Promise<Standing> {
  const port = await freePort()
  const data = await mkdtemp(join(tmpdir(), 'xieshang-'))
  const [running, browser] = await Promise.all([startCity({ port, data, counties }), launch()])
  return { data, running, browser, city: cityAt(port, data) }
}

/** A city of some counties and a browser, for the tests of one file: from before the first to after the last. */
export function onStage(counties: readonly string[]) {
  let standing: Standing | undefined

  beforeAll(async () => {
    standing = await build(counties)
  }, 300_000)

  afterAll(async () => {
    await standing?.browser.close()
    await standing?.running.stop()
    if (standing !== undefined) await rm(standing.data, { recursive: true, force: true })
  })

  const there = (): Standing => {
    if (standing === undefined) throw new Error('The stage stands once the tests have begun')
    return standing
  }

  return {
    get browser() {
      return there().browser
    },
    get city() {
      return there().city
    },
    /** The address of a page. */
    at: (path: string): string => `${there().city.origin}${path}`,
  }
}
