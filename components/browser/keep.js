// The keeper: what lies in this browser. A draft that is not in the store lies in the tab's own drawer (sessionStorage,
// gone with the tab); compare-and-set, so that a stale session cannot overwrite a newer one. Drafts of earlier versions
// that lie in localStorage are read, and kept there until they move into the store.
const DAYS = 30
const own = "bank-negotiation-workbook"
const example = "bank-negotiation-workbook-example"

function read(store, name) {
  const record = JSON.parse(store.getItem(name) || "null")
  if (!record) return null
  if (store === localStorage && Date.now() - record.at > DAYS * 864e5) {
    store.removeItem(name)
    return null
  }
  return record
}

function ownDraft() {
  const here = read(sessionStorage, own)
  const device = read(localStorage, own)
  if (here && (!device || here.at >= device.at)) return { record: here, where: "tab" }
  return { record: device, where: device ? "device" : "tab" }
}

function load() {
  const shown = read(sessionStorage, example)
  const found = shown ? { record: shown, where: "example" } : ownDraft()
  return {
    raw: found.record ? found.record.body : null,
    base: (found.record && found.record.base) || "",
    rev: found.record ? found.record.rev : "",
    where: found.where,
    typed: typedSoFar(),
    left: lastWords(),
    ...keptKey(),
  }
}

function current(where) {
  if (where === "example") return read(sessionStorage, example)
  return where === "device" ? read(localStorage, own) : read(sessionStorage, own)
}

function save(data) {
  const have = current(data.where)
  const rev = have ? have.rev : ""
  if (rev === data.rev) return { ok: true, rev }
  if (have && !data.force && !data.known.includes(rev)) return { ok: false, error: "conflict", rev }
  const record = JSON.stringify({ rev: data.rev, body: data.body, base: data.base || "", at: Date.now() })
  if (data.where === "example") {
    sessionStorage.setItem(example, record)
  } else if (data.where === "device") {
    localStorage.setItem(own, record)
    sessionStorage.removeItem(own)
  } else {
    sessionStorage.setItem(own, record)
    localStorage.removeItem(own)
  }
  return { ok: true, rev: data.rev }
}

// Whether the server says something now. What it said last is drawn again when the page loses touch with it.
function isNews(data) {
  const last = window.__workbookWord || {}
  if (last.nonce === data.nonce && last.word >= data.word) return false
  window.__workbookWord = { nonce: data.nonce, word: data.word }
  return true
}

function empty(...names) {
  for (const name of names) {
    sessionStorage.removeItem(name)
    localStorage.removeItem(name)
  }
}

async function act(data) {
  if (data.op === "load") return load()
  if (data.op === "save") {
    if (data.where === "example") mayPutBy(false)
    const [done, news] = [save(data), isNews(data)]
    if (!done.ok) keepCommitted()
    else if (news) forgetCommitted()
    return done
  }
  if (data.op === "in_store") {
    // The store has everything: no copy of the draft stays in the browser.
    empty(own)
    mayPutBy(data.served)
    if (isNews(data)) forgetCommitted()
  } else if (data.op === "close_example") {
    forgetTyped()
    empty(example)
  } else if (data.op === "hold_key") {
    await holdKey(data)
  } else if (data.op === "forget") {
    forgetTyped()
    mayPutBy(false)
    empty(own, example)
    await forgetKey(data.served)
  }
  return {}
}

async function answer(data, say) {
  const out = { nonce: data.nonce, op: data.op, tick: data.tick, ok: true, raw: null, rev: "", asked: data.rev || "", where: "tab", error: "" }
  try {
    Object.assign(out, await act(data))
  } catch (error) {
    out.ok = false
    out.error = error && error.name === "QuotaExceededError" ? "full" : "blocked"
  }
  // A save that went well says nothing: a reply would cost a rerun for each keystroke.
  const quiet = out.ok && (data.op === "save" || data.op === "in_store")
  const said = JSON.stringify([out.nonce, out.op, out.tick, out.asked, out.error])
  if (!quiet && window.__workbookSaid !== said) {
    window.__workbookSaid = said
    say("reply", out)
  }
}

export default function (component) {
  const { data, setStateValue } = component
  watchTyping(setStateValue)
  if (data.again) lookAgain()
  const left = leftBehind()
  if (Object.keys(left).length) setStateValue("left", left)
  answer(data, setStateValue)
}
