import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export type Resource = {
  readonly Type: string
  readonly Properties?: Readonly<Record<string, unknown>>
  readonly DependsOn?: string | readonly string[]
  readonly Condition?: string
}

export type Template = {
  readonly Parameters?: Readonly<Record<string, { readonly Type: string; readonly Default?: string }>>
  readonly Conditions?: Readonly<Record<string, unknown>>
  readonly Mappings?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>
  readonly Resources: Readonly<Record<string, Resource>>
  readonly Outputs?: Readonly<
    Record<
      string,
      { readonly Value: unknown; readonly Export?: { readonly Name: unknown }; readonly Condition?: string }
    >
  >
}

export type StackTemplate = {
  readonly name: string
  readonly template: Template
  /** Folder of an asset by the key under which it would be uploaded, e.g. `abc.zip`. */
  readonly assets: ReadonlyMap<string, string>
}

type Artifact = {
  type: string
  properties?: { templateFile?: string; file?: string }
  dependencies?: string[]
  displayName?: string
}
type AssetManifest = {
  files: Record<
    string,
    { source: { path: string; packaging: string }; destinations: Record<string, { objectKey: string }> }
  >
}

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T

/** The stacks of a synthesized cloud assembly, in the order in which they depend on one another. */
export function readAssembly(dir: string): StackTemplate[] {
  const { artifacts } = read<{ artifacts: Record<string, Artifact> }>(join(dir, 'manifest.json'))
  const stacks = Object.entries(artifacts).filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack')
  const names = new Set(stacks.map(([name]) => name))
  const ordered: string[] = []
  const visit = (name: string) => {
    if (ordered.includes(name)) return
    for (const dependency of artifacts[name]?.dependencies ?? []) if (names.has(dependency)) visit(dependency)
    ordered.push(name)
  }
  for (const name of names) visit(name)
  return ordered.map((name) => {
    const assets = new Map<string, string>()
    for (const dependency of artifacts[name]?.dependencies ?? []) {
      const file =
        artifacts[dependency]?.type === 'cdk:asset-manifest' ? artifacts[dependency]?.properties?.file : undefined
      if (file === undefined) continue
      for (const { source, destinations } of Object.values(read<AssetManifest>(join(dir, file)).files))
        for (const { objectKey } of Object.values(destinations))
          if (source.packaging === 'zip') assets.set(objectKey, resolve(dir, source.path))
    }
    return { name, template: read<Template>(join(dir, artifacts[name]?.properties?.templateFile ?? '')), assets }
  })
}
