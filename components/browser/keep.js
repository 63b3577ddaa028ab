// Keeps the draft in this browser: compare-and-set, so that a stale tab or session cannot overwrite a newer draft.
// "tab" is sessionStorage (gone with the tab), "device" is localStorage (thirty days).
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

function load() {
  const shown = read(sessionStorage, example)
  if (shown) return { record: shown, where: "example" }
  const here = read(sessionStorage, own)
  const device = read(localStorage, own)
  if (here && (!device || here.at >= device.at)) return { record: here, where: "tab" }
  return { record: device, where: device ? "device" : "tab" }
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
  const record = JSON.stringify({ rev: data.rev, body: data.body, at: Date.now() })
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

export default function (component) {
  const { data, setStateValue } = component
  watchTyping()
  const out = { nonce: data.nonce, op: data.op, tick: data.tick, ok: true, raw: null, rev: "", asked: data.rev || "", where: "tab", error: "" }
  try {
    if (data.op === "load") {
      const found = load()
      out.raw = found.record ? found.record.body : null
      out.rev = found.record ? found.record.rev : ""
      out.where = found.where
      out.typed = typedSoFar()
    } else if (data.op === "save") {
      Object.assign(out, save(data))
      if (out.ok) forgetCommitted()
    } else if (data.op === "close_example") {
      sessionStorage.removeItem(example)
    } else if (data.op === "erase") {
      forgetTyped()
      for (const name of [own, example]) {
        sessionStorage.removeItem(name)
        localStorage.removeItem(name)
      }
    }
  } catch (error) {
    out.ok = false
    out.error = error && error.name === "QuotaExceededError" ? "full" : "blocked"
  }
  // A save that went well says nothing: a reply would cost a rerun for each keystroke.
  const said = JSON.stringify([out.nonce, out.op, out.tick, out.asked, out.error])
  if ((data.op !== "save" || !out.ok) && window.__workbookSaid !== said) {
    window.__workbookSaid = said
    setStateValue("reply", out)
  }
}
