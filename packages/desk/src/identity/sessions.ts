import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'
import type { Clock } from '../clock/clock.ts'
import type { State } from '../state/state.ts'

/** Sign-ins of the desk's provider, kept between runs so that nobody is signed out by a restart. */
export function openSessions({ db }: State, clock: Pick<Clock, 'now'>): AdapterFactory {
  db.exec(`
    CREATE TABLE IF NOT EXISTS sign_ins (
      id TEXT PRIMARY KEY, payload TEXT NOT NULL, until INTEGER NOT NULL, grant_id TEXT, uid TEXT, user_code TEXT
    );
    DELETE FROM sign_ins WHERE until < ${clock.now()};
  `)
  const put = db.prepare('INSERT OR REPLACE INTO sign_ins VALUES (?, ?, ?, ?, ?, ?)')
  const byId = db.prepare('SELECT payload FROM sign_ins WHERE id = ? AND until > ?')
  const byUid = db.prepare('SELECT payload FROM sign_ins WHERE uid = ? AND until > ?')
  const byUserCode = db.prepare('SELECT payload FROM sign_ins WHERE user_code = ? AND until > ?')
  const consume = db.prepare("UPDATE sign_ins SET payload = json_set(payload, '$.consumed', ?) WHERE id = ?")
  const remove = db.prepare('DELETE FROM sign_ins WHERE id = ?')
  const revoke = db.prepare('DELETE FROM sign_ins WHERE grant_id = ?')
  const found = (row: Record<string, unknown> | undefined) =>
    row === undefined ? undefined : (JSON.parse(String(row.payload)) as AdapterPayload)

  return (kind): Adapter => ({
    upsert: async (id, payload, expiresIn) => {
      const until = expiresIn === undefined ? Number.MAX_SAFE_INTEGER : clock.now() + expiresIn * 1000
      const { grantId = null, uid = null, userCode = null } = payload
      put.run(`${kind}:${id}`, JSON.stringify(payload), until, grantId, uid, userCode)
    },
    find: async (id) => found(byId.get(`${kind}:${id}`, clock.now())),
    findByUid: async (uid) => found(byUid.get(uid, clock.now())),
    findByUserCode: async (code) => found(byUserCode.get(code, clock.now())),
    consume: async (id) => void consume.run(Math.floor(clock.now() / 1000), `${kind}:${id}`),
    destroy: async (id) => void remove.run(`${kind}:${id}`),
    revokeByGrantId: async (grant) => void revoke.run(grant),
  })
}
