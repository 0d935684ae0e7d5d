import { TemplateError } from '../templates/evaluate.ts'
import { arn, type Make, text } from './context.ts'

/** Kept only by its name: the desk writes its logs into files. */
export const logGroup: Make = (desk, _stack, id, properties) => {
  const ref = text(properties.LogGroupName) || id
  return { ref, attributes: { Arn: arn(desk, 'logs', `log-group:${ref}:*`) } }
}

/** A function that is handed what a log group gets; nothing, where no plugin writes it. */
export const subscriptionFilter: Make = (desk, stack, id, properties) => {
  const target = desk.functions.get(text(properties.DestinationArn))
  if (target === undefined) throw new TemplateError(`${stack.name}: ${id} hands logs to an unknown function`)
  const written = desk.plugins.subscribe(text(properties.LogGroupName), `${stack.name}/${id}`, target)
  return written ? { ref: id, attributes: {} } : undefined
}
