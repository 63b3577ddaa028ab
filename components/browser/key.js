// The owner's key. Under the hardened server a cookie that no script can read keeps it, and this browser only notes
// that it was to be remembered. In the plain mode the drawer holds the key alone, never the draft it opens:
// sessionStorage until the tab is closed, localStorage for thirty days after its last use.
const KEY = "bank-negotiation-workbook-key"
const REMEMBERED = "bank-negotiation-workbook-remembered"
const KEY_DAYS = 30
const DAY = 864e5

function readEntry(store, name) {
  const entry = JSON.parse(store.getItem(name) || "null")
  if (entry && Date.now() - entry.at > KEY_DAYS * DAY) {
    store.removeItem(name)
    return null
  }
  return entry
}

async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Requested-With": "workbook" },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error("refused")
}

export function keptKey() {
  const here = readEntry(sessionStorage, KEY)
  const device = readEntry(localStorage, KEY)
  if (device) localStorage.setItem(KEY, JSON.stringify({ ...device, at: Date.now() }))
  const noted = readEntry(localStorage, REMEMBERED)
  return {
    key: here ? here.key : device ? device.key : "",
    remembered: Boolean(noted || (device && !here)),
    renew: Boolean(noted && Date.now() - noted.at > DAY),
  }
}

export async function holdKey(data) {
  if (data.served) {
    await post("/api/key", { key: data.key, remember: data.remember })
    sessionStorage.removeItem(KEY)
    localStorage.removeItem(KEY)
    if (data.remember) localStorage.setItem(REMEMBERED, JSON.stringify({ at: Date.now() }))
    else localStorage.removeItem(REMEMBERED)
    return
  }
  const [into, other] = data.remember ? [localStorage, sessionStorage] : [sessionStorage, localStorage]
  into.setItem(KEY, JSON.stringify({ key: data.key, at: Date.now() }))
  other.removeItem(KEY)
}

export async function forgetKey(served) {
  for (const store of [sessionStorage, localStorage]) {
    store.removeItem(KEY)
    store.removeItem(REMEMBERED)
  }
  if (served) await post("/api/forget", {})
}
