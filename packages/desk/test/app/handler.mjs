/** Everything that the app does: its API, what follows a change of its table, what a message asks for. */
const { TABLE_NAME, TOPIC_ARN, AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID } = process.env

async function ask(service, headers, body) {
  const answer = await fetch(AWS_ENDPOINT_URL, {
    method: 'POST',
    headers: {
      ...headers,
      authorization: `AWS4-HMAC-SHA256 Credential=${AWS_ACCESS_KEY_ID}/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body,
  })
  return { ok: answer.ok, text: await answer.text() }
}

const table = (operation, body) =>
  ask(
    'dynamodb',
    { 'x-amz-target': `DynamoDB_20120810.${operation}`, 'content-type': 'application/x-amz-json-1.0' },
    JSON.stringify({ TableName: TABLE_NAME, ...body }),
  )
const put = (id) => table('PutItem', { Item: { PK: { S: id } } })
const key = (id) => ({ Key: { PK: { S: id } } })

const routes = {
  'GET /notes/{id}': async ({ id }) => {
    const { text } = await table('GetItem', key(id))
    return { statusCode: 'Item' in JSON.parse(text) ? 200 : 404 }
  },
  'GET /mine/{id}': async ({ id }, { jwt }) => ({ statusCode: 200, body: `${id} of ${jwt.claims.name}` }),
  'PUT /notes/{id}': async ({ id }) => ({ statusCode: (await put(id)).ok ? 204 : 500 }),
  'DELETE /notes/{id}': async ({ id }) => {
    const { ok, text } = await table('DeleteItem', key(id))
    return { statusCode: ok ? 204 : 403, body: text }
  },
  'POST /say/{id}': async ({ id }) => {
    const said = new URLSearchParams({ Action: 'Publish', TopicArn: TOPIC_ARN, Message: id })
    const { ok, text } = await ask('sns', { 'content-type': 'application/x-www-form-urlencoded' }, said.toString())
    return { statusCode: ok ? 202 : 500, body: text }
  },
}

export async function handler(event) {
  if (event.routeKey !== undefined)
    return routes[event.routeKey](event.pathParameters, event.requestContext.authorizer ?? {})
  for (const { eventSource, body, dynamodb } of event.Records) {
    const id = eventSource === 'aws:sqs' ? `heard-${body}` : `seen-${dynamodb.Keys.PK.S}`
    const { ok, text } = await put(id)
    if (!ok) throw new Error(text)
  }
}
